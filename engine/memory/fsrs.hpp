// FSRS-6, a memory model: computes how long something is remembered and how an answer changes that.
//
// Formulas and default weights are those published by the open-spaced-repetition project. Days are whole numbers; the
// caller decides when a day begins (see study::day_of). All values are doubles and are never rounded, except
// intervals, which are rounded half up to whole days.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/base/item_id.hpp"
#include "engine/base/result.hpp"

namespace chelate::memory {

/// How well something was recalled.
enum class Rating : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

/// What the model knows about one memory.
struct State {
    double stability = 0;  ///< days until the chance of recall is 0.9; 0.001 to 36500
    double difficulty = 0; ///< 1 (easy) to 10 (hard)
    bool operator==(const State&) const = default;
};

inline constexpr double least_stability = 0.001;
inline constexpr double most_stability = 36500;
inline constexpr int longest_interval = 36500; ///< days
inline constexpr double least_retention = 0.70;
inline constexpr double most_retention = 0.97;
inline constexpr double default_retention = 0.90;

using Weights = std::array<double, 21>;

/// Weights that the open-spaced-repetition project fitted to the reviews of many people.
inline constexpr Weights default_weights{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                         0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                         1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// The allowed range of one weight.
struct Range {
    double low;
    double high;
};
extern const std::array<Range, 21> weight_ranges;

/// Makes weights from a list of 21 numbers (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5). Older lists are converted, and
/// each weight is clamped to its range.
/// Errors: weights-count {count}, weights-not-finite {place} (counted from 0).
[[nodiscard]] Result<Weights> weights_from(std::span<const double> list);

/// Returns the chance of recall after some days, 0 to 1.
/// @param days  0 or more; may be a fraction
/// @param stability  days, 0.001 to 36500
[[nodiscard]] double retrievability(double days, double stability, const Weights& weights);

/// The formulas of FSRS-6. Terms that depend only on the weights are computed once.
class Fsrs {
public:
    /// @param weights  each in its range (see weights_from)
    explicit Fsrs(const Weights& weights = default_weights);

    /// Returns the state after a review. Never fails; a state out of range is clamped first.
    /// @param before  nothing: never reviewed
    /// @param days  whole days since the previous review, 0 or more; 0 means the same day
    [[nodiscard]] State after(const std::optional<State>& before, int days, Rating rating) const;

    /// Returns the chance of recall after some days, 0 to 1.
    [[nodiscard]] double retrievability(double days, double stability) const;

    /// Returns the ratio of the interval for this retention to the stability; it is 1 at 0.9.
    /// @param retention  clamped to 0.70 to 0.97
    [[nodiscard]] double interval_factor(double retention) const;

    /// Returns the days until the chance of recall has fallen to `retention`, not rounded.
    [[nodiscard]] double exact_interval(double stability, double retention) const;
    /// Returns the same interval in whole days for a study plan, 1 to 36500.
    [[nodiscard]] int interval(double stability, double retention) const;

    [[nodiscard]] const Weights& weights() const { return w_; }

private:
    [[nodiscard]] State first(Rating rating) const;
    [[nodiscard]] double next_difficulty(double difficulty, Rating rating) const;

    Weights w_;
    double decay_;
    double inverse_decay_;
    double factor_;
    /// Initial difficulty after "easy", not clamped. Each review moves difficulty a little towards it.
    double easiest_;
    double growth_;                  ///< exp(w8)
    double forget_ceiling_;          ///< exp(w17 w18)
    std::array<double, 4> same_day_; ///< by rating g: exp(w17 (g - 3 + w18))
};

/// Moves an interval by a few days, so that items learned together do not stay together for ever. Intervals below 2.5
/// days are not moved.
/// @param elapsed  days since the previous review
/// @param chance  in [0, 1)
/// @return 1 to `longest`
[[nodiscard]] int fuzzed(int interval, int elapsed, double chance, int longest = longest_interval);

/// Returns the chance to pass to `fuzzed`. It is the same for the same item after the same number of reviews, so a
/// plan does not change each time it is made.
[[nodiscard]] double fuzz_chance(const ItemId& item, std::uint32_t reviews);

} // namespace chelate::memory
