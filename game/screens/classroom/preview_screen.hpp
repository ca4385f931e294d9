// Shows the questions of a lesson before it starts, without their keys. The host can drop them, swap them for others,
// move them, and keep the choice.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/session/lesson_plan.hpp"

namespace chelate::screens {

class PreviewScreen final : public Presenter {
public:
    /// All of them must outlive it. @param choice  index in lesson_choices
    PreviewScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                  const session::LocalFiles& files, const session::LessonPlan& plan, int choice);

    /// Plans the lesson.
    Effects enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    Effects drop();
    Effects swap();
    Effects begin();
    Effects go_back();
    Effects move(int by);
    Effects keep();
    /// Brings back the questions as they were before the last change.
    Effects undo();
    void remember();
    [[nodiscard]] KnownRow row_of_question(std::size_t index) const;
    [[nodiscard]] int count() const { return static_cast<int>(plan_.questions().size()); }
    [[nodiscard]] const session::ClassProfile& current_class() const { return files_.classes().classes.front(); }

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const session::LocalFiles& files_;
    const session::LessonPlan& plan_;
    LessonChoice choice_;
    int focus_ = 0;
    int open_ = -1;
    std::string notice_;                             ///< says how the last action went
    std::vector<std::vector<std::uint32_t>> before_; ///< the questions before each change, for undo
};

} // namespace chelate::screens
