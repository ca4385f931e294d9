#include "game/app/screens/question_screen.hpp"

#include "game/app/start_round.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

QuestionScreen::QuestionScreen(Context& context) : context_(context) {
    if (const auto view = context.game.view(); view.question) question_ = *view.question;
    answering_ = std::visit([&](const auto& view) { return answering(context_, view); }, question_.answer);
}

ScreenModel QuestionScreen::model() const {
    const auto& words = context_.words;
    QuestionModel model;
    const Standing standing = standing_of(context_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.topic = topic_name(context_.game.pack(), question_.topic);
    model.prompt = question_.prompt;
    model.instruction = words.text(instruction_key(question_.kind));
    model.answer = answering_->model();
    model.keys = answering_->keyboard();
    if (!answering_->check().empty()) model.check = words.text(answering_->check());
    model.check_focus = check_focus();
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> QuestionScreen::footer() const {
    const auto& words = context_.words;
    std::vector<KeyHint> hints = answering_->keys();
    const bool under_way = answering_->keyboard() == Keys::carry;
    if (under_way) hints.push_back({words.text("key.esc"), words.text("does.put_down"), Click::back});
    hints.push_back({words.text("key.f1"), words.text("does.keys"), Click::keys});
    if (!under_way) hints.push_back({words.text("key.esc"), words.text("does.home"), Click::back});
    return hints;
}

Transition QuestionScreen::submit(const std::optional<quiz::Response>& response) {
    if (!response || !context_.game.run().submit(quiz::SubmitAnswer{context_.game.seat(), *response})) return Stay{};
    return GoTo{next_screen(context_.game)};
}

Transition QuestionScreen::handle(const Intent& intent) {
    if (std::holds_alternative<Back>(intent)) {
        if (answering_->step_back()) return Stay{};
        return GoTo{ShowHome{}};
    }
    if (answering_->keyboard() != Keys::carry) {
        if (const auto* move = std::get_if<MoveFocus>(&intent)) {
            focus_ = walked(focus_, move->by, focusables());
            return Stay{};
        }
        if (const auto* focus = std::get_if<FocusOn>(&intent)) {
            if (focus->index >= 0 && focus->index < focusables()) focus_ = focus->index;
            return Stay{};
        }
    }
    if (!answering_->check().empty()) {
        const auto* press = std::get_if<Press>(&intent);
        const bool entered = std::holds_alternative<Activate>(intent) && focus_ == check_focus();
        if (entered || (press != nullptr && press->index == check_focus())) return submit(answering_->response());
    }
    return submit(answering_->handle(intent, focus_));
}

} // namespace chelate::app
