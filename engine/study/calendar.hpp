// Days of study, and what to make of a clock that was wrong for a while.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/memory/review.hpp"
#include "engine/memory/study_settings.hpp"

namespace chelate::study {

/// The day of study of a moment, counted from 1970-01-01. @param zone minutes by which local time is ahead of UTC
/// @param start_hour 0 to 23
[[nodiscard]] int day_of(Millis wall, int zone, int start_hour = memory::default_start_hour);

/// When that day began. The inverse of day_of for its first moment.
[[nodiscard]] Millis start_of(int day, int zone, int start_hour = memory::default_start_hour);

/// How far a clock may go back without a word: daylight saving, a correction over the network.
inline constexpr Millis small_step{2 * 60 * 60 * 1000};

/// Moments as they are believed, from those a machine's clock gave in the order of writing. As long as none is earlier
/// than one before it, they stand as they are (small steps back are evened out). Else some were wrong: the longest list
/// of moments that do not go back is believed, and each of the others counts as the believed one before it (the first
/// believed one, when there is none). The last moment speaks for `last_weight` others, since somebody who mends the
/// clock
/// goes on with the right time; so a few answers given under a wrong date never shift the others, whichever way it
/// was wrong.
/// The same moments give the same result; what comes later may heal what was doubted before.
[[nodiscard]] std::vector<Millis> believed(std::span<const Millis> moments);
inline constexpr int last_weight = 50;

/// How a clock stands to what was written before it.
struct ClockJump {
    Millis behind{}; ///< by how much it is behind the last moment that is believed
};
/// @param last the last believed moment; nothing when nothing was written yet
[[nodiscard]] std::optional<ClockJump> jump_of(Millis now, std::optional<Millis> last);

} // namespace chelate::study
