#include "engine/quiz/interactions/enter_number.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

constexpr std::int64_t furthest = 1'000'000'000'000; ///< up to this value, no product in marking overflows
constexpr int most_decimals = 6;

Fraction credit_at(std::int64_t units, const EnterNumber& interaction) {
    return estimate_credit(units, interaction.low, interaction.high, interaction.width);
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
           (credit_at(scale.from, interaction) == Fraction::zero() ||
            credit_at(scale.to, interaction) == Fraction::zero());
}

bool fits(const Entered& response, const EnterNumber& interaction) {
    return response.units >= interaction.scale.from && response.units <= interaction.scale.to;
}

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
    return credit_at(response.units, interaction);
}

Entered key_of(const EnterNumber& interaction, const Order&) {
    return {interaction.low + (interaction.high - interaction.low) / 2};
}

Entered wrong_of(const EnterNumber& interaction, const Order&) {
    return {credit_at(interaction.scale.from, interaction) == Fraction::zero() ? interaction.scale.from
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
    return units < 0 ? "-" + digits : digits;
}

std::string key_text(const EnterNumber& interaction) {
    std::string text = shown_number(interaction.low, interaction.scale.decimals);
    if (interaction.high != interaction.low) text += " – " + shown_number(interaction.high, interaction.scale.decimals);
    return interaction.scale.unit.empty() ? text : text + " " + interaction.scale.unit;
}

bool rekey(const Entered& response, EnterNumber& interaction, Order&) {
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

void write(json::Writer& out, const Entered& response) { out.integer(response.units); }

void read(const json::Value& value, Entered& response) { response.units = coding::whole(value, -furthest, furthest); }

} // namespace chelate::quiz
