// What a pack gives somebody to study: every question it can ask, and what each teaches. Made once for a pack and
// what is set aside.
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
    /// @param without what somebody does not want to be asked (see content::Pool)  @param pack must outlive it
    /// Error: nothing-to-ask.
    [[nodiscard]] static Result<StudyBook> make(const content::Pack& pack, const ItemList& without);

    [[nodiscard]] const std::vector<study::Learnable>& learnables() const { return learnables_; }

    /// Questions for a plan, one after the other.
    [[nodiscard]] runner::QuestionSource questions(const study::DayPlan& plan, const study::LearnerModel& learner,
                                                   std::uint64_t seed, int& expected) const;

    /// The next question on an item, as a sitting would begin with it; nothing when there is none.
    [[nodiscard]] std::optional<quiz::Question> question_on(const ItemId& item, const study::LearnerModel& learner,
                                                            std::uint64_t seed) const;

private:
    StudyBook(quiz::QuestionMaker maker);

    std::shared_ptr<const quiz::QuestionMaker> maker_;
    std::vector<quiz::QuestionCandidate> candidates_;
    std::vector<study::Learnable> learnables_;
};

} // namespace chelate::session
