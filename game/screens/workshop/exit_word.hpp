// Which words a host may choose to end kiosk mode.
#pragma once

#include <string_view>

#include "engine/base/result.hpp"

namespace chelate::screens {

inline constexpr std::size_t shortest_exit_word = 6; ///< letters

/// Checks that visitors do not type a word by accident: it is long enough, its letters are not all alike, and none of
/// them answers a question. Errors: exit-word-plain (not only visible ASCII characters, which every keyboard has),
/// exit-word-short {least}, exit-word-alike, exit-word-answers {key}. @param word  any bytes
[[nodiscard]] Result<void> check_exit_word(std::string_view word);

} // namespace chelate::screens
