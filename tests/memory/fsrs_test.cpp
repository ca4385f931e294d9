// Tests FSRS-6 against test vectors from another program and against values its authors have published.
// fsrs_vectors.json names that program and gives the tolerances.
#include "engine/memory/fsrs.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "engine/base/rng.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate::memory;
using chelate::ItemKind;
using nlohmann::json;

namespace {

const json& vectors() {
    static const json read = [] {
        std::ifstream file(CHELATE_SOURCE_DIR "/tests/memory/fsrs_vectors.json");
        REQUIRE(file);
        return json::parse(file);
    }();
    return read;
}

const Fsrs& model(const std::string& name) {
    static std::map<std::string, Fsrs> known;
    const auto found = known.find(name);
    if (found != known.end()) return found->second;
    const auto list = vectors().at("parameter_sets").at(name).get<std::vector<double>>();
    return known.emplace(name, Fsrs(weights_from(list).value())).first->second;
}

struct Tolerances {
    double stability_relative = vectors().at("check").at("stability_rel_tol");
    double stability_absolute = vectors().at("check").at("stability_abs_tol");
    double difficulty = vectors().at("check").at("difficulty_abs_tol");
    double retrievability = vectors().at("check").at("retrievability_abs_tol");

    [[nodiscard]] bool same_stability(double a, double b) const {
        return std::abs(a - b) <= std::max(stability_relative * std::abs(b), stability_absolute);
    }
    [[nodiscard]] bool same_difficulty(double a, double b) const { return std::abs(a - b) <= difficulty; }
    [[nodiscard]] bool same_chance(double a, double b) const { return std::abs(a - b) <= retrievability; }
    /// One day more or less is fine where the exact interval is on the edge of rounding.
    [[nodiscard]] static bool same_interval(int a, int b, double exact) {
        const bool on_edge = std::abs(exact - std::floor(exact) - 0.5) <= 3e-6 * std::max(1.0, exact);
        return a == b || (on_edge && std::abs(a - b) == 1);
    }
};

std::vector<State> walk(const Fsrs& fsrs, const std::vector<std::pair<int, int>>& days_and_ratings) {
    std::vector<State> states;
    std::optional<State> state;
    for (const auto& [days, rating] : days_and_ratings)
        states.push_back(*(state = fsrs.after(state, days, static_cast<Rating>(rating))));
    return states;
}

} // namespace

TEST_CASE("every review, probe and interval of forty histories is met within the stated tolerances") {
    const Tolerances near;
    std::size_t reviews = 0;
    for (const json& history : vectors().at("histories")) {
        CAPTURE(history.at("id").get<std::string>());
        const Fsrs fsrs = model(history.at("parameter_set"));
        std::optional<State> state;
        for (const json& review : history.at("reviews")) {
            ++reviews;
            CAPTURE(reviews);
            const int days = review.at("elapsed_days");
            if (state)
                CHECK(
                    near.same_chance(fsrs.retrievability(days, state->stability), review.at("retrievability_before")));
            else CHECK(review.at("retrievability_before").is_null());
            state = fsrs.after(state, days, static_cast<Rating>(review.at("rating").get<int>()));
            CHECK(near.same_stability(state->stability, review.at("stability")));
            CHECK(near.same_difficulty(state->difficulty, review.at("difficulty")));
            CHECK(near.same_interval(fsrs.interval(state->stability, history.at("desired_retention")),
                                     review.at("interval"), review.at("interval_raw")));
        }
        for (const json& probe : history.at("probes")) {
            CHECK(near.same_chance(fsrs.retrievability(probe.at("t"), state->stability), probe.at("retrievability")));
        }
    }
    CHECK(reviews == 426);
}

TEST_CASE("single steps from any state, clamps included, and intervals for any retention are met") {
    const Tolerances near;
    for (const json& step : vectors().at("single_steps")) {
        CAPTURE(step.dump());
        const Fsrs fsrs = model(step.at("parameter_set"));
        const State before{step.at("state").at("stability"), step.at("state").at("difficulty")};
        const int days = step.at("elapsed_days");
        CHECK(near.same_chance(fsrs.retrievability(days, before.stability), step.at("retrievability_before")));
        const State next = fsrs.after(before, days, static_cast<Rating>(step.at("rating").get<int>()));
        CHECK(near.same_stability(next.stability, step.at("next").at("stability")));
        CHECK(near.same_difficulty(next.difficulty, step.at("next").at("difficulty")));
    }
    for (const json& row : vectors().at("intervals")) {
        CAPTURE(row.dump());
        const Fsrs fsrs = model(row.at("parameter_set"));
        CHECK(std::abs(fsrs.interval_factor(row.at("desired_retention")) - row.at("interval_modifier").get<double>()) <=
              1e-7 * row.at("interval_modifier").get<double>() + 1e-8);
        const double exact = fsrs.exact_interval(row.at("stability"), row.at("desired_retention"));
        CHECK(near.same_interval(fsrs.interval(row.at("stability"), row.at("desired_retention")), row.at("interval"),
                                 exact));
    }
}

