// What a pack offers for study: every question it can ask, and the items that each teaches. It is made once for a pack
// and a set of suspended items.
#pragma once

#include <memory>
#include <vector>

#include "engine/quiz/maker.hpp"
#include "engine/runner/runner.hpp"
#include "engine/store/store.hpp"
#include "engine/study/study_queue.hpp"

namespace chelate::session {

class StudyBook {
public:
    /// @param pack  must outlive it  @param suspended  items to leave out (see content::Pool)  Error: nothing-to-ask.
    [[nodiscard]] static Result<StudyBook> make(const content::Pack& pack, const ItemList& suspended);

    [[nodiscard]] const std::vector<study::Learnable>& learnables() const { return learnables_; }

    /// Returns the questions for the plan of a day, one after the other. @param expected  gets how many there will be
    [[nodiscard]] runner::QuestionSource questions(const study::DayPlan& plan, const study::LearnerModel& learner,
                                                   std::uint64_t seed, int& expected) const;

    /// Returns a question on an item, as a study round would ask it first; nothing when there is none.
    [[nodiscard]] std::optional<quiz::Question> question_on(const ItemId& item, const study::LearnerModel& learner,
                                                            std::uint64_t seed) const;

private:
    StudyBook(quiz::QuestionMaker maker);

    std::shared_ptr<const quiz::QuestionMaker> maker_;
    std::vector<quiz::QuestionCandidate> candidates_;
    std::vector<study::Learnable> learnables_;
};

} // namespace chelate::session
