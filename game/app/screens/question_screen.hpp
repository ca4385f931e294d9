// A question that waits for its answer.
#pragma once

#include "game/app/presenter.hpp"

namespace chelate::app {

class QuestionScreen final : public Presenter {
public:
    explicit QuestionScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    [[nodiscard]] int count() const { return static_cast<int>(arrangement_.size()); }
    void move_item(int from, int to);
    Transition submit(const quiz::Response& response);
    Transition handle_choice(const Intent& intent);
    Transition handle_order(const Intent& intent);

    Context& context_;
    quiz::QuestionView question_;
    quiz::Order arrangement_; ///< screen positions in the order a person has put them; untouched for a choice
    int focus_ = 0;
    int held_ = -1;
};

} // namespace chelate::app
