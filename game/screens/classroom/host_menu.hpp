// What a host can do about a lesson at any time, by keys, by clicker or by mouse.
#pragma once

#include <array>

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

/// Lists everything that can be done now.
class HostMenu final : public Dialog {
public:
    /// All of them must outlive it.
    HostMenu(const text::Language& words, const session::Rounds& rounds, const session::LocalFiles& files,
             const Display& display);

private:
    enum class Deed { pause, skip, close, past, points, teams, speed, standings, strip, window, undo, redo, keep, end };
    struct Entry {
        Deed deed;
        std::string text;
    };
    HostMenu(const text::Language& words, const session::Rounds& rounds, const session::LocalFiles& files,
             const Display& display, std::vector<Entry> entries);
    [[nodiscard]] static std::vector<Entry> entries_of(const text::Language& words, const session::Rounds& rounds,
                                                       const session::LocalFiles& files, const Display& display);
    [[nodiscard]] static DialogModel as_dialog(const text::Language& words, const std::vector<Entry>& entries);
    Effects press(int index) override;
    [[nodiscard]] Effects toggle_standings() const;

    const session::Rounds& rounds_;
    const session::LocalFiles& files_;
    const Display& display_;
    std::vector<Entry> entries_;
};

/// Gives points or takes them, with a reason.
class AdjustPointsScreen final : public RowsScreen {
public:
    /// All of them must outlive it.
    AdjustPointsScreen(const text::Language& words, const session::Rounds& rounds, TeamNames names)
        : RowsScreen(words), rounds_(rounds), names_(names) {}
    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_team, row_points, row_reason, row_count };
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;

    const session::Rounds& rounds_;
    TeamNames names_;
    std::array<int, row_count> chosen_{0, 5, 0};
};

/// Lets teams join, leave, and have more time.
class TeamsScreen final : public RowsScreen {
public:
    /// All of them must outlive it.
    TeamsScreen(const text::Language& words, const session::Rounds& rounds, const session::LocalFiles& files,
                TeamNames names)
        : RowsScreen(words), rounds_(rounds), files_(files), names_(names) {}
    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override { return continue_class(rounds_); }
    [[nodiscard]] Effects add_team(const quiz::View& view) const;

    const session::Rounds& rounds_;
    const session::LocalFiles& files_;
    TeamNames names_;
};

/// Voids a question that was asked, or gives it another key.
class PastQuestionScreen final : public RowsScreen {
public:
    /// All of them must outlive it.
    PastQuestionScreen(const text::Language& words, const session::Rounds& rounds);
    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_question, row_deed };
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;
    [[nodiscard]] quiz::QuestionView question() const { return *rounds_.look_back(question_ + 1).question; }

    const session::Rounds& rounds_;
    int question_ = 0; ///< index
    int deed_ = 0;
    std::string trouble_;
};

} // namespace chelate::screens
