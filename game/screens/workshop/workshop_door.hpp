// Setting up a workshop: which script, who hosts it, and the buttons that start it.
#pragma once

#include "game/screens/presenter/rows_screen.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/screens/workshop/workshop_source.hpp"

namespace chelate::screens {

class WorkshopDoor final : public RowsScreen {
public:
    /// @param shown_name  must outlive it
    WorkshopDoor(const WorkshopSource& source, const ShownNames& shown_name)
        : RowsScreen(source.words), source_(source), shown_name_(shown_name) {}

    /// Leaves what is under way, and proposes the script of a workshop that can continue.
    Effects enter() override;
    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    enum Row { row_script, row_sells };
    enum More { more_go_on, more_holder, more_people, more_handout, more_kiosk };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;
    Effects resume();
    Effects leave() override { return Show{ShowHome{}}; }
    Effects print();
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Effects press_more(int index) override;

    [[nodiscard]] std::vector<More> buttons() const;
    /// Returns the chosen script; null when the pack has none.
    [[nodiscard]] const content::Script* script() const;
    [[nodiscard]] bool can_go_on() const { return source_.workshop.can_resume(source_.pack); }

    WorkshopSource source_;
    const ShownNames& shown_name_;
    std::size_t chosen_ = 0;
};

/// Asks for the name of the host.
class HolderOverlay final : public Presenter {
public:
    /// @param words, files  must outlive it
    HolderOverlay(const text::Language& words, const session::LocalFiles& files)
        : words_(words), files_(files), text_(files.holder().name) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    const text::Language& words_;
    const session::LocalFiles& files_;
    std::string text_;
};

} // namespace chelate::screens
