// Puts a round together: what it draws from, how long it is, how it asks and marks.
#pragma once

#include <array>

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class OwnRoundScreen final : public RowsScreen {
public:
    explicit OwnRoundScreen(Context& context);

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
    void set(int row, int option) override;
    Transition done() override;
    /// The round as it is put together now.
    [[nodiscard]] content::Round round() const;
    void count();

    std::vector<ItemId> missed_;       ///< what the player did not know when it was asked last
    std::vector<content::Kind> kinds_; ///< that the pack has, in the order of the table
    std::array<int, row_count> chosen_{};
    std::size_t there_ = 0; ///< questions to draw from
};

} // namespace chelate::screens
