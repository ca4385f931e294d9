// The head line of a round under way: its name, which question of how many, the score and the clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/view.hpp"
#include "game/screens/model/ui_model.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// Name of a round of the pack, or of one's own.
[[nodiscard]] std::string round_name(const Context& context, const content::RoundId& round);

/// Head line of the round under way: its name, which question of how many, the score so far.
struct Standing {
    std::string round;
    std::string counter;
    double progress = 0; ///< 0..1, revealed questions of all
    std::string score;
};
[[nodiscard]] Standing standing_of(const Context& context);

/// The clock of an open question; nothing where it has none.
[[nodiscard]] std::optional<ClockModel> clock_of(const Context& context, const quiz::QuestionView& question);

/// What there is to look at before answering.
[[nodiscard]] std::vector<PanelModel> panels_of(const std::vector<quiz::Panel>& panels);

} // namespace chelate::screens
