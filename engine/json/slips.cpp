#include "engine/json/slips.hpp"

#include <algorithm>
#include <array>

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::json {
namespace {

constexpr std::size_t longest_unit = 24; ///< bytes; a longer text after a number is hardly a unit

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Returns the bytes of the first of some signs that `text` begins with, or 0.
template <std::size_t count>
std::size_t starts_with_one_of(std::string_view text, const std::array<std::string_view, count>& signs) {
    const auto found = std::find_if(signs.begin(), signs.end(), [&](auto sign) { return text.starts_with(sign); });
    return found == signs.end() ? 0 : found->size();
}

/// Minus sign, en dash, figure dash and non-breaking hyphen: what programs for writing make of a hyphen.
constexpr std::array<std::string_view, 4> long_minus{"\u2212", "\u2013", "\u2012", "\u2011"};
/// What people put between thousands, besides commas and points: no-break, narrow and thin spaces, apostrophes.
constexpr std::array<std::string_view, 7> gaps{" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", "_"};
constexpr std::array<std::string_view, 6> curly_double{"\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb", "\u201f"};
constexpr std::array<std::string_view, 4> curly_single{"\u2018", "\u2019", "\u201a", "\u201b"};

/// A number as a person wrote it, taken apart.
struct WrittenNumber {
    std::string digits;         ///< as JSON writes it
    std::string other_reading;  ///< the number if its only comma is a decimal one, when that is possible too
    std::string_view sign;      ///< what was written in front
    bool has_comma = false;     ///< a decimal comma
    bool has_thousands = false; ///< separated groups of three digits
    bool has_zeros = false;     ///< zeros in front
    bool is_bare = false;       ///< a point without digits in front or behind
    std::size_t size = 0;       ///< bytes
};

/// Returns how many digits `text` begins with.
std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_ascii_digit(text[count])) ++count;
    return count;
}

/// Returns the bytes of a separator at `at` that has exactly three digits after it, or 0.
std::size_t thousands_separator(std::string_view text, std::string_view kind, bool in_list) {
    if (in_list && !text.empty() && (text[0] == ' ' || text[0] == ',')) return 0;
    const std::size_t size = kind.empty() ? starts_with_one_of(text, gaps) : text.starts_with(kind) ? kind.size() : 0;
    return size > 0 && count_digits(text.substr(size)) == 3 ? size : 0;
}

/// Appends groups of three digits that a separator of one kind precedes. @return how many
std::size_t add_groups(std::string_view text, std::string_view kind, bool in_list, std::string& digits,
                       std::size_t& at) {
    std::size_t groups = 0;
    while (const std::size_t size = thousands_separator(text.substr(at), kind, in_list)) {
        digits += text.substr(at + size, 3);
        at += size + 3;
        ++groups;
    }
    return groups;
}

/// Reads the digits before the point, with their separators, into `number`.
void read_whole(std::string_view text, bool in_list, std::size_t& at, WrittenNumber& number) {
    const std::size_t first = count_digits(text.substr(at));
    number.digits = text.substr(at, first);
    at += first;
    if (first == 0 || first > 3) return;
    std::size_t groups = add_groups(text, "", in_list, number.digits, at);
    if (groups == 0 && number.digits != "0") {
        const std::string before = number.digits;
        std::string grouped = before;
        std::size_t after = at;
        groups = add_groups(text, ",", in_list, grouped, after);
        if (groups == 1) number.other_reading = before + '.' + grouped.substr(before.size());
        if (groups == 0) { // "12.104" alone is a number of JSON, so only two points can be meant as separators
            groups = add_groups(text, ".", in_list, grouped, after);
            if (groups < 2) return;
        }
        number.digits = grouped;
        at = after;
    }
    number.has_thousands = groups > 0;
}

