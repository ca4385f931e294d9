#include "engine/base/written_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

namespace chelate {

namespace {

using Reading = WrittenNumber::Reading;

/// Signs that people and programs write for the same thing, with the plain one.
constexpr std::array<std::pair<std::string_view, char>, 20> same_signs{{
    {"−", '-'},            // minus sign
    {"‐", '-'},            // hyphen
    {"‑", '-'},            // no-break hyphen
    {"‒", '-'},            // figure dash
    {"–", '-'},            // en dash
    {"﹣", '-'},           // small hyphen-minus
    {"－", '-'},           // full-width hyphen-minus
    {"＋", '+'},           // full-width plus sign
    {"\xC2\xA0", ' '},     // no-break space
    {"\xE2\x80\x82", ' '}, // en space
    {"\xE2\x80\x83", ' '}, // em space
    {"\xE2\x80\x87", ' '}, // figure space
    {"\xE2\x80\x88", ' '}, // punctuation space
    {"\xE2\x80\x89", ' '}, // thin space
    {"\xE2\x80\x8A", ' '}, // hair space
    {"\xE2\x80\xAF", ' '}, // narrow no-break space
    {"\t", ' '},
    {"’", '\''},
    {"‘", '\''},
    {"´", '\''},
}};

constexpr std::array<std::string_view, 4> times_signs{"×", "·", "x", "*"};
constexpr std::array<std::string_view, 10> raised_digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::string_view raised_minus = "⁻";

constexpr std::size_t longest_exponent = 3; ///< digits; nobody writes a number with a longer one

/// A text with plain signs, which remembers where each of its bytes was.
struct PlainText {
    std::string text;
    std::vector<std::size_t> origins; ///< one more than bytes
};

PlainText plain_text_of(std::string_view text) {
    PlainText plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto* same = std::find_if(same_signs.begin(), same_signs.end(),
                                        [&](const auto& sign) { return text.substr(at).starts_with(sign.first); });
        const bool is_plain = same == same_signs.end();
        plain.text += is_plain ? text[at] : same->second;
        plain.origins.push_back(at);
        at += is_plain ? 1 : same->first.size();
    }
    plain.origins.push_back(text.size());
    return plain;
}

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
bool is_grouping_only(char c) { return c == ' ' || c == '\''; }
bool is_separator(char c) { return is_grouping_only(c) || c == ',' || c == '.'; }

/// The parts of a text that looks like a number.
struct Parts {
    bool negative = false;
    std::vector<std::string> groups; ///< runs of digits; the first or the last may be empty
    std::string separators;          ///< one between each two groups
    int exponent = 0;
    bool has_exponent = false;
};

std::size_t blanks_end(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size());
}

/// Returns how many bytes the first of some signs at a place has, or 0.
template <std::size_t count>
std::size_t size_of_sign(std::string_view text, const std::array<std::string_view, count>& signs) {
    const auto* found =
        std::find_if(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
    return found == signs.end() ? 0 : found->size();
}

/// Reads an exponent such as "-3", "+3" or "3" from a place. Returns where it ends; the same place: there is none.
std::size_t read_digits_of_exponent(std::string_view text, std::size_t at, Parts& parts) {
    const bool has_sign = at < text.size() && (text[at] == '-' || text[at] == '+');
    const std::size_t digits = at + (has_sign ? 1 : 0);
    std::size_t end = digits;
    while (end < text.size() && is_decimal_digit(text[end])) ++end;
    if (end == digits || end - digits > longest_exponent) return at;
    (void)std::from_chars(text.data() + digits, text.data() + end, parts.exponent);
    if (has_sign && text[at] == '-') parts.exponent = -parts.exponent;
    parts.has_exponent = true;
    return end;
}

/// As above, for raised digits.
std::size_t read_raised_exponent(std::string_view text, std::size_t at, Parts& parts) {
    const bool negative = text.substr(at).starts_with(raised_minus);
    std::size_t end = at + (negative ? raised_minus.size() : 0);
    std::string digits;
    while (const std::size_t size = size_of_sign(text.substr(end), raised_digits)) {
        const auto* found = std::find(raised_digits.begin(), raised_digits.end(), text.substr(end, size));
        digits += static_cast<char>('0' + (found - raised_digits.begin()));
        end += size;
    }
    return read_digits_of_exponent((negative ? "-" : "") + digits, 0, parts) == 0 ? at : end;
}

/// Reads "e6", "x 10^6" or "× 10⁶" at a place. Returns where it ends; the same place: there is none.
std::size_t read_exponent(std::string_view text, std::size_t at, Parts& parts) {
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::size_t end = read_digits_of_exponent(text, at + 1, parts);
        return end == at + 1 ? at : end;
    }
    std::size_t ten = blanks_end(text, at);
    const std::size_t times = size_of_sign(text.substr(ten), times_signs);
    ten = blanks_end(text, ten + times);
    if (times == 0 || !text.substr(ten).starts_with("10")) return at;
    const std::size_t start = ten + 2;
    const bool has_caret = start < text.size() && text[start] == '^';
    const std::size_t first = has_caret ? start + 1 : start;
    const std::size_t end = has_caret ? read_digits_of_exponent(text, first, parts) //
                                      : read_raised_exponent(text, first, parts);
    return end == first ? at : end;
}

