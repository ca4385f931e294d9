// Validates, measures, normalises and compares UTF-8 text, and finds the known word nearest to a misspelt one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chelate {

/// What some programs put at the start of a file in UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Returns the offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Returns the number of code points. @param text valid UTF-8
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Returns the number of characters as a person counts them (grapheme clusters). @param text valid UTF-8
[[nodiscard]] std::size_t graphemes(std::string_view text);

/// Returns the first `count` graphemes of `text`. @param text valid UTF-8
[[nodiscard]] std::string_view first_graphemes(std::string_view text, std::size_t count);

/// Returns the text in NFC, trimmed, with each run of white space as one blank. Never fails. @param text valid UTF-8
[[nodiscard]] std::string tidied(std::string_view text);

/// Returns the case-folded NFKC form without accents and invisible characters, tidied, for comparing what people
/// type: "e\u0301  A" and "E a" are equal. Never fails. @param text valid UTF-8
[[nodiscard]] std::string folded(std::string_view text);

/// Returns the text with its first letter as a capital, if that letter is ASCII.
[[nodiscard]] std::string capitalised(std::string text);

/// Returns the byte offset of the first character that is not allowed in text for a screen, or nothing. Not allowed
/// are control characters (except a line feed), line and paragraph separators, marks that change the text direction,
/// noncharacters, and more than four accents on one letter. @param text valid UTF-8
[[nodiscard]] std::optional<std::size_t> first_unshowable(std::string_view text);

/// Returns the text without the characters that `first_unshowable` finds. @param text valid UTF-8
[[nodiscard]] std::string without_unshowable(std::string_view text);

/// Returns the text with U+FFFD for each byte that is not UTF-8. Never fails. @param text any bytes
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Returns the text as it may be shown: U+FFFD replaces each character that is not allowed (see first_unshowable) and
/// each byte that is not UTF-8; a tab becomes a blank. Never fails. @param bytes anything
[[nodiscard]] std::string showable(std::string_view bytes);

/// Returns the text as it may be shown on one line, for names and paths: as showable, with line feeds as blanks.
/// Never fails. @param text any bytes
[[nodiscard]] std::string showable_line(std::string_view text);

/// Returns the text without what it has beyond `count` graphemes; an ellipsis (U+2026) then stands at its end. Letters
/// with very many joined parts count as several. @param text valid UTF-8  @param count at least 1
[[nodiscard]] std::string shortened(std::string_view text, std::size_t count);

/// Returns whether the text looks empty: it is empty, or has only blanks and characters of no width.
/// @param text valid UTF-8
[[nodiscard]] bool is_blank(std::string_view text);

/// Returns the number of cells the text takes in a terminal: wide characters take two, accents none.
/// @param text valid UTF-8
[[nodiscard]] std::size_t terminal_cells(std::string_view text);

/// Returns the candidate with the fewest edits from `word`, if it is near enough to be what the author meant.
/// Swapping two neighbours counts as one edit. At most a third of the word's length may differ, but at least 1 edit
/// is allowed. The first candidate wins a tie.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace chelate
