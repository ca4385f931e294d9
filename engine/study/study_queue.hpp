// A sitting: which question comes next, for what is due, what is new, and what was just missed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/quiz/maker.hpp"
#include "engine/quiz/session.hpp"
#include "engine/study/plan.hpp"

namespace chelate::study {

/// What an offer would exercise: its items and, of two things set against each other, their pair.
[[nodiscard]] std::vector<ItemId> exercised_by(const quiz::QuestionCandidate& candidate);

/// All that the offers can teach, each once, in their order; the pairs after the others.
[[nodiscard]] std::vector<Learnable> learnables_of(const std::vector<quiz::QuestionCandidate>& candidates);

/// Chooses questions for a plan. What comes next depends on the plan, the seed and what the board has asked alone, so a
/// sitting that was interrupted goes on.
///
/// - What is due comes mixed by topic, what is new in small blocks of one topic.
/// - A missed item returns after at least `spacing` other questions, as another question, at most `most_returns` times;
///   sure and wrong before others.
/// - A pair that was missed `misses_for_contrast` times (ever, the last time here) is set side by side within the next
///   `contrast_within` questions.
/// - No item is asked twice running in a question with two answers while there is another.
class StudyQueue {
public:
    static constexpr int spacing = 3;
    static constexpr int most_returns = 2; ///< of an item, and of a pair side by side
    static constexpr int misses_for_contrast = 3;
    static constexpr int contrast_within = 6;
    static constexpr int block = 4; ///< new items in a row

    /// @param offers all there is to choose from  @param ledger of who studies, before the sitting
    StudyQueue(std::vector<quiz::QuestionCandidate> candidates, const DayPlan& plan, const LearnerModel& learner,
               std::uint64_t seed);

    /// The index of the offer that comes next; nothing: the sitting is over.
    [[nodiscard]] std::optional<std::size_t> next(const quiz::SessionState& state) const;

    /// How many questions the plan takes when nothing is missed.
    [[nodiscard]] int expected() const;

private:
    struct Course; ///< what has happened so far
    [[nodiscard]] Course course_of(const quiz::SessionState& state) const;
    /// The best question on an item now; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> question_on(const ItemId& item, const Course& course, bool again) const;
    [[nodiscard]] std::optional<std::size_t> contrast(const Course& course) const;
    [[nodiscard]] std::optional<std::size_t> returning(const Course& course) const;
    [[nodiscard]] std::optional<std::size_t> planned(const Course& course) const;
    [[nodiscard]] std::optional<std::size_t> meanwhile(const Course& course) const;

    /// What is known of an item before the sitting.
    struct Known {
        int misses = 0;
        double retrievability = 0;
        bool last_two_way = false;
    };

    std::vector<quiz::QuestionCandidate> candidates_;
    std::vector<std::vector<ItemId>> exercised_; ///< by offer
    std::map<ItemId, std::vector<std::size_t>> by_item_;
    std::map<ItemId, content::TopicId> topics_; ///< by item
    std::map<ItemId, Known> known_;
    std::vector<ItemId> queue_; ///< what is planned, in its order
    std::set<ItemId> planned_;  ///< the same, to look up
    std::vector<ItemId> spare_; ///< what could be asked meanwhile, the weakest first
    std::uint64_t seed_;
};

} // namespace chelate::study
