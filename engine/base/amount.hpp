// Finds amounts in a text, such as "120 mg", so that no line ends between a number and its unit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chelate {

/// Returns whether the blank at a place stands between a number and the short sign of a unit, as in "120 mg",
/// "0.7 mmol/L" or "5 %". Units that are words, as in "5 days", may go to the next line.
/// @param blank  the place of a blank in the text
[[nodiscard]] bool is_inside_amount(std::string_view text, std::size_t blank);

/// Returns the text with a no-break space (U+00A0) in each amount.
[[nodiscard]] std::string with_unbroken_amounts(std::string_view text);

} // namespace chelate
