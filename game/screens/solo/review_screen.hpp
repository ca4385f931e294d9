// A round that is over, question by question: as it was, what was answered, what is right and why.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ReviewScreen final : public Presenter {
public:
    explicit ReviewScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition report() { return Push{ShowSeemsWrong{numbers_[at_]}}; }
    Transition print();
    [[nodiscard]] quiz::View view() const;
    [[nodiscard]] bool is_last() const { return at_ + 1 == numbers_.size(); }
    void turn(int by);
    Transition press(int index);

    Context& context_;
    std::vector<int> numbers_; ///< of the questions that were revealed, 1-based
    std::size_t at_ = 0;
    bool sources_open_ = false;
    int focus_ = 1; ///< 0: sources, 1: next
};

} // namespace chelate::screens
