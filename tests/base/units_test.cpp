#include "engine/base/units.hpp"

#include <doctest/doctest.h>

using chelate::Fraction;
using chelate::Millis;
using chelate::Points;
using chelate::rounded_product;

TEST_SUITE("base/units") {
    TEST_CASE("a fraction is kept in lowest terms with a positive denominator") {
        CHECK(Fraction{2, 4} == Fraction{1, 2});
        CHECK(Fraction{-3, -6} == Fraction{1, 2});
        CHECK(Fraction{3, -6} == Fraction{-1, 2});
        CHECK(Fraction{0, 7} == Fraction::zero());
        CHECK(Fraction{5, 5} == Fraction::one());
    }

    TEST_CASE("fractions compare, multiply and subtract exactly") {
        CHECK(Fraction{1, 3} < Fraction{1, 2});
        CHECK_FALSE(Fraction{1, 2} < Fraction{2, 4});
        CHECK(Fraction{2, 3} * Fraction{3, 4} == Fraction{1, 2});
        CHECK(Fraction{1, 2} - Fraction{1, 3} == Fraction{1, 6});
        CHECK(Fraction{1, 3} - Fraction{1, 2} == Fraction{-1, 6});
    }

    TEST_CASE("a product is rounded once, half away from zero") {
        struct Row {
            std::int64_t amount;
            Fraction fraction;
            std::int64_t expected;
        };
        const Row rows[] = {
            {100, {1, 3}, 33},   {100, {2, 3}, 67}, {1, {1, 2}, 1},   {3, {1, 2}, 2},    {-1, {1, 2}, -1},
            {-3, {1, 2}, -2},    {1, {-1, 2}, -1},  {7, {1, 1}, 7},   {7, {0, 1}, 0},    {5, {1, 4}, 1},
            {1000, {5, 8}, 625}, {2, {1, 4}, 1},    {-2, {1, 4}, -1}, {1, {49, 100}, 0}, {0, {1, 2}, 0},
        };
        for (const Row& row : rows) {
            CAPTURE(row.amount);
            CAPTURE(row.fraction.num);
            CAPTURE(row.fraction.den);
            CHECK(rounded_product(row.amount, row.fraction) == row.expected);
        }
    }

    TEST_CASE("milliseconds and points add and compare") {
        CHECK(Millis{2} + Millis{3} == Millis{5});
        CHECK(Millis{2} - Millis{3} == Millis{-1});
        CHECK(Points{10} > Points{9});
        CHECK(Points{10} - Points{4} == Points{6});
    }
}
