#include "engine/quiz/marking.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace chelate::quiz {

namespace {

constexpr std::int64_t certainty_unit = 100; ///< points of a right guess in a round that asks for confidence

/// Formats a fraction with two decimals, or as a whole number when it is one.
std::string decimal_text(Fraction fraction) {
    if (fraction.den == 1) return fmt::format("{}", fraction.num);
    const std::int64_t hundredths = rounded_product(100, fraction);
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

} // namespace

Millis reading_time(std::size_t characters, int time_factor_percent) {
    return {(1000 + 40 * static_cast<std::int64_t>(characters)) * time_factor_percent / 100};
}

Fraction speed_factor(Millis taken, Millis grace, Millis limit, int loss_quarters) {
    const std::int64_t span = (limit - grace).count;
    const std::int64_t late = std::clamp<std::int64_t>((taken - grace).count, 0, span);
    return Fraction::one() - Fraction{loss_quarters, 4} * Fraction{late, span};
}

Points streak_bonus(int length) { return {std::clamp(length - 1, 0, 5) * 100}; }

Award award_for(Points possible, Fraction credit, Fraction speed, Points streak, Fraction help) {
    Award award{.points = {}, .possible = possible, .credit = credit, .help = help, .speed = speed, .streak = streak};
    award.points = Points{rounded_product(possible.count, credit, help, speed)} + streak;
    return award;
}

Award confidence_award(Fraction credit, std::optional<Confidence> sure, Fraction help) {
    const int level = static_cast<int>(sure.value_or(Confidence::guess));
    constexpr std::array when_wrong{0, 0, -2, -6};
    const bool wrong = credit == Fraction::zero();
    const int factor = wrong ? when_wrong[static_cast<std::size_t>(level)] : level;
    Award award{
        .points = {}, .possible = most_with_certainty, .credit = credit, .help = help, .confidence_factor = factor};
    award.points = {wrong ? certainty_unit * factor : rounded_product(certainty_unit * factor, credit * help)};
    return award;
}

std::string terms_of(const Award& award) {
    if (award.confidence_factor) {
        std::string text = fmt::format("{} = {} x {}", award.points.count, certainty_unit, *award.confidence_factor);
        for (const Fraction& factor : {award.credit, award.help}) {
            if (factor != Fraction::one() && factor != Fraction::zero())
                text += fmt::format(" x {}", decimal_text(factor));
        }
        return text;
    }
    std::string text = fmt::format("{} = {}", award.points.count, award.possible.count);
    if (award.credit != Fraction::one()) text += fmt::format(" x {}", decimal_text(award.credit));
    if (award.help != Fraction::one()) text += fmt::format(" x {}", decimal_text(award.help));
    if (award.speed != Fraction::one()) text += fmt::format(" x {}", decimal_text(award.speed));
    if (award.streak.count != 0) text += fmt::format(" + {}", award.streak.count);
    return text;
}

} // namespace chelate::quiz
