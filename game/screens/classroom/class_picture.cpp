// What each stage of a lesson looks like: the models of ClassScreen.
#include <algorithm>
#include <numeric>

#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/class_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_shown = 5; ///< in the standings

} // namespace

std::string ClassScreen::state_word() const {
    const auto& words = context_.words;
    if (state().paused) return words.text("room.paused");
    if (request_.stage == Stage::correcting) return words.text("room.correcting");
    if (!is_open() || request_.stage == Stage::standings) return {};
    if (request_.stage == Stage::prompt) return words.text("room.read");
    if (const auto who = answering()) {
        std::string name = team_name(context_, *who);
        const auto& members = team_of(context_, *who).members;
        if (!members.empty()) {
            // Everybody's turn comes: by how often the team has been asked.
            const auto turns =
                std::count_if(state().asked.begin(), state().asked.end(),
                              [&](const quiz::QuestionRecord& one) { return !one.voided && one.turn == who; });
            const std::size_t turn = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, turns - 1)) % members.size();
            name = words.text("room.team_and_member", {{"team", name}, {"name", context_.shown_name(members[turn])}});
        }
        if (!asked().buzzers.tied.empty() && response_mode() == quiz::ResponseMode::buzzers)
            return words.text("room.dead_heat", {{"team", name}});
        return words.text(response_mode() == quiz::ResponseMode::turns ? "room.turn" : "room.pressed",
                          {{"team", name}});
    }
    if (response_mode() == quiz::ResponseMode::buzzers) return words.text("room.press");
    if (all_in(state())) return words.text("room.all_in");
    return words.text(response_mode() == quiz::ResponseMode::cards ? "room.show_cards"
                      : counts_hands()                             ? "room.show_hands"
                                                                   : "room.answers");
}

void ClassScreen::say_of_teams(std::vector<TeamModel>& teams) const {
    const auto& words = context_.words;
    if (!is_open() || request_.stage == Stage::standings || request_.stage == Stage::correcting) return;
    const auto who = answering();
    for (std::size_t seat = 0; seat < teams.size() && seat < asked().answers.size(); ++seat) {
        TeamModel& team = teams[seat];
        if (state().gone[seat]) continue;
        const quiz::PlayerId& player = state().players[seat].id;
        team.lit = who == player;
        if (response_mode() == quiz::ResponseMode::buzzers) {
            if (asked().answers[seat]) {
                team.word = words.text("room.was_wrong");
                team.quiet = true;
            } else if (asked().buzzers.waits[seat] > context_.game.run().now()) {
                team.word = words.text("room.too_early");
            } else if (!who) {
                team.word = team_of(context_, player).button;
            }
        } else if (asked().answers[seat] && counts_hands() && !all_in(state())) {
            team.word = words.text("room.counted");
        } else if (response_mode() == quiz::ResponseMode::turns) {
            team.quiet = !team.lit;
        }
    }
    if (counts_hands() && team_ < counted_.size() && counted_.size() > 1) teams[counted_[team_]].lit = true;
}

TeamStrip ClassScreen::strip() const {
    TeamStrip strip;
    strip.state = state_word();
    if (context_.strip_hidden) return strip;
    strip.teams = teams_of(context_, view_);
    say_of_teams(strip.teams);
    return strip;
}

AnswerModel ClassScreen::choices_shown() const {
    // Without somebody to answer, what there is to choose is only shown.
    QuestionModel shown;
    AnswerEntry(context_, *view_.question, false).show(shown);
    return shown.answer;
}

AnswerModel ClassScreen::spread() const {
    const auto options = quiz::options_of(asked().question->body).size();
    const std::vector<int> chosen = chosen_of(view_.question->given, options);
    const int all = std::accumulate(chosen.begin(), chosen.end(), 0);
    AnswerModel shown = choices_shown();
    auto* cards = std::get_if<ChoiceModel>(&shown);
    if (cards == nullptr || all == 0) return shown;
    letter(cards->choices);
    SpreadModel model;
    for (std::size_t i = 0; i < cards->choices.size(); ++i) {
        model.bars.push_back(
            {cards->choices[i], static_cast<double>(chosen[i]) / all, context_.words.number(chosen[i])});
    }
    return model;
}

