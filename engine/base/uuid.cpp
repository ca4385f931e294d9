#include "engine/base/uuid.hpp"

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace chelate {

std::string new_uuid() {
    std::random_device source;
    std::array<std::uint32_t, 4> words{};
    for (std::uint32_t& word : words) word = source();
    words[1] = (words[1] & 0xFFFF0FFFU) | 0x00004000U; // version 4
    words[2] = (words[2] & 0x3FFFFFFFU) | 0x80000000U; // RFC 4122 variant
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
        text += digits[words[nibble / 8] >> (28 - 4 * (nibble % 8)) & 0xFU];
    }
    return text;
}

} // namespace chelate
