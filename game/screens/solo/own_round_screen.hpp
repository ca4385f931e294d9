// Lets players put a round together: what it draws from, how long it is, how it asks and marks.
#pragma once

#include <array>
#include <vector>

#include "game/screens/presenter/rows_screen.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

class OwnRoundScreen final : public RowsScreen {
public:
    /// All of them must outlive it.
    OwnRoundScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                   const session::History& history);

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row {
        row_topic,
        row_subject,
        row_mechanism,
        row_kind,
        row_difficulty,
        row_from,
        row_length,
        row_order,
        row_marking,
        row_clock,
        row_help,
        row_feedback,
        row_count
    };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    /// Returns the rows that have something to choose from, in the order shown.
    [[nodiscard]] std::vector<Row> offered_rows() const;
    Effects set(int row, int option) override;
    Effects done() override;
    /// Returns the round as it is put together now.
    [[nodiscard]] content::Round round() const;
    void count_questions();

    const content::Pack& pack_;
    const session::Rounds& rounds_;
    std::vector<ItemId> missed_;       ///< what the player did not get right when it was last asked
    std::vector<content::Kind> kinds_; ///< that the pack has, in the order of the table
    std::array<int, row_count> chosen_{};
    std::size_t available_ = 0; ///< number of questions to draw from
};

} // namespace chelate::screens
