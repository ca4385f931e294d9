// The plan of a day: what is due, what is new, what has to wait, and what an exam asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/content/knowledge.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::study {

/// Something that can be asked and remembered.
struct Learnable {
    ItemId item;
    content::TopicId topic;
    bool is_pair = false; ///< two things that may be confused: asked again once they were
};

/// How far somebody is with an item. Solid: it lasts three weeks and more and is known now as well as wanted; fading:
/// it
/// would last, and is known less well than wanted.
enum class Mastery : std::uint8_t { fresh, learning, solid, fading };
inline constexpr double lasting = 21; ///< days of stability
[[nodiscard]] Mastery mastery_of(const memory::MemoryRecord* record, const memory::Fsrs& fsrs, double retention,
                                 int today);

/// The day on which an item comes back. With an exam ahead no interval is longer than the days from the last review to
/// the exam less one.
[[nodiscard]] int due_day(const ItemId& item, const memory::MemoryRecord& record, const memory::Fsrs& fsrs,
                          const memory::StudySettings& settings);

struct Due {
    ItemId item;
    int day = 0;               ///< since when
    double retrievability = 0; ///< today
    bool sure_and_wrong = false;
    bool operator==(const Due&) const = default;
};

/// What an exam asks for.
struct ExamPlan {
    int days_left = 0;    ///< today counts, the day of the exam does not
    int unmet = 0;        ///< items nobody has met yet
    int needed_a_day = 0; ///< new ones a day, to meet them all
    bool fits = true;     ///< the pace meets them all
};

struct DayPlan {
    int today = 0;
    std::vector<Due> due{};      ///< for today, in the order of urgency: sure and wrong first
    std::vector<ItemId> fresh{}; ///< new ones for today, one topic after the other
    int waiting = 0;             ///< due ones that today's cap leaves for later
    int backlog_days = 0;        ///< after how many days at this pace nothing waits any more; 0: nothing does
    int answered = 0;            ///< questions answered today
    int met = 0;                 ///< items met for the first time today
    int unmet = 0;               ///< items not met yet, those for today included
    std::optional<ExamPlan> exam{};

    [[nodiscard]] bool empty() const { return due.empty() && fresh.empty(); }
};

/// The plan for what is left of a day. While more is due than the cap lets through, nothing new comes, and what can
/// still
/// be kept comes before what is forgotten anyway; else the weakest comes first.
[[nodiscard]] DayPlan plan_day(const LearnerModel& learner, std::span<const Learnable> learnables,
                               const memory::StudySettings& settings, int today);

/// How many items come back on each of the next days. @return by day from today; what is overdue counts today
[[nodiscard]] std::vector<int> forecast(const LearnerModel& learner, std::span<const Learnable> learnables,
                                        const memory::StudySettings& settings, int today, int days);

} // namespace chelate::study
