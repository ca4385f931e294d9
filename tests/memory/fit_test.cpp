#include "engine/memory/fit.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"

using namespace chelate;
using namespace chelate::memory;

namespace {

double unit(Rng& rng) { return static_cast<double>(rng.below(1U << 30U)) / static_cast<double>(1U << 30U); }

/// Returns the reviews of a person whose memory is our model with these weights, reviewed at irregular intervals.
std::vector<FitReview> remembered_by(const Weights& weights, std::size_t count, std::uint64_t seed) {
    Rng rng{seed};
    const Fsrs fsrs(weights);
    const std::size_t items = count / 6;
    std::vector<std::optional<State>> states(items);
    std::vector<FitReview> reviews;
    for (std::size_t i = 0; i < count; ++i) {
        const auto item = static_cast<std::uint32_t>(rng.below(items));
        auto& state = states[item];
        const int days =
            state ? static_cast<int>(1 + rng.below(static_cast<std::uint64_t>(std::max(2.0, 2 * state->stability))))
                  : 0;
        const bool recalled = !state ? unit(rng) < 0.6 : unit(rng) < fsrs.retrievability(days, state->stability);
        const Rating rating = recalled ? Rating::good : Rating::again;
        reviews.push_back({item, days, rating});
        state = fsrs.after(state, days, rating);
    }
    return reviews;
}

} // namespace

TEST_SUITE("memory/fit") {
    TEST_CASE("surprise is the mean of -ln of the chance that was given") {
        const std::vector<FitReview> reviews{{0, 0, Rating::good},
                                             {1, 0, Rating::good},
                                             {0, 0, Rating::good},
                                             {0, 2, Rating::good},
                                             {1, 2, Rating::again}};
        const Fsrs fsrs;
        const State first = fsrs.after(std::nullopt, 0, Rating::good);
        const State second = fsrs.after(first, 0, Rating::good);
        const double wanted = (-std::log(fsrs.retrievability(2, second.stability)) -
                               std::log(1 - fsrs.retrievability(2, first.stability))) /
                              2;
        CHECK(*log_loss(reviews, default_weights) == doctest::Approx(wanted));
        CHECK(*log_loss(reviews, default_weights, 4) ==
              doctest::Approx(-std::log(1 - fsrs.retrievability(2, first.stability))));
        CHECK_FALSE(log_loss(std::span(reviews).first(3), default_weights).has_value());
    }

    TEST_CASE("below four hundred reviews, or all on one day, nothing is fitted") {
        CHECK_FALSE(fit_weights(remembered_by(default_weights, 399, 1), default_weights).has_value());
        std::vector<FitReview> one_day = remembered_by(default_weights, 600, 1);
        for (FitReview& review : one_day) review.days = 0;
        CHECK_FALSE(fit_weights(one_day, default_weights).has_value());
        const std::atomic<bool> stop = true;
        CHECK_FALSE(fit_weights(remembered_by(default_weights, 600, 1), default_weights, &stop).has_value());
    }

    TEST_CASE("somebody who forgets otherwise is met better, on reviews the fit has not seen, and always the same") {
        Weights quick = default_weights;
        for (const std::size_t i : {0U, 1U, 2U, 3U}) quick[i] *= 0.4;
        quick[8] = 1.2;
        quick[20] = 0.4;
        const auto reviews = remembered_by(quick, 1500, 5);
        const auto fit = fit_weights(reviews, default_weights);
        REQUIRE(fit.has_value());
        CHECK(fit->is_better());
        CHECK(fit->loss_after < fit->loss_before - 0.01);
        CHECK(fit->loss_after < *log_loss(reviews, quick, 1200) + 0.03); // close to the best possible fit
        for (std::size_t i = 0; i < fit->weights.size(); ++i) {
            CHECK(fit->weights[i] >= weight_ranges[i].low);
            CHECK(fit->weights[i] <= weight_ranges[i].high);
        }
        CHECK(fit_weights(reviews, default_weights)->weights == fit->weights);
    }

    TEST_CASE(
        "somebody who is as the usual weights say is hardly moved, and what is worse on held-back reviews says so") {
        int better = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const auto fit = fit_weights(remembered_by(default_weights, 500, seed), default_weights);
            REQUIRE(fit.has_value());
            CHECK(fit->is_better() == (fit->loss_after < fit->loss_before));
            CHECK(std::abs(fit->loss_after - fit->loss_before) < 0.05);
            better += fit->is_better() ? 1 : 0;
        }
        CHECK(better < 4);
    }
}
