// A question that waits for its answer.
#pragma once

#include "game/app/presenter.hpp"
#include "game/app/ways/ways.hpp"

namespace chelate::app {

/// The frame around what there is to answer: prompt, instruction, the button that hands in.
class QuestionScreen final : public Presenter {
public:
    explicit QuestionScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;
    Transition tick() override;

private:
    [[nodiscard]] int check_focus() const { return answering_->count(); } ///< the button stands after the answer
    [[nodiscard]] int focusables() const { return answering_->count() + (answering_->check().empty() ? 0 : 1); }
    [[nodiscard]] const quiz::Rules& rules() const { return context_.game.run().state().board.program.rules; }
    [[nodiscard]] bool is_marked() const;
    [[nodiscard]] bool may_pass() const { return rules().passing && is_marked(); }
    [[nodiscard]] bool asks_how_sure() const { return pending_.has_value(); }
    /// Takes a response: asks how sure it is where the round wants to know, else hands it in.
    Transition take(std::optional<quiz::Response> response);
    Transition submit(quiz::CommandBody command);
    Transition handle_sureness(const Intent& intent);
    [[nodiscard]] AnswerModel sureness() const;
    [[nodiscard]] std::optional<ClockModel> clock() const;

    Context& context_;
    quiz::QuestionView question_;
    std::unique_ptr<Answering> answering_;
    std::optional<quiz::Response> pending_; ///< given, and not yet said how sure
    std::string notice_;
    int focus_ = 0;
};

} // namespace chelate::app
