#include "engine/json/syntax.hpp"

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"
#include "engine/json/slips.hpp"

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
        if (c == '\n' || c == '\r') {
            if (auto curly = curly_end_slip(text, begin + 1, at)) return {curly->offset, std::move(curly->message)};
            return {at, "the line ends inside a text; close it with '\"', or write \\n for a line break"};
        }
        if (c == '\t') return {at, "a text cannot contain a tab; write a space instead"};
        if (static_cast<unsigned char>(c) < 0x20) return {at, "a text cannot contain a control character; remove it"};
        if (c != '\\') {
            ++at;
            continue;
        }
        const std::size_t escape = at;
        if (std::string message = error_of_escape(text, at); !message.empty()) return {escape, std::move(message)};
    }
    if (auto curly = curly_end_slip(text, begin + 1, text.size())) return {curly->offset, std::move(curly->message)};
    return {begin, "the text that begins here is never closed; write '\"' at its end"};
}

/// Returns whether a token begins with `c` that is a value by itself.
bool begins_value(char c) { return c == '{' || c == '[' || c == '"' || c == '-' || (c >= '0' && c <= '9'); }

/// Returns whether an unquoted key begins at `at`: a word with a colon after it.
bool is_plain_key(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '_' || (text[end] >= '0' && text[end] <= '9')))
        ++end;
    return end > at && skip_space(text, end) < text.size() && text[skip_space(text, end)] == ':';
}

SyntaxError error_at(std::string_view text, std::size_t at, Expected expected) {
    const char c = text[at];
    const bool value_fits = expected == Expected::value || expected == Expected::first_element;
    const std::string_view two = text.substr(at, 2);
    if (two == "//" || two == "/*" || c == '#')
        return {at, "JSON has no comments; write a key that begins with '//', such as \"// note\": \"...\""};
    if (auto quote = quote_slip(text, at)) return {quote->offset, std::move(quote->message)};
    if (value_fits) {
        if (auto number = number_slip(text, at, expected == Expected::first_element))
            return {number->offset, std::move(number->message)};
        if (text.substr(at).starts_with("-Infinity")) return {at, word_slip(text, at + 1).message};
    }
    if (is_letter(c)) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (value_fits) return {at, word_slip(text, at).message};
        const std::string word = in_quotes(text.substr(at, std::min<std::size_t>(end - at, 32)));
        if (expected == Expected::first_key) return {at, "put the key " + word + " in double quotes"};
        return {at, "unexpected word " + word + ", where " + std::string(name_of(expected)) + " should be"};
    }
    if (c == ',') return {at, "there is one comma too many; remove it"};
    if (c == ';' && (expected == Expected::comma_in_object || expected == Expected::comma_in_array))
        return {at, "write a comma, not a semicolon"};
    if (c == '=' && expected == Expected::colon) return {at, "write a colon, not an equals sign"};
    return {at, "unexpected " + shown(text, at) + ", where " + std::string(name_of(expected)) + " should be"};
}

/// Returns whether the string at `at` is followed by what makes it the next member or element.
bool is_next_part(std::string_view text, std::size_t at, Expected expected) {
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
    if (end >= text.size() || text[end] != '"') return false;
    const std::size_t next = skip_space(text, end + 1);
    if (expected == Expected::comma_in_object) return next < text.size() && text[next] == ':';
    return next >= text.size() || text[next] == ',' || text[next] == ']' || text[next] == '"';
}

/// Returns what is wrong when neither a comma nor a closing bracket follows a value.
/// @param from  end of the value  @param at  what follows instead
SyntaxError error_after_value(std::string_view text, std::size_t from, std::size_t at, Expected expected) {
    const bool same_line = text.substr(from, at - from).find('\n') == std::string_view::npos;
    const bool after_text = from > 0 && text[from - 1] == '"';
    const bool in_object = expected == Expected::comma_in_object;
    const char c = text[at];
    if (c == '"' ? is_next_part(text, at, expected) || !same_line || !after_text
                 : (!in_object && begins_value(c)) || (in_object && is_plain_key(text, at)))
        return {from, "a comma is missing here"};
    if (after_text && same_line && std::string_view(",;:]}=#/").find(c) == std::string_view::npos) {
        Slip slip = early_end_slip(text, from, at);
        return {slip.offset, std::move(slip.message)};
    }
    if (in_object && (c == '{' || c == '['))
        return {from, "a comma is missing here, or a bracket before it that closes the object"};
    if ((in_object && c == ']') || (!in_object && c == '}'))
        return {at, std::string(in_object ? "an object ends with '}', not ']'" : "a list ends with ']', not '}'") +
                        "; a bracket is missing or is the wrong one"};
    return error_at(text, at, expected);
}

} // namespace

std::size_t next_token(std::string_view text, std::size_t from) {
    while (from < text.size() && (is_space(text[from]) || text[from] == ',' || text[from] == ':')) ++from;
    return from;
}

SyntaxError find_syntax_error(std::string_view text, std::size_t from, Expected expected) {
    std::size_t at = skip_space(text, from);
    const char next = at < text.size() ? text[at] : ' ';
    const bool in_object = expected == Expected::comma_in_object;
    const bool in_list = expected == Expected::comma_in_array;
    // The number before may go on in a way that no number of JSON does.
    if (in_object || (in_list && next != ',')) {
        if (const auto begin = number_before(text, from)) {
            if (auto slip = number_slip(text, *begin, in_list)) return {slip->offset, std::move(slip->message)};
        }
    }
    bool after_comma = false;
    if (expected == Expected::colon && next == ':') {
        at = skip_space(text, at + 1);
        expected = Expected::value;
    } else if ((in_object || in_list) && next == ',') {
        at = skip_space(text, at + 1);
        expected = in_object ? Expected::first_key : Expected::first_element;
        after_comma = true;
    }
    if (at >= text.size()) {
        if (from == 0 && expected == Expected::value) return {at, "the file is empty"};
        return {at, "the file ends where " + std::string(name_of(expected)) + " should be"};
    }
    if (after_comma && (text[at] == '}' || text[at] == ']'))
        return {at, "there is a comma before this closing bracket; remove it"};
    const bool string_fits =
        expected == Expected::value || expected == Expected::first_key || expected == Expected::first_element;
    if (text[at] == '"' && string_fits) return error_in_string(text, at);
    if (expected == Expected::comma_in_object || expected == Expected::comma_in_array)
        return error_after_value(text, from, at, expected);
    if (expected == Expected::colon && is_letter(text[at]) && text.substr(at, 4) != "true" &&
        text.substr(at, 5) != "false") {
        Slip slip = early_end_slip(text, from, at);
        return {slip.offset, std::move(slip.message)};
    }
    if (expected == Expected::colon && (begins_value(text[at]) || is_letter(text[at])))
        return {from, "a colon is missing here"};
    // A quotation mark and a comma inside a text: the rest of the text seems to be the next key.
    if (after_comma && in_object && text[from - 1] == '"' && is_letter(text[at]) && !is_plain_key(text, at)) {
        Slip slip = early_end_slip(text, from, at);
        return {slip.offset, std::move(slip.message)};
    }
    return error_at(text, at, expected);
}

} // namespace chelate::json
