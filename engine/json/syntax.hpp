// What is wrong with a text that is no JSON, and where: the parser's own words point past the spot and name tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chelate::json {

/// What may stand after the last token that was read well.
enum class Expected : std::uint8_t {
    value,     ///< of the file, or after a colon
    first_key, ///< or the end of the object
    colon,
    first_element,   ///< or the end of the array
    comma_in_object, ///< or the end of the object
    comma_in_array,  ///< or the end of the array
    end,             ///< of the file
};

struct SyntaxError {
    std::size_t offset = 0;
    std::string message;
};

/// Finds the error in a text that a parser has refused. @param text valid UTF-8 without NUL
/// @param from  end of the last good token
[[nodiscard]] SyntaxError find_syntax_error(std::string_view text, std::size_t from, Expected expected);

/// Offset of the next token at or after `from`: white space, commas and colons are passed over.
[[nodiscard]] std::size_t next_token(std::string_view text, std::size_t from);

} // namespace chelate::json
