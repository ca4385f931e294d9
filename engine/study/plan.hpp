// The daily plan: what is due, what is new, what has to wait, and what an exam needs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/content/knowledge.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::study {

/// Something that can be asked about and remembered.
struct Learnable {
    ItemId item;
    content::TopicId topic;
    bool is_pair = false;    ///< a pair of things that may be confused; asked again once it was missed
    bool is_starter = false; ///< an easy question on a basic topic asks it
};

/// How well a person knows an item. Solid items have a stability of at least three weeks and are known today at least
/// as well as wanted. Fading items have that stability but are known less well than wanted.
enum class Mastery : std::uint8_t { fresh, learning, solid, fading };
inline constexpr double lasting = 21; ///< days of stability from which an item is solid or fading
/// Returns the mastery of an item.
/// @param record  null: never reviewed
/// @param retention  wanted chance of recall
/// @param today  a study day (see day_of)
[[nodiscard]] Mastery mastery_of(const memory::MemoryRecord* record, const memory::Fsrs& fsrs, double retention,
                                 int today);

/// Returns the day on which an item is due. While an exam is ahead, an interval is at most the days from the last
/// review to the exam, minus one.
[[nodiscard]] int due_day(const ItemId& item, const memory::MemoryRecord& record, const memory::Fsrs& fsrs,
                          const memory::StudySettings& settings);

/// An item that is due.
struct Due {
    ItemId item;
    int day = 0;               ///< study day since which it has been due
    double retrievability = 0; ///< chance of recall today
    bool sure_and_wrong = false;
    bool operator==(const Due&) const = default;
};

/// What an exam needs.
struct ExamPlan {
    int days_left = 0;    ///< days until the exam; today counts, the day of the exam does not
    int unmet = 0;        ///< items not met yet
    int needed_a_day = 0; ///< new items a day that would meet them all in time
    bool fits = true;     ///< the daily limit of new items is enough
};

/// The plan for what is left of one study day.
struct DayPlan {
    int today = 0;
    std::vector<Due> due{};      ///< items for today in order of urgency, sure and wrong first
    std::vector<ItemId> fresh{}; ///< new items for today, one topic after the other
    int waiting = 0;             ///< due items that the daily limit leaves for later
    /// Days until nothing is waiting any more at this limit; 0: nothing is waiting.
    int backlog_days = 0;
    int answered = 0; ///< questions answered today
    int met = 0;      ///< items met for the first time today
    int unmet = 0;    ///< items not met yet, including those for today
    std::optional<ExamPlan> exam{};

    [[nodiscard]] bool empty() const { return due.empty() && fresh.empty(); }
};

/// Plans what is left of a day. While more is due than the limit allows, nothing new comes, and the items most likely
/// still known come first, because they can still be kept. Otherwise the weakest come first. Items that were sure and
/// wrong always come first. A person who has met none of the items begins with starters.
[[nodiscard]] DayPlan plan_day(const LearnerModel& learner, std::span<const Learnable> learnables,
                               const memory::StudySettings& settings, int today);

/// Returns how many items are due on each of the next days.
/// @return counts by day, starting today; overdue items count today
[[nodiscard]] std::vector<int> forecast(const LearnerModel& learner, std::span<const Learnable> learnables,
                                        const memory::StudySettings& settings, int today, int days);

} // namespace chelate::study
