#include "engine/quiz/marking.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace chelate::quiz {

namespace {

/// Two decimals, or the whole number when the ratio is one.
std::string shown(Fraction fraction) {
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

Award award_for(Points possible, Fraction credit, Fraction speed, Points streak) {
    Award award{.points = {}, .possible = possible, .credit = credit, .speed = speed, .streak = streak};
    award.points = Points{rounded_product(possible.count, credit * speed)} + streak;
    return award;
}

std::string terms_of(const Award& award, std::string_view times) {
    std::string text = fmt::format("{} = {}", award.points.count, award.possible.count);
    if (award.credit != Fraction::one()) text += fmt::format(" {} {}", times, shown(award.credit));
    if (award.speed != Fraction::one()) text += fmt::format(" {} {}", times, shown(award.speed));
    if (award.streak.count != 0) text += fmt::format(" + {}", award.streak.count);
    return text;
}

} // namespace chelate::quiz
