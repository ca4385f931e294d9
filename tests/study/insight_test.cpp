// What reviews say beyond each memory: how sure against how right, how hard items are, what weights are fitted to.
#include "engine/study/insight.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/study/ledger.hpp"

using namespace chelate;
using namespace chelate::study;

namespace {

memory::Review answered(int sureness, int credit, bool first = true) {
    memory::Review review;
    review.item = "fact:x";
    review.first = first;
    review.sureness = sureness;
    review.credit = credit;
    return review;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const double n = static_cast<double>(a.size());
    const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
    const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return ab / std::sqrt(aa * bb);
}

} // namespace

TEST_SUITE("study/insight") {
    TEST_CASE("calibration counts answers, not the things they were on, and only those that said how sure") {
        std::vector<memory::Review> reviews{answered(3, 1000), answered(3, 1000, false), answered(3, 500),
                                            answered(1, 0),    answered(0, 1000),        answered(2, 1000)};
        const Calibration all = calibration_of(reviews);
        CHECK(all[0] == Sureness{1, 0});
        CHECK(all[1] == Sureness{1, 1});
        CHECK(all[2] == Sureness{2, 1}); // half right is not right
        CHECK(all[2].share() == doctest::Approx(0.5));
        CHECK(calibration_of({}) == Calibration{});
    }

    TEST_CASE("each sureness pays best just where its range says") {
        // Marks of three levels: right 1, 2, 3; wrong 0, -2, -6.
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

    TEST_CASE("how hard items are comes out of first answers, guessing taken into account") {
        Rng rng{12};
        const auto uniform = [&] { return static_cast<double>(rng.below(1'000'000)) / 1e6; };
        constexpr int items = 60;
        constexpr int people = 400;
        std::vector<double> truth;
        for (int i = 0; i < items; ++i) truth.push_back(-2 + 4.0 * i / (items - 1));
        Difficulties all;
        for (int person = 0; person < people; ++person) {
            const double skill = 3 * (uniform() - 0.5);
            for (int i = 0; i < 30; ++i) {
                const auto item = static_cast<std::size_t>(rng.below(items));
                const double right = 0.25 + 0.75 / (1 + std::exp(truth[item] - skill));
                all.add("p" + std::to_string(person), std::to_string(item), uniform() < right ? 1 : 0, 0.25);
            }
        }
        std::vector<double> known;
        std::vector<double> found;
        for (int i = 0; i < items; ++i) {
            const auto of = all.of(std::to_string(i));
            if (!of) continue;
            known.push_back(truth[static_cast<std::size_t>(i)]);
            found.push_back(*of);
        }
        CHECK(known.size() == items);
        CHECK(correlation(known, found) > 0.9);
    }

    TEST_CASE("no figure from few answers, and nobody counts twice") {
        Difficulties all;
        for (int person = 0; person < Difficulties::least_answers - 1; ++person)
            all.add(std::to_string(person), "x", 0, 0);
        CHECK_FALSE(all.of("x").has_value());
        for (int again = 0; again < 50; ++again) all.add("0", "x", 0, 0);
        CHECK(all.answers("x") == Difficulties::least_answers - 1);
        CHECK_FALSE(all.of("x").has_value());
        all.add("new", "x", 0, 0);
        REQUIRE(all.of("x").has_value());
        CHECK(*all.of("x") > 0); // nobody knew it
        CHECK_FALSE(all.of("y").has_value());
    }

    TEST_CASE("weights are fitted to the days and ratings that the ledger counts, in any order of reviews") {
        constexpr std::int64_t day = 86'400'000;
        std::vector<memory::Review> reviews;
        for (int i = 0; i < 40; ++i) {
            memory::Review review;
            review.item = "fact:" + std::to_string(i % 7);
            review.session = "s";
            review.number = i + 1;
            review.stamp = {{1'795'800'000'000 + day * i}, 0, i + 1, 0};
            review.recall = i % 5 == 0 ? memory::Recall::wrong : memory::Recall::right;
            review.credit = i % 5 == 0 ? 0 : 1000;
            reviews.push_back(review);
        }
        const auto fit = to_fit(reviews, usual_start_hour);
        REQUIRE(fit.size() == reviews.size());
        CHECK(fit[0].days == 0);
        CHECK(fit[7].item == fit[0].item);
        CHECK(fit[7].days == 7);
        CHECK(fit[5].rating == memory::Rating::again);
        CHECK(fit[6].rating == memory::Rating::good);
        std::reverse(reviews.begin(), reviews.end());
        const auto turned = to_fit(reviews, usual_start_hour);
        REQUIRE(turned.size() == fit.size());
        for (std::size_t i = 0; i < fit.size(); ++i) {
            CHECK(turned[i].item == fit[i].item);
            CHECK(turned[i].days == fit[i].days);
            CHECK(turned[i].rating == fit[i].rating);
        }
    }
}
