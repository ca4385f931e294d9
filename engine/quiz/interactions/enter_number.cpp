#include "engine/quiz/interactions/enter_number.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

constexpr std::int64_t furthest = 1'000'000'000'000; ///< up to this value, no product in marking overflows
constexpr int most_decimals = 6;

Fraction credit_at(std::int64_t units, const EnterNumber& body) {
    return estimate_credit(units, body.low, body.high, body.width);
}

} // namespace

const std::vector<Option>& options_of(const EnterNumber&) {
    static const std::vector<Option> none;
    return none;
}

bool is_sound(const EnterNumber& body) {
    const Scale& scale = body.scale;
    const bool in_range = scale.from >= -furthest && scale.to <= furthest && scale.decimals >= 0 &&
                          scale.decimals <= most_decimals && body.width >= 0 && body.width <= furthest;
    return in_range && scale.from < scale.to && scale.step > 0 && scale.from <= body.low && body.low <= body.high &&
           body.high <= scale.to &&
           (credit_at(scale.from, body) == Fraction::zero() || credit_at(scale.to, body) == Fraction::zero());
}

bool fits(const Entered& response, const EnterNumber& body) {
    return response.units >= body.scale.from && response.units <= body.scale.to;
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

Fraction credit_of(const Entered& response, const EnterNumber& body, const Order&) {
    return credit_at(response.units, body);
}

Entered key_of(const EnterNumber& body, const Order&) { return {body.low + (body.high - body.low) / 2}; }

Entered wrong_of(const EnterNumber& body, const Order&) {
    return {credit_at(body.scale.from, body) == Fraction::zero() ? body.scale.from : body.scale.to};
}

Entered random_of(const EnterNumber& body, const Order&, Rng& rng) {
    const auto steps = static_cast<std::uint64_t>((body.scale.to - body.scale.from) / body.scale.step + 1);
    return {body.scale.from + static_cast<std::int64_t>(rng.below(steps)) * body.scale.step};
}

NumberView view_of(const EnterNumber& body, const Order&) { return {body.scale}; }

std::string shown_number(std::int64_t units, int decimals) {
    std::string digits = std::to_string(std::abs(units));
    const auto wanted = static_cast<std::size_t>(decimals) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    return units < 0 ? "-" + digits : digits;
}

std::string key_text(const EnterNumber& body) {
    std::string text = shown_number(body.low, body.scale.decimals);
    if (body.high != body.low) text += " – " + shown_number(body.high, body.scale.decimals);
    return body.scale.unit.empty() ? text : text + " " + body.scale.unit;
}

bool rekey(const Entered& response, EnterNumber& body, Order&) {
    EnterNumber right = body;
    right.low = right.high = response.units;
    if (!is_sound(right)) return false;
    body = std::move(right);
    return true;
}

void write(json::Writer& out, const EnterNumber& body) {
    out.member("unit", body.scale.unit).member("decimals", body.scale.decimals);
    out.member("from", body.scale.from).member("to", body.scale.to).member("step", body.scale.step);
    out.member("low", body.low).member("high", body.high).member("width", body.width);
}

void read(const json::Value& object, EnterNumber& body) {
    body.scale.unit = coding::text(object, "unit");
    body.scale.decimals = static_cast<int>(coding::whole(object, "decimals", 0, most_decimals));
    body.scale.from = coding::whole(object, "from", -furthest, furthest);
    body.scale.to = coding::whole(object, "to", -furthest, furthest);
    body.scale.step = coding::whole(object, "step", 1, furthest);
    body.low = coding::whole(object, "low", -furthest, furthest);
    body.high = coding::whole(object, "high", -furthest, furthest);
    body.width = coding::whole(object, "width", 0, furthest);
}

void write(json::Writer& out, const Entered& response) { out.integer(response.units); }

void read(const json::Value& value, Entered& response) { response.units = coding::whole(value, -furthest, furthest); }

} // namespace chelate::quiz
