// Measures how fast memory is counted and a day is planned.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/memory/fsrs.hpp"
#include "engine/study/plan.hpp"
#include "tests/bench/baseline.hpp"

namespace {

using namespace chelate;

/// What a review needs: the state of a memory, the days since, and the rating.
struct Step {
    memory::State history;
    int days;
    memory::Rating rating;
};

std::vector<Step> some_steps(std::size_t count) {
    Rng rng{3};
    std::vector<Step> steps;
    for (std::size_t i = 0; i < count; ++i) {
        const double stability = std::exp(static_cast<double>(rng.below(1000)) / 100 - 2);
        steps.push_back({{stability, 1 + static_cast<double>(rng.below(900)) / 100},
                         static_cast<int>(rng.below(5) == 0 ? 0 : 1 + rng.below(60)),
                         static_cast<memory::Rating>(1 + rng.below(4))});
    }
    return steps;
}

/// Computes the same formulas in one plain function without checks, as a lower bound for the cost of the engine.
memory::State plain(const memory::State& before, int days, int g, const memory::Weights& w, double factor, double grow,
                    double ceiling, double easiest) {
    const double s = before.stability;
    const double d = before.difficulty;
    const double damped = d - w[6] * (g - 3) * (10 - d) / 9;
    const double next_d = std::fmin(10, std::fmax(1, w[7] * easiest + (1 - w[7]) * damped));
    double next_s = 0;
    if (days == 0) {
        const double k = std::exp(w[17] * (g - 3 + w[18])) * std::pow(s, -w[19]);
        next_s = s * (g == 1 ? k : std::fmax(k, 1));
    } else {
        const double r = std::pow(1 + factor * days / s, -w[20]);
        if (g == 1)
            next_s = std::fmin(s / ceiling,
                               w[11] * std::pow(d, -w[12]) * (std::pow(s + 1, w[13]) - 1) * std::exp(w[14] * (1 - r)));
        else
            next_s = s * (1 + grow * (11 - d) * std::pow(s, -w[9]) * (std::exp(w[10] * (1 - r)) - 1) *
                                  (g == 2   ? w[15]
                                   : g == 4 ? w[16]
                                            : 1));
    }
    return {std::fmin(36500, std::fmax(0.001, next_s)), next_d};
}

void memory_updates() {
    constexpr int rounds = 40;
    const auto steps = some_steps(100'000);
    const memory::Weights& w = memory::default_weights;
    const memory::Fsrs fsrs;
    double sum = 0;
    double start = bench::cpu_seconds();
    for (int round = 0; round < rounds; ++round) {
        for (const Step& step : steps) sum += fsrs.after(step.history, step.days, step.rating).stability;
    }
    const double ours = bench::cpu_seconds() - start;
    const double factor = std::pow(0.9, -1 / w[20]) - 1;
    const double grow = std::exp(w[8]);
    const double ceiling = std::exp(w[17] * w[18]);
    const double easiest = w[4] - std::exp(w[5] * 3) + 1;
    start = bench::cpu_seconds();
    for (int round = 0; round < rounds; ++round) {
        for (const Step& step : steps)
            sum -= plain(step.history, step.days, static_cast<int>(step.rating), w, factor, grow, ceiling, easiest)
                       .stability;
    }
    const double bare = bench::cpu_seconds() - start;
    const double count = static_cast<double>(steps.size()) * rounds;
    std::printf("{\"bench\":\"memory_updates\",\"per_second\":%.0f,\"plain_per_second\":%.0f,\"ratio\":%.3f,"
                "\"difference\":%.3g}\n",
                count / ours, count / bare, ours / bare, sum / count);
}

void day_plan() {
    constexpr int facts = 100'000;
    constexpr int today = 20'000;
    Rng rng{5};
    std::vector<study::Learnable> learnables;
    std::vector<memory::Review> reviews;
    for (int i = 0; i < facts; ++i) {
        learnables.push_back(
            {{ItemKind::fact, "subject-" + std::to_string(i % 1000) + ".attribute-" + std::to_string(i / 1000)},
             content::TopicId{"topic-" + std::to_string(i % 12)}});
        if (i % 10 == 0) continue; // not met yet
        for (std::uint64_t n = 1 + rng.below(4), at = 0; at < n; ++at) {
            const auto day = today - 200 + static_cast<std::int64_t>(at * 50 + rng.below(50));
            reviews.push_back({.item = learnables.back().item,
                               .session = "s",
                               .number = 1,
                               .stamp = {{day * 86'400'000}, 0, static_cast<std::int64_t>(reviews.size()) + 1},
                               .recall = static_cast<memory::Recall>(rng.below(8)),
                               .taken = {5000}});
        }
    }
    const study::LearnerModel learner = study::LearnerModel::of(reviews);
    std::vector<double> times;
    std::vector<double> ratios;
    std::size_t due = 0;
    for (int i = 0; i < 15; ++i) {
        const auto took = bench::beside_hashing([&] {
            const study::DayPlan plan =
                study::plan_day(learner, learnables, {.new_a_day = 20, .most_a_day = 300}, today);
            due = plan.due.size() + static_cast<std::size_t>(plan.waiting);
        });
        times.push_back(took.seconds * 1000);
        ratios.push_back(took.kibibytes_each(facts));
    }
    std::printf("{\"bench\":\"day_plan\",\"facts\":%d,\"due\":%zu,\"kibibytes_each\":%.3f,\"median_ms\":%.2f}\n", facts,
                due, bench::quantile(ratios, 0.5), bench::quantile(times, 0.5));
}

} // namespace

int main() {
    memory_updates();
    day_plan();
}
