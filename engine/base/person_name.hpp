// The rule for names of players, whether they are typed or come in a file.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace chelate {

/// The longest name that a player may have, in characters as people count them.
inline constexpr std::size_t longest_person_name = 40;

/// Returns a player's name as it is saved: tidied. Errors: name-empty, name-too-long {limit}, name-not-text (not UTF-8,
/// or with characters that no screen shows: see first_unshowable).
[[nodiscard]] Result<std::string> person_name(std::string_view typed);

/// Returns whether two names are equal when they are compared folded. Names made only of characters that folding drops
/// are compared by their bytes.
[[nodiscard]] bool is_same_name(std::string_view one, std::string_view other);

} // namespace chelate
