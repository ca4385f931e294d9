// Marking: how an answer becomes credit, and credit becomes points whose terms can be printed.
#pragma once

#include <cstdint>
#include <optional>
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

/// How sure somebody is of an answer, where a round asks for it.
enum class Confidence : std::uint8_t { guess = 1, think_so = 2, sure = 3 };

/// Points of one answer with the terms they came from.
struct Award {
    Points points{};
    Points possible{};
    Fraction credit = Fraction::zero(); ///< of the answer itself
    Fraction help = Fraction::one();    ///< what a hint and a second try have left of it
    Fraction speed = Fraction::one();
    Points streak{};
    std::optional<int> confidence_factor{}; ///< where certainty was asked: 1, 2, 3, or 0, -2, -6 when wrong

    /// Credit after help: 1 is right at once and alone.
    [[nodiscard]] Fraction earned() const { return credit * help; }

    bool operator==(const Award&) const = default;
};

/// points = possible * credit * help * speed + streak, rounded once, half away from zero.
[[nodiscard]] Award award_for(Points possible, Fraction credit, Fraction speed, Points streak,
                              Fraction help = Fraction::one());

/// Certainty-based marking: with credit 100 * (1 | 2 | 3) * credit * help, without 0, -200, -600 points. Honesty pays
/// best:
/// a guess below 2/3 of a chance to be right, "think so" to 0.8, "sure" above. Nothing said counts as a guess.
/// Source: marking rules, sections 2 and 10.
[[nodiscard]] Award confidence_award(Fraction credit, std::optional<Confidence> sure, Fraction help = Fraction::one());
inline constexpr Points most_with_certainty{300};

/// "640 = 1000 x 0.80 x 0.80", "1100 = 1000 + 100", "-600 = 100 x -6"; factors that are 1 are left out, credit 0 gives
/// "0 = 1000 x 0".
[[nodiscard]] std::string terms_of(const Award& award, std::string_view times = "x");

} // namespace chelate::quiz