WrittenNumber read_written(std::string_view text, bool in_list) {
    WrittenNumber number;
    std::size_t at = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) at = 1;
    else at = starts_with_one_of(text, long_minus);
    number.sign = text.substr(0, at);
    read_whole(text, in_list, at, number);
    const std::size_t kept_zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
    if (number.digits.size() > 1 && kept_zeros > 0) {
        number.has_zeros = true;
        number.digits.erase(0, std::min(kept_zeros, number.digits.size() - 1));
    }
    const bool has_whole = !number.digits.empty();
    if (!has_whole) number.digits = "0";
    const char mark = at < text.size() ? text[at] : ' ';
    const bool is_mark = mark == '.' || (mark == ',' && !in_list);
    const std::size_t decimals = is_mark ? count_digits(text.substr(at + 1)) : 0;
    if (decimals > 0) {
        number.has_comma = mark == ',';
        number.is_bare = !has_whole;
        number.digits += '.' + std::string(text.substr(at + 1, decimals));
        number.other_reading.clear();
        at += 1 + decimals;
    } else if (mark == '.' && has_whole) {
        number.is_bare = true;
        ++at;
    }
    if (!has_whole && decimals == 0) return {};
    // An exponent belongs to the number; a unit such as "eV" does not.
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
        if (const std::size_t power = count_digits(text.substr(at + 1 + sign)); power > 0) {
            number.digits += text.substr(at, 1 + sign + power);
            at += 1 + sign + power;
        }
    }
    if (!number.sign.empty() && number.sign != "+") {
        number.digits.insert(0, "-");
        if (!number.other_reading.empty()) number.other_reading.insert(0, "-");
    }
    number.size = at;
    return number;
}

/// Returns what follows a number on its line, up to where JSON continues, without blanks at its ends.
std::string_view rest_of(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && std::string_view(",]}\"\n\r").find(text[end]) == std::string_view::npos) ++end;
    std::string_view rest = text.substr(0, end);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t')) rest.remove_suffix(1);
    while (rest.starts_with("\u00a0") || rest.starts_with("\u202f")) rest.remove_prefix(rest[0] == '\xC2' ? 2 : 3);
    return rest;
}

/// Returns the sentence for what follows a number, or an empty text when it does not belong to the number.
std::string sentence_of_rest(const std::string& digits, std::string_view rest) {
    std::string_view second = rest;
    if (second.front() == '-') second.remove_prefix(1);
    else second.remove_prefix(starts_with_one_of(second, long_minus));
    if (second.size() < rest.size()) {
        while (second.starts_with(' ')) second.remove_prefix(1);
        const WrittenNumber to = read_written(second, false);
        if (to.size > 0 && to.size < second.size()) return "put this text in double quotes; it is not one number";
        if (to.size > 0) return "write a range as two keys: \"low\": " + digits + ", \"high\": " + to.digits;
    }
    static constexpr std::array<std::string_view, 4> times{"x", "*", "\u00d7", "\u00b7"};
    std::string_view factor = rest.substr(starts_with_one_of(rest, times));
    while (factor.starts_with(' ')) factor.remove_prefix(1);
    if (factor.size() < rest.size() && factor.starts_with("10")) return "write a power of ten like 1.5e6";
    const auto first = static_cast<unsigned char>(rest.front());
    const bool has_unit_start = is_ascii_letter(rest.front()) || first == '%' || first == '$' || first >= 0x80;
    if (has_unit_start && rest.size() <= longest_unit && rest.find_first_of(":{}[]#'") == std::string_view::npos)
        return "write " + digits + "; the unit " + in_quotes(rest) + " belongs in the attribute";
    if (std::string_view(".+-0123456789").find(rest.front()) != std::string_view::npos)
        return "this is not one number; write digits with at most one point";
    return {};
}

} // namespace

std::optional<std::size_t> number_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_ascii_digit(text[begin - 1]) ||
                         std::string_view("+-.eE").find(text[begin - 1]) != std::string_view::npos))
        --begin;
    const bool is_number = begin < end && (is_ascii_digit(text[begin]) || text[begin] == '-');
    return is_number ? std::optional(begin) : std::nullopt;
}

