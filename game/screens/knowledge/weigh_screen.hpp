// Shows how one more study would change the grade of a claim: the player makes up a study, and the grading rule runs
// with it.
#pragma once

#include <array>
#include <optional>

#include "engine/content/pack.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

/// Returns the first of these claims whose grade is based on studies; nothing when there is none.
[[nodiscard]] std::optional<content::ClaimId> graded_among(const content::Pack& pack,
                                                           const std::vector<content::ClaimId>& claims);

class WeighScreen final : public RowsScreen {
public:
    /// @param pack, words  must outlive it  @pre the claim is in the pack and its grade has studies
    WeighScreen(const content::Pack& pack, const text::Language& words, const content::ClaimId& claim);

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_design, row_outcome, row_people, row_effect, row_bias, row_money, row_tested, row_count };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override { return Close{}; }

    /// Returns the made-up study; nothing until the player has chosen its design.
    [[nodiscard]] std::optional<content::Study> made_up() const;
    /// Returns the grading of the claim. @param added  one more study; null: none
    [[nodiscard]] content::Grading grading(const content::Study* added) const;
    [[nodiscard]] std::vector<std::string> steps_of(const content::Grading& grading) const;

    const content::Pack& pack_;
    const content::Grade& grade_;
    std::array<int, row_count> chosen_{};
};

} // namespace chelate::screens
