// Marking: turns an answer into credit, and credit into points whose calculation can be printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/units.hpp"

namespace chelate::quiz {

/// Returns the time to read the question, during which no speed is lost: 1000 ms plus 40 ms for each character, times
/// the person's time factor in percent. @param characters  code points of prompt, panels and options
[[nodiscard]] Millis reading_time(std::size_t characters, int time_factor_percent);

/// Returns the factor for speed, exactly: 1 - loss * clamp((taken - grace) / (limit - grace), 0, 1).
/// @param loss_quarters  0, 1 or 2: at the limit, 0, 1/4 or 1/2 is lost  @param limit  more than `grace`
[[nodiscard]] Fraction speed_factor(Millis taken, Millis grace, Millis limit, int loss_quarters);

/// Returns the extra points for the `length`-th full answer in a row: 0, 100, 200, ... up to 500, then always 500.
[[nodiscard]] Points streak_bonus(int length);

/// How sure a player is of an answer, where a round asks for confidence.
enum class Confidence : std::uint8_t { guess = 1, think_so = 2, sure = 3 };

/// The points of one answer, with the terms they came from.
struct Award {
    Points points{};
    Points possible{};
    Fraction credit = Fraction::zero(); ///< of the answer itself
    Fraction help = Fraction::one();    ///< share of the credit left after a hint and a second try
    Fraction speed = Fraction::one();
    Points streak{};
    std::optional<int> confidence_factor{}; ///< where confidence was asked: 1, 2 or 3; when wrong 0, -2 or -6

    /// Returns the credit after help. It is 1 only for a right answer on the first try, without a hint.
    [[nodiscard]] Fraction earned() const { return credit * help; }

    bool operator==(const Award&) const = default;
};

/// Computes points = possible * credit * help * speed + streak, rounded once, half away from zero.
[[nodiscard]] Award award_for(Points possible, Fraction credit, Fraction speed, Points streak,
                              Fraction help = Fraction::one());

/// Computes an award by certainty-based marking. With credit, the points are 100 * (1 | 2 | 3) * credit * help;
/// without credit, they are 0, -200 or -600. An honest answer pays best: "guess" below a chance of 2/3 to be right,
/// "think so" up to 0.8, and "sure" above. An answer without a stated confidence counts as a guess.
[[nodiscard]] Award confidence_award(Fraction credit, std::optional<Confidence> sure, Fraction help = Fraction::one());
inline constexpr Points most_with_certainty{300};

/// Returns the calculation as text: "640 = 1000 x 0.80 x 0.80", "1100 = 1000 + 100" or "-600 = 100 x -6". Factors of
/// 1 are left out, and credit 0 gives "0 = 1000 x 0".
[[nodiscard]] std::string terms_of(const Award& award);

} // namespace chelate::quiz
