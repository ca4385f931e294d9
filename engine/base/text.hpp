// UTF-8 text: is it valid, how long is it for a person, what does it look like folded, which known word is nearest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chelate {

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Number of code points. @param text valid UTF-8
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Number of characters as a person counts them (grapheme clusters). @param text valid UTF-8
[[nodiscard]] std::size_t graphemes(std::string_view text);

/// The first `count` graphemes of `text`. @param text valid UTF-8
[[nodiscard]] std::string_view first_graphemes(std::string_view text, std::size_t count);

/// NFC, trimmed, inner white space runs as one blank. @param text valid UTF-8. Never fails.
[[nodiscard]] std::string tidied(std::string_view text);

/// Case-folded NFKC form without accents, for comparing what people type. @param text valid UTF-8
[[nodiscard]] std::string folded(std::string_view text);

/// The candidate that differs from `word` by the fewest edits (swaps of neighbours count one), if that is near enough
/// to be what the author meant: at most a third of the word's length, and at least 1 edit allowed. First wins at a tie.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace chelate
