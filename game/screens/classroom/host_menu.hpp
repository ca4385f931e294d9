// The host's net: what can be done about a lesson at any time, by keys, by clicker or by mouse.
#pragma once

#include <array>

#include "game/screens/classroom/lesson.hpp"
#include "game/screens/presenter/rows_screen.hpp"
#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

/// A list of everything that can be done now.
class HostMenu final : public Dialog {
public:
    explicit HostMenu(Context& context);

private:
    enum class Deed { pause, skip, close, past, points, teams, speed, standings, strip, window, undo, redo, keep, end };
    struct Entry {
        Deed deed;
        std::string text;
    };
    [[nodiscard]] static std::vector<Entry> entries(const Context& context);
    [[nodiscard]] static DialogModel as_dialog(const Context& context);
    Transition press(int index) override;

    std::vector<Entry> entries_;
};

/// Points given or taken, with a reason.
class AdjustPointsScreen final : public RowsScreen {
public:
    explicit AdjustPointsScreen(Context& context) : RowsScreen(context) {}
    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_team, row_points, row_reason, row_count };
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override { chosen_.at(static_cast<std::size_t>(row)) = option; }
    Transition done() override;

    std::array<int, row_count> chosen_{0, 5, 0};
};

/// Teams come, go, and get more time.
class TeamsScreen final : public RowsScreen {
public:
    explicit TeamsScreen(Context& context) : RowsScreen(context) {}
    [[nodiscard]] ScreenModel model() const override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override;
    [[nodiscard]] bool has_clock() const;
    void add_team();
};

/// A question that was asked: it counts for nobody, or gets another key.
class PastQuestionScreen final : public RowsScreen {
public:
    explicit PastQuestionScreen(Context& context);
    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_question, row_deed };
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override;

    int question_ = 0; ///< index
    int deed_ = 0;
    std::string trouble_;
};

} // namespace chelate::screens