QuestionModel ClassScreen::question_model() const {
    const auto& words = context_.words;
    const bool correcting = request_.stage == Stage::correcting;
    const quiz::View earlier =
        correcting ? quiz::look_back(context_.game.run().history(), {quiz::Role::host, {}}, request_.number) : view_;
    const quiz::QuestionView& question = *earlier.question;
    QuestionModel model;
    model.round = round_name(context_, state().plan.round);
    model.counter = words.text("question.counter",
                               {{"number", words.number(question.number)}, {"of", words.number(view_.planned)}});
    model.progress = static_cast<double>(question.number - 1) / std::max(1, view_.planned);
    model.prompt = question.prompt;
    model.panels = panels_of(question.panels);
    model.notice = notice_;
    model.room = strip();
    model.answer = ReadModel{};
    model.keys = Keys::none;
    model.focus = -1;
    if (!correcting && response_mode() == quiz::ResponseMode::turns) model.clock = clock_of(context_, question);
    if (request_.stage == Stage::prompt) return model;
    if (entry_) {
        entry_->show(model);
        if (entry_->asks_how_sure()) return model;
    } else if (counts_hands() && team_ < counted_.size()) {
        AnswerModel shown = choices_shown();
        auto* cards = std::get_if<ChoiceModel>(&shown);
        std::vector<ChoiceCard> choices = cards != nullptr ? std::move(cards->choices) : std::vector<ChoiceCard>{};
        letter(choices);
        tally_[team_].show(model, std::move(choices));
        const bool last = team_ + 1 == counted_.size();
        const bool teams = state().players.size() > 1;
        model.instruction =
            teams ? words.text("room.hands_of", {{"team", team_name(context_, state().players[counted_[team_]].id)}})
                  : words.text(response_mode() == quiz::ResponseMode::cards ? "room.count_cards" : "room.count_hands");
        model.check = words.text(last ? "room.take_count" : "room.next_team");
    } else {
        model.answer = is_open() && all_in(state()) && counts_hands() ? spread() : choices_shown();
        // What a team has chosen is lit until it is revealed.
        const auto seat = asked().turn ? quiz::seat_of(state(), *asked().turn) : std::nullopt;
        const auto& given = view_.question->given;
        if (seat && *seat < given.size() && given[*seat]) {
            if (const auto* picked = std::get_if<quiz::Picked>(&*given[*seat])) model.focus = picked->position;
        }
    }
    if (auto* cards = std::get_if<ChoiceModel>(&model.answer)) {
        letter(cards->choices);
        model.instruction.clear(); // the strip says whose turn it is
        // A letter may be another team's buzzer.
        if (model.keys == Keys::focus && response_mode() != quiz::ResponseMode::buzzers) model.keys = Keys::letters;
    }
    return model;
}

RevealModel ClassScreen::shown_reveal() const {
    const auto& words = context_.words;
    quiz::View view = view_;
    quiz::RevealView& reveal = *view.reveal;
    // The team that answered last is "you": whose turn it was, who pressed and was right.
    std::optional<std::size_t> seat;
    if (!counts_hands()) {
        if (view.question->turn) seat = quiz::seat_of(state(), *view.question->turn);
        for (std::size_t i = 0; i < reveal.everybody.size() && response_mode() == quiz::ResponseMode::buzzers; ++i) {
            const auto& answer = reveal.everybody[i];
            if (answer && answer->response && (!seat || answer->award.credit != Fraction::zero())) seat = i;
        }
    }
    if (seat && *seat < reveal.everybody.size()) reveal.judgement = reveal.everybody[*seat];
    RevealModel model = reveal_model(context_, view);
    say_saved(context_, model);
    model.round = round_name(context_, state().plan.round);
    model.counter = words.text("question.counter",
                               {{"number", words.number(view.question->number)}, {"of", words.number(view.planned)}});
    model.progress = static_cast<double>(view.question->number) / std::max(1, view.planned);
    if (!context_.game.run().keeps_journal()) model.saved_text = words.text("room.rehearsal");
    if (seat && reveal.judgement && model.outcome != Mark::none) {
        model.verdict = words.text(
            "room.verdict", {{"team", team_name(context_, state().players[*seat].id)}, {"verdict", model.verdict}});
    } else {
        say_verdict(context_, view, model);
    }
    say_choices(context_, view, model);
    if (reveal.corrected) model.why_heading = words.text("room.corrected");
    model.sources_open = sources_open_;
    const bool last = view.question->number >= view.planned;
    const bool standings = context_.classes.classes.empty() || context_.classes.classes.front().standings;
    model.next = words.text(standings ? "room.to_standings" : last ? "reveal.to_result" : "reveal.next");
    model.focus = focus_;
    model.room = strip();
    return model;
}

void say_verdict(const Context& context, const quiz::View& view, RevealModel& model) {
    const quiz::RevealView& reveal = *view.reveal;
    if (!quiz::is_marked(*reveal.question)) return;
    model.outcome = Mark::none;
    model.award.clear();
    const std::vector<int> hands = hands_of(view.question->given);
    const int all = std::accumulate(hands.begin(), hands.end(), 0);
    int right = 0;
    for (std::size_t i = 0; i < hands.size(); ++i) {
        if (quiz::credit_of(quiz::Picked{static_cast<std::uint8_t>(i)}, *reveal.question, reveal.display_order) ==
            Fraction::one())
            right = hands[i];
    }
    model.verdict = all > 0 ? context.words.plural("room.hands_right", right, {{"all", context.words.number(all)}})
                            : context.words.text("room.the_answer");
}

