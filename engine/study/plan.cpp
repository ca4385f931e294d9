#include "engine/study/plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace chelate::study {

namespace {

/// What depends on the pace alone, computed once for all items.
class Intervals {
public:
    Intervals(const memory::Fsrs& fsrs, const Pace& pace)
        : factor_(fsrs.interval_factor(pace.retention)), exam_day_(pace.exam_day) {}

    [[nodiscard]] int due(std::string_view item, const memory::Trace& trace) const {
        const double exact = std::floor(trace.state.stability * factor_ + 0.5);
        const int whole = static_cast<int>(std::clamp(exact, 1.0, static_cast<double>(memory::longest_interval)));
        int longest = memory::longest_interval;
        if (exam_day_ && *exam_day_ > trace.last_day) longest = std::max(1, *exam_day_ - trace.last_day - 1);
        const auto reviews = static_cast<std::uint32_t>(trace.reviews);
        // A short interval is not moved, so nobody need ask by how much.
        const int days = whole < 3 ? whole : memory::fuzzed(whole, 0, memory::fuzz_chance(item, reviews), longest);
        return trace.last_day + std::min(days, longest);
    }

private:
    double factor_;
    std::optional<int> exam_day_;
};

bool comes_back(const Learnable& learnable, const memory::Trace& trace) {
    return !learnable.is_pair || trace.misses > 0;
}

std::optional<ExamPlan> exam_plan(const Pace& pace, int today, int unmet) {
    if (!pace.exam_day || *pace.exam_day <= today) return std::nullopt;
    const int days_left = *pace.exam_day - today;
    // What is met on the last day has no night to be remembered over.
    const int for_new = std::max(1, days_left - 1);
    const int needed = (unmet + for_new - 1) / for_new;
    return ExamPlan{days_left, unmet, needed, needed <= pace.new_a_day};
}

} // namespace

Mastery mastery_of(const memory::Trace* trace, const memory::Fsrs& fsrs, double retention, int today) {
    if (trace == nullptr) return Mastery::fresh;
    if (trace->state.stability < lasting) return Mastery::learning;
    const double chance = fsrs.retrievability(std::max(0, today - trace->last_day), trace->state.stability);
    return chance >= retention ? Mastery::solid : Mastery::fading;
}

int due_day(std::string_view item, const memory::Trace& trace, const memory::Fsrs& fsrs, const Pace& pace) {
    return Intervals(fsrs, pace).due(item, trace);
}

DayPlan plan_day(const Ledger& ledger, std::span<const Learnable> learnables, const Pace& pace, int today) {
    const Intervals intervals(ledger.fsrs(), pace);
    DayPlan plan{.today = today};
    if (const auto day = ledger.answers_by_day().find(today); day != ledger.answers_by_day().end())
        plan.answered = day->second;
    std::vector<const Learnable*> unmet;
    struct Candidate {
        const Learnable* learnable;
        int day;
        double chance;
        bool sure_and_wrong;
    };
    std::vector<Candidate> due; // light, because there may be a hundred thousand of which a day takes sixty
    for (const Learnable& learnable : learnables) {
        const memory::Trace* trace = ledger.find(learnable.item);
        if (trace == nullptr) {
            if (!learnable.is_pair) unmet.push_back(&learnable);
            continue;
        }
        if (!learnable.is_pair && trace->first_day == today) ++plan.met;
        if (!comes_back(learnable, *trace)) continue;
        const int day = intervals.due(learnable.item, *trace);
        if (day > today) continue;
        const double chance =
            ledger.fsrs().retrievability(std::max(0, today - trace->last_day), trace->state.stability);
        due.push_back({&learnable, day, chance, trace->sure_and_wrong});
    }
    plan.unmet = static_cast<int>(unmet.size());
    plan.exam = exam_plan(pace, today, plan.unmet);

    const int room = std::max(0, pace.most_a_day - plan.answered);
    const int count = static_cast<int>(due.size());
    const bool backlog = count > room;
    const auto today_ends = due.begin() + std::min(count, room);
    std::partial_sort(due.begin(), today_ends, due.end(), [&](const Candidate& a, const Candidate& b) {
        if (a.sure_and_wrong != b.sure_and_wrong) return a.sure_and_wrong;
        if (a.chance != b.chance) return backlog ? a.chance > b.chance : a.chance < b.chance;
        return a.learnable->item < b.learnable->item;
    });
    for (auto one = due.begin(); one != today_ends; ++one)
        plan.due.push_back({one->learnable->item, one->day, one->chance, one->sure_and_wrong});
    if (backlog) {
        plan.waiting = count - room;
        plan.backlog_days = (plan.waiting + std::max(1, pace.most_a_day) - 1) / std::max(1, pace.most_a_day);
        return plan;
    }
    // Topics in the order of the pack, each to its end: new words stay together until they are no longer new.
    const auto wanted =
        static_cast<std::size_t>(std::clamp(std::min(pace.new_a_day - plan.met, room - count), 0, plan.unmet));
    std::map<content::TopicId, std::size_t> place;
    for (const Learnable& learnable : learnables) place.try_emplace(learnable.topic, place.size());
    std::stable_sort(unmet.begin(), unmet.end(),
                     [&](const Learnable* a, const Learnable* b) { return place[a->topic] < place[b->topic]; });
    for (std::size_t i = 0; i < wanted; ++i) plan.fresh.push_back(unmet[i]->item);
    return plan;
}

std::vector<int> forecast(const Ledger& ledger, std::span<const Learnable> learnables, const Pace& pace, int today,
                          int days) {
    const Intervals intervals(ledger.fsrs(), pace);
    std::vector<int> counts(static_cast<std::size_t>(days));
    for (const Learnable& learnable : learnables) {
        const memory::Trace* trace = ledger.find(learnable.item);
        if (trace == nullptr || !comes_back(learnable, *trace)) continue;
        const int in = std::max(0, intervals.due(learnable.item, *trace) - today);
        if (in < days) ++counts[static_cast<std::size_t>(in)];
    }
    return counts;
}

} // namespace chelate::study
