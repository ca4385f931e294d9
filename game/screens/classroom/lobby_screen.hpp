// Where a host chooses who plays, how they answer and which lesson, and starts it.
#pragma once

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class LobbyScreen final : public RowsScreen {
public:
    /// All of them must outlive it. @param print_css  style sheet of the printed cards
    LobbyScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                const session::LocalFiles& files, const ShownNames& shown_name, const std::string& print_css)
        : RowsScreen(words),
          pack_(pack),
          rounds_(rounds),
          files_(files),
          shown_name_(shown_name),
          print_css_(print_css) {}

    Effects enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;

private:
    enum Row {
        row_class,
        row_teams,
        row_response_mode,
        row_lesson,
        row_win,
        row_certainty,
        row_clock,
        row_speed,
        row_standings
    };
    enum More {
        more_go_on,
        more_preview,
        more_names,
        more_people,
        more_buttons,
        more_rehearse,
        more_cards,
        more_forget
    };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override { return begin(false); }
    Effects leave() override;
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Effects press_more(int index) override;

    [[nodiscard]] const session::ClassProfile& current_class() const { return files_.classes().classes.front(); }
    [[nodiscard]] std::vector<More> buttons() const;
    [[nodiscard]] std::string text_of(More button) const;
    [[nodiscard]] std::vector<TeamModel> teams() const;
    /// Chooses what the class played last, if it is still there.
    void find_lesson(const session::ClassProfile& profile);
    Effects choose_class(int option);
    Effects begin(bool rehearsal);
    /// Resumes the unfinished lesson, or starts one when there is none.
    Effects go_on();
    /// Makes these teams as many as `count`.
    void change_teams(std::vector<session::Team>& teams, int count);

    const content::Pack& pack_;
    const session::Rounds& rounds_;
    const session::LocalFiles& files_;
    const ShownNames& shown_name_;
    const std::string& print_css_;
    std::vector<LessonChoice> choices_;
    std::size_t lesson_ = 0;                     ///< index in choices_
    std::vector<session::Team> all_teams_{};     ///< before their number was changed on this screen
    std::vector<session::Team> changed_teams_{}; ///< what the last such change made of them
};

/// Asks before the names of a class are forgotten.
class ForgetNamesOverlay final : public Dialog {
public:
    /// All of them must outlive it.
    ForgetNamesOverlay(const text::Language& words, const session::LocalFiles& files);

private:
    Effects press(int index) override;

    const session::LocalFiles& files_;
};

/// Takes the names of the members of a class, typed or pasted, one on each line.
class NamesOverlay final : public TextEntry {
public:
    /// All of them must outlive it.
    NamesOverlay(const text::Language& words, const session::LocalFiles& files);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    Effects accept() override;
    /// Closes it. Asks first when names were typed.
    Effects leave() override;

    const text::Language& words_;
    const session::LocalFiles& files_;
    const std::string saved_; ///< the names when it opened, as somebody would type them
};

/// Lets each team in turn press the button that will be its buzzer.
class ButtonsOverlay final : public Presenter {
public:
    /// All of them must outlive it.
    ButtonsOverlay(const text::Language& words, const session::LocalFiles& files, TeamNames names)
        : words_(words), files_(files), names_(names) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;
    [[nodiscard]] bool watches_buttons() const override { return true; }

private:
    /// Goes on to the next team, or back when every team has had its turn.
    Effects next();
    Effects take(const std::string& button);

    const text::Language& words_;
    const session::LocalFiles& files_;
    TeamNames names_;
    std::size_t team_ = 0;
    std::string exchanged_; ///< says that two teams have exchanged their buttons
};

} // namespace chelate::screens
