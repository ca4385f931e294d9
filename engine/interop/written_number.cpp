#include "engine/interop/written_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (digit_at(text, at + count)) ++count;
    return count;
}

/// Returns the bytes of the first of some signs at `at`, or 0.
template <std::size_t count>
std::size_t sign_at(std::string_view text, std::size_t at, const std::string_view (&signs)[count]) {
    for (const std::string_view sign : signs) {
        if (text.substr(at).starts_with(sign)) return sign.size();
    }
    return 0;
}

constexpr std::string_view minus_signs[] = {"-", "\u2212", "\u2013"};
/// No-break, narrow and thin spaces and apostrophes between thousands.
constexpr std::string_view gaps[] = {" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019"};
constexpr std::string_view times_signs[] = {"\u00d7", "\u00b7", "x", "*"};
constexpr std::string_view raised_digits[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                              "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

void skip_gaps(std::string_view text, std::size_t& at) {
    while (const std::size_t size = sign_at(text, at, gaps)) at += size;
}

/// Groups of digits and the sign before each but the first, which is ' ' for a gap.
struct Groups {
    std::vector<std::string> digits;
    std::string signs;
};

Groups read_groups(std::string_view text, std::size_t& at) {
    Groups groups;
    while (true) {
        const std::size_t count = digits_from(text, at);
        groups.digits.emplace_back(text.substr(at, count));
        at += count;
        const std::size_t gap = sign_at(text, at, gaps);
        if (gap > 0 && digits_from(text, at + gap) == 3) {
            groups.signs += ' ';
            at += gap;
        } else if (at < text.size() && (text[at] == ',' || text[at] == '.') && digit_at(text, at + 1)) {
            groups.signs += text[at];
            ++at;
        } else {
            return groups;
        }
    }
}

std::string joined(const Groups& groups, std::size_t point) {
    std::string digits;
    for (std::size_t i = 0; i < groups.digits.size(); ++i) digits += (i == point ? "." : "") + groups.digits[i];
    // JSON has no zeros in front.
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::size_t zeros = 0;
    while (zeros + 1 < whole && digits[zeros] == '0') ++zeros;
    return digits.substr(zeros);
}

/// Decides which sign, if any, is the decimal one. @return whether the groups are a number at all
bool read_mantissa(const Groups& groups, Separators separators, WrittenNumber& number) {
    const std::size_t last = groups.digits.size() - 1;
    constexpr auto no_point = static_cast<std::size_t>(-1);
    std::size_t point = no_point;
    if (last > 0) {
        const char sign = groups.signs[last - 1];
        const bool once = sign != ' ' && std::count(groups.signs.begin(), groups.signs.end(), sign) == 1;
        // Only three digits after the only sign, and at most three before it, could be thousands as well.
        const bool two_ways = once && last == 1 && groups.digits[1].size() == 3 && groups.digits[0].size() <= 3 &&
                              groups.digits[0] != "0";
        const Separators as_decimal = sign == ',' ? Separators::decimal_comma : Separators::decimal_point;
        if (once && !two_ways) {
            point = last;
            number.shows = as_decimal;
        } else if (two_ways && (separators == as_decimal || (separators == Separators::unknown && sign == '.'))) {
            point = last;
        } else if (two_ways && separators == Separators::unknown) {
            number.other = joined(groups, 1);
        } else if (!two_ways && sign != ' ') {
            number.shows = sign == ',' ? Separators::decimal_point : Separators::decimal_comma;
        }
    }
    const std::size_t whole_groups = point == no_point ? groups.digits.size() : point;
    for (std::size_t i = 1; i < whole_groups; ++i) {
        // Thousands have one kind of sign, which is not the decimal one.
        if (groups.digits[i].size() != 3 || groups.signs[i - 1] != groups.signs[0]) return false;
    }
    if (point != no_point && point > 1 && groups.signs[0] == groups.signs[point - 1]) return false;
    if (whole_groups > 1 && groups.digits[0].size() > 3) return false;
    number.digits = joined(groups, point);
    return true;
}

/// Reads "e27", "x 10^27" or "x 10" with raised digits. @return the exponent, or nothing
std::optional<std::string> read_power(std::string_view text, std::size_t& at) {
    std::size_t from = at;
    bool raised = false;
    if (from < text.size() && (text[from] == 'e' || text[from] == 'E')) {
        ++from;
    } else {
        skip_gaps(text, from);
        const std::size_t times = sign_at(text, from, times_signs);
        if (times == 0) return std::nullopt;
        from += times;
        skip_gaps(text, from);
        if (!text.substr(from).starts_with("10")) return std::nullopt;
        from += 2;
        raised = from >= text.size() || text[from] != '^';
        if (!raised) ++from;
    }
    std::string power;
    if (raised) {
        if (text.substr(from).starts_with("\u207b")) {
            power = "-";
            from += std::string_view("\u207b").size();
        }
        for (bool found = true; found;) {
            found = false;
            for (std::size_t digit = 0; digit < 10 && !found; ++digit) {
                if (!text.substr(from).starts_with(raised_digits[digit])) continue;
                power += static_cast<char>('0' + digit);
                from += raised_digits[digit].size();
                found = true;
            }
        }
    } else {
        if (const std::size_t minus = sign_at(text, from, minus_signs)) {
            power = "-";
            from += minus;
        } else if (from < text.size() && text[from] == '+') {
            ++from;
        }
        const std::size_t count = digits_from(text, from);
        power += text.substr(from, count);
        from += count;
    }
    if (power.empty() || power == "-" || power.size() > 4) return std::nullopt;
    at = from;
    return power;
}

} // namespace

std::optional<WrittenNumber> read_written_number(std::string_view cell, Separators separators) {
    std::size_t at = 0;
    skip_gaps(cell, at);
    const std::size_t minus = sign_at(cell, at, minus_signs);
    at += minus > 0 ? minus : (at < cell.size() && cell[at] == '+' ? 1 : 0);
    if (!digit_at(cell, at)) return std::nullopt;
    WrittenNumber number;
    if (!read_mantissa(read_groups(cell, at), separators, number)) return std::nullopt;
    if (minus > 0) {
        number.digits.insert(0, "-");
        if (!number.other.empty()) number.other.insert(0, "-");
    }
    if (const auto power = read_power(cell, at)) number.digits += 'e' + *power;
    skip_gaps(cell, at);
    number.rest = std::string(trimmed(cell.substr(std::min(at, cell.size()))));
    return number;
}

double value_of_digits(const std::string& digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<int> decimals_of(double value, int most) {
    for (int decimals = 0; decimals <= most; ++decimals) {
        const double scaled = std::abs(value) * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) <= scaled * 1e-12) return decimals;
    }
    return std::nullopt;
}

} // namespace chelate::interop
