// Decides which times of a clock can be right. This is the only place with that rule.
//
// No clock gives a time before 1970 or from the year 2200 on, so a file with such a time was not written by us. A clock
// can be wrong within these bounds: without a battery it starts in 1970. What this machine wrote itself is kept with
// such a time, and study::believed corrects it. From another machine it is refused, because a time that lies in the
// future here would stay wrong for years.
#pragma once

#include "engine/base/units.hpp"

namespace chelate {

inline constexpr Millis end_of_time{7'258'118'400'000};      ///< 2200-01-01, wall clock
inline constexpr Millis earliest_elsewhere{946'684'800'000}; ///< 2000-01-01, wall clock
/// How far the clock of another machine may be ahead of ours. Two clocks in different time zones can be set to the same
/// local time.
inline constexpr Millis most_ahead{24 * 60 * 60 * 1000};
inline constexpr int most_minutes_of_zone = 18 * 60; ///< ahead of UTC or behind it

/// Returns whether a clock can give this time.
[[nodiscard]] constexpr bool is_possible(Millis wall) { return wall >= Millis{0} && wall < end_of_time; }

/// Returns whether a time from another machine is accepted. @param now  wall clock of this machine
[[nodiscard]] constexpr bool is_accepted_from_elsewhere(Millis wall, Millis now) {
    return is_possible(wall) && wall >= earliest_elsewhere && wall - most_ahead <= now;
}

} // namespace chelate
