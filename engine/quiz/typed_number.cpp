#include "engine/quiz/typed_number.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/base/written_number.hpp"

namespace chelate::quiz {

namespace {

using Reading = WrittenNumber::Reading;

/// Returns a reading as an answer on the scale, or nothing when it is outside.
std::optional<Entered> on_scale(const Reading& number, const Scale& scale) {
    const int finest = finest_decimals(scale);
    std::string digits = number.digits;
    int power = digits.empty() ? 0 : number.power + scale.decimals; // in units of the scale
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
std::string only_text(const Reading& number) {
    // Three decimals could be read as thousands.
    const std::string text = number.plain() + (number.written_decimals() == 3 ? "0" : "");
    return number.negative ? "−" + text.substr(1) : text;
}

/// Returns a unit in the form in which two are compared.
std::string bare_unit(std::string_view unit) {
    std::string bare = folded(with_plain_signs(unit));
    std::erase(bare, ' ');
    return bare;
}

} // namespace

TypedNumber read_number(std::string_view typed, const Scale& scale) {
    std::string text = tidied(typed);
    const std::string unit = bare_unit(scale.unit);
    // Some units come before the number, as in $ 5.
    if (!unit.empty() && text.starts_with(scale.unit)) text.erase(0, scale.unit.size());
    const auto number = read_written_number(text);
    if (!number) return {{}, NumberProblem::no_number, {}};
    if (!number->rest.empty() && bare_unit(number->rest) != unit)
        return {{}, unit.empty() ? NumberProblem::no_number : NumberProblem::other_unit, {}};
    const auto entered_as = [&](const std::optional<Reading>& reading) {
        return reading ? on_scale(*reading, scale) : std::nullopt;
    };
    const auto whole = entered_as(number->whole);
    const auto with_decimals = entered_as(number->with_decimals);
    if (whole && with_decimals)
        return {{}, NumberProblem::two_readings, {only_text(*number->whole), only_text(*number->with_decimals)}};
    if (!whole && !with_decimals) return {{}, NumberProblem::off_scale, {}};
    return {whole ? whole : with_decimals, NumberProblem::none, {}};
}

} // namespace chelate::quiz
