// Measures whether planning pays. People who forget in ways that our model does not know study the same facts under
// four plans. For each plan the benchmark reports what it costs to remember 9 in 10 facts after 60 days.
//
// How people forget is drawn for each person and fact; none of it is FSRS:
// - exponential: the chance of recall is exp(-t / T). T is 1 to 4 days at first. After recall at t, T grows by a
//   factor of 1 + g * (t / T) / (1 + t / T) with g from 0.8 to 3.0. When forgotten, T falls to 0.3 to 0.7 of itself,
//   but never below where it began.
// - two traces: a fast one that is gone in 0.5 to 2 days and a slow one of 30 to 200 days. The chance is their
//   weighted mean. The slow share is 0.1 to 0.3 at first. Each review adds 0.15 to 0.45 of what is missing, and more
//   when more was forgotten.
//
// A right answer takes 12 s and a wrong one 20 s, explanation included. One answer in 20 is a slip.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/study/plan.hpp"

namespace {

using namespace chelate;

constexpr int facts = 200;
constexpr int days = 60;
constexpr int new_a_day = 10;
constexpr int people = 40;
constexpr int cards = 3; ///< questions about a fact, where each is remembered separately
constexpr double goal = 0.9;

double unit(Rng& rng) { return static_cast<double>(rng.below(1U << 30U)) / static_cast<double>(1U << 30U); }
double between(Rng& rng, double low, double high) { return low + unit(rng) * (high - low); }

enum class Kind { exponential, two_traces };

/// One person's memory of one fact.
class Mind {
public:
    Mind(Kind kind, Rng& rng)
        : kind_(kind),
          lasts_(between(rng, 1, 4)),
          first_(lasts_),
          grows_(between(rng, 0.8, 3)),
          keeps_(between(rng, 0.3, 0.7)),
          fast_(between(rng, 0.5, 2)),
          slow_(between(rng, 30, 200)),
          share_(between(rng, 0.1, 0.3)),
          adds_(between(rng, 0.15, 0.45)) {}

    [[nodiscard]] double chance(double day) const {
        if (last_ < 0) return 0;
        const double t = day - last_;
        if (kind_ == Kind::exponential) return std::exp(-t / lasts_);
        return (1 - share_) * std::exp(-t / fast_) + share_ * std::exp(-t / slow_);
    }
    void review(double day, bool recalled) {
        const double t = last_ < 0 ? 0 : day - last_;
        if (kind_ == Kind::exponential && last_ >= 0) {
            if (recalled) lasts_ *= 1 + grows_ * (t / lasts_) / (1 + t / lasts_);
            else lasts_ = std::max(first_, lasts_ * keeps_);
        } else if (kind_ == Kind::two_traces && last_ >= 0) {
            share_ += (1 - share_) * adds_ * (recalled ? 1 - chance(day) * 0.7 : 0.5) * std::min(1.0, t);
        }
        last_ = day;
    }

private:
    Kind kind_;
    double lasts_, first_, grows_, keeps_, fast_, slow_, share_, adds_;
    double last_ = -1;
};

/// A person who answers, and the seconds it takes.
struct Person {
    Rng rng;
    std::vector<Mind> minds;
    double seconds = 0;

