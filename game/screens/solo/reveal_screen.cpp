#include "game/screens/solo/reveal_screen.hpp"

#include "game/screens/interactions/interactions.hpp"
#include "game/screens/knowledge/weigh_screen.hpp"
#include "game/screens/presenter/figure_player.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

RevealModel reveal_model(const content::Pack& pack, const text::Language& words, const quiz::View& view) {
    const quiz::RevealView& reveal = *view.reveal;
    const quiz::Question& question = *reveal.question;
    RevealModel model;
    const bool is_marked = quiz::is_marked(question);
    if (!is_marked) model.outcome = Mark::none; // nobody was wrong, whether one person answered or hands were counted
    if (reveal.judgement) {
        if (is_marked) model.outcome = wording::mark_of(reveal.judgement->award.credit);
        model.award = wording::award_text(words, reveal.judgement->award);
    }
    const bool passed = reveal.judgement && reveal.judgement->passed;
    const bool unanswered = reveal.judgement && !reveal.judgement->response;
    model.verdict = passed ? words.text("reveal.passed") : wording::verdict_word(words, model.outcome);
    // Nothing but the clock ends a question without an answer.
    const bool is_late = view.rules.clock && view.question->marked && !passed && unanswered;
    if (is_late) model.verdict = words.text("reveal.time_up");
    if (model.outcome == Mark::none) model.award.clear();
    model.prompt = view.question->prompt;
    model.image = image_of(question.image, pack);
    if (question.mechanisms.size() == 1) model.figure = played_figure(pack, question.mechanisms.front());
    model.panels = panels_of(question.panels);
    model.answer = std::visit([&](const auto& one) { return marked(pack, words, one, reveal); }, question.interaction);
    if (!question.chain.empty() && !std::holds_alternative<MarkedOrder>(model.answer)) {
        model.chain_heading = words.text("reveal.right_order");
        for (const quiz::ChainStep& step : question.chain) model.chain.push_back({step.text, step.because});
    }
    if (!question.explanation.empty()) model.why_heading = words.text("reveal.why");
    model.why = question.explanation;
    model.badges = wording::badges_of(pack, words, question.evidence);
    if (question.evidence.graded) {
        model.graded_question = words.text("reveal.graded_question", {{"question", question.evidence.graded_question}});
    }
    if (!question.sources.empty())
        model.sources_heading = words.plural("reveal.sources", static_cast<std::int64_t>(question.sources.size()));
    for (const quiz::Citation& source : question.sources) model.sources.push_back(source.text);
    return model;
}

void say_saved(const text::Language& words, bool in_kiosk, bool saved, RevealModel& model) {
    model.saved = saved;
    model.saved_text = words.text(in_kiosk ? "kiosk.nothing_kept" : saved ? "saved.yes" : "saved.no");
}

RevealScreen::RevealScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                           const session::Study& study, bool in_kiosk)
    : pack_(pack),
      words_(words),
      rounds_(rounds),
      study_(study),
      in_kiosk_(in_kiosk),
      view_(rounds.view()),
      explained_(words_of(pack, *view_.reveal->question)) {}

bool RevealScreen::is_last() const {
    return quiz::bell_has_rung(view_.rules, rounds_.now()) || view_.question->number >= view_.planned ||
           (view_.study_round && !rounds_.has_next());
}

ScreenModel RevealScreen::model() const {
    RevealModel model = reveal_model(pack_, words_, view_);
    say_saved(words_, in_kiosk_, rounds_.is_saved(), model);
    const Standing standing = standing_of(rounds_, pack_, words_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.sources_open = sources_open_;
    model.memory = remembered_lines(study_, rounds_, pack_, words_, view_.question->number);
    if (!model.memory.empty()) model.memory_heading = words_.text("memory.heading");
    model.next = words_.text(is_last() ? "reveal.to_result" : "reveal.next");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> RevealScreen::hints() const {
    std::vector<KeyHint> hints{
        {words_.text("key.enter"), words_.text(focus_ == focus_sources ? "does.sources" : "does.go_on")}};
    if (has_sources()) hints.push_back({words_.text("key.space"), words_.text("does.sources")});
    hints.push_back({words_.text("key.up_down"), words_.text("does.scroll")});
    return hints;
}

std::vector<Action> RevealScreen::actions() const {
    return {on(ActionId::weigh, &RevealScreen::weigh).when(weighed().has_value()),
            on(ActionId::words, &RevealScreen::explain_words).when(!explained_.empty()),
            on(ActionId::report, &RevealScreen::report).when(!in_kiosk_),
            on(ActionId::help),
            on(ActionId::end_round, Effects{ShowOver{ShowEndRound{}}}).footer_when(false),
            on(ActionId::back, &RevealScreen::go_back, in_kiosk_ ? "does.end_visit" : "does.home")};
}

Effects RevealScreen::go_back() {
    if (!sources_open_) return Show{ShowHome{}};
    sources_open_ = false;
    return {};
}

std::optional<content::ClaimId> RevealScreen::weighed() const {
    return graded_among(pack_, view_.reveal->question->claims);
}

Effects RevealScreen::press(int index) {
    focus_ = index;
    if (index == focus_next) return play(session::GoOn{}, rounds_, words_);
    sources_open_ = !sources_open_;
    return {};
}

Effects RevealScreen::handle(const Intent& intent) {
    // Without sources there is one thing to focus.
    if (!has_sources() && (std::holds_alternative<MoveFocus>(intent) || std::holds_alternative<FocusOn>(intent) ||
                           std::holds_alternative<Hold>(intent))) {
        return {};
    }
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, 2);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index == focus_sources || focus->index == focus_next) focus_ = focus->index;
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        if (pressed->index == focus_sources || pressed->index == focus_next) return press(pressed->index);
    } else if (std::holds_alternative<Hold>(intent)) {
        sources_open_ = !sources_open_;
    } else if (std::holds_alternative<Activate>(intent)) {
        return press(focus_);
    }
    return {};
}

} // namespace chelate::screens