TEST_CASE("published values are met") {
    const Fsrs fsrs;
    const auto states = walk(fsrs, {{0, 1}, {0, 3}, {1, 3}, {3, 3}, {8, 3}, {21, 3}});
    const std::vector<State> published{{0.212, 6.4133},          {0.24668919, 6.40211507},  {2.02147724, 6.39094132},
                                       {7.86369875, 6.37977875}, {21.91771334, 6.36862734}, {53.62690465, 6.35748708}};
    for (std::size_t i = 0; i < published.size(); ++i) {
        CAPTURE(i);
        CHECK(states[i].stability == doctest::Approx(published[i].stability).epsilon(5e-6));
        CHECK(states[i].difficulty == doctest::Approx(published[i].difficulty).epsilon(5e-7));
    }

    struct First {
        Rating rating;
        double stability, difficulty, difficulty_from_5, same_day_from_5;
    };
    for (const First& row : {First{Rating::again, 0.212, 6.4133, 8.34176237, 1.596818},
                             First{Rating::hard, 1.2931, 5.11217071, 6.66599536, 5},
                             First{Rating::good, 2.3065, 2.11810397, 4.99022837, 5},
                             First{Rating::easy, 8.2956, 1, 3.31446137, 8.12960956}}) {
        const State first = fsrs.after(std::nullopt, 0, row.rating);
        CHECK(first.stability == doctest::Approx(row.stability).epsilon(1e-7));
        CHECK(first.difficulty == doctest::Approx(row.difficulty).epsilon(1e-7));
        const State same_day = fsrs.after(State{5, 5}, 0, row.rating);
        CHECK(same_day.difficulty == doctest::Approx(row.difficulty_from_5).epsilon(1e-7));
        CHECK(same_day.stability == doctest::Approx(row.same_day_from_5).epsilon(1e-7));
    }

    struct Chance {
        double days, stability, chance;
    };
    for (const Chance& row :
         {Chance{0, 1, 1}, Chance{1, 2, 0.9403443}, Chance{2, 3, 0.9253786}, Chance{3, 4, 0.9185229}, Chance{4, 4, 0.9},
          Chance{5, 2, 0.8261359}, Chance{2, 1, 0.84588465}, Chance{3, 1, 0.8093881}}) {
        CHECK(fsrs.retrievability(row.days, row.stability) == doctest::Approx(row.chance).epsilon(2e-7));
        CHECK(retrievability(row.days, row.stability, default_weights) == fsrs.retrievability(row.days, row.stability));
    }

    // Each review is on the day it is due, without fuzz and without learning steps.
    for (const auto& [retention, factor] : {std::pair{0.70, 9.28791122},
                                            {0.80, 3.3159598},
                                            {0.85, 1.90642614},
                                            {0.90, 1.0},
                                            {0.95, 0.40255869},
                                            {0.97, 0.22276844}}) {
        CHECK(fsrs.interval_factor(retention) == doctest::Approx(factor).epsilon(1e-8));
    }
}

TEST_CASE("wanted retention goes from 0.70 to 0.97, intervals from a day to a century, and half a day rounds up") {
    const Fsrs fsrs;
    CHECK(fsrs.interval(10, 0.5) == fsrs.interval(10, 0.70));
    CHECK(fsrs.interval(10, 0.999) == fsrs.interval(10, 0.97));
    CHECK(fsrs.interval(0.001, 0.9) == 1);
    CHECK(fsrs.interval(36500, 0.7) == longest_interval);
    CHECK(fsrs.interval(2.5, 0.9) == 3);
    CHECK(fsrs.interval(3.5, 0.9) == 4);
}

