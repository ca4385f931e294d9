#include "engine/base/rng.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <doctest/doctest.h>

using chelate::Rng;
using chelate::stream_of;

TEST_SUITE("base/rng") {
    // Every recording depends on these numbers; a change here breaks all of them.
    TEST_CASE("the bits of a seed are those of SplitMix64") {
        Rng rng{1234567};
        CHECK(rng.next() == 6457827717110365317ULL);
        CHECK(rng.next() == 3203168211198807973ULL);
        CHECK(rng.next() == 9817491932198370423ULL);
    }

    TEST_CASE("bounded draws of a seed are pinned") {
        Rng rng{42};
        std::vector<std::uint64_t> drawn;
        for (int i = 0; i < 8; ++i) drawn.push_back(rng.below(10));
        CHECK(drawn == std::vector<std::uint64_t>{3, 1, 8, 4, 0, 2, 5, 8});
    }

    TEST_CASE("the shuffle of a seed is pinned") {
        Rng rng{42};
        std::vector<int> items{1, 2, 3, 4, 5, 6, 7, 8};
        rng.shuffle(items);
        CHECK(items == std::vector<int>{4, 2, 7, 3, 5, 1, 8, 6});
    }

    TEST_CASE("a bounded draw stays below its bound and meets every number") {
        for (const std::uint64_t bound : {1ULL, 2ULL, 3ULL, 7ULL, 40ULL}) {
            CAPTURE(bound);
            Rng rng{bound};
            std::vector<int> met(bound, 0);
            for (int i = 0; i < 4000; ++i) {
                const std::uint64_t drawn = rng.below(bound);
                REQUIRE(drawn < bound);
                ++met[drawn];
            }
            CHECK(std::all_of(met.begin(), met.end(), [](int times) { return times > 0; }));
        }
    }

    TEST_CASE("every order of four items comes about equally often") {
        Rng rng{7};
        std::array<int, 256> counts{};
        constexpr int rounds = 24000;
        for (int i = 0; i < rounds; ++i) {
            std::vector<int> items{0, 1, 2, 3};
            rng.shuffle(items);
            ++counts[static_cast<std::size_t>(items[0] * 64 + items[1] * 16 + items[2] * 4 + items[3])];
        }
        const auto orders = std::count_if(counts.begin(), counts.end(), [](int count) { return count > 0; });
        CHECK(orders == 24);
        // The seed is fixed, so luck plays no part: 1000 are expected, and 5 standard deviations are allowed.
        for (const int count : counts) CHECK((count == 0 || std::abs(count - rounds / 24) < 160));
    }

    TEST_CASE("shuffling nothing or one item draws nothing") {
        Rng rng{9};
        std::vector<int> none;
        std::vector<int> one{5};
        rng.shuffle(none);
        rng.shuffle(one);
        CHECK(rng == Rng{9});
        CHECK(one == std::vector<int>{5});
    }

    TEST_CASE("streams of one seed are pinned, differ and do not move each other") {
        CHECK(stream_of(42, 0).state == 12232177051685232134ULL);
        CHECK(stream_of(42, 1).state == 2284052722845101200ULL);
        CHECK(stream_of(42, 0) != stream_of(43, 0));
        Rng first = stream_of(42, 0);
        first.next();
        CHECK(stream_of(42, 1).state == 2284052722845101200ULL);
    }
}
