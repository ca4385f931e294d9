#include "engine/base/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "engine/base/text.hpp"

namespace chelate {
namespace {

/// The characters of the bytes 0x80 to 0x9F (WHATWG Encoding, index windows-1252); 0: the byte has none.
constexpr std::array<char16_t, 32> windows_1252_signs{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

bool is_latin_letter(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
}

/// Returns whether a text has a character beyond ASCII that is valid UTF-8.
bool has_valid_sequence(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bad = first_invalid_utf8(text).value_or(text.size());
        if (std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad),
                        [](char c) { return byte_of(c) >= 0x80; }))
            return true;
        text.remove_prefix(std::min(text.size(), bad + 1));
    }
    return false;
}

/// Returns whether the bytes read like a Western European text. Texts in other code pages have long runs of bytes
/// beyond ASCII (Greek, Cyrillic, East Asian), or signs such as the pound inside words (Polish).
bool reads_like_windows_1252(std::string_view bytes) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned char byte = byte_of(bytes[i]);
        run = byte >= 0xC0 ? run + 1 : 0;
        if (run >= 4) return false;
        if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') return false;
        if (byte >= 0x80 && byte < 0xA0 && windows_1252_signs[byte - 0x80] == 0) return false;
        const bool in_word = i > 0 && i + 1 < bytes.size() && is_latin_letter(byte_of(bytes[i - 1])) &&
                             is_latin_letter(byte_of(bytes[i + 1]));
        if (in_word && std::string_view("\xA3\xA5\xAA\xAF\xB3\xB9\xBC\xBE").find(bytes[i]) != std::string_view::npos)
            return false;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const unsigned char byte = byte_of(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252_signs[byte - 0x80] : byte);
    }
    return text;
}

/// Decodes UTF-16 without its byte order mark. Returns nothing for an odd number of bytes or half a surrogate pair.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        const std::uint32_t first = byte_of(bytes[at]);
        const std::uint32_t second = byte_of(bytes[at + 1]);
        return big_endian ? (first << 8) | second : (second << 8) | first;
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint32_t sign = unit(i);
        if (sign >= 0xD800 && sign < 0xE000) {
            if (sign >= 0xDC00 || i + 4 > bytes.size()) return std::nullopt;
            const std::uint32_t low = unit(i + 2);
            if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
            sign = 0x10000 + ((sign - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        append_utf8(text, sign);
    }
    return text;
}

} // namespace

void append_utf8(std::string& text, std::uint32_t sign) {
    if (sign < 0x80) {
        text += static_cast<char>(sign);
        return;
    }
    const int more = sign < 0x800 ? 1 : sign < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> leads{0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(leads[static_cast<std::size_t>(more)] | (sign >> (6 * more)));
    for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80 | ((sign >> (6 * i)) & 0x3F));
}

DecodedText decode_text(std::string bytes) {
    const std::string_view all(bytes);
    if (all.starts_with("\xFF\xFE") || all.starts_with("\xFE\xFF")) {
        auto text = from_utf16(all.substr(2), all.starts_with("\xFE\xFF"));
        if (!text) return {{}, TextEncoding::unknown};
        return {std::move(*text), TextEncoding::utf16};
    }
    if (all.starts_with(byte_order_mark)) return {bytes.substr(byte_order_mark.size()), TextEncoding::utf8};
    if (!first_invalid_utf8(all) || has_valid_sequence(all)) return {std::move(bytes), TextEncoding::utf8};
    if (!reads_like_windows_1252(all)) return {{}, TextEncoding::unknown};
    return {from_windows_1252(all), TextEncoding::windows_1252};
}

} // namespace chelate
