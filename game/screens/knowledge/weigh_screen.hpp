// What would change a grade: a made-up study beside the rows of a claim, and what the rule then gives.
#pragma once

#include <array>

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

/// A claim among these whose grade is computed from rows; nothing when there is none.
[[nodiscard]] std::optional<content::ClaimId> graded_among(const content::Pack& pack,
                                                           const std::vector<content::ClaimId>& claims);

class WeighScreen final : public RowsScreen {
public:
    /// @pre the claim is in the pack and its grade has studies
    WeighScreen(Context& context, const content::ClaimId& claim);

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_design, row_outcome, row_people, row_effect, row_bias, row_money, row_tested, row_count };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override { chosen_.at(static_cast<std::size_t>(row)) = option; }
    Transition done() override { return Close{}; }

    /// The made-up study; nothing while none is added.
    [[nodiscard]] std::optional<content::Study> made_up() const;
    [[nodiscard]] content::Grading grading(const content::Study* added) const;
    [[nodiscard]] std::vector<std::string> steps_of(const content::Grading& grading) const;

    const content::Grade& grade_;
    std::array<int, row_count> chosen_{};
};

} // namespace chelate::screens
