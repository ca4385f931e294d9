#include "game/screens/solo/result_screen.hpp"

#include <algorithm>
#include <set>

#include "game/screens/presenter/round_header.hpp"
#include "game/screens/presenter/start_round.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

ResultScreen::ResultScreen(Context& context) : context_(context) {
    const auto& words = context.words;
    const quiz::Score score = context.game.run().history().state.scores.at(0);
    model_.round = standing_of(context).round;
    model_.heading =
        words.text("result.heading", {{"right", words.number(score.right)}, {"asked", words.number(score.asked)}});
    model_.points = score.points.count;
    model_.possible = score.possible.count;
    model_.points_text = words.text("result.points", {{"points", words.number(score.points.count)},
                                                      {"possible", words.number(score.possible.count)}});
    model_.terms_heading = words.text("result.terms");
    add_questions();
    model_.known_heading = words.text(model_.known.empty() ? "result.known_none" : "result.known");
    add_totals();
    model_.returns = return_lines(context);
    if (!model_.returns.empty()) model_.returns_heading = words.text("result.returns");
    model_.mistakes_heading = words.text(model_.mistakes.empty() ? "result.mistakes_none" : "result.mistakes");
    add_buttons();
}

void ResultScreen::add_questions() {
    for (const quiz::QuestionRecord& asked : context_.game.run().history().state.asked) {
        if (asked.voided || asked.answers.empty() || !asked.answers[0] || !quiz::is_marked(*asked.question)) continue;
        const quiz::Award& award = asked.answers[0]->award;
        const ResultLine line{.text = wording::one_line(asked.question->prompt),
                              .detail = quiz::key_text(*asked.question),
                              .points = quiz::terms_of(award, "×"),
                              .mark = wording::mark_of(award.credit)};
        model_.terms.push_back(line);
        if (line.mark == Mark::right) {
            model_.known.push_back(
                context_.words.text("result.known_line", {{"prompt", line.text}, {"answer", line.detail}}));
        } else {
            model_.mistakes.push_back(line);
        }
    }
}

void ResultScreen::add_totals() {
    // Of the topics of this round, over all rounds so far.
    std::set<content::TopicId> topics;
    for (const quiz::QuestionRecord& asked : context_.game.run().history().state.asked)
        topics.insert(asked.question->topic);
    for (const store::TopicTotal& total : context_.game.totals_by_topic()) {
        if (!topics.contains(total.id)) continue;
        const auto& words = context_.words;
        model_.known.push_back(words.text(
            "result.topic_total", {{"topic", wording::topic_name(context_.game.pack(), total.id)},
                                   {"right", words.number(total.right)},
                                   {"answered", words.number(total.answered)}}));
    }
}

void ResultScreen::add_buttons() {
    const auto& words = context_.words;
    const auto& study_round = context_.game.run().history().state.plan.study_round;
    if (!model_.mistakes.empty() && !study_round) {
        model_.buttons.push_back(
            {words.plural("result.play_mistakes", static_cast<std::int64_t>(model_.mistakes.size())), {}, true});
        choices_.push_back(Choice::mistakes);
    }
    if (!study_round) {
        model_.buttons.push_back({words.text("result.play_again"), {}, false});
        choices_.push_back(Choice::again);
    } else {
        const auto plan = context_.game.day_plan();
        const bool more = plan && !plan->empty();
        model_.buttons.push_back({words.text(more ? "result.study_on" : "result.practise"), {}, false});
        choices_.push_back(more ? Choice::study_on : Choice::practise);
    }
    const auto& asked = context_.game.run().history().state.asked;
    if (std::any_of(asked.begin(), asked.end(), [](const quiz::QuestionRecord& one) { return one.revealed; })) {
        model_.buttons.push_back({words.text("result.look_back"), {}, false});
        choices_.push_back(Choice::look_back);
    }
    model_.buttons.push_back({words.text("result.home"), {}, model_.mistakes.empty() || study_round.has_value()});
    choices_.push_back(Choice::home);
    for (std::size_t i = 0; i < model_.buttons.size(); ++i) {
        if (model_.buttons[i].primary) focus_ = static_cast<int>(i);
    }
}

ResultModel ResultScreen::model_with_focus() const {
    ResultModel model = model_;
    model.focus = focus_;
    // What could not be saved at first may have been saved since.
    model.saved_text = context_.words.text(context_.kiosk                ? "kiosk.nothing_kept"
                                           : context_.game.run().saved() ? "saved.yes"
                                                                         : "saved.no");
    return model;
}

std::vector<KeyHint> ResultScreen::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.left_right"), words.text("does.choose")},
            {words.text("key.enter"), words.text("does.do_it")},
            {words.text("key.up_down"), words.text("does.scroll")}};
}

std::vector<Action> ResultScreen::actions() const {
    return {on(ActionId::help), on(ActionId::back, Transition{GoTo{ShowHome{}}}, "does.back_home")};
}

Transition ResultScreen::activate(int index) {
    if (index < 0 || index >= static_cast<int>(choices_.size())) return Stay{};
    switch (choices_[static_cast<std::size_t>(index)]) {
    case Choice::mistakes:
        context_.game.play_mistakes(context_.new_session());
        return GoTo{continue_round(context_.game)};
    case Choice::study_on: return start_study(context_);
    case Choice::practise: return start_study(context_, true);
    case Choice::look_back: return Push{ShowReview{}};
    case Choice::again:
        if (!context_.game.start_again(context_.new_seed(), context_.new_session())) return Stay{};
        return GoTo{continue_round(context_.game)};
    case Choice::home: break;
    }
    return GoTo{ShowHome{}};
}

Transition ResultScreen::handle(const Intent& intent) {
    const int count = static_cast<int>(choices_.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count) focus_ = focus->index;
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        return activate(press->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        return activate(choose->number - 1);
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    }
    return Stay{};
}

} // namespace chelate::screens