    Person(Kind kind, std::uint64_t seed) : rng(stream_of(17, seed)) {
        for (int i = 0; i < facts; ++i) minds.emplace_back(kind, rng);
    }
    bool answers(int fact, int day) {
        Mind& mind = minds[static_cast<std::size_t>(fact)];
        const bool right = unit(rng) < mind.chance(day) * 0.95;
        mind.review(day, right);
        seconds += right ? 12 : 20;
        return right;
    }
    [[nodiscard]] double kept(int day) const {
        double sum = 0;
        for (const Mind& mind : minds) sum += mind.chance(day);
        return sum / facts;
    }
};

struct Outcome {
    double minutes = 0;
    double kept = 0;
};

/// Studies with our planner, with a memory record for each fact or (with `per_fact` above 1) for each card of a fact.
Outcome planned(Kind kind, std::uint64_t seed, double retention_percent, int per_fact, std::optional<int> exam = {}) {
    Person person(kind, seed);
    std::vector<study::Learnable> all;
    for (int i = 0; i < facts; ++i) {
        for (int card = 0; card < per_fact; ++card)
            all.push_back({{ItemKind::fact, std::to_string(i) + "/" + std::to_string(card)}, content::TopicId{"t"}});
    }
    study::LearnerModel learner;
    std::int64_t serial = 0;
    const memory::StudySettings pace{.retention_percent = static_cast<int>(retention_percent),
                                     .new_a_day = new_a_day * per_fact,
                                     .most_a_day = 100'000,
                                     .exam_day = exam};
    for (int day = 0; day < days; ++day) {
        const study::DayPlan plan = study::plan_day(learner, all, pace, day);
        std::vector<ItemId> items = plan.fresh;
        for (const study::Due& due : plan.due) items.push_back(due.item);
        for (std::size_t i = 0, first = items.size(); i < items.size(); ++i) {
            const ItemId item = items[i];
            const bool right = person.answers(std::stoi(item.id), day);
            (void)learner.add(
                std::vector<memory::Review>{{.item = item,
                                             .session = "s",
                                             .number = 1,
                                             .stamp = {{day * 86'400'000LL + 43'200'000}, 0, ++serial},
                                             .recall = right ? memory::Recall::right : memory::Recall::wrong,
                                             .taken = {right ? 12'000 : 20'000}}});
            if (!right && i < first) items.push_back(item); // it comes back in the same session
        }
    }
    return {person.seconds / 60, person.kept(days)};
}

/// Studies after 1, 3, 7, 14 and 30 days, times a factor. A missed fact starts again.
Outcome fixed(Kind kind, std::uint64_t seed, double factor) {
    Person person(kind, seed);
    static constexpr std::array<double, 5> steps{1, 3, 7, 14, 30};
    std::vector<int> due(facts);
    std::vector<std::size_t> step(facts);
    for (int i = 0; i < facts; ++i) due[static_cast<std::size_t>(i)] = i / new_a_day;
    for (int day = 0; day < days; ++day) {
        for (int i = 0; i < facts; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (due[at] > day) continue;
            if (!person.answers(i, day)) {
                (void)person.answers(i, day);
                step[at] = 0;
            }
            due[at] =
                day + std::max(1, static_cast<int>(std::lround(steps[std::min(step[at], steps.size() - 1)] * factor)));
            ++step[at];
        }
    }
    return {person.seconds / 60, person.kept(days)};
}

/// Answers `a_day` random questions a day about everything met so far.
Outcome by_chance(Kind kind, std::uint64_t seed, double a_day) {
    Person person(kind, seed);
    for (int day = 0; day < days; ++day) {
        const int met = std::min(facts, (day + 1) * new_a_day);
        for (int i = std::min(facts, day * new_a_day); i < met; ++i) (void)person.answers(i, day);
        for (int i = 0; i < static_cast<int>(a_day); ++i)
            (void)person.answers(static_cast<int>(person.rng.below(static_cast<std::uint64_t>(met))), day);
    }
    return {person.seconds / 60, person.kept(days)};
}

/// Returns the mean over all people under a plan with one setting of its knob.
template <class Plan>
Outcome mean(Kind kind, double knob, Plan plan) {
    Outcome sum;
    for (std::uint64_t seed = 0; seed < people; ++seed) {
        const Outcome one = plan(kind, seed, knob);
        sum.minutes += one.minutes / people;
        sum.kept += one.kept / people;
    }
    return sum;
}

/// Turns a plan's knob until the goal is met and prints what that costs, or the best result when it is never met.
template <class Plan>
void report(const char* name, Kind kind, const std::vector<double>& knobs, Plan plan) {
    Outcome before{};
    Outcome best{};
    double minutes = -1;
    for (const double knob : knobs) {
        const Outcome now = mean(kind, knob, plan);
        if (now.kept > best.kept) best = now;
        if (now.kept >= goal) {
            const double share =
                now.kept > before.kept && before.kept > 0 ? (goal - before.kept) / (now.kept - before.kept) : 1;
            minutes = before.kept > 0 ? before.minutes + share * (now.minutes - before.minutes) : now.minutes;
            break;
        }
        before = now;
    }
    std::printf("{\"bench\":\"retention\",\"memory\":\"%s\",\"plan\":\"%s\",\"minutes\":%.0f,\"best_kept\":%.3f,\"best_"
                "minutes\":%.0f}\n",
                kind == Kind::exponential ? "exponential" : "two traces", name, minutes, best.kept, best.minutes);
    std::fflush(stdout);
}

} // namespace

int main() {
    const std::vector<double> retentions{70, 75, 80, 83, 86, 88, 90, 92, 94, 96, 97};
    const std::vector<double> factors{3, 2.5, 2, 1.6, 1.3, 1, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2};
    const std::vector<double> a_day{5, 10, 20, 30, 40, 60, 80, 100, 130, 160, 200, 260, 330, 400};
    for (const Kind kind : {Kind::exponential, Kind::two_traces}) {
        report("by fact", kind, retentions,
               [](Kind k, std::uint64_t seed, double knob) { return planned(k, seed, knob, 1); });
        report("by fact, the day set as an exam", kind, retentions,
               [](Kind k, std::uint64_t seed, double knob) { return planned(k, seed, knob, 1, days); });
        report("by card", kind, retentions,
               [](Kind k, std::uint64_t seed, double knob) { return planned(k, seed, knob, cards); });
        report("fixed intervals", kind, factors,
               [](Kind k, std::uint64_t seed, double knob) { return fixed(k, seed, knob); });
        report("no plan", kind, a_day,
               [](Kind k, std::uint64_t seed, double knob) { return by_chance(k, seed, knob); });
    }
}
