// The end of a round: the score with its terms, what is known now, what to play again.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ResultScreen final : public Presenter {
public:
    explicit ResultScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override { return model_with_focus(); }
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    enum class Choice { mistakes, look_back, again, home, study_on, practise };

    [[nodiscard]] ResultModel model_with_focus() const;
    Transition activate(int index);
    void add_questions();
    void add_totals();
    void add_buttons();

    Context& context_;
    ResultModel model_; ///< made once: the round is over
    std::vector<Choice> choices_;
    int focus_ = 0;
};

} // namespace chelate::screens
