#include "game/screens/solo/reveal_screen.hpp"

#include "game/screens/interactions/interactions.hpp"
#include "game/screens/knowledge/weigh_screen.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/presenter/start_round.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr int focus_sources = 0;
constexpr int focus_next = 1;

} // namespace

RevealScreen::RevealScreen(Context& context) : context_(context), view_(context.game.view()) {}

RevealModel reveal_model(const Context& context, const quiz::View& view) {
    const auto& words = context.words;
    const quiz::RevealView& reveal = *view.reveal;
    const quiz::Question& question = *reveal.question;
    RevealModel model;
    if (reveal.judgement) {
        model.outcome = quiz::is_marked(question) ? wording::mark_of(reveal.judgement->award.credit) : Mark::none;
        const quiz::Award& award = reveal.judgement->award;
        // Terms are for what is not the whole: "1000 = 1000" tells nobody anything.
        const bool whole = award.points == award.possible;
        model.award = words.text("reveal.award",
                                 {{"terms", whole ? words.number(award.points.count) : quiz::terms_of(award, "×")}});
    }
    model.verdict = reveal.judgement && reveal.judgement->passed ? words.text("reveal.passed")
                                                                 : wording::verdict_word(words, model.outcome);
    if (model.outcome == Mark::none) model.award.clear();
    model.prompt = view.question->prompt;
    model.panels = panels_of(question.panels);
    model.answer = std::visit([&](const auto& way) { return marked(context, way, reveal); }, question.body);
    if (!question.explanation.empty()) model.why_heading = words.text("reveal.why");
    model.why = question.explanation;
    model.badges = wording::badges_of(words, question.evidence);
    if (question.evidence.graded) {
        model.graded_question = words.text("reveal.graded_question", {{"question", question.evidence.graded_question}});
    }
    if (!question.sources.empty())
        model.sources_heading = words.plural("reveal.sources", static_cast<std::int64_t>(question.sources.size()));
    for (const quiz::Citation& source : question.sources) model.sources.push_back(source.text);
    return model;
}

void say_saved(const Context& context, RevealModel& model) {
    model.saved = context.game.run().saved();
    if (context.kiosk) {
        model.saved_text = context.words.text("kiosk.nothing_kept");
        return;
    }
    model.saved_text = context.words.text(model.saved ? "saved.yes" : "saved.no");
}

ScreenModel RevealScreen::model() const {
    const auto& words = context_.words;
    RevealModel model = reveal_model(context_, view_);
    say_saved(context_, model);
    const Standing standing = standing_of(context_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.sources_open = sources_open_;
    const runner::Runner& run = context_.game.run();
    const bool bell = quiz::bell_has_rung(run.history().state.plan.rules, run.now());
    const bool last =
        bell || view_.question->number >= view_.planned || (view_.study_round && !context_.game.run().coming());
    model.memory = remembered_lines(context_, view_.question->number);
    if (!model.memory.empty()) model.memory_heading = words.text("memory.heading");
    model.next = words.text(last ? "reveal.to_result" : "reveal.next");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> RevealScreen::hints() const {
    const auto& words = context_.words;
    std::vector<KeyHint> hints{
        {words.text("key.enter"), words.text(focus_ == focus_sources ? "does.sources" : "does.go_on")}};
    if (has_sources()) hints.push_back({words.text("key.space"), words.text("does.sources")});
    hints.push_back({words.text("key.up_down"), words.text("does.scroll")});
    return hints;
}

std::vector<Action> RevealScreen::actions() const {
    return {on(ActionId::weigh, &RevealScreen::weigh).when(weighed().has_value()),
            on(ActionId::report, &RevealScreen::report).when(!context_.kiosk), on(ActionId::help),
            on(ActionId::end_round, Transition{Push{ShowEndRound{}}}).footer_when(false),
            on(ActionId::back, &RevealScreen::go_back, context_.kiosk ? "does.end_visit" : "does.home")};
}

Transition RevealScreen::go_back() {
    if (!sources_open_) return GoTo{ShowHome{}};
    sources_open_ = false;
    return Stay{};
}

std::optional<content::ClaimId> RevealScreen::weighed() const {
    return graded_among(context_.game.pack(), view_.reveal->question->claims);
}

Transition RevealScreen::handle(const Intent& intent) {
    // Without sources there is one thing to focus.
    if (!has_sources() && (std::holds_alternative<MoveFocus>(intent) || std::holds_alternative<FocusOn>(intent) ||
                           std::holds_alternative<Hold>(intent))) {
        return Stay{};
    }
    const auto activate = [&](int index) -> Transition {
        focus_ = index;
        if (index == focus_next) return go_on(context_.game);
        sources_open_ = !sources_open_;
        return Stay{};
    };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, 2);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index == focus_sources || focus->index == focus_next) focus_ = focus->index;
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == focus_sources || press->index == focus_next) return activate(press->index);
    } else if (std::holds_alternative<Hold>(intent)) {
        sources_open_ = !sources_open_;
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    }
    return Stay{};
}

} // namespace chelate::screens
