// Finds what is wrong with invalid JSON, and where. The parser's own message points past the error and names tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chelate::json {

/// What may follow the last token that was read without error.
enum class Expected : std::uint8_t {
    value,     ///< value of the file, or value after a colon
    first_key, ///< or the end of the object
    colon,
    first_element,   ///< or the end of the array
    comma_in_object, ///< or the end of the object
    comma_in_array,  ///< or the end of the array
    end,             ///< end of the file
};

struct SyntaxError {
    std::size_t offset = 0;
    std::string message;
};

/// Finds the error in a text that a parser has refused.
/// @param text  valid UTF-8 without NUL
/// @param from  end of the last good token
[[nodiscard]] SyntaxError find_syntax_error(std::string_view text, std::size_t from, Expected expected);

/// Returns the offset of the next token at or after `from`; skips white space, commas and colons.
[[nodiscard]] std::size_t next_token(std::string_view text, std::size_t from);

} // namespace chelate::json
