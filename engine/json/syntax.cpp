#include "engine/json/syntax.hpp"

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::json {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

std::string shown(std::string_view text, std::size_t at) { return in_quotes(first_graphemes(text.substr(at, 32), 1)); }

std::string_view name_of(Expected expected) {
    switch (expected) {
    case Expected::value: return "a value";
    case Expected::first_key: return "a key in double quotes or '}'";
    case Expected::colon: return "':'";
    case Expected::first_element: return "a value or ']'";
    case Expected::comma_in_object: return "',' or '}'";
    case Expected::comma_in_array: return "',' or ']'";
    case Expected::end: return "the end of the file";
    }
    return "";
}

/// Returns the value of the four hexadecimal digits at `at`, or -1 when there are fewer.
int unit_at(std::string_view text, std::size_t at) {
    int unit = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        if (i >= text.size()) return -1;
        const char c = text[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/// Returns the error in the escape at `at` (a backslash). For a valid escape, returns an empty message and
/// moves `at` past the escape.
std::string error_of_escape(std::string_view text, std::size_t& at) {
    const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
    if (kind != 'u') {
        if (std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos) {
            return shown(text, at + 1) + " after a backslash is no escape of JSON; a backslash itself is written \\\\";
        }
        at += 2;
        return {};
    }
    const int unit = unit_at(text, at + 2);
    if (unit < 0) return "\\u needs four hexadecimal digits";
    if (unit < 0xD800 || unit > 0xDFFF) {
        at += 6;
        return {};
    }
    const bool has_partner = unit < 0xDC00 && text.substr(at + 6, 2) == "\\u";
    const int partner = has_partner ? unit_at(text, at + 8) : -1;
    if (partner < 0xDC00 || partner > 0xDFFF)
        return "half of a surrogate pair stands alone; write the character itself";
    at += 12;
    return {};
}

SyntaxError error_in_string(std::string_view text, std::size_t begin) {
    for (std::size_t at = begin + 1; at < text.size();) {
        const char c = text[at];
        if (c == '"') return {at + 1, "unexpected text after a string"};
        if (c == '\n' || c == '\r') return {at, "the line ends inside a string; close it with '\"' or write \\n"};
        if (static_cast<unsigned char>(c) < 0x20)
            return {at, "a control character inside a string; a tab is written \\t"};
        if (c != '\\') {
            ++at;
            continue;
        }
        const std::size_t escape = at;
        if (std::string message = error_of_escape(text, at); !message.empty()) return {escape, std::move(message)};
    }
    return {begin, "the string that begins here is never closed"};
}

SyntaxError error_at(std::string_view text, std::size_t at, Expected expected) {
    const char c = text[at];
    if (c == '/' || c == '#') return {at, "JSON has no comments; write a key that begins with '//'"};
    if (c == '\'') return {at, "strings and keys stand in double quotes"};
    if (is_letter(c)) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string word(text.substr(at, std::min<std::size_t>(end - at, 32)));
        if (word == "NaN" || word == "Infinity") return {at, word + " is no number of JSON"};
        return {at, "unexpected word '" + word + "', where " + std::string(name_of(expected)) + " should stand"};
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
        const bool number_fits = expected == Expected::value || expected == Expected::first_element;
        if (number_fits) return {at, "this is no number as JSON writes it (no leading '+', '.' or zeros)"};
    }
    return {at, "unexpected " + shown(text, at) + ", where " + std::string(name_of(expected)) + " should stand"};
}

} // namespace

std::size_t next_token(std::string_view text, std::size_t from) {
    while (from < text.size() && (is_space(text[from]) || text[from] == ',' || text[from] == ':')) ++from;
    return from;
}

SyntaxError find_syntax_error(std::string_view text, std::size_t from, Expected expected) {
    std::size_t at = skip_space(text, from);
    bool after_comma = false;
    if (at < text.size() && expected == Expected::colon && text[at] == ':') {
        at = skip_space(text, at + 1);
        expected = Expected::value;
    } else if (at < text.size() && expected == Expected::comma_in_object && text[at] == ',') {
        at = skip_space(text, at + 1);
        expected = Expected::first_key;
        after_comma = true;
    } else if (at < text.size() && expected == Expected::comma_in_array && text[at] == ',') {
        at = skip_space(text, at + 1);
        expected = Expected::first_element;
        after_comma = true;
    }
    if (at >= text.size()) {
        if (from == 0 && expected == Expected::value) return {at, "the file is empty"};
        return {at, "the file ends where " + std::string(name_of(expected)) + " should stand"};
    }
    if (after_comma && (text[at] == '}' || text[at] == ']'))
        return {at, "a comma stands before this closing bracket; take it away"};
    const bool string_fits =
        expected == Expected::value || expected == Expected::first_key || expected == Expected::first_element;
    if (text[at] == '"' && string_fits) return error_in_string(text, at);
    if (text[at] == '"' && !after_comma &&
        (expected == Expected::comma_in_object || expected == Expected::comma_in_array)) {
        return {at, "a comma is missing before this"};
    }
    return error_at(text, at, expected);
}

} // namespace chelate::json
