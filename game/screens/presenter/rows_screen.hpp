// A page of rows with one option chosen in each, and a button below them.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class RowsScreen : public Presenter {
public:
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

protected:
    explicit RowsScreen(Context& context) : context_(context) {}

    [[nodiscard]] virtual std::vector<SettingRow> rows() const = 0;
    /// Chooses an option of a row; both are there.
    virtual void set(int row, int option) = 0;
    /// What the button does.
    virtual Transition done() = 0;
    /// What leaving the page does.
    virtual Transition leave() { return Close{}; }
    /// The page as every such screen has it: what it is called, its rows, its button, the focus.
    [[nodiscard]] SettingsModel page(std::string title, std::string done) const;
    /// How many further buttons there are, and what they do.
    [[nodiscard]] virtual int more() const { return 0; }
    virtual Transition press_more(int) { return Stay{}; }

    Context& context_;
    int focus_ = 0;

private:
    void choose(int row, int option);
};

} // namespace chelate::screens
