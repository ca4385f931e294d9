// How somebody wants to study: how much a day, how well, until when.
#pragma once

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class StudyPlanScreen final : public RowsScreen {
public:
    explicit StudyPlanScreen(Context& context) : RowsScreen(context), settings_(context.game.study_settings()) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override { return GoTo{ShowHome{}}; }
    Transition leave() override { return done(); }

    store::StudySettings settings_;
    std::string trouble_; ///< why a change could not be kept; empty: all is well
};

} // namespace chelate::screens
