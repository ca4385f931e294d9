// FSRS-6: how long something is remembered, and how an answer changes that. Numbers in, numbers out.
//
// Formulas and default weights: FSRS-6 of the open-spaced-repetition project, which publishes them. Days are whole: the
// caller decides when a day begins (see study::Calendar). Everything is computed in doubles without rounding; the only
// whole number is the interval, rounded half up.
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

/// What is known of one memory.
struct State {
    double stability = 0;  ///< days after which recall has a chance of 0.9; 0.001 to 36500
    double difficulty = 0; ///< 1 easy to 10 hard
    bool operator==(const State&) const = default;
};

inline constexpr double least_stability = 0.001;
inline constexpr double most_stability = 36500;
inline constexpr int longest_interval = 36500; ///< days
inline constexpr double least_retention = 0.70;
inline constexpr double most_retention = 0.97;
inline constexpr double default_retention = 0.90;

using Weights = std::array<double, 21>;

/// Fitted by the project over many people's reviews.
inline constexpr Weights default_weights{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                         0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                         1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// From what to what each weight may go.
struct Range {
    double low;
    double high;
};
extern const std::array<Range, 21> weight_ranges;

/// Weights from a list: 21, or the 19 of FSRS-5, or the 17 of FSRS-4.5, which are brought up to date; each put into its
/// range. Errors: weights-count {count}, weights-not-finite {place} (counted from 0).
[[nodiscard]] Result<Weights> weights_from(std::span<const double> list);

/// Chance of recall after so many days, 0..1. @param days 0 and more; fractions are fine  @param stability in range
[[nodiscard]] double retrievability(double days, double stability, const Weights& weights);

/// The formulas with what depends on the weights alone computed once.
class Fsrs {
public:
    /// @param weights in their ranges (see weights_from)
    explicit Fsrs(const Weights& weights = default_weights);

    /// State after a review. @param before nothing: never reviewed @param days whole days since the review before, 0
    /// and
    /// more; 0 is the same day. Never fails; a state out of range is put into it first.
    [[nodiscard]] State after(const std::optional<State>& before, int days, Rating rating) const;

    [[nodiscard]] double retrievability(double days, double stability) const;

    /// By what the interval for a wanted retention is longer than the stability: 1 at 0.9. @param retention is put into
    /// 0.70 to 0.97
    [[nodiscard]] double interval_factor(double retention) const;

    /// Days until the chance of recall has fallen to `retention`: not rounded, and as a plan takes it, 1 to 36500.
    [[nodiscard]] double exact_interval(double stability, double retention) const;
    [[nodiscard]] int interval(double stability, double retention) const;

    [[nodiscard]] const Weights& weights() const { return w_; }

private:
    [[nodiscard]] State first(Rating rating) const;
    [[nodiscard]] double next_difficulty(double difficulty, Rating rating) const;

    Weights w_;
    double decay_;
    double inverse_decay_;
    double factor_;
    double easiest_;                 ///< first difficulty after "easy", not clamped: what difficulty goes back to
    double growth_;                  ///< exp(w8)
    double forget_ceiling_;          ///< exp(w17 w18)
    std::array<double, 4> same_day_; ///< by rating: exp(w17 (g - 3 + w18))
};

/// Moves an interval by a few days so that what was learnt together does not stay together for ever. Short ones (below
/// 2.5 days) stay. @param elapsed days since the review before  @param chance in [0, 1)  @return 1 to `longest`
[[nodiscard]] int fuzzed(int interval, int elapsed, double chance, int longest = longest_interval);

/// The chance for that: the same for the same item after the same number of reviews, so that a plan never flickers.
[[nodiscard]] double fuzz_chance(const ItemId& item, std::uint32_t reviews);

} // namespace chelate::memory
