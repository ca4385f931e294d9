// Marking: how an answer becomes credit, and credit becomes points whose terms can be printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/units.hpp"

namespace chelate::quiz {

/// Time that is free of any speed loss: reading the question. Milliseconds for its characters (code points of prompt
/// and choices), times the person's time factor in percent. Source: marking rules, section 10.
[[nodiscard]] Millis reading_time(std::size_t characters, int time_factor_percent);

/// Factor for speed: 1 - loss * clamp((taken - grace) / (limit - grace), 0, 1), exact.
/// @param loss_quarters 0, 1 or 2: a loss of 0, 1/4 or 1/2 at the bell  @param limit more than `grace`
[[nodiscard]] Fraction speed_factor(Millis taken, Millis grace, Millis limit, int loss_quarters);

/// Extra points for the `length`-th full answer in a row: 0, 100, 200, ... 500, then 500.
[[nodiscard]] Points streak_bonus(int length);

/// Points of one answer with the terms they came from.
struct Award {
    Points points{};
    Points possible{};
    Fraction credit = Fraction::zero();
    Fraction speed = Fraction::one();
    Points streak{};

    bool operator==(const Award&) const = default;
};

/// points = possible * credit * speed + streak, rounded once, half away from zero.
[[nodiscard]] Award award_for(Points possible, Fraction credit, Fraction speed, Points streak);

/// "640 = 1000 x 0.80 x 0.80", "1100 = 1000 + 100"; factors that are 1 are left out, credit 0 gives "0 = 1000 x 0".
[[nodiscard]] std::string terms_of(const Award& award, std::string_view times = "x");

} // namespace chelate::quiz
