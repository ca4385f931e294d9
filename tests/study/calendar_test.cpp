#include "engine/study/calendar.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/base/wall_limits.hpp"
#include "tests/study/days.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::study;
using namespace chelate::test;

namespace {

constexpr std::int64_t hour = 3'600'000;

std::vector<Millis> hours(std::initializer_list<std::int64_t> list) {
    std::vector<Millis> moments;
    for (const std::int64_t h : list) moments.push_back({h * hour});
    return moments;
}

} // namespace

TEST_SUITE("study/calendar") {
    TEST_CASE("a day begins at four in the morning of local time") {
        const std::int64_t midnight = 20'000 * a_day;
        CHECK(day_of({midnight + 4 * hour}, 0) == 20'000);
        CHECK(day_of({midnight + 4 * hour - 1}, 0) == 19'999);
        CHECK(day_of({midnight + 23 * hour}, 0) == 20'000);
        CHECK(day_of({midnight + 2 * hour}, 120) == 20'000); // 4:00 two hours east
        CHECK(day_of({midnight + 2 * hour}, 60) == 19'999);
        CHECK(day_of({midnight}, 0, 0) == 20'000);
        CHECK(day_of({-1}, 0, 0) == -1);
        for (const int zone : {-720, -210, 0, 345, 840}) {
            for (const int start : {0, 4, 23}) {
                CHECK(day_of(start_of(20'000, zone, start), zone, start) == 20'000);
                CHECK(day_of(start_of(20'000, zone, start) - Millis{1}, zone, start) == 19'999);
            }
        }
    }

    TEST_CASE("a moment or a zone that no clock gives counts as the nearest possible one") {
        constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
        const int last = day_of(end_of_time, 0);
        CHECK(last == 84'005); // the study day that ends in 2200
        for (const std::int64_t wall : {greatest, greatest / 2, std::int64_t{185'542'587'144'000'000}})
            CHECK(day_of({wall}, 0) == last);
        CHECK(day_of({std::numeric_limits<std::int64_t>::min()}, 0) < 0);
        CHECK(day_of({greatest}, std::numeric_limits<int>::max()) - last <= 1);
        CHECK(day_of({greatest}, std::numeric_limits<int>::min()) - last >= -1);
    }

    TEST_CASE("moments that do not go back stand as they are, and small steps back are evened out") {
        CHECK(believed({}).empty());
        const auto steady = hours({1, 2, 2, 9, 800});
        CHECK(believed(steady) == steady);
        CHECK(believed(hours({1, 5, 4, 6})) == hours({1, 5, 5, 6}));
    }

    TEST_CASE("a few answers under a clock that ran ahead for a while are pulled back") {
        auto moments = hours({});
        for (int i = 0; i < 100; ++i) moments.push_back({i * a_day});
        for (int i = 0; i < 20; ++i) moments.push_back({(100 + 3650) * a_day + i}); // ten years ahead
        moments.push_back({100 * a_day});
        const auto right = believed(moments);
        CHECK(right[99] == Millis{99 * a_day});
        for (int i = 100; i < 120; ++i) CHECK(right[static_cast<std::size_t>(i)] == Millis{99 * a_day});
        CHECK(right[120] == Millis{100 * a_day});
    }

    TEST_CASE("a few answers under a clock that fell back do not shift the years before them") {
        auto moments = hours({});
        for (int i = 0; i < 1000; ++i) moments.push_back({i * a_day});
        for (int i = 0; i < 20; ++i) moments.push_back({i * hour}); // an empty battery: the first day again
        for (const int more : {0, 1}) {
            if (more == 1) moments.push_back({1000 * a_day}); // the clock was corrected
            const auto right = believed(moments);
            CHECK(right[500] == Millis{500 * a_day});
            for (std::size_t i = 1000; i < 1020; ++i) CHECK(right[i] == Millis{999 * a_day});
            if (more == 1) CHECK(right.back() == Millis{1000 * a_day});
        }
    }

    TEST_CASE("whatever the clock did, what is believed never goes back and keeps to moments that were given") {
        for (const std::uint64_t round : test::Campaign{"clocks that jump", 300}) {
            CAPTURE(round);
            Rng rng = stream_of(5, round);
            std::vector<Millis> moments;
            std::int64_t clock = 0;
            for (std::uint64_t i = 0, count = 1 + rng.below(80); i < count; ++i) {
                clock += static_cast<std::int64_t>(rng.below(5 * hour));
                if (rng.below(9) == 0) clock += (static_cast<std::int64_t>(rng.below(2001)) - 1000) * a_day;
                moments.push_back({clock});
            }
            const auto right = believed(moments);
            REQUIRE(right.size() == moments.size());
            for (std::size_t i = 1; i < right.size(); ++i) CHECK(right[i - 1] <= right[i]);
            for (const Millis moment : right) CHECK(std::find(moments.begin(), moments.end(), moment) != moments.end());
        }
    }

    TEST_CASE("a clock is behind when the last moment lies ahead of it by more than a small step") {
        CHECK_FALSE(jump_of({5 * hour}, std::nullopt));
        CHECK_FALSE(jump_of({5 * hour}, Millis{7 * hour}));
        CHECK(jump_of({5 * hour}, Millis{7 * hour + 1})->behind == Millis{2 * hour + 1});
    }
}
