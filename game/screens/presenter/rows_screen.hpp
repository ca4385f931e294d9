// A page of rows with one option chosen in each, and a button below them.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class RowsScreen : public Presenter {
public:
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

protected:
    /// @param words  must outlive it
    explicit RowsScreen(const text::Language& words) : words_(words) {}

    [[nodiscard]] virtual std::vector<SettingRow> rows() const = 0;
    /// Chooses an option of a row. @pre both exist
    virtual Effects set(int row, int option) = 0;
    /// Carries out the button.
    virtual Effects done() = 0;
    /// Leaves the page.
    virtual Effects leave() { return Close{}; }
    /// Returns the page: its title, its rows, its button, the focus.
    [[nodiscard]] SettingsModel page(std::string title, std::string done) const;
    /// Returns the number of further buttons.
    [[nodiscard]] virtual int more() const { return 0; }
    /// Carries out a further button. @param index  0-based
    virtual Effects press_more(int) { return {}; }

    const text::Language& words_;
    int focus_ = 0;

private:
    Effects choose(int row, int option);
};

} // namespace chelate::screens
