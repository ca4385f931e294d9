// The study queue: chooses the next question of a study round from what is due, what is new and what was just missed.
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

/// Returns the items a candidate would exercise, with the pair if it compares exactly two things.
[[nodiscard]] std::vector<ItemId> exercised_by(const quiz::QuestionCandidate& candidate);

/// Returns whether a candidate suits a person's first session: an easy question on a basic topic.
[[nodiscard]] inline bool is_starter(const quiz::QuestionCandidate& candidate) {
    return candidate.is_basic && candidate.difficulty == 1;
}

/// Returns everything the candidates can teach, each item once, in their order; pairs come after the other items.
[[nodiscard]] std::vector<Learnable> learnables_of(const std::vector<quiz::QuestionCandidate>& candidates);

/// Chooses questions for a plan. The choice depends only on the plan, the seed and what the session state has asked,
/// so an interrupted study round can continue.
///
/// - Due items are mixed by topic; new items come in small blocks of one topic.
/// - A missed item returns after at least `spacing` other questions, if possible in a different question, and at most
/// `most_returns` times. Items that were sure and wrong return first.
/// - A pair whose misses reach `misses_for_contrast` in all, the last one in this round, is compared side by side
/// within the next `contrast_within` questions.
/// - An item is not asked twice in a row in a question with two options while there is another question.
/// - In a person's first session, only easy questions on basic topics are asked as long as there are any.
/// - Keys of questions on claims are balanced (see quiz::KeyBalance): a claim is asked in another way, or later, while
/// its question would break that. What is planned is asked all the same in the end.
class StudyQueue {
public:
    static constexpr int spacing = 3;
    /// Most returns of an item. It also limits how often a pair is compared side by side.
    static constexpr int most_returns = 2;
    static constexpr int misses_for_contrast = 3;
    static constexpr int contrast_within = 6;
    static constexpr int block = 4; ///< new items in a row

    /// @param candidates  all questions to choose from
    /// @param learner  the person's model before the round
    StudyQueue(std::vector<quiz::QuestionCandidate> candidates, const DayPlan& plan, const LearnerModel& learner,
               std::uint64_t seed);

    /// Returns the index of the candidate that comes next; nothing: the round is over.
    [[nodiscard]] std::optional<std::size_t> next(const quiz::SessionState& state) const;

    /// Returns how many questions the plan takes if nothing is missed.
    [[nodiscard]] int expected() const;

private:
    struct Course; ///< what has happened so far
    [[nodiscard]] Course course_of(const quiz::SessionState& state) const;
    /// Which keys may come next: those that keep the balance, or any. With `balanced_soon`, an item waits while a much
    /// better question on it may be allowed later.
    enum class Keys : std::uint8_t { balanced_soon, balanced, any };
    /// Returns the best question on an item now; nothing when there is none.
    /// @param again  whether the item was already asked, so that a different question matters more
    [[nodiscard]] std::optional<std::size_t> question_on(const ItemId& item, const Course& course, bool again,
                                                         Keys keys) const;
    /// Returns how well a question on an item suits now; the greater, the better.
    [[nodiscard]] int worth_of(std::size_t candidate, const ItemId& item, const Course& course, bool again) const;
    /// Returns a side-by-side comparison for a pair that was missed too often.
    [[nodiscard]] std::optional<std::size_t> contrast(const Course& course, Keys keys) const;
    /// Returns a question on a missed item that is ready to return.
    [[nodiscard]] std::optional<std::size_t> returning(const Course& course, Keys keys) const;
    /// Returns a question on the next planned item that was not asked yet.
    [[nodiscard]] std::optional<std::size_t> planned(const Course& course, Keys keys) const;
    /// Returns a question that fills the gap until a missed item can return.
    [[nodiscard]] std::optional<std::size_t> meanwhile(const Course& course, Keys keys) const;

    /// What is known about an item before the round.
    struct Known {
        int misses = 0;
        double retrievability = 0;
        bool last_two_way = false;
    };

    std::vector<quiz::QuestionCandidate> candidates_;
    std::vector<std::vector<ItemId>> exercised_; ///< by candidate
    std::map<ItemId, std::vector<std::size_t>> by_item_;
    std::map<ItemId, content::TopicId> topics_; ///< by item
    std::map<ItemId, Known> known_;
    std::vector<ItemId> queue_; ///< planned items in their order
    std::set<ItemId> planned_;  ///< the same items, for look-up
    std::vector<ItemId> spare_; ///< items that can fill gaps, weakest first
    std::uint64_t seed_;
};

} // namespace chelate::study
