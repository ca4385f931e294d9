#include "engine/json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace chelate::json {

/// Writes the comma before this value or key, if one is needed.
void Writer::separate() {
    if (needs_comma_) text_ += ',';
    needs_comma_ = true;
}

Writer& Writer::begin_object() {
    separate();
    text_ += '{';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    text_ += '}';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    text_ += '[';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    text_ += ']';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    string(name);
    text_ += ':';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    separate();
    text_ += '"';
    for (const char c : text) {
        switch (c) {
        case '"': text_ += "\\\""; break;
        case '\\': text_ += "\\\\"; break;
        case '\n': text_ += "\\n"; break;
        case '\r': text_ += "\\r"; break;
        case '\t': text_ += "\\t"; break;
        default:
            if (const auto byte = static_cast<unsigned char>(c); byte < 0x20 || byte == 0x7F) {
                text_ += "\\u00";
                text_ += hex[byte >> 4];
                text_ += hex[byte & 0xF];
            } else {
                text_ += c;
            }
        }
    }
    text_ += '"';
    return *this;
}

Writer& Writer::integer(std::int64_t number) {
    separate();
    text_ += std::to_string(number);
    return *this;
}

Writer& Writer::boolean(bool value) {
    separate();
    text_ += value ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    separate();
    text_ += "null";
    return *this;
}

Writer& Writer::number(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    // Unlike printf, to_chars ignores the locale and gives the shortest digits that read back as the same number.
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text_.append(digits.data(), end);
    return *this;
}

} // namespace chelate::json
