#include "engine/study/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/study/learner_model.hpp"

using namespace chelate;
using namespace chelate::study;

namespace {

memory::Review answered(int confidence, int credit, bool first = true) {
    memory::Review review;
    review.item = {ItemKind::fact, "x"};
    review.first = first;
    review.confidence = confidence;
    review.credit = credit;
    return review;
}

} // namespace

TEST_SUITE("study/calibration") {
    TEST_CASE("calibration counts answers, not the things they were on, and only those that said how sure") {
        std::vector<memory::Review> reviews{answered(3, 1000), answered(3, 1000, false), answered(3, 500),
                                            answered(1, 0),    answered(0, 1000),        answered(2, 1000)};
        const Calibration all = calibration_of(reviews);
        CHECK(all[0] == ConfidenceGroup{1, 0});
        CHECK(all[1] == ConfidenceGroup{1, 1});
        CHECK(all[2] == ConfidenceGroup{2, 1}); // half credit does not count as right
        CHECK(all[2].share() == doctest::Approx(0.5));
        CHECK(calibration_of({}) == Calibration{});
    }

    TEST_CASE("each sureness pays best just where its range says") {
        // Marks of the three levels: right 1, 2, 3; wrong 0, -2, -6.
        const std::array<double, 3> right{1, 2, 3};
        const std::array<double, 3> wrong{0, -2, -6};
        for (double p = 0.01; p < 1; p += 0.01) {
            std::size_t best = 0;
            for (std::size_t i = 1; i < 3; ++i) {
                if (right[i] * p + wrong[i] * (1 - p) > right[best] * p + wrong[best] * (1 - p)) best = i;
            }
            CHECK(p >= fair_shares[best].low - 1e-9);
            CHECK(p <= fair_shares[best].high + 1e-9);
        }
    }
}
