// Limits of what a row may contain. They are far above what we write, so they only meet rows that we did not write.
#pragma once

#include <cstdint>

namespace chelate::store {

inline constexpr std::int64_t most_count = std::int64_t{1} << 53; ///< keys and whatever counts up
/// Serial of an event in a file from elsewhere. The events that are written after an import get greater ones.
inline constexpr std::int64_t most_serial = std::int64_t{1} << 60;
inline constexpr std::int64_t most_points = std::int64_t{1} << 40;
inline constexpr std::int64_t most_answers = 1'000'000; ///< of one session
inline constexpr std::size_t longest_id = 1000;         ///< bytes of the name of a session, a round, a pack or an item
inline constexpr std::size_t most_suspended = 100'000;  ///< items of one person
/// Machines whose events one file may contain. Each row is compared with all of them.
inline constexpr std::size_t most_machines = 1000;

/// Returns whether a number is in a range, both ends included.
[[nodiscard]] constexpr bool is_within(std::int64_t number, std::int64_t least, std::int64_t most) {
    return least <= number && number <= most;
}

} // namespace chelate::store
