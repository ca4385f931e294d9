// What each stage of a lesson looks like: the models of ClassScreen.
#include <algorithm>
#include <numeric>

#include "engine/base/text.hpp"
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/presenter/figure_player.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/class_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_shown = 5; ///< in the standings

double progress_of(int done, const quiz::View& view) { return static_cast<double>(done) / std::max(1, view.planned); }

} // namespace

std::string ClassScreen::counter(int number, const quiz::View& view) const {
    return words_.text("question.counter", {{"number", words_.number(number)}, {"of", words_.number(view.planned)}});
}

std::string ClassScreen::state_word(const quiz::View& view) const {
    const quiz::ResponseMode response_mode = view.rules.response_mode;
    if (view.paused) return words_.text("class.paused");
    if (request_.stage == Stage::correcting) return words_.text("class.correcting");
    if (!is_open(view) || request_.stage == Stage::standings) return {};
    if (request_.stage == Stage::prompt) return words_.text("class.read");
    if (const auto who = answering(view)) {
        // The members of a team take turns whenever the team is asked.
        const std::string name = names_.name_with_member(*who, rounds_.turns_of(*who));
        const bool is_tied = !view.question->buzzers.tied.empty() && response_mode == quiz::ResponseMode::buzzers;
        const bool by_turns = response_mode == quiz::ResponseMode::turns;
        return words_.text(is_tied ? "class.dead_heat" : by_turns ? "class.turn" : "class.pressed", {{"team", name}});
    }
    if (response_mode == quiz::ResponseMode::buzzers) return words_.text("class.press");
    if (all_in(view)) return words_.text("class.all_in");
    return words_.text(response_mode == quiz::ResponseMode::cards ? "class.show_cards"
                       : counts_hands(view)                       ? "class.show_hands"
                                                                  : "class.answers");
}

void ClassScreen::say_of_teams(const quiz::View& view, std::vector<TeamModel>& teams) const {
    if (!is_open(view) || request_.stage == Stage::standings || request_.stage == Stage::correcting) return;
    const auto who = answering(view);
    const quiz::QuestionView& question = *view.question;
    for (std::size_t seat = 0; seat < teams.size() && seat < question.answered.size(); ++seat) {
        TeamModel& team = teams[seat];
        if (view.standings[seat].gone) continue;
        const quiz::PlayerId& player = view.standings[seat].player;
        team.lit = who == player;
        if (view.rules.response_mode == quiz::ResponseMode::buzzers) {
            if (question.answered[seat]) {
                team.word = words_.text("class.was_wrong");
                team.quiet = true;
            } else if (question.buzzers.waits[seat] > rounds_.now()) {
                team.word = words_.text("class.too_early");
            } else if (!who) {
                team.word = names_.team_of(player).button;
            }
        } else if (question.answered[seat] && counts_hands(view) && !all_in(view)) {
            team.word = words_.text("class.counted");
        } else if (view.rules.response_mode == quiz::ResponseMode::turns) {
            team.quiet = !team.lit;
        }
    }
    if (counts_hands(view) && team_ < counted_.size() && counted_.size() > 1) teams[counted_[team_]].lit = true;
}

TeamStrip ClassScreen::strip(const quiz::View& view) const {
    TeamStrip strip;
    strip.state = state_word(view);
    if (display_.strip_hidden) return strip;
    strip.teams = names_.models_of(view);
    say_of_teams(view, strip.teams);
    return strip;
}

AnswerModel ClassScreen::choices_shown(const quiz::View& view) const {
    // Nobody answers here, so the choices are only shown.
    QuestionModel shown;
    AnswerEntry(pack_, words_, *view.question).show(shown);
    return shown.answer;
}

AnswerModel ClassScreen::spread(const quiz::View& view) const {
    const std::vector<int> chosen = chosen_of(view.question->given, option_count(view.question->answer));
    const int all = std::accumulate(chosen.begin(), chosen.end(), 0);
    AnswerModel shown = choices_shown(view);
    auto* cards = std::get_if<ChoiceModel>(&shown);
    if (cards == nullptr || all == 0) return shown;
    letter(cards->choices);
    SpreadModel model;
    for (std::size_t i = 0; i < cards->choices.size(); ++i)
        model.bars.push_back({cards->choices[i], static_cast<double>(chosen[i]) / all, words_.number(chosen[i])});
    return model;
}

