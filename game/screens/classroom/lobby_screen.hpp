// The classroom's door: who plays, how they answer, what is played, and the buttons that begin it.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class LobbyScreen final : public RowsScreen {
public:
    explicit LobbyScreen(Context& context) : RowsScreen(context) {}

    void enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    enum More { more_go_on, more_preview, more_names, more_buttons, more_rehearse, more_cards, more_forget };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override { return begin(false); }
    Transition leave() override;
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Transition press_more(int index) override;

    [[nodiscard]] session::ClassProfile& room() const { return context_.classes.classes.front(); }
    [[nodiscard]] std::vector<More> buttons() const;
    /// What the class played last, if it is still there.
    void find_lesson();
    void choose_class(int option);
    void set_teams(int count);
    Transition begin(bool rehearsal);
    Transition forget();

    std::vector<LessonChoice> choices_;
    std::size_t lesson_ = 0; ///< index of choices_
};

/// Names of pupils, typed or pasted, one a line.
class NamesOverlay final : public Presenter {
public:
    explicit NamesOverlay(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition accept();

    Context& context_;
    std::string text_;
};

/// Each team in turn presses the button that shall be its buzzer.
class ButtonsOverlay final : public Presenter {
public:
    explicit ButtonsOverlay(Context& context) : context_(context) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    [[nodiscard]] bool watches_buttons() const override { return true; }

private:
    /// The next team, or back when every team has had its turn.
    Transition next();

    Context& context_;
    std::size_t team_ = 0;
    std::string taken_; ///< why the last one cannot be used
};

} // namespace chelate::screens