/// Reads the parts of the number that a text begins with. Returns where it ends; 0: there is none.
std::size_t read_parts(std::string_view text, Parts& parts) {
    std::size_t at = blanks_end(text, 0);
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        parts.negative = text[at] == '-';
        at = blanks_end(text, at + 1);
    }
    bool any = false;
    parts.groups.emplace_back();
    for (; at < text.size(); ++at) {
        if (is_decimal_digit(text[at])) {
            parts.groups.back() += text[at];
            any = true;
            continue;
        }
        const bool number_follows = at + 1 < text.size() && is_decimal_digit(text[at + 1]);
        const bool is_last_point = (text[at] == '.' || text[at] == ',') && !number_follows;
        if (!is_separator(text[at]) || !(number_follows || is_last_point)) break;
        parts.separators += text[at];
        parts.groups.emplace_back();
    }
    return any ? read_exponent(text, at, parts) : 0;
}

/// Returns whether the first `count` groups are thousands, as in 1,234,567, or lakhs, as in 12,34,567.
bool are_thousands(const std::vector<std::string>& groups, std::size_t count) {
    if (count < 2 || groups[0].empty() || groups[0].size() > 3 || groups[count - 1].size() != 3) return false;
    const auto all_have = [&](std::size_t size) {
        return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(count) - 1,
                           [&](const std::string& group) { return group.size() == size; });
    };
    return all_have(3) || (all_have(2) && groups[0].size() <= 2);
}

Reading reading_of(const Parts& parts, std::size_t decimals) {
    std::string digits;
    for (const std::string& group : parts.groups) digits += group;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return {parts.negative && !digits.empty(), digits, parts.exponent - static_cast<int>(decimals)};
}

/// Finds what the parts can mean: nothing, one number, or two.
void find_readings(const Parts& parts, WrittenNumber& number) {
    const std::vector<std::string>& groups = parts.groups;
    const std::string& separators = parts.separators;
    if (separators.empty()) {
        number.whole = reading_of(parts, 0);
        return;
    }
    const char last = separators.back();
    const auto all_are = [&](char sign, std::size_t count) {
        return std::all_of(separators.begin(), separators.begin() + static_cast<std::ptrdiff_t>(count),
                           [&](char one) { return one == sign; });
    };
    const bool can_group = all_are(separators.front(), separators.size()) && are_thousands(groups, groups.size());
    // Nobody groups 0,123 or 1,234e5.
    const bool nobody_groups = !is_grouping_only(last) && (groups[0].starts_with('0') || parts.has_exponent);
    // Before a decimal sign, another sign may group the thousands.
    const bool has_groups = separators.size() > 1;
    const bool can_be_decimal =
        !is_grouping_only(last) &&
        (!has_groups || (separators.front() != last && all_are(separators.front(), separators.size() - 1) &&
                         are_thousands(groups, groups.size() - 1)));
    if (can_group && !nobody_groups) number.whole = reading_of(parts, 0);
    if (can_be_decimal) number.with_decimals = reading_of(parts, groups.back().size());
    // A sign at the end of a number shows nothing: it may end a sentence.
    if (!groups.back().empty() && !is_grouping_only(last))
        number.last_sign = last == ',' ? DecimalSign::comma : DecimalSign::point;
}

} // namespace

int WrittenNumber::Reading::written_decimals() const { return std::max(-power, 0); }

int WrittenNumber::Reading::needed_decimals() const {
    const std::size_t last = digits.find_last_not_of('0');
    return last == std::string::npos ? 0 : std::max(-power - static_cast<int>(digits.size() - last - 1), 0);
}

double WrittenNumber::Reading::value() const {
    if (digits.empty()) return 0;
    const std::string text = digits + 'e' + std::to_string(power);
    double size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error == std::errc::result_out_of_range)
        size = static_cast<int>(digits.size()) + power > 0 ? std::numeric_limits<double>::infinity() : 0;
    return negative ? -size : size;
}

std::string WrittenNumber::Reading::plain() const {
    std::string text = digits;
    if (const auto decimals = static_cast<std::size_t>(written_decimals()); decimals > 0) {
        if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, ".");
    } else {
        text.append(text.empty() ? 1 : static_cast<std::size_t>(power), '0');
    }
    return (negative ? "-" : "") + text;
}

const WrittenNumber::Reading* WrittenNumber::meant(DecimalSign known) const {
    if (!whole) return &*with_decimals;
    if (!with_decimals) return &*whole;
    if (known == DecimalSign::unknown) return last_sign == DecimalSign::point ? &*with_decimals : nullptr;
    return known == last_sign ? &*with_decimals : &*whole;
}

DecimalSign WrittenNumber::shows() const {
    if (last_sign == DecimalSign::unknown || (whole && with_decimals)) return DecimalSign::unknown;
    if (with_decimals) return last_sign;
    return last_sign == DecimalSign::comma ? DecimalSign::point : DecimalSign::comma;
}

std::optional<WrittenNumber> read_written_number(std::string_view text) {
    const PlainText plain = plain_text_of(text);
    Parts parts;
    const std::size_t end = read_parts(plain.text, parts);
    if (end == 0) return std::nullopt;
    WrittenNumber number;
    find_readings(parts, number);
    if (!number.whole && !number.with_decimals) return std::nullopt;
    const std::size_t first = blanks_end(plain.text, end);
    const std::size_t last = plain.text.find_last_not_of(' ') + 1;
    if (first < last) {
        const std::size_t from = plain.origins[first];
        number.rest = text.substr(from, plain.origins[last] - from);
    }
    return number;
}

std::string with_plain_signs(std::string_view text) { return plain_text_of(text).text; }

} // namespace chelate
