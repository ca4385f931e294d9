#include "engine/quiz/interactions/enter_number.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

constexpr std::int64_t furthest = 1'000'000'000'000; ///< up to this value, no product in marking overflows
constexpr int most_decimals = 6;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

Fraction credit_at(const Entered& number, const EnterNumber& interaction) {
    const std::int64_t unit = power_of_ten(number.finer);
    // So wide a range makes no difference to the finer decimals, but they would overflow.
    if (interaction.width > furthest / unit) return credit_at({number.units / unit}, interaction);
    return estimate_credit(number.units, interaction.low * unit, interaction.high * unit, interaction.width * unit);
}

/// Puts a separator between the thousands of a number. @param all  also of numbers with four digits
std::string grouped(std::string number, bool all) {
    const std::size_t first = number.find_first_of("0123456789");
    const std::size_t end = std::min(number.find('.'), number.size());
    if (end - first < (all ? 4U : 5U)) return number;
    for (std::size_t at = end; at > first + 3; at -= 3) number.insert(at - 3, ",");
    return number;
}

} // namespace

const std::vector<Option>& options_of(const EnterNumber&) {
    static const std::vector<Option> none;
    return none;
}

bool is_sound(const EnterNumber& interaction) {
    const Scale& scale = interaction.scale;
    const bool in_range = scale.from >= -furthest && scale.to <= furthest && scale.decimals >= 0 &&
                          scale.decimals <= most_decimals && interaction.width >= 0 && interaction.width <= furthest;
    return in_range && scale.from < scale.to && scale.step > 0 && scale.from <= interaction.low &&
           interaction.low <= interaction.high && interaction.high <= scale.to &&
           (credit_at({scale.from}, interaction) == Fraction::zero() ||
            credit_at({scale.to}, interaction) == Fraction::zero());
}

int finest_decimals(const Scale& scale) {
    std::int64_t most = std::max(std::abs(scale.from), std::abs(scale.to));
    int decimals = 0;
    while (decimals < most_decimals && most <= furthest / 10) {
        most *= 10;
        ++decimals;
    }
    return decimals;
}

bool is_on(const Scale& scale, const Entered& number) {
    if (number.finer < 0 || number.finer > finest_decimals(scale)) return false;
    const std::int64_t unit = power_of_ten(number.finer);
    return number.units >= scale.from * unit && number.units <= scale.to * unit;
}

bool fits(const Entered& response, const EnterNumber& interaction) { return is_on(interaction.scale, response); }

Fraction estimate_credit(std::int64_t number, std::int64_t low, std::int64_t high, std::int64_t width) {
    if (number >= low && number <= high) return Fraction::one();
    const std::int64_t end = number < low ? low : high;
    const std::int64_t distance = std::abs(number - end);
    // The credit is 1 - d/w; with w = |end|/4 it is 1 - 4d/|end|.
    const std::int64_t whole = width > 0 ? width : std::abs(end);
    const std::int64_t left = whole - (width > 0 ? distance : 4 * distance);
    return left <= 0 ? Fraction::zero() : Fraction{left, whole};
}

Fraction credit_of(const Entered& response, const EnterNumber& interaction, const Order&) {
    return credit_at(response, interaction);
}

Entered key_of(const EnterNumber& interaction, const Order&) {
    return {interaction.low + (interaction.high - interaction.low) / 2};
}

Entered wrong_of(const EnterNumber& interaction, const Order&) {
    return {credit_at({interaction.scale.from}, interaction) == Fraction::zero() ? interaction.scale.from
                                                                                 : interaction.scale.to};
}

Entered random_of(const EnterNumber& interaction, const Order&, Rng& rng) {
    const auto steps =
        static_cast<std::uint64_t>((interaction.scale.to - interaction.scale.from) / interaction.scale.step + 1);
    return {interaction.scale.from + static_cast<std::int64_t>(rng.below(steps)) * interaction.scale.step};
}

NumberView view_of(const EnterNumber& interaction, const Order&) { return {interaction.scale}; }

std::string shown_number(std::int64_t units, int decimals) {
    std::string digits = std::to_string(std::abs(units));
    const auto wanted = static_cast<std::size_t>(decimals) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    return units < 0 ? "−" + digits : digits;
}

std::string shown_with_unit(const Entered& number, const Scale& scale) {
    const std::string text = grouped(shown_number(number.units, scale.decimals + number.finer), !scale.unit.empty());
    return scale.unit.empty() ? text : text + " " + scale.unit;
}

std::string key_text(const EnterNumber& interaction) {
    const std::string high = shown_with_unit({interaction.high}, interaction.scale);
    if (interaction.high == interaction.low) return high;
    return grouped(shown_number(interaction.low, interaction.scale.decimals), !interaction.scale.unit.empty()) + " – " +
           high;
}

bool rekey(const Entered& response, EnterNumber& interaction, Order&) {
    if (response.finer > 0) return false; // the scale has no such number
    EnterNumber right = interaction;
    right.low = right.high = response.units;
    if (!is_sound(right)) return false;
    interaction = std::move(right);
    return true;
}

void write(json::Writer& out, const EnterNumber& interaction) {
    out.member("unit", interaction.scale.unit).member("decimals", interaction.scale.decimals);
    out.member("from", interaction.scale.from)
        .member("to", interaction.scale.to)
        .member("step", interaction.scale.step);
    out.member("low", interaction.low).member("high", interaction.high).member("width", interaction.width);
}

void read(const json::Value& object, EnterNumber& interaction) {
    interaction.scale.unit = coding::text(object, "unit");
    interaction.scale.decimals = static_cast<int>(coding::whole(object, "decimals", 0, most_decimals));
    interaction.scale.from = coding::whole(object, "from", -furthest, furthest);
    interaction.scale.to = coding::whole(object, "to", -furthest, furthest);
    interaction.scale.step = coding::whole(object, "step", 1, furthest);
    interaction.low = coding::whole(object, "low", -furthest, furthest);
    interaction.high = coding::whole(object, "high", -furthest, furthest);
    interaction.width = coding::whole(object, "width", 0, furthest);
}

void write(json::Writer& out, const Entered& response) {
    if (response.finer == 0) return void(out.integer(response.units));
    out.begin_object().member("units", response.units).member("finer", response.finer).end_object();
}

void read(const json::Value& value, Entered& response) {
    if (value.kind() != json::Kind::object) {
        response.units = coding::whole(value, -furthest, furthest);
        return;
    }
    response.units = coding::whole(value, "units", -furthest, furthest);
    response.finer = static_cast<int>(coding::whole(value, "finer", 1, most_decimals));
}

} // namespace chelate::quiz
