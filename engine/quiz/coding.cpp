#include "engine/quiz/coding.hpp"

#include "engine/base/text.hpp"
#include "engine/quiz/validation.hpp"

namespace chelate::quiz {

void write(json::Writer& out, Fraction fraction) {
    out.begin_array().integer(fraction.num).integer(fraction.den).end_array();
}

void write(json::Writer& out, const Order& order) {
    out.begin_array();
    for (const std::uint8_t position : order) out.integer(position);
    out.end_array();
}

void write(json::Writer& out, const std::vector<Option>& options) {
    out.begin_array();
    for (const Option& option : options) {
        out.begin_object().member("text", option.text);
        if (!option.subject.empty()) out.member("subject", option.subject.value);
        if (!option.why.empty()) out.member("why", option.why);
        write_image(out, option.image);
        out.end_object();
    }
    out.end_array();
}

void write_image(json::Writer& out, const content::Image& image) {
    if (image.empty()) return;
    out.key("image").begin_object();
    if (!image.file.empty()) out.member("file", image.file);
    if (!image.alt.empty()) out.member("alt", image.alt);
    out.end_object();
}

namespace coding {

constexpr std::size_t longest_text = 100'000; ///< bytes; a pack's longest texts put together are far shorter

namespace {

/// Throws Broken for a text that no pack and no person may show: it could turn a line around or command a terminal.
std::string shown(std::string_view text) {
    if (text.size() > longest_text) throw Broken{"a text is too long"};
    if (first_unshowable(text)) throw Broken{"a text that cannot be shown safely"};
    return std::string(text);
}

} // namespace

json::Value member(const json::Value& object, std::string_view key) {
    const auto value = object.find(key);
    if (!value) throw Broken{"missing " + std::string(key)};
    return *value;
}

std::string text(const json::Value& value) {
    if (value.kind() != json::Kind::string) throw Broken{"a text is missing"};
    return shown(value.as_string());
}

std::string text(const json::Value& object, std::string_view key) {
    const json::Value value = member(object, key);
    if (value.kind() != json::Kind::string) throw Broken{"wrong type of " + std::string(key)};
    return shown(value.as_string());
}

std::string text_or_empty(const json::Value& object, std::string_view key) {
    return object.find(key) ? text(object, key) : "";
}

std::int64_t whole(const json::Value& value, std::int64_t low, std::int64_t high) {
    if (value.kind() != json::Kind::integer) throw Broken{"a number is not whole"};
    const std::int64_t number = value.as_integer();
    if (number < low || number > high) throw Broken{"a number is out of range"};
    return number;
}

std::int64_t whole(const json::Value& object, std::string_view key, std::int64_t low, std::int64_t high) {
    return whole(member(object, key), low, high);
}

std::uint8_t byte(const json::Value& value) { return static_cast<std::uint8_t>(whole(value, 0, 255)); }

std::uint8_t byte(const json::Value& object, std::string_view key) { return byte(member(object, key)); }

bool truth(const json::Value& object, std::string_view key) {
    const json::Value value = member(object, key);
    if (value.kind() != json::Kind::boolean) throw Broken{"wrong type of " + std::string(key)};
    return value.as_bool();
}

Order order(const json::Value& list) {
    Order positions;
    each(list, [&](const json::Value& item) { positions.push_back(byte(item)); });
    return positions;
}

Fraction fraction(const json::Value& list) {
    std::vector<std::int64_t> parts;
    each(list, [&](const json::Value& item) { parts.push_back(whole(item, 0, most_of_fraction)); });
    if (parts.size() != 2 || parts[1] == 0) throw Broken{"wrong fraction"};
    return {parts[0], parts[1]};
}

content::Image image(const json::Value& object) {
    const auto written = object.find("image");
    if (!written) return {};
    return {text_or_empty(*written, "file"), text_or_empty(*written, "alt")};
}

std::vector<Option> options(const json::Value& object, std::string_view key) {
    std::vector<Option> list;
    each(member(object, key), [&](const json::Value& item) {
        list.push_back({text(item, "text"), content::SubjectId{text_or_empty(item, "subject")},
                        text_or_empty(item, "why"), image(item)});
    });
    return list;
}

} // namespace coding
} // namespace chelate::quiz
