// Setting up a workshop: which script, who hosts it, and the buttons that start it.
#pragma once

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class WorkshopDoor final : public RowsScreen {
public:
    /// @pre the context has a workshop_run
    explicit WorkshopDoor(Context& context) : RowsScreen(context) {}

    void enter() override;
    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    enum More { more_go_on, more_holder, more_handout, more_kiosk };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override;
    Transition leave() override { return GoTo{ShowHome{}}; }
    Transition print();
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Transition press_more(int index) override;

    [[nodiscard]] std::vector<More> buttons() const;
    /// Returns the chosen script; null when the pack has none.
    [[nodiscard]] const content::Script* script() const;
    [[nodiscard]] session::WorkshopRun& run() const { return *context_.workshop_run; }
    [[nodiscard]] bool can_go_on() const { return run().can_resume(context_.game.pack()); }

    std::size_t chosen_ = 0;
};

/// Asks for the name of the host.
class HolderOverlay final : public Presenter {
public:
    explicit HolderOverlay(Context& context) : context_(context), text_(context.workshop.holder.name) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Context& context_;
    std::string text_;
};

} // namespace chelate::screens
