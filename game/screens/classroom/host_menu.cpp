#include "game/screens/classroom/host_menu.hpp"

#include <algorithm>
#include <array>

#include "game/screens/classroom/class_screen.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::array amounts{-500, -200, -100, -50, 50, 100, 200, 500};
constexpr std::array reasons{quiz::Reason::fair_play, quiz::Reason::good_reason, quiz::Reason::counted_wrong,
                             quiz::Reason::other};
constexpr std::array<std::string_view, 4> reason_words{"reason.fair_play", "reason.good_reason", "reason.counted_wrong",
                                                       "reason.other"};
constexpr std::array more_seconds{15, 30, 60};

const quiz::SessionState& board_of(const Context& context) { return context.game.run().history().state; }

bool shows_standings(const Context& context) {
    return !context.classes.classes.empty() && context.classes.classes.front().standings;
}

} // namespace

std::vector<HostMenu::Entry> HostMenu::entries(const Context& context) {
    const auto& words = context.words;
    const quiz::SessionState& state = board_of(context);
    const bool open = state.phase == quiz::Phase::asked;
    std::vector<Entry> all;
    all.push_back({Deed::pause, words.text(state.paused ? "host.go_on" : "host.pause")});
    if (!state.paused) {
        if (open && !all_in(state)) all.push_back({Deed::close, words.text("host.close")});
        if (open) all.push_back({Deed::skip, words.text("host.skip")});
        if (!state.asked.empty()) all.push_back({Deed::past, words.text("host.past")});
        all.push_back({Deed::points, words.text("host.points")});
        all.push_back({Deed::teams, words.text("host.teams")});
        const auto& clock = state.plan.rules.clock;
        if (clock && clock->loss_quarters > 0) all.push_back({Deed::speed, words.text("host.speed_off")});
        all.push_back(
            {Deed::standings, words.text(shows_standings(context) ? "host.hide_standings" : "host.show_standings")});
        all.push_back({Deed::strip, words.text(context.strip_hidden ? "host.show_strip" : "host.hide_strip")});
        all.push_back({Deed::window, words.text(context.host_window ? "host.window_close" : "host.window_open")});
        all.push_back({Deed::undo, words.text("host.undo")});
        if (!context.game.run().history().redo.empty()) all.push_back({Deed::redo, words.text("host.redo")});
    }
    all.push_back({Deed::keep, words.text(context.game.run().keeps_journal() ? "host.tomorrow" : "host.leave")});
    if (!state.paused) all.push_back({Deed::end, words.text("host.end")});
    return all;
}

DialogModel HostMenu::as_dialog(const Context& context) {
    DialogModel model;
    model.title = context.words.text("host.title");
    model.list = true;
    for (const Entry& entry : entries(context)) model.buttons.push_back({entry.text});
    model.buttons.push_back({context.words.text("host.back"), {}, true});
    return model;
}

HostMenu::HostMenu(Context& context) : Dialog(context, as_dialog(context)), entries_(entries(context)) {}

Transition HostMenu::press(int index) {
    runner::Runner& run = context_.game.run();
    const bool paused = board_of(context_).paused;
    switch (entries_[static_cast<std::size_t>(index)].deed) {
    case Deed::pause: context_.game.set_paused(!paused); break;
    case Deed::close: (void)run.submit(quiz::CloseQuestion{}); break;
    case Deed::skip: (void)run.submit(quiz::VoidQuestion{static_cast<int>(board_of(context_).asked.size())}); break;
    case Deed::past: return Push{ShowPastQuestion{}};
    case Deed::points: return Push{ShowAdjustPoints{}};
    case Deed::teams: return Push{ShowTeams{}};
    case Deed::speed: (void)run.submit(quiz::SetSpeedLoss{0}); break;
    case Deed::standings:
        context_.classes.classes.front().standings = !shows_standings(context_);
        if (context_.save_classes) context_.save_classes();
        break;
    case Deed::strip: context_.strip_hidden = !context_.strip_hidden; break;
    case Deed::window: context_.host_window = !context_.host_window; break;
    case Deed::undo: return retrace(context_, quiz::Undo{});
    case Deed::redo: return retrace(context_, quiz::Redo{});
    case Deed::keep: return GoTo{ShowLobby{}}; // entering the lobby leaves the lesson as it is
    case Deed::end: (void)run.submit(quiz::FinishSession{}); break;
    }
    return continue_class(context_);
}

std::vector<SettingRow> AdjustPointsScreen::rows() const {
    const auto& words = context_.words;
    std::vector<SettingRow> rows(row_count);
    std::vector<std::string> teams;
    for (const quiz::Participant& seat : board_of(context_).players) teams.push_back(team_name(context_, seat.id));
    rows[row_team] = {words.text("adjust.team"), std::move(teams), chosen_[row_team], {}};
    std::vector<std::string> points;
    for (const int amount : amounts)
        points.push_back(
            words.text(amount > 0 ? "standings.more" : "standings.less", {{"points", words.number(std::abs(amount))}}));
    rows[row_points] = {words.text("adjust.points"), std::move(points), chosen_[row_points], {}};
    std::vector<std::string> why;
    for (const std::string_view reason : reason_words) why.push_back(words.text(reason));
    rows[row_reason] = {words.text("adjust.reason"), std::move(why), chosen_[row_reason], {}};
    return rows;
}

ScreenModel AdjustPointsScreen::model() const {
    return page(context_.words.text("adjust.title"), context_.words.text("adjust.do_it"));
}