QuestionModel ClassScreen::question_model(const quiz::View& view) const {
    const bool correcting = request_.stage == Stage::correcting;
    const quiz::View earlier = correcting ? rounds_.look_back(request_.number) : view;
    const quiz::QuestionView& question = *earlier.question;
    QuestionModel model;
    model.round = round_name(pack_, words_, view.round);
    model.counter = counter(question.number, view);
    model.progress = progress_of(question.number - 1, view);
    model.prompt = question.prompt;
    model.image = image_of(question.image, pack_);
    if (!model.image) model.figure = first_picture(pack_, question.mechanism);
    model.panels = panels_of(question.panels);
    model.notice = notice_;
    model.strip = strip(view);
    model.answer = ReadModel{};
    model.keys = Keys::none;
    model.focus = -1;
    if (!correcting && view.rules.response_mode == quiz::ResponseMode::turns)
        model.clock = clock_of(words_, question, rounds_.now());
    if (request_.stage != Stage::prompt) show_answer(model, view);
    return model;
}

void ClassScreen::show_answer(QuestionModel& model, const quiz::View& view) const {
    const quiz::ResponseMode response_mode = view.rules.response_mode;
    if (entry_) {
        entry_->show(model);
        if (entry_->asks_how_sure()) return;
    } else if (counts_hands(view) && team_ < counted_.size()) {
        AnswerModel shown = choices_shown(view);
        auto* cards = std::get_if<ChoiceModel>(&shown);
        std::vector<ChoiceCard> choices = cards != nullptr ? std::move(cards->choices) : std::vector<ChoiceCard>{};
        letter(choices);
        tally_[team_].show(model, std::move(choices));
        const bool is_last = team_ + 1 == counted_.size();
        model.instruction =
            view.standings.size() > 1
                ? words_.text("class.hands_of", {{"team", names_.name_of(view.standings[counted_[team_]].player)}})
                : words_.text(response_mode == quiz::ResponseMode::cards ? "class.count_cards" : "class.count_hands");
        model.check = words_.text(is_last ? "class.take_count" : "class.next_team");
    } else {
        model.answer = is_open(view) && all_in(view) && counts_hands(view) ? spread(view) : choices_shown(view);
        // What a team has chosen is lit until the reveal.
        const auto seat = view.question->turn ? seat_of(view, *view.question->turn) : std::nullopt;
        const auto& given = view.question->given;
        if (seat && *seat < given.size() && given[*seat]) {
            if (const auto* picked = std::get_if<quiz::Picked>(&*given[*seat])) model.focus = picked->position;
        }
    }
    if (auto* cards = std::get_if<ChoiceModel>(&model.answer)) {
        letter(cards->choices);
        model.instruction.clear(); // the strip says whose turn it is
        // In buzzer mode, a letter may be the buzzer of another team.
        if (model.keys == Keys::focus && response_mode != quiz::ResponseMode::buzzers) model.keys = Keys::letters;
    }
}

RevealModel ClassScreen::told(quiz::View view) const {
    quiz::RevealView& reveal = *view.reveal;
    const int number = view.question->number;
    // "You" is the team that answered last: the one whose turn it was, or the one that pressed and was right.
    std::optional<std::size_t> seat;
    if (!counts_hands(view)) {
        if (view.question->turn) seat = seat_of(view, *view.question->turn);
        const bool by_buzzers = view.rules.response_mode == quiz::ResponseMode::buzzers;
        for (std::size_t i = 0; i < reveal.everybody.size() && by_buzzers; ++i) {
            const auto& answer = reveal.everybody[i];
            if (answer && answer->response && (!seat || answer->award.credit != Fraction::zero())) seat = i;
        }
    }
    if (seat && *seat < reveal.everybody.size()) reveal.judgement = reveal.everybody[*seat];
    RevealModel model = reveal_model(pack_, words_, view);
    say_saved(words_, false, rounds_.is_saved(), model);
    model.round = round_name(pack_, words_, view.round);
    model.counter = counter(number, view);
    model.progress = progress_of(number, view);
    if (!rounds_.keeps_journal()) model.saved_text = words_.text("class.rehearsal");
    if (seat && reveal.judgement && model.outcome != Mark::none) {
        model.verdict = words_.text(
            "class.verdict", {{"team", names_.name_of(view.standings[*seat].player)}, {"verdict", model.verdict}});
    } else {
        say_verdict(words_, view, model);
    }
    say_choices(words_, view, model);
    if (reveal.corrected) model.why_heading = words_.text("class.corrected");
    model.sources_open = sources_open_;
    const bool is_last = number >= view.planned;
    model.next = words_.text(shows_standings(files_) ? "class.to_standings"
                             : is_last               ? "reveal.to_result"
                                                     : "reveal.next");
    model.focus = focus_;
    model.strip = strip(view);
    return model;
}

void say_verdict(const text::Language& words, const quiz::View& view, RevealModel& model) {
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
    model.verdict = all > 0 ? words.plural("class.hands_right", right, {{"all", words.number(all)}})
                            : words.text("class.the_answer");
}

