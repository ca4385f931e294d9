// The questions of a lesson before it begins, keys hidden: to drop, to change for others, to move, to keep.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class PreviewScreen final : public Presenter {
public:
    PreviewScreen(Context& context, int choice);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition drop();
    Transition replace();
    Transition begin();
    Transition go_back();
    [[nodiscard]] const session::ClassProfile& room() const { return context_.classes.classes.front(); }
    void move(int by);
    Transition keep();

    Context& context_;
    std::string name_;
    LessonPlan plan_;
    int focus_ = 0;
    int open_ = -1;
    std::string said_; ///< of the last deed
};

} // namespace chelate::screens
