// The study plan: how much a day, how well, until when.
#pragma once

#include <string>
#include <vector>

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::session {
class Study;
} // namespace chelate::session

namespace chelate::screens {

class StudyPlanScreen final : public RowsScreen {
public:
    /// Both must outlive it.
    StudyPlanScreen(const text::Language& words, const session::Study& study) : RowsScreen(words), study_(study) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_new, row_most, row_retention, row_start, row_certainty, row_exam };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override { return Show{ShowHome{}}; }
    Effects leave() override { return done(); }

    const session::Study& study_;
    std::string trouble_; ///< why a change could not be saved; empty: all is well
};

} // namespace chelate::screens
