// The questions of a lesson before it begins, keys hidden: to drop, to change for others, to move, to keep.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class PreviewScreen final : public Presenter {
public:
    PreviewScreen(Context& context, int choice);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    [[nodiscard]] const session::ClassProfile& room() const { return context_.classes.classes.front(); }
    void move(int by);
    void keep();

    Context& context_;
    std::string name_;
    LessonPlan plan_;
    int focus_ = 0;
    int open_ = -1;
    std::string said_; ///< of the last deed
};

} // namespace chelate::screens