void say_choices(const Context& context, const quiz::View& view, RevealModel& model) {
    auto* choices = std::get_if<MarkedChoices>(&model.answer);
    if (choices == nullptr) return;
    std::vector<int> hands = hands_of(view.question->given);
    hands.resize(choices->choices.size());
    for (std::size_t i = 0; i < choices->choices.size(); ++i) {
        MarkedChoice& choice = choices->choices[i];
        choice.card.number = wording::letter_of(i);
        choice.card.sign = wording::sign_of(i);
        if (hands[i] == 0) continue;
        const std::string counted = context.words.plural("room.hands", hands[i]);
        choice.word = choice.word.empty()
                          ? counted
                          : context.words.text("room.word_and_hands", {{"word", choice.word}, {"hands", counted}});
    }
}

StandingsModel ClassScreen::standings_model() const {
    const auto& words = context_.words;
    StandingsModel model;
    const int number = view_.question ? view_.question->number : 0;
    model.round = round_name(context_, state().plan.round);
    model.counter =
        words.text("question.counter", {{"number", words.number(number)}, {"of", words.number(view_.planned)}});
    model.progress = static_cast<double>(number) / std::max(1, view_.planned);
    model.heading = words.text("standings.heading");
    model.next = words.text(number >= view_.planned ? "reveal.to_result" : "reveal.next");
    model.room = strip();
    if (state().plan.rules.goal_percent > 0) {
        const Fraction share = reached(view_);
        const auto percent = rounded_product(100, share);
        model.goal = GoalModel{
            words.text(percent >= state().plan.rules.goal_percent ? "standings.goal_reached" : "standings.goal",
                       {{"percent", words.number(percent)}, {"goal", words.number(state().plan.rules.goal_percent)}}),
            static_cast<double>(share.num) / static_cast<double>(share.den), state().plan.rules.goal_percent / 100.0};
        model.heading = words.text("standings.together");
        return model;
    }
    std::vector<std::size_t> order;
    for (std::size_t seat = 0; seat < view_.standings.size(); ++seat) {
        if (!view_.standings[seat].gone) order.push_back(seat);
    }
    const auto points = [&](std::size_t seat) { return view_.standings[seat].score.points.count; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points(a) > points(b); });
    const std::size_t shown = std::min(most_shown, (order.size() + 1) / 2);
    const std::int64_t most = order.empty() ? 0 : std::max<std::int64_t>(1, points(order.front()));
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t seat = order[i];
        if (i == 0 || points(seat) != points(order[i - 1])) place = i + 1; // equal points, equal place
        if (i >= shown && place > shown) break;
        const quiz::PlayerId& id = view_.standings[seat].player;
        StandingRow row{words.number(static_cast<std::int64_t>(place)), look_of(team_of(context_, id)),
                        team_name(context_, id), words.number(points(seat))};
        row.share = static_cast<double>(std::max<std::int64_t>(0, points(seat))) / static_cast<double>(most);
        if (seat < request_.before.size() && request_.before[seat].count != points(seat)) {
            const std::int64_t change = points(seat) - request_.before[seat].count;
            row.change = words.text(change > 0 ? "standings.more" : "standings.less",
                                    {{"points", words.number(std::abs(change))}});
        }
        model.rows.push_back(std::move(row));
        if (model.rows.size() == most_shown) break;
    }
    if (model.rows.size() < order.size()) model.note = words.text("standings.upper");
    return model;
}

std::optional<HostModel> ClassScreen::host() const {
    const auto& words = context_.words;
    HostModel model;
    model.title = round_name(context_, state().plan.round);
    model.time = words.text("hostwindow.time", {{"time", wording::minutes_and_seconds(context_.game.run().now())}});
    model.state = state_word();
    if (view_.question) {
        const quiz::Question& question = *asked().question;
        model.now_heading = words.text("question.counter", {{"number", words.number(view_.question->number)},
                                                            {"of", words.number(view_.planned)}});
        model.prompt = question.prompt;
        if (quiz::is_marked(question)) model.key = words.text("hostwindow.key", {{"key", quiz::key_text(question)}});
        model.why = question.explanation;
        model.notes_heading = words.text("hostwindow.notes");
        for (const Badge& badge : wording::badges_of(words, question.evidence))
            model.notes.push_back(words.text(
                "hostwindow.badge", {{"label", badge.label}, {"value", badge.value}, {"meaning", badge.meaning}}));
        for (const quiz::Citation& source : question.sources) model.notes.push_back(source.text);
    }
    model.next_heading = words.text("hostwindow.next");
    const auto coming = context_.game.run().coming();
    model.next = coming ? wording::one_line(coming->prompt) : words.text("hostwindow.last");
    model.teams = teams_of(context_, view_);
    say_of_teams(model.teams);
    return model;
}

} // namespace chelate::screens
