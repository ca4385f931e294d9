// Theme, size of the text, motion; what this program is and where it keeps progress.
#pragma once

#include "game/app/screens/rows_screen.hpp"

namespace chelate::app {

class SettingsScreen final : public RowsScreen {
public:
    explicit SettingsScreen(Context& context) : RowsScreen(context) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override { return Close{}; }
};

} // namespace chelate::app
