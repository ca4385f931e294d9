#include "game/app/study/study_book.hpp"

#include <utility>

namespace chelate::app {

namespace {

/// Seeds of single questions, apart from those that choose among them.
constexpr std::uint64_t question_streams = 1ULL << 40;

} // namespace

study::Pace pace_of(const store::StudySettings& settings) {
    return {.retention = settings.retention_percent / 100.0,
            .new_a_day = settings.new_a_day,
            .most_a_day = settings.most_a_day,
            .exam_day = settings.exam_day};
}

StudyBook::StudyBook(quiz::QuestionMaker maker)
    : maker_(std::make_shared<const quiz::QuestionMaker>(std::move(maker))),
      offers_(maker_->offers()),
      learnables_(study::learnables_of(offers_)) {}

Result<StudyBook> StudyBook::make(const content::Pack& pack, const std::vector<std::string>& without) {
    content::Round everything;
    everything.pool.without = without;
    auto maker = quiz::QuestionMaker::make(pack, everything, 0);
    if (!maker) return tl::unexpected(maker.error());
    return StudyBook(std::move(*maker));
}

runner::QuestionSource StudyBook::questions(const study::DayPlan& plan, const study::Ledger& ledger, std::uint64_t seed,
                                            int& expected) const {
    auto sitting = std::make_shared<const study::Sitting>(offers_, plan, ledger, seed);
    expected = sitting->expected();
    return [sitting, maker = maker_, seed](const quiz::Board& board) -> std::optional<quiz::Question> {
        const auto next = sitting->next(board);
        if (!next) return std::nullopt;
        return maker->offered(*next, stream_of(seed, question_streams + board.asked.size()).next());
    };
}

std::optional<quiz::Question> StudyBook::question_on(const std::string& item, const study::Ledger& ledger,
                                                     std::uint64_t seed) const {
    study::DayPlan plan;
    plan.fresh = {item};
    const auto next = study::Sitting(offers_, plan, ledger, seed).next({});
    return next ? std::optional(maker_->offered(*next, seed)) : std::nullopt;
}

} // namespace chelate::app
