// The head line of a round under way: its name, which question of how many, the score and the clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/view.hpp"
#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// Returns the name of a round of the pack, of one's own or of study.
[[nodiscard]] std::string round_name(const content::Pack& pack, const text::Language& words,
                                     const content::RoundId& round);

struct Standing {
    std::string round;
    std::string counter; ///< which question of how many
    double progress = 0; ///< 0..1, revealed questions of all
    std::string score;
};
/// Returns the head line of the round under way.
[[nodiscard]] Standing standing_of(const session::Rounds& rounds, const content::Pack& pack,
                                   const text::Language& words);

/// Returns the clock of an open question; nothing where it has none. @param now  the round's active time
[[nodiscard]] std::optional<ClockModel> clock_of(const text::Language& words, const quiz::QuestionView& question,
                                                 Millis now);

/// Returns a picture of the pack; nothing where there is none.
[[nodiscard]] std::optional<ImageModel> image_of(const content::Image& image, const content::Pack& pack);

/// Returns what there is to look at before answering.
[[nodiscard]] std::vector<PanelModel> panels_of(const std::vector<quiz::Panel>& panels);

} // namespace chelate::screens
