// A question that waits for its answer.
#pragma once

#include "game/screens/interactions/answer_entry.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// The frame around what there is to answer: round, prompt, hint, clock.
class QuestionScreen final : public Presenter {
public:
    explicit QuestionScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    Transition tick() override;

private:
    Transition take_hint() { return submit(quiz::TakeHint{context_.game.seat()}); }
    Transition pass() { return submit(quiz::PassQuestion{context_.game.seat()}); }
    Transition go_back();
    [[nodiscard]] const quiz::Rules& rules() const { return context_.game.run().history().state.plan.rules; }
    [[nodiscard]] bool may_pass() const;
    Transition submit(quiz::CommandBody command);

    Context& context_;
    quiz::QuestionView question_;
    AnswerEntry entry_;
    std::string notice_;
};

} // namespace chelate::screens
