// Recognises what people often write by mistake in JSON, and says how to mend it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chelate::json {

/// A mistake in a text, and the sentence that says what to write instead.
struct Slip {
    std::size_t offset = 0;
    std::string message;
};

/// Returns what is wrong with the number that begins at `at`: a decimal comma, separated thousands, a unit, a
/// typographic minus sign, a leading zero or plus. Returns nothing when no number begins there or it is fine as it is.
/// @param in_list  whether it is in an array, where a comma or a space separates two numbers
[[nodiscard]] std::optional<Slip> number_slip(std::string_view text, std::size_t at, bool in_list);

/// Returns the offset of the number that ends at `end`, or nothing when none ends there.
[[nodiscard]] std::optional<std::size_t> number_before(std::string_view text, std::size_t end);

/// Returns how to mend the word that begins at `at`, where a value should be: True, None, NaN, a text without quotes.
/// @pre a letter is at `at`
[[nodiscard]] Slip word_slip(std::string_view text, std::size_t at);

/// Returns how to mend the quotation mark at `at` that is not a straight double one, or nothing when there is none.
[[nodiscard]] std::optional<Slip> quote_slip(std::string_view text, std::size_t at);

/// Returns how to mend a text that ended too early, at a quotation mark inside it.
/// @param end   offset after the quotation mark that ended it
/// @param next  offset of what follows, which fits nothing that may follow a text
[[nodiscard]] Slip early_end_slip(std::string_view text, std::size_t end, std::size_t next);

/// Returns the first curly quotation mark from `begin` to `end` that looks as if it should end a text, or nothing.
[[nodiscard]] std::optional<Slip> curly_end_slip(std::string_view text, std::size_t begin, std::size_t end);

} // namespace chelate::json
