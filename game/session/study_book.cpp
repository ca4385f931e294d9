#include "game/session/study_book.hpp"

#include <utility>

namespace chelate::session {

namespace {

/// Seeds of single questions, apart from those that choose among them.
constexpr std::uint64_t question_streams = 1ULL << 40;

} // namespace

StudyBook::StudyBook(quiz::QuestionMaker maker)
    : maker_(std::make_shared<const quiz::QuestionMaker>(std::move(maker))),
      candidates_(maker_->candidates()),
      learnables_(study::learnables_of(candidates_)) {}

Result<StudyBook> StudyBook::make(const content::Pack& pack, const ItemList& suspended) {
    content::Round everything;
    everything.pool.excluded_items = suspended;
    auto maker = quiz::QuestionMaker::make(pack, everything, 0);
    if (!maker) return tl::unexpected(maker.error());
    return StudyBook(std::move(*maker));
}

runner::QuestionSource StudyBook::questions(const study::DayPlan& plan, const study::LearnerModel& learner,
                                            std::uint64_t seed, int& expected) const {
    auto study_round = std::make_shared<const study::StudyQueue>(candidates_, plan, learner, seed);
    expected = study_round->expected();
    return [study_round, maker = maker_, seed](const quiz::SessionState& state) -> std::optional<quiz::Question> {
        const auto next = study_round->next(state);
        if (!next) return std::nullopt;
        return maker->question_of(*next, stream_of(seed, question_streams + state.asked.size()).next());
    };
}

std::optional<quiz::Question> StudyBook::question_on(const ItemId& item, const study::LearnerModel& learner,
                                                     std::uint64_t seed) const {
    study::DayPlan plan;
    plan.fresh = {item};
    const auto next = study::StudyQueue(candidates_, plan, learner, seed).next({});
    return next ? std::optional(maker_->question_of(*next, seed)) : std::nullopt;
}

} // namespace chelate::session
