// Decodes text files: UTF-8, UTF-16 with a byte order mark, and Windows-1252.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chelate {

enum class TextEncoding : std::uint8_t {
    utf8,         ///< also when single bytes of it are broken
    utf16,        ///< with a byte order mark
    windows_1252, ///< a guess, so the person should be told
    unknown       ///< bytes that are none of these, or another code page
};

struct DecodedText {
    std::string text{}; ///< UTF-8 without a byte order mark; empty when the encoding is unknown
    TextEncoding encoding = TextEncoding::utf8;
};

/// Decodes the bytes of a text file. Never fails. Broken UTF-8 that has valid characters beyond ASCII stays as it is,
/// because reading it in another encoding would spoil those characters.
[[nodiscard]] DecodedText decode_text(std::string bytes);

/// Appends a code point. @param sign  0 to 0x10FFFF, no surrogate
void append_utf8(std::string& text, std::uint32_t sign);

} // namespace chelate
