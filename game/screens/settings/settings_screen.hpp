// Theme, size of the text, motion; what this program is and where it keeps progress.
#pragma once

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class SettingsScreen final : public RowsScreen {
public:
    explicit SettingsScreen(Context& context) : RowsScreen(context) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override;
    Transition leave() override { return done(); }
    /// How to study, for who has something to remember; backups, where something is kept.
    enum class More : std::uint8_t { plan, backups };
    [[nodiscard]] std::vector<More> buttons() const;
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Transition press_more(int index) override;

    bool another_pack_ = false; ///< another pack was chosen here: home is another one
    std::string trouble_;       ///< why it could not be; empty: all is well
};

} // namespace chelate::screens