void say_choices(const text::Language& words, const quiz::View& view, RevealModel& model) {
    auto* choices = std::get_if<MarkedChoices>(&model.answer);
    if (choices == nullptr) return;
    std::vector<int> hands = hands_of(view.question->given);
    hands.resize(choices->choices.size());
    for (std::size_t i = 0; i < choices->choices.size(); ++i) {
        MarkedChoice& choice = choices->choices[i];
        choice.card.number = wording::letter_of(i);
        choice.card.sign = wording::sign_of(i);
        if (hands[i] == 0) continue;
        const std::string counted = words.plural("class.hands", hands[i]);
        choice.word = choice.word.empty()
                          ? counted
                          : words.text("class.word_and_hands", {{"word", choice.word}, {"hands", counted}});
    }
}

StandingsModel ClassScreen::standings_model(const quiz::View& view) const {
    StandingsModel model;
    const int number = asked_so_far(view);
    model.round = round_name(pack_, words_, view.round);
    model.counter = counter(number, view);
    model.progress = progress_of(number, view);
    model.heading = words_.text("standings.heading");
    model.next = words_.text(number >= view.planned ? "reveal.to_result" : "reveal.next");
    model.strip = strip(view);
    const int goal = view.rules.goal_percent;
    if (goal > 0) {
        const Fraction share = reached(view);
        const auto percent = rounded_product(100, share);
        model.goal = GoalModel{words_.text(percent >= goal ? "standings.goal_reached" : "standings.goal",
                                           {{"percent", words_.number(percent)}, {"goal", words_.number(goal)}}),
                               static_cast<double>(share.num) / static_cast<double>(share.den), goal / 100.0};
        model.heading = words_.text("standings.together");
    } else {
        rank(model, view);
    }
    return model;
}

void ClassScreen::rank(StandingsModel& model, const quiz::View& view) const {
    std::vector<std::size_t> order;
    for (std::size_t seat = 0; seat < view.standings.size(); ++seat) {
        if (!view.standings[seat].gone) order.push_back(seat);
    }
    const auto points = [&](std::size_t seat) { return view.standings[seat].score.points.count; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points(a) > points(b); });
    const std::size_t shown = std::min(most_shown, (order.size() + 1) / 2);
    const std::int64_t most = order.empty() ? 0 : std::max<std::int64_t>(1, points(order.front()));
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t seat = order[i];
        if (i == 0 || points(seat) != points(order[i - 1])) place = i + 1; // equal points, equal place
        if (i >= shown && place > shown) break;
        const quiz::PlayerId& id = view.standings[seat].player;
        StandingRow row{words_.number(static_cast<std::int64_t>(place)), look_of(names_.team_of(id)),
                        names_.name_of(id), words_.number(points(seat))};
        row.share = static_cast<double>(std::max<std::int64_t>(0, points(seat))) / static_cast<double>(most);
        if (seat < request_.before.size() && request_.before[seat].count != points(seat)) {
            const std::int64_t change = points(seat) - request_.before[seat].count;
            row.change = words_.text(change > 0 ? "standings.more" : "standings.less",
                                     {{"points", words_.number(std::abs(change))}});
        }
        model.rows.push_back(std::move(row));
        if (model.rows.size() == most_shown) break;
    }
    if (model.rows.size() < order.size()) model.note = words_.text("standings.upper");
}

std::optional<HostModel> ClassScreen::host() const {
    const quiz::View view = rounds_.view();
    HostModel model;
    model.title = round_name(pack_, words_, view.round);
    model.time = words_.text("hostwindow.time", {{"time", wording::minutes_and_seconds(rounds_.now())}});
    model.state = state_word(view);
    if (const quiz::Question* question = rounds_.question_with_key()) {
        model.now_heading = counter(view.question->number, view);
        model.prompt = question->prompt;
        if (quiz::is_marked(*question)) model.key = words_.text("hostwindow.key", {{"key", quiz::key_text(*question)}});
        model.why = question->explanation;
        model.notes_heading = words_.text("hostwindow.notes");
        for (const Badge& badge : wording::badges_of(pack_, words_, question->evidence))
            model.notes.push_back(wording::badge_line(words_, badge));
        for (const quiz::Citation& source : question->sources) model.notes.push_back(source.text);
    }
    model.next_heading = words_.text("hostwindow.next");
    const auto coming = rounds_.coming();
    model.next = coming ? showable_line(coming->prompt) : words_.text("hostwindow.last");
    model.teams = names_.models_of(view);
    say_of_teams(view, model.teams);
    return model;
}

} // namespace chelate::screens