TEST_CASE("weights are counted, must be numbers, and are put into their ranges; older lists are brought up to date") {
    CHECK(weights_from(std::vector<double>(20, 1.0)).error().code == "weights-count");
    std::vector<double> list(default_weights.begin(), default_weights.end());
    list[7] = std::numeric_limits<double>::quiet_NaN();
    const auto broken = weights_from(list);
    CHECK(broken.error().code == "weights-not-finite");
    CHECK(broken.error().args.front().second == "7");

    const auto low = weights_from(std::vector<double>(21, -1e9)).value();
    const auto high = weights_from(std::vector<double>(21, 1e9)).value();
    for (std::size_t i = 0; i < low.size(); ++i) {
        CHECK(low[i] == weight_ranges[i].low);
        CHECK(high[i] == weight_ranges[i].high);
        CHECK(default_weights[i] >= weight_ranges[i].low);
        CHECK(default_weights[i] <= weight_ranges[i].high);
    }

    const std::vector<double> fsrs5(default_weights.begin(), default_weights.begin() + 19);
    CHECK(weights_from(fsrs5).value()[19] == 0.01); // FSRS-5 has no such weight, so it gets the lowest value allowed
    CHECK(weights_from(fsrs5).value()[20] == 0.5);
    const std::vector<double> fsrs45(default_weights.begin(), default_weights.begin() + 17);
    const auto newer = weights_from(fsrs45).value();
    CHECK(newer[4] == doctest::Approx(6.4133 + 2 * 0.8334));
    CHECK(newer[5] == doctest::Approx(std::log(3 * 0.8334 + 1) / 3));
    CHECK(newer[6] == doctest::Approx(3.0194 + 0.5));
    CHECK(newer[17] == 0);
}

TEST_CASE(
    "whatever is answered whenever, a memory stays in its bounds and a better rating never leaves a weaker memory") {
    for (const std::uint64_t round : chelate::test::Campaign{"random reviews", 20'000}) {
        CAPTURE(round);
        chelate::Rng rng = chelate::stream_of(7, round);
        const auto unit = [&] { return static_cast<double>(rng.below(1'000'001)) / 1e6; };
        std::vector<double> list;
        for (const Range& range : weight_ranges) list.push_back(range.low + unit() * (range.high - range.low));
        const Fsrs fsrs(round % 2 == 0 ? default_weights : weights_from(list).value());
        const State before{std::exp(std::log(least_stability) + unit() * std::log(most_stability / least_stability)),
                           1 + 9 * unit()};
        const int days = static_cast<int>(rng.below(3) == 0 ? 0 : rng.below(4000));
        State last{};
        for (const Rating rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
            const State after = fsrs.after(before, days, rating);
            CHECK(after.stability >= least_stability);
            CHECK(after.stability <= most_stability);
            CHECK(after.difficulty >= 1);
            CHECK(after.difficulty <= 10);
            if (rating != Rating::again) {
                CHECK(after.stability >= last.stability);
                CHECK(after.difficulty <= last.difficulty);
                // a successful review never makes an item forgotten sooner
                CHECK(after.stability >= before.stability * (1 - 1e-12));
            }
            last = after;
        }
        const double soon = fsrs.retrievability(days, before.stability);
        CHECK(soon > fsrs.retrievability(days + 1, before.stability));
        CHECK(soon <= 1);
    }
}

TEST_CASE("fuzz keeps short intervals, stays in its published ranges, reaches their ends, and is the same every time") {
    struct Ends {
        int interval, low, high;
    };
    for (const Ends& row : {Ends{3, 2, 4}, Ends{5, 4, 6}, Ends{7, 5, 9}, Ends{10, 8, 12}, Ends{20, 17, 23},
                            Ends{30, 27, 33}, Ends{50, 46, 54}, Ends{100, 93, 107}, Ends{365, 345, 385},
                            Ends{1000, 948, 1052}, Ends{36500, 34673, 36500}}) {
        CAPTURE(row.interval);
        CHECK(fuzzed(row.interval, 0, 0) == row.low);
        CHECK(fuzzed(row.interval, 0, 0.999999999) == row.high);
    }
    CHECK(fuzzed(1, 0, 0.9) == 1);
    CHECK(fuzzed(2, 0, 0.9) == 2);
    CHECK(fuzzed(10, 9, 0) == 10); // never back to the previous interval
    CHECK(fuzzed(100, 0, 0.99, 60) <= 60);

    std::set<int> seen;
    for (std::uint32_t reviews = 0; reviews < 200; ++reviews) {
        const double chance = fuzz_chance({ItemKind::fact, "x/y"}, reviews);
        CHECK(chance == fuzz_chance({ItemKind::fact, "x/y"}, reviews));
        CHECK(chance >= 0);
        CHECK(chance < 1);
        seen.insert(fuzzed(10, 0, chance));
    }
    CHECK(seen == std::set<int>{8, 9, 10, 11, 12});
    // The chance depends on the bytes of the text form; existing plans rely on these values.
    CHECK(fuzz_chance({ItemKind::fact, "x/y"}, 7) == 35'600'536.0 / (1U << 30U));
    CHECK(fuzz_chance({ItemKind::pair, "weight:a+b"}, 7) == 441'715'393.0 / (1U << 30U));
    CHECK(fuzz_chance({ItemKind::fact, "x/y"}, 1) != fuzz_chance({ItemKind::fact, "x/z"}, 1));
}