Transition AdjustPointsScreen::done() {
    std::vector<Points> before = points_by_seat(board_of(context_));
    const auto at = [&](Row row) { return static_cast<std::size_t>(chosen_[row]); };
    (void)context_.game.run().submit(quiz::AdjustPoints{
        board_of(context_).players.at(at(row_team)).id, {amounts.at(at(row_points))}, reasons.at(at(row_reason))});
    return GoTo{ShowClass{.stage = Stage::standings, .before = std::move(before)}};
}

bool TeamsScreen::has_clock() const {
    const quiz::SessionState& state = board_of(context_);
    return state.phase == quiz::Phase::asked && state.plan.rules.clock.has_value();
}

std::vector<SettingRow> TeamsScreen::rows() const {
    const auto& words = context_.words;
    const quiz::SessionState& state = board_of(context_);
    std::vector<SettingRow> rows;
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        SettingRow row{team_name(context_, state.players[seat].id),
                       {words.text("teams.plays"), words.text("teams.left")},
                       state.gone[seat] ? 1 : 0,
                       {}};
        if (has_clock()) {
            for (const int seconds : more_seconds) row.options.push_back(words.plural("teams.more_time", seconds));
            const std::int64_t given = state.asked.back().more_time[seat].count / 1000;
            if (given > 0) row.about = words.plural("teams.has_more", given);
        }
        rows.push_back(std::move(row));
    }
    if (state.players.size() < session::most_teams)
        rows.push_back({words.text("teams.another"), {words.text("teams.no"), words.text("teams.add")}, 0, {}});
    return rows;
}

ScreenModel TeamsScreen::model() const {
    return page(context_.words.text("teams.title"), context_.words.text("settings.done"));
}

void TeamsScreen::add_team() {
    auto& teams = context_.classes.classes.front().teams;
    const quiz::SessionState& state = board_of(context_);
    // The first place that nobody has in this lesson.
    session::Team team = session::new_team(0);
    for (int place = 0; quiz::seat_of(state, team.id); ++place) team = session::new_team(place);
    const bool known =
        std::any_of(teams.begin(), teams.end(), [&](const session::Team& other) { return other.id == team.id; });
    if (!known && teams.size() < session::most_teams) teams.push_back(team);
    if (context_.save_classes) context_.save_classes();
    (void)context_.game.run().submit(
        quiz::JoinPlayer{{team.id, context_.words.text("team." + std::to_string(team.slot))}});
}

void TeamsScreen::set(int row, int option) {
    const quiz::SessionState& state = board_of(context_);
    const auto seat = static_cast<std::size_t>(row);
    if (seat >= state.players.size()) {
        if (option == 1) add_team();
        return;
    }
    const quiz::Participant player = state.players[seat];
    if (option >= 2)
        (void)context_.game.run().submit(
            quiz::GiveTime{player.id, {std::int64_t{more_seconds.at(static_cast<std::size_t>(option) - 2)} * 1000}});
    else if (option == 1 && !state.gone[seat]) (void)context_.game.run().submit(quiz::LeavePlayer{player.id});
    else if (option == 0 && state.gone[seat]) (void)context_.game.run().submit(quiz::JoinPlayer{player});
}

Transition TeamsScreen::done() { return continue_class(context_); }

PastQuestionScreen::PastQuestionScreen(Context& context) : RowsScreen(context) {
    question_ = static_cast<int>(board_of(context).asked.size()) - 1;
}

std::vector<SettingRow> PastQuestionScreen::rows() const {
    const auto& words = context_.words;
    const quiz::SessionState& state = board_of(context_);
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < state.asked.size(); ++i)
        numbers.push_back(words.number(static_cast<std::int64_t>(i) + 1));
    const quiz::QuestionRecord& asked = state.asked[static_cast<std::size_t>(question_)];
    SettingRow deed{words.text("past.deed"), {words.text("past.another_key"), words.text("past.void")}, deed_, {}};
    deed.about = !trouble_.empty() ? trouble_
                                   : words.text(asked.voided ? "past.is_void"
                                                : deed_ == 0 ? "past.another_key.about"
                                                             : "past.void.about");
    return {{words.text("past.question"), std::move(numbers), question_, wording::one_line(asked.question->prompt)},
            std::move(deed)};
}

ScreenModel PastQuestionScreen::model() const {
    return page(context_.words.text("past.title"), context_.words.text("past.do_it"));
}

void PastQuestionScreen::set(int row, int option) {
    if (row == row_question) question_ = option;
    if (row == row_deed) deed_ = option;
    trouble_.clear();
}

Transition PastQuestionScreen::done() {
    const quiz::SessionState& state = board_of(context_);
    const quiz::QuestionRecord& asked = state.asked[static_cast<std::size_t>(question_)];
    if (asked.voided) return Stay{}; // the page says so
    if (deed_ == 0) {
        if (!quiz::is_marked(*asked.question)) {
            trouble_ = context_.words.text("past.no_key");
            return Stay{};
        }
        return GoTo{ShowClass{.stage = Stage::correcting, .number = question_ + 1}};
    }
    std::vector<Points> before = points_by_seat(state);
    (void)context_.game.run().submit(quiz::VoidQuestion{question_ + 1});
    return state.phase == quiz::Phase::revealed
               ? Transition{GoTo{ShowClass{.stage = Stage::standings, .before = std::move(before)}}}
               : continue_class(context_);
}

} // namespace chelate::screens
