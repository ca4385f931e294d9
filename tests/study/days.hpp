// The days that the tests of study share.
#pragma once

#include <cstdint>

namespace chelate::test {

inline constexpr std::int64_t a_day = 86'400'000; ///< milliseconds
inline constexpr int today = 20'000;              ///< a day's number, counted from 1970

} // namespace chelate::test
