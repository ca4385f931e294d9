// Writing JSON: compact, in the order asked for, so that equal values give equal bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chelate::json {

/// Appends one JSON text to a string it owns. Keys and values must alternate as JSON wants; the writer sets the
/// commas. No white space, members in the order written, UTF-8 as it is, control characters escaped.
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
    /// Shortest form that reads back as the same number; "null" for what JSON cannot say.
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
