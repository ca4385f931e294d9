#include "engine/study/plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace chelate::study {

namespace {

/// Computes due days. What depends only on the settings is computed once for all items.
class Intervals {
public:
    Intervals(const memory::Fsrs& fsrs, const memory::StudySettings& settings)
        : factor_(fsrs.interval_factor(settings.retention())), exam_day_(settings.exam_day) {}

    [[nodiscard]] int due(const ItemId& item, const memory::MemoryRecord& record) const {
        const double exact = std::floor(record.state.stability * factor_ + 0.5);
        const int whole = static_cast<int>(std::clamp(exact, 1.0, static_cast<double>(memory::longest_interval)));
        int longest = memory::longest_interval;
        if (exam_day_ && *exam_day_ > record.last_day) longest = std::max(1, *exam_day_ - record.last_day - 1);
        const auto reviews = static_cast<std::uint32_t>(record.reviews);
        // `fuzzed` does not move short intervals, so the hash for the chance is not needed.
        const int days = whole < 3 ? whole : memory::fuzzed(whole, 0, memory::fuzz_chance(item, reviews), longest);
        return record.last_day + std::min(days, longest);
    }

private:
    double factor_;
    std::optional<int> exam_day_;
};

bool comes_back(const Learnable& learnable, const memory::MemoryRecord& record) {
    return !learnable.is_pair || record.misses > 0;
}

std::optional<ExamPlan> exam_plan(const memory::StudySettings& settings, int today, int unmet) {
    if (!settings.exam_day || *settings.exam_day <= today) return std::nullopt;
    const int days_left = *settings.exam_day - today;
    // Something met on the day before the exam has no night for a review, so that day is not for new items.
    const int for_new = std::max(1, days_left - 1);
    const int needed = (unmet + for_new - 1) / for_new;
    return ExamPlan{days_left, unmet, needed, needed <= settings.new_a_day};
}

} // namespace

Mastery mastery_of(const memory::MemoryRecord* record, const memory::Fsrs& fsrs, double retention, int today) {
    if (record == nullptr) return Mastery::fresh;
    if (record->state.stability < lasting) return Mastery::learning;
    const double chance = fsrs.retrievability(std::max(0, today - record->last_day), record->state.stability);
    return chance >= retention ? Mastery::solid : Mastery::fading;
}

int due_day(const ItemId& item, const memory::MemoryRecord& record, const memory::Fsrs& fsrs,
            const memory::StudySettings& settings) {
    return Intervals(fsrs, settings).due(item, record);
}

DayPlan plan_day(const LearnerModel& learner, std::span<const Learnable> learnables,
                 const memory::StudySettings& settings, int today) {
    const Intervals intervals(learner.fsrs(), settings);
    DayPlan plan{.today = today};
    if (const auto day = learner.answers_by_day().find(today); day != learner.answers_by_day().end())
        plan.answered = day->second;
    std::vector<const Learnable*> unmet;
    bool is_new_to_all = true;
    struct Candidate {
        const Learnable* learnable;
        int day;
        double chance;
        bool sure_and_wrong;
    };
    std::vector<Candidate> due; // kept small: there may be a hundred thousand, of which a day takes sixty
    for (const Learnable& learnable : learnables) {
        const memory::MemoryRecord* record = learner.find(learnable.item);
        if (record == nullptr) {
            if (!learnable.is_pair) unmet.push_back(&learnable);
            continue;
        }
        is_new_to_all = false;
        if (!learnable.is_pair && record->first_day == today) ++plan.met;
        if (!comes_back(learnable, *record)) continue;
        const int day = intervals.due(learnable.item, *record);
        if (day > today) continue;
        const double chance =
            learner.fsrs().retrievability(std::max(0, today - record->last_day), record->state.stability);
        due.push_back({&learnable, day, chance, record->sure_and_wrong});
    }
    plan.unmet = static_cast<int>(unmet.size());
    plan.exam = exam_plan(settings, today, plan.unmet);

    const int left = std::max(0, settings.most_a_day - plan.answered);
    const int count = static_cast<int>(due.size());
    const bool backlog = count > left;
    const auto today_ends = due.begin() + std::min(count, left);
    std::partial_sort(due.begin(), today_ends, due.end(), [&](const Candidate& a, const Candidate& b) {
        if (a.sure_and_wrong != b.sure_and_wrong) return a.sure_and_wrong;
        if (a.chance != b.chance) return backlog ? a.chance > b.chance : a.chance < b.chance;
        return a.learnable->item < b.learnable->item;
    });
    for (auto one = due.begin(); one != today_ends; ++one)
        plan.due.push_back({one->learnable->item, one->day, one->chance, one->sure_and_wrong});
    if (backlog) {
        plan.waiting = count - left;
        plan.backlog_days = (plan.waiting + std::max(1, settings.most_a_day) - 1) / std::max(1, settings.most_a_day);
        return plan;
    }
    // Topics come in the order of the pack, each to its end, so new terms stay together until they are no longer new.
    const auto wanted =
        static_cast<std::size_t>(std::clamp(std::min(settings.new_a_day - plan.met, left - count), 0, plan.unmet));
    std::map<content::TopicId, std::size_t> place;
    for (const Learnable& learnable : learnables) place.try_emplace(learnable.topic, place.size());
    std::stable_sort(unmet.begin(), unmet.end(), [&](const Learnable* a, const Learnable* b) {
        if (is_new_to_all && a->is_starter != b->is_starter) return a->is_starter;
        return place[a->topic] < place[b->topic];
    });
    for (std::size_t i = 0; i < wanted; ++i) plan.fresh.push_back(unmet[i]->item);
    return plan;
}

std::vector<int> forecast(const LearnerModel& learner, std::span<const Learnable> learnables,
                          const memory::StudySettings& settings, int today, int days) {
    const Intervals intervals(learner.fsrs(), settings);
    std::vector<int> counts(static_cast<std::size_t>(days));
    for (const Learnable& learnable : learnables) {
        const memory::MemoryRecord* record = learner.find(learnable.item);
        if (record == nullptr || !comes_back(learnable, *record)) continue;
        const int in = std::max(0, intervals.due(learnable.item, *record) - today);
        if (in < days) ++counts[static_cast<std::size_t>(in)];
    }
    return counts;
}

} // namespace chelate::study
