// Study days, and what to believe when a clock was wrong for a while.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/memory/review.hpp"
#include "engine/memory/study_settings.hpp"

namespace chelate::study {

/// Returns the study day of a moment, counted from 1970-01-01. A moment that no clock gives counts as the nearest one
/// that is possible (see wall_limits.hpp).
/// @param zone  minutes by which local time is ahead of UTC
/// @param start_hour  0 to 23
[[nodiscard]] int day_of(Millis wall, int zone, int start_hour = memory::default_start_hour);

/// Returns the first moment of a study day. It is the inverse of day_of.
[[nodiscard]] Millis start_of(int day, int zone, int start_hour = memory::default_start_hour);

/// Steps back of at most this long are not reported. Daylight saving and network corrections cause them.
inline constexpr Millis small_step{2 * 60 * 60 * 1000};

/// Corrects the moments that one machine's clock gave, which must be in the order of writing. As long as none is
/// earlier than one before it, they are all believed as they are; small steps back are evened out. Otherwise some
/// were wrong. The longest list of moments that never goes back is then believed. Each other moment counts as the
/// believed one before it, or as the first believed one if there is none before.
/// The last moment counts as `last_weight` moments, since someone who corrects the clock continues with the right
/// time. So a few answers given under a wrong date never shift the others, in either direction. The same moments give
/// the same result. Later moments may resolve what was doubtful before.
[[nodiscard]] std::vector<Millis> believed(std::span<const Millis> moments);
inline constexpr int last_weight = 50;

/// How far a clock is behind what was written before.
struct ClockJump {
    Millis behind{}; ///< how far the clock is behind the last believed moment
};
/// Returns whether the clock has gone back, and how far; nothing for a step of at most `small_step`.
/// @param last  the last believed moment; nothing when nothing was written yet
[[nodiscard]] std::optional<ClockJump> jump_of(Millis now, std::optional<Millis> last);

} // namespace chelate::study
