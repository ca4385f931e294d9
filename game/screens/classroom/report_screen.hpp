// Shows the report after a lesson: by question, by team, by topic, and what to teach again.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ReportScreen final : public Presenter {
public:
    explicit ReportScreen(Context& context) : context_(context) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition print();
    Transition export_table();
    /// Goes back into the lesson: its end can be undone like any other step.
    Transition undo_end();
    Transition go_back();
    enum Part { by_question, by_team, by_topic, to_teach, part_count };

    [[nodiscard]] std::vector<KnownRow> rows() const;

    Context& context_;
    Part part_ = by_question;
    int open_ = -1;
    int focus_ = 0;
};

} // namespace chelate::screens
