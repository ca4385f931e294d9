#include "game/screens/classroom/host_menu.hpp"

#include <algorithm>
#include <array>

#include "engine/base/text.hpp"

namespace chelate::screens {

namespace {

constexpr std::array amounts{-500, -200, -100, -50, 50, 100, 200, 500};
constexpr std::array reasons{quiz::Reason::fair_play, quiz::Reason::good_reason, quiz::Reason::counted_wrong,
                             quiz::Reason::other};
constexpr std::array<std::string_view, 4> reason_words{"reason.fair_play", "reason.good_reason", "reason.counted_wrong",
                                                       "reason.other"};
constexpr std::array more_seconds{15, 30, 60};

Submit command(quiz::CommandBody body) { return Submit{std::move(body)}; }

bool has_clock(const quiz::View& view) { return view.phase == quiz::Phase::asked && view.rules.clock.has_value(); }

} // namespace

std::vector<HostMenu::Entry> HostMenu::entries_of(const text::Language& words, const session::Rounds& rounds,
                                                  const session::LocalFiles& files, const Display& display) {
    const quiz::View view = rounds.view();
    const bool open = view.phase == quiz::Phase::asked;
    std::vector<Entry> all;
    all.push_back({Deed::pause, words.text(view.paused ? "host.go_on" : "host.pause")});
    if (!view.paused) {
        if (open && !all_in(view)) all.push_back({Deed::close, words.text("host.close")});
        if (open) all.push_back({Deed::skip, words.text("host.skip")});
        if (view.question) all.push_back({Deed::past, words.text("host.past")});
        all.push_back({Deed::points, words.text("host.points")});
        all.push_back({Deed::teams, words.text("host.teams")});
        const auto& clock = view.rules.clock;
        if (clock && clock->loss_quarters > 0) all.push_back({Deed::speed, words.text("host.speed_off")});
        all.push_back(
            {Deed::standings, words.text(shows_standings(files) ? "host.hide_standings" : "host.show_standings")});
        all.push_back({Deed::strip, words.text(display.strip_hidden ? "host.show_strip" : "host.hide_strip")});
        all.push_back({Deed::window, words.text(display.host_window ? "host.window_close" : "host.window_open")});
        all.push_back({Deed::undo, words.text("host.undo")});
        if (view.can_redo) all.push_back({Deed::redo, words.text("host.redo")});
    }
    all.push_back({Deed::keep, words.text(rounds.keeps_journal() ? "host.tomorrow" : "host.leave")});
    if (!view.paused) all.push_back({Deed::end, words.text("host.end")});
    return all;
}

DialogModel HostMenu::as_dialog(const text::Language& words, const std::vector<Entry>& entries) {
    DialogModel model;
    model.title = words.text("host.title");
    model.list = true;
    for (const Entry& entry : entries) model.buttons.push_back({entry.text});
    model.buttons.push_back({words.text("host.back"), {}, true});
    return model;
}

HostMenu::HostMenu(const text::Language& words, const session::Rounds& rounds, const session::LocalFiles& files,
                   const Display& display)
    : HostMenu(words, rounds, files, display, entries_of(words, rounds, files, display)) {}

HostMenu::HostMenu(const text::Language& words, const session::Rounds& rounds, const session::LocalFiles& files,
                   const Display& display, std::vector<Entry> entries)
    : Dialog(words, as_dialog(words, entries)),
      rounds_(rounds),
      files_(files),
      display_(display),
      entries_(std::move(entries)) {}

Effects HostMenu::press(int index) {
    const quiz::View view = rounds_.view();
    const auto after = [&](session::Command what) { return continue_after(std::move(what), rounds_); };
    const auto in_round = [&](quiz::CommandBody body) { return after(std::move(body)); };
    switch (entries_[static_cast<std::size_t>(index)].deed) {
    case Deed::pause: return view.paused ? after(session::ContinueRound{}) : after(session::PauseRound{});
    case Deed::close: return in_round(quiz::CloseQuestion{});
    case Deed::skip: return in_round(quiz::VoidQuestion{asked_so_far(view)});
    case Deed::past: return ShowOver{ShowPastQuestion{}};
    case Deed::points: return ShowOver{ShowAdjustPoints{}};
    case Deed::teams: return ShowOver{ShowTeams{}};
    case Deed::speed: return in_round(quiz::SetSpeedLoss{0});
    case Deed::standings: return toggle_standings();
    case Deed::strip: return Effects{HideStrip{!display_.strip_hidden}}.and_then(continue_class(rounds_));
    case Deed::window: return Effects{Perform{ActionId::host_window}}.and_then(continue_class(rounds_));
    case Deed::undo: return retrace(false, rounds_);
    case Deed::redo: return retrace(true, rounds_);
    case Deed::keep: return Show{ShowLobby{}}; // entering the lobby leaves the lesson as it is
    case Deed::end: return in_round(quiz::FinishSession{});
    }
    return {};
}

Effects HostMenu::toggle_standings() const {
    session::ClassFile file = files_.classes();
    if (file.classes.empty()) return continue_class(rounds_);
    bool& standings = file.classes.front().standings;
    standings = !standings;
    return Effects{Save{std::move(file)}}.and_then(continue_class(rounds_));
}

std::vector<SettingRow> AdjustPointsScreen::rows() const {
    std::vector<SettingRow> rows(row_count);
    std::vector<std::string> teams;
    for (const quiz::Standing& standing : rounds_.view().standings) teams.push_back(names_.name_of(standing.player));
    rows[row_team] = {words_.text("adjust.team"), std::move(teams), chosen_[row_team], {}};
    std::vector<std::string> points;
    for (const int amount : amounts)
        points.push_back(words_.text(amount > 0 ? "standings.more" : "standings.less",
                                     {{"points", words_.number(std::abs(amount))}}));
    rows[row_points] = {words_.text("adjust.points"), std::move(points), chosen_[row_points], {}};
    std::vector<std::string> why;
    for (const std::string_view reason : reason_words) why.push_back(words_.text(reason));
    rows[row_reason] = {words_.text("adjust.reason"), std::move(why), chosen_[row_reason], {}};
    return rows;
}

ScreenModel AdjustPointsScreen::model() const { return page(words_.text("adjust.title"), words_.text("adjust.do_it")); }

Effects AdjustPointsScreen::set(int row, int option) {
    chosen_.at(static_cast<std::size_t>(row)) = option;
    return {};
}

Effects AdjustPointsScreen::done() {
    const quiz::View view = rounds_.view();
    const auto at = [&](Row row) { return static_cast<std::size_t>(chosen_[row]); };
    return Effects{command(quiz::AdjustPoints{view.standings.at(at(row_team)).player,
                                              {amounts.at(at(row_points))},
                                              reasons.at(at(row_reason))})}
        .and_then(Show{ShowClass{.stage = Stage::standings, .before = points_by_seat(view)}});
}

std::vector<SettingRow> TeamsScreen::rows() const {
    const quiz::View view = rounds_.view();
    std::vector<SettingRow> rows;
    for (std::size_t seat = 0; seat < view.standings.size(); ++seat) {
        SettingRow row{names_.name_of(view.standings[seat].player),
                       {words_.text("teams.plays"), words_.text("teams.left")},
                       view.standings[seat].gone ? 1 : 0,
                       {}};
        if (has_clock(view)) {
            for (const int seconds : more_seconds) row.options.push_back(words_.plural("teams.more_time", seconds));
            const std::int64_t given = view.question->more_time[seat].count / 1000;
            if (given > 0) row.about = words_.plural("teams.has_more", given);
        }
        rows.push_back(std::move(row));
    }
    if (view.standings.size() < session::most_teams)
        rows.push_back({words_.text("teams.another"), {words_.text("teams.no"), words_.text("teams.add")}, 0, {}});
    return rows;
}

ScreenModel TeamsScreen::model() const { return page(words_.text("teams.title"), words_.text("settings.done")); }

Effects TeamsScreen::add_team(const quiz::View& view) const {
    // The first place that no team has in this lesson.
    session::Team team = session::new_team(0);
    for (int place = 0; seat_of(view, team.id); ++place) team = session::new_team(place);
    session::ClassFile file = files_.classes();
    auto& teams = file.classes.front().teams;
    const bool known =
        std::any_of(teams.begin(), teams.end(), [&](const session::Team& other) { return other.id == team.id; });
    if (!known && teams.size() < session::most_teams) teams.push_back(team);
    return Effects{Save{std::move(file)}}.and_then(
        command(quiz::JoinPlayer{{team.id, words_.text("team." + std::to_string(team.slot))}}));
}

Effects TeamsScreen::set(int row, int option) {
    const quiz::View view = rounds_.view();
    const auto seat = static_cast<std::size_t>(row);
    if (seat >= view.standings.size()) return option == 1 ? add_team(view) : Effects{};
    const quiz::Standing& team = view.standings[seat];
    if (option >= 2) {
        const std::int64_t seconds = more_seconds.at(static_cast<std::size_t>(option) - 2);
        return command(quiz::GiveTime{team.player, {seconds * 1000}});
    }
    if (option == 1 && !team.gone) return command(quiz::LeavePlayer{team.player});
    if (option == 0 && team.gone) return command(quiz::JoinPlayer{{team.player, team.name}});
    return {};
}

PastQuestionScreen::PastQuestionScreen(const text::Language& words, const session::Rounds& rounds)
    : RowsScreen(words), rounds_(rounds), question_(asked_so_far(rounds.view()) - 1) {}

std::vector<SettingRow> PastQuestionScreen::rows() const {
    std::vector<std::string> numbers;
    for (int number = 1; number <= asked_so_far(rounds_.view()); ++number) numbers.push_back(words_.number(number));
    const quiz::QuestionView asked = question();
    SettingRow deed{words_.text("past.deed"), {words_.text("past.another_key"), words_.text("past.void")}, deed_, {}};
    deed.about = !trouble_.empty() ? trouble_
                                   : words_.text(asked.voided ? "past.is_void"
                                                 : deed_ == 0 ? "past.another_key.about"
                                                              : "past.void.about");
    return {{words_.text("past.question"), std::move(numbers), question_, showable_line(asked.prompt)},
            std::move(deed)};
}

ScreenModel PastQuestionScreen::model() const { return page(words_.text("past.title"), words_.text("past.do_it")); }

Effects PastQuestionScreen::set(int row, int option) {
    if (row == row_question) question_ = option;
    if (row == row_deed) deed_ = option;
    trouble_.clear();
    return {};
}

Effects PastQuestionScreen::done() {
    const quiz::QuestionView asked = question();
    if (asked.voided) return {}; // the page says so
    if (deed_ == 0) {
        if (asked.marked) return Show{ShowClass{.stage = Stage::correcting, .number = asked.number}};
        trouble_ = words_.text("past.no_key");
        return {};
    }
    return Submit{quiz::CommandBody{quiz::VoidQuestion{asked.number}},
                  [&rounds = rounds_, before = points_by_seat(rounds_.view())](const Result<void>&) -> Effects {
                      if (rounds.view().phase != quiz::Phase::revealed) return continue_class(rounds);
                      return Show{ShowClass{.stage = Stage::standings, .before = before}};
                  }};
}

} // namespace chelate::screens
