#include "engine/study/item_difficulty.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"

using namespace chelate;
using namespace chelate::study;

namespace {

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

TEST_SUITE("study/item_difficulty") {
    TEST_CASE("how hard items are comes out of first answers, guessing taken into account") {
        Rng rng{12};
        const auto uniform = [&] { return static_cast<double>(rng.below(1'000'000)) / 1e6; };
        constexpr int items = 60;
        constexpr int people = 400;
        std::vector<double> truth;
        for (int i = 0; i < items; ++i) truth.push_back(-2 + 4.0 * i / (items - 1));
        ItemDifficulties all;
        for (int person = 0; person < people; ++person) {
            const double skill = 3 * (uniform() - 0.5);
            for (int i = 0; i < 30; ++i) {
                const auto item = static_cast<std::size_t>(rng.below(items));
                const double right = 0.25 + 0.75 / (1 + std::exp(truth[item] - skill));
                all.add("p" + std::to_string(person), {ItemKind::fact, std::to_string(item)}, uniform() < right ? 1 : 0,
                        0.25);
            }
        }
        std::vector<double> known;
        std::vector<double> found;
        for (int i = 0; i < items; ++i) {
            const auto of = all.of({ItemKind::fact, std::to_string(i)});
            if (!of) continue;
            known.push_back(truth[static_cast<std::size_t>(i)]);
            found.push_back(*of);
        }
        CHECK(known.size() == items);
        CHECK(correlation(known, found) > 0.9);
    }

    TEST_CASE("no figure from few answers, and nobody counts twice") {
        ItemDifficulties all;
        const ItemId x{ItemKind::fact, "x"};
        for (int person = 0; person < ItemDifficulties::least_answers - 1; ++person)
            all.add(std::to_string(person), x, 0, 0);
        CHECK_FALSE(all.of(x).has_value());
        for (int again = 0; again < 50; ++again) all.add("0", x, 0, 0);
        CHECK(all.answers(x) == ItemDifficulties::least_answers - 1);
        CHECK_FALSE(all.of(x).has_value());
        all.add("new", x, 0, 0);
        REQUIRE(all.of(x).has_value());
        CHECK(*all.of(x) > 0); // nobody knew it
        CHECK_FALSE(all.of({ItemKind::fact, "y"}).has_value());
    }
}
