#include "engine/store/uuid.hpp"

#include <algorithm>

namespace chelate::store {
namespace {

constexpr std::size_t text_length = 36;

constexpr bool is_dash(std::size_t place) { return place == 8 || place == 13 || place == 18 || place == 23; }

std::optional<unsigned> digit_of(char character) {
    if (character >= '0' && character <= '9') return static_cast<unsigned>(character - '0');
    if (character >= 'a' && character <= 'f') return static_cast<unsigned>(character - 'a' + 10);
    if (character >= 'A' && character <= 'F') return static_cast<unsigned>(character - 'A' + 10);
    return std::nullopt;
}

} // namespace

std::string text_of(const Uuid& uuid) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(text_length);
    for (const char byte : uuid.bytes) {
        if (is_dash(text.size())) text += '-';
        text += digits[static_cast<unsigned char>(byte) >> 4U];
        text += digits[static_cast<unsigned char>(byte) & 0x0FU];
    }
    return text;
}

std::optional<Uuid> uuid_of(std::string_view text) {
    if (text.size() != text_length) return std::nullopt;
    Uuid uuid;
    std::size_t place = 0;
    for (char& byte : uuid.bytes) {
        if (is_dash(place) && text[place++] != '-') return std::nullopt;
        const auto high = digit_of(text[place++]);
        const auto low = digit_of(text[place++]);
        if (!high || !low) return std::nullopt;
        byte = static_cast<char>(*high << 4U | *low);
    }
    return uuid;
}

std::optional<Uuid> uuid_of_bytes(std::string_view bytes) {
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
    return uuid;
}

} // namespace chelate::store