std::optional<Slip> number_slip(std::string_view text, std::size_t at, bool in_list) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const WrittenNumber number = read_written(line, in_list);
    if (number.size == 0) return std::nullopt;
    if (line.starts_with("0x") || line.starts_with("0X")) return Slip{at, "write this number with the digits 0 to 9"};
    const std::string_view rest = rest_of(line.substr(number.size));
    const bool next_in_list = in_list && line.substr(number.size).starts_with(' ') && !rest.empty() &&
                              std::string_view("+-.0123456789").find(rest.front()) != std::string_view::npos;
    if (!rest.empty() && !next_in_list) {
        std::string sentence = sentence_of_rest(number.digits, rest);
        if (!sentence.empty()) return Slip{at, std::move(sentence)};
    }
    const std::string write = "write " + number.digits;
    if (!number.sign.empty() && number.sign != "+" && number.sign != "-")
        return Slip{at, write + " with the hyphen of your keyboard; this is a longer dash"};
    if (number.has_thousands) {
        const std::string also =
            number.other_reading.empty() ? "" : " (or " + number.other_reading + " if the comma is a decimal one)";
        return Slip{at, write + ", with nothing between the thousands" + also};
    }
    if (number.has_comma) return Slip{at, write + ", with a point instead of the comma"};
    if (number.sign == "+") return Slip{at, write + ", without the plus sign"};
    if (number.has_zeros) return Slip{at, write + ", without a zero in front"};
    if (number.is_bare) {
        const bool lacks_whole = number.digits.find('.') != std::string::npos;
        return Slip{at, write + (lacks_whole ? ", with a digit in front of the point" : ", without the point")};
    }
    return std::nullopt;
}

Slip word_slip(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    const std::string word(text.substr(at, std::min<std::size_t>(end - at, 32)));
    const std::string small = folded(word);
    const std::string shown_word = in_quotes(word);
    if (small == "true" || small == "false") return {at, "write " + small + ", in small letters"};
    if (small == "yes" || small == "no") return {at, std::string("write ") + (small == "yes" ? "true" : "false")};
    if (small == "none" || small == "null" || small == "nil" || small == "undefined")
        return {at, shown_word + " is not a value here; leave out the key if it has none"};
    if (small == "nan" || small == "infinity" || small == "inf")
        return {at, shown_word + " is not a number; write the number, or leave out this item"};
    return {at, "put this text in double quotes; it begins with " + shown_word};
}

std::optional<Slip> quote_slip(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 4);
    const auto use = [&](const char* not_these) {
        return Slip{at, std::string("use straight double quotes (\") around texts and keys, not ") + not_these};
    };
    if (starts_with_one_of(rest, curly_double) > 0) return use("curly ones");
    if (rest.starts_with('\'') || starts_with_one_of(rest, curly_single) > 0 || rest.starts_with('`'))
        return use("single ones");
    return std::nullopt;
}

std::optional<Slip> curly_end_slip(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        const std::size_t size = starts_with_one_of(text.substr(at), curly_double);
        if (size == 0) continue;
        std::size_t after = at + size;
        while (after < text.size() && text[after] == ' ') ++after;
        const bool ends_line = after >= text.size() || text[after] == '\n' || text[after] == '\r';
        if (ends_line || std::string_view(",:]}").find(text[after]) != std::string_view::npos)
            return Slip{at, "this curly quotation mark does not end the text; write a straight one (\")"};
    }
    return std::nullopt;
}

Slip early_end_slip(std::string_view text, std::size_t end, std::size_t next) {
    const std::size_t quote = end - 1;
    const std::string_view rest = text.substr(next, text.find('\n', next) - next);
    // Nothing but the rest of the JSON follows a second quotation mark: it is one too many.
    if (rest.starts_with('"') && rest.find_first_not_of(" \t\r,]}", 1) == std::string_view::npos)
        return {next, "this quotation mark is one too many; remove it"};
    const std::size_t line_start = text.rfind('\n', quote) + 1;
    const std::size_t begin = quote == 0 ? quote : text.rfind('"', quote - 1);
    if (begin != std::string_view::npos && begin >= line_start) {
        if (auto curly = curly_end_slip(text, begin + 1, quote)) return *curly;
    }
    return {quote, "the text ends at this quotation mark; if it belongs to the text, write \\\" in its place"};
}

} // namespace chelate::json
