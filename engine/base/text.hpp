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

/// Case-folded NFKC form without accents and invisible characters, tidied, for comparing what people type: "e\u0301  A"
/// and "E a" are equal. @param text valid UTF-8. Never fails.
[[nodiscard]] std::string folded(std::string_view text);

/// With its first letter as a capital when that is an ASCII one.
[[nodiscard]] std::string capitalised(std::string text);

/// Byte offset of the first character that text for a screen may not hold, or nothing: control characters (a line feed
/// is allowed), marks that turn the direction of what follows, noncharacters, more than four accents on one letter.
/// @param text valid UTF-8
[[nodiscard]] std::optional<std::size_t> first_unshowable(std::string_view text);

/// Whether a person sees nothing of it: empty, or only blanks and characters of no width. @param text valid UTF-8
[[nodiscard]] bool is_blank(std::string_view text);

/// Cells the text takes in a terminal: wide characters take two, accents none. @param text valid UTF-8
[[nodiscard]] std::size_t terminal_cells(std::string_view text);

/// The candidate that differs from `word` by the fewest edits (swaps of neighbours count one), if that is near enough
/// to be what the author meant: at most a third of the word's length, and at least 1 edit allowed. First wins at a tie.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace chelate
