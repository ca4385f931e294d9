#include "engine/quiz/typed_number.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"

namespace chelate::quiz {

namespace {

/// Signs that people and programs type for the same thing, with the plain one.
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

constexpr int longest_exponent = 3; ///< digits of an exponent; a greater one is off every scale anyway

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
bool is_grouping_only(char c) { return c == ' ' || c == '\''; }
bool is_separator(char c) { return is_grouping_only(c) || c == ',' || c == '.'; }

std::string with_plain_signs(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto* same = std::find_if(same_signs.begin(), same_signs.end(),
                                        [&](const auto& sign) { return text.starts_with(sign.first); });
        plain += same == same_signs.end() ? text.front() : same->second;
        text.remove_prefix(same == same_signs.end() ? 1 : same->first.size());
    }
    const std::size_t first = plain.find_first_not_of(' ');
    return first == std::string::npos ? "" : plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

/// A number as its digits: `digits` times ten to the power of `power`. "2.50" is 25 and -1.
struct Decimal {
    bool negative = false;
    std::string digits; ///< without zeros at either end; empty: the number is 0
    int power = 0;
};

Decimal decimal_of(bool negative, std::string digits, int power) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
        ++power;
    }
    return {negative && !digits.empty(), digits, digits.empty() ? 0 : power};
}

/// The parts of a text that looks like a number.
struct Parts {
    bool negative = false;
    std::vector<std::string> groups; ///< runs of digits; the first or the last may be empty
    std::string separators;          ///< one between each two groups
    int exponent = 0;
    bool has_exponent = false;
    std::string rest; ///< what comes after the number
};

/// Reads the exponent at a place, such as "e6" or "E-3", if there is one. Returns where it ends.
std::size_t read_exponent(std::string_view text, std::size_t at, Parts& parts) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return at;
    std::size_t first = at + 1;
    if (first < text.size() && text[first] == '+') ++first;
    std::size_t end = first;
    if (end < text.size() && text[end] == '-') ++end;
    const std::size_t digits = end;
    while (end < text.size() && is_decimal_digit(text[end])) ++end;
    if (end == digits || end - digits > longest_exponent) return at;
    (void)std::from_chars(text.data() + first, text.data() + end, parts.exponent);
    parts.has_exponent = true;
    return end;
}

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
    std::size_t at = 0;
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
    if (!any) return std::nullopt;
    at = read_exponent(text, at, parts);
    parts.rest = text.substr(at);
    return parts;
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

std::string joined(const std::vector<std::string>& groups) {
    std::string digits;
    for (const std::string& group : groups) digits += group;
    return digits;
}

/// Returns what the parts can mean: nothing, one number, or two.
std::vector<Decimal> readings_of(const Parts& parts) {
    const std::vector<std::string>& groups = parts.groups;
    const std::string& separators = parts.separators;
    const auto with_decimals = [&](std::size_t decimals) {
        return decimal_of(parts.negative, joined(groups), parts.exponent - static_cast<int>(decimals));
    };
    if (separators.empty()) return {with_decimals(0)};
    const char last = separators.back();
    const auto all_are = [&](char sign, std::size_t count) {
        return std::all_of(separators.begin(), separators.begin() + static_cast<std::ptrdiff_t>(count),
                           [&](char one) { return one == sign; });
    };
    const bool can_group = all_are(separators.front(), separators.size()) && are_thousands(groups, groups.size());
    // Before a decimal sign, another sign may group the thousands.
    const bool has_groups = separators.size() > 1;
    const bool can_be_decimal =
        !is_grouping_only(last) &&
        (!has_groups || (separators.front() != last && all_are(separators.front(), separators.size() - 1) &&
                         are_thousands(groups, groups.size() - 1)));
    std::vector<Decimal> readings;
    if (can_group) readings.push_back(with_decimals(0));
    // Nobody groups 0,123 or 1,234e5.
    if (can_group && !is_grouping_only(last) && (groups[0].front() == '0' || parts.has_exponent)) readings.clear();
    if (can_be_decimal) readings.push_back(with_decimals(groups.back().size()));
    return readings;
}

/// Returns a reading as an answer on the scale, or nothing when it is outside.
std::optional<Entered> on_scale(const Decimal& number, const Scale& scale) {
    const int finest = finest_decimals(scale);
    std::string digits = number.digits;
    int power = number.power + scale.decimals; // in units of the scale
    const int finer = std::clamp(-power, 0, finest);
    power += finer;
    if (static_cast<int>(digits.size()) + power > 15) return std::nullopt; // more than any scale has
    bool rounds_up = false;
    if (power < 0) {
        const auto kept = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(digits.size()) + power, 0);
        const bool drops_all = static_cast<std::ptrdiff_t>(digits.size()) + power < 0;
        rounds_up = !drops_all && digits[static_cast<std::size_t>(kept)] >= '5';
        digits.resize(static_cast<std::size_t>(kept));
        power = 0;
    }
    std::int64_t units = 0;
    for (const char digit : digits) units = units * 10 + (digit - '0');
    for (; power > 0; --power) units *= 10;
    if (rounds_up) ++units;
    Entered entered{number.negative ? -units : units, finer};
    for (; entered.finer > 0 && entered.units % 10 == 0; --entered.finer) entered.units /= 10; // after rounding
    return is_on(scale, entered) ? std::optional(entered) : std::nullopt;
}

/// Returns a reading as a text that has no other one.
std::string plain_text(const Decimal& number) {
    std::string text = number.digits;
    if (number.power >= 0) {
        text.append(static_cast<std::size_t>(number.power), '0');
    } else {
        const auto decimals = static_cast<std::size_t>(-number.power);
        if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, ".");
        if (decimals == 3) text += '0';
    }
    return (number.negative ? "−" : "") + text;
}

std::string without_blanks(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return c != ' '; });
    return kept;
}

} // namespace

TypedNumber read_number(std::string_view typed, const Scale& scale) {
    std::string text = with_plain_signs(typed);
    const std::string unit = without_blanks(folded(with_plain_signs(scale.unit)));
    // Some units come before the number, as in $ 5.
    if (!unit.empty() && scale.unit.size() < text.size() && text.starts_with(scale.unit))
        text = with_plain_signs(text.substr(scale.unit.size()));
    const auto parts = parts_of(text);
    if (!parts) return {{}, NumberProblem::no_number, {}};
    if (!parts->rest.empty() && without_blanks(folded(parts->rest)) != unit)
        return {{}, unit.empty() ? NumberProblem::no_number : NumberProblem::other_unit, {}};
    const std::vector<Decimal> readings = readings_of(*parts);
    if (readings.empty()) return {{}, NumberProblem::no_number, {}};
    std::vector<Entered> fitting;
    for (const Decimal& reading : readings) {
        if (const auto entered = on_scale(reading, scale)) fitting.push_back(*entered);
    }
    if (fitting.empty()) return {{}, NumberProblem::off_scale, {}};
    if (fitting.size() == 2)
        return {{}, NumberProblem::two_readings, {plain_text(readings[0]), plain_text(readings[1])}};
    return {fitting.front(), NumberProblem::none, {}};
}

} // namespace chelate::quiz
