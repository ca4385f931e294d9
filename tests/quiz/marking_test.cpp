#include <doctest/doctest.h>

#include <fstream>

#include <nlohmann/json.hpp>

#include "engine/quiz/interactions/put_in_order.hpp"
#include "engine/quiz/marking.hpp"

using namespace chelate;
using namespace chelate::quiz;

TEST_SUITE("quiz/marking") {
    nlohmann::json vectors() {
        return nlohmann::json::parse(std::ifstream(CHELATE_SOURCE_DIR "/tests/quiz/marking_vectors.json"));
    }

    TEST_CASE("an order earns Kendall's tau, and never less than nothing") {
        const auto all = vectors();
        for (const auto& row : all["ordering"]) {
            CAPTURE(row.dump());
            const auto places = row["order"].get<std::vector<std::uint8_t>>();
            const double tau = row["kendall_tau"].get<double>();
            const Fraction credit = order_credit(places);
            CHECK(static_cast<double>(credit.num) / static_cast<double>(credit.den) ==
                  doctest::Approx(std::max(0.0, tau)).epsilon(1e-6));
        }
    }

    TEST_CASE("a random order earns little in the mean: every order of four, counted") {
        std::vector<std::uint8_t> places{0, 1, 2, 3};
        std::int64_t sixths = 0;
        int orders = 0;
        do {
            const Fraction credit = order_credit(places);
            sixths += credit.num * 6 / credit.den;
            ++orders;
        } while (std::next_permutation(places.begin(), places.end()));
        CHECK(orders == 24);
        // For 4 items, tau is 6, 4, 2, 0, -2 ... sixths in 1, 3, 5, 6, 5 ... orders. Values below zero count as zero.
        CHECK(sixths == 1 * 6 + 3 * 4 + 5 * 2);
    }

    TEST_CASE("a streak is worth a hundred more each time up to five hundred") {
        const auto all = vectors();
        for (const auto& row : all["streak"]) {
            CAPTURE(row.dump());
            CHECK(streak_bonus(row["streak"].get<int>()).count == row["bonus"].get<std::int64_t>());
        }
    }

    TEST_CASE("speed costs nothing while reading, and the stated loss at the bell and after it") {
        struct Row {
            std::int64_t taken;
            int quarters;
            Fraction factor;
        };
        for (const Row& row : {Row{0, 2, {1, 1}}, Row{5000, 2, {1, 1}}, Row{12500, 2, {3, 4}}, Row{20000, 2, {1, 2}},
                               Row{99999, 2, {1, 2}}, Row{20000, 1, {3, 4}}, Row{20000, 0, {1, 1}}}) {
            CAPTURE(row.taken);
            CAPTURE(row.quarters);
            CHECK(speed_factor({row.taken}, {5000}, {20000}, row.quarters) == row.factor);
        }
    }

    TEST_CASE("reading time is a second and 40 ms a character, stretched by the person's factor") {
        CHECK(reading_time(100, 100).count == 5000);
        CHECK(reading_time(100, 150).count == 7500);
        CHECK(reading_time(0, 100).count == 1000);
    }

    TEST_CASE("points are rounded once, half away from zero") {
        CHECK(award_for({1000}, {1, 3}, Fraction::one(), {}).points.count == 333);
        CHECK(award_for({1000}, {2, 3}, Fraction::one(), {}).points.count == 667);
        CHECK(award_for({5}, {1, 2}, Fraction::one(), {}).points.count == 3);
        CHECK(award_for({5}, {1, 10}, Fraction::one(), {}).points.count == 1);
        // 5 * 1/2 * 1/2 is 1.25, which rounds to 1. Rounding after each factor would give 3, then 2.
        CHECK(award_for({5}, {1, 2}, {1, 2}, {}).points.count == 1);
    }

    TEST_CASE("an award prints its terms") {
        CHECK(terms_of(award_for({1000}, {4, 5}, {4, 5}, {})) == "640 = 1000 x 0.80 x 0.80");
        CHECK(terms_of(award_for({1000}, Fraction::one(), Fraction::one(), {})) == "1000 = 1000");
        CHECK(terms_of(award_for({1000}, Fraction::zero(), Fraction::one(), {})) == "0 = 1000 x 0");
        CHECK(terms_of(award_for({1000}, Fraction::one(), Fraction::one(), {200})) == "1200 = 1000 + 200");
    }
}
