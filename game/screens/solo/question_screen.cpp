#include "game/screens/solo/question_screen.hpp"

#include <algorithm>

#include "game/screens/presenter/round_header.hpp"
#include "game/screens/presenter/start_round.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

bool asks_sure(const quiz::SessionState& state) {
    return state.plan.rules.asks_confidence && quiz::is_marked(*state.asked.back().question);
}

} // namespace

QuestionScreen::QuestionScreen(Context& context)
    : context_(context),
      question_(context.game.view().question.value_or(quiz::QuestionView{})),
      entry_(context_, question_, asks_sure(context.game.run().history().state)) {}

ScreenModel QuestionScreen::model() const {
    const auto& words = context_.words;
    QuestionModel model;
    const Standing standing = standing_of(context_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.clock = clock_of(context_, question_);
    model.topic = wording::topic_name(context_.game.pack(), question_.topic);
    model.prompt = question_.prompt;
    model.panels = panels_of(question_.panels);
    if (!question_.hint.empty()) model.hint = words.text("question.hint", {{"hint", question_.hint}});
    model.notice = notice_;
    entry_.show(model);
    return model;
}

std::vector<KeyHint> QuestionScreen::hints() const { return entry_.keys(); }

std::vector<Action> QuestionScreen::actions() const {
    const bool asks = entry_.asks_how_sure();
    const bool under_way = entry_.is_under_way();
    std::string_view back = entry_.step_back_label();
    if (back.empty()) back = context_.kiosk ? "does.end_visit" : "does.home";
    return {on(ActionId::hint, &QuestionScreen::take_hint).when(!asks && question_.has_hint && question_.hint.empty()),
            on(ActionId::pass, &QuestionScreen::pass, rules().asks_confidence ? "does.no_idea" : "does.pass")
                .when(!asks && may_pass()),
            on(ActionId::end_round, Transition{Push{ShowEndRound{}}}).footer_when(!asks && !under_way),
            on(ActionId::help).footer_when(!asks), on(ActionId::back, &QuestionScreen::go_back, back)};
}

Transition QuestionScreen::go_back() { return entry_.step_back() ? Transition{Stay{}} : GoTo{ShowHome{}}; }

Transition QuestionScreen::tick() {
    if (!context_.game.run().tick()) return Stay{};
    return GoTo{continue_round(context_.game)};
}

bool QuestionScreen::may_pass() const {
    return rules().passing && quiz::is_marked(*context_.game.run().history().state.asked.back().question);
}

Transition QuestionScreen::submit(quiz::CommandBody command) {
    const bool accepted = context_.game.run().submit(std::move(command)).has_value();
    const auto view = context_.game.view();
    if (view.phase != quiz::Phase::asked) return GoTo{continue_round(context_.game)};
    // A hint, or a first answer that may be mended: the question stays, and so does what was done to it.
    if (view.question) question_ = *view.question;
    notice_ = question_.first ? context_.words.text(accepted ? "question.try_again" : "question.tried_already") : "";
    return Stay{};
}

Transition QuestionScreen::handle(const Intent& intent) {
    if (auto given = entry_.handle(intent))
        return submit(quiz::SubmitAnswer{context_.game.seat(), std::move(given->response), given->confidence});
    return Stay{};
}

} // namespace chelate::screens
