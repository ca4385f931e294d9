// Writes compact JSON in the order of the calls, so that equal values give equal bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chelate::json {

/// Appends one JSON text to a string it owns. The caller must alternate keys and values as JSON requires; the
/// writer adds the commas. It writes no white space, keeps members in call order and UTF-8 unchanged, and
/// escapes control characters.
class Writer {
public:
    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    Writer& string(std::string_view text); ///< @param text valid UTF-8
    Writer& integer(std::int64_t number);
    Writer& boolean(bool value);
    Writer& null();
    /// Writes the shortest form that reads back as the same number, or "null" for a number that JSON cannot express.
    Writer& number(double value);

    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    Writer& member(std::string_view name, const char* text) { return key(name).string(text); }
    Writer& member(std::string_view name, std::int64_t number) { return key(name).integer(number); }
    Writer& member(std::string_view name, int number) { return key(name).integer(number); }
    Writer& member(std::string_view name, bool value) { return key(name).boolean(value); }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void separate();

    std::string text_;
    bool needs_comma_ = false;
};

} // namespace chelate::json
