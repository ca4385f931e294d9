#include "engine/runner/learning.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/study/crediting.hpp"

namespace chelate::runner {

using memory::Review;
using store::ItemTrace;

namespace {

/// Whether the longer list goes on where the shorter one ends.
bool goes_on(const std::vector<Review>& shorter, const std::vector<Review>& longer) {
    return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

std::vector<Review> rest_of(const std::vector<Review>& longer, std::size_t from) {
    return {longer.begin() + static_cast<std::ptrdiff_t>(from), longer.end()};
}

std::vector<ItemTrace> all_of(const study::Traces& traces) { return {traces.begin(), traces.end()}; }

} // namespace

study::Habits habits_of(const store::StudySettings& settings) {
    return {settings.weights.value_or(memory::default_weights), settings.start_hour};
}

namespace {

/// A session that went on apart on two machines is kept as two that begin alike, "s" and "s~..." (see
/// store::Store::merge): what both
/// say was answered once.
void leave_out_twins(const std::vector<Review>& before, std::vector<Review>& said) {
    const std::string session = said.empty() ? std::string{} : said.front().session;
    const std::size_t name = session.find('~');
    if (name == std::string::npos) return;
    std::set<std::pair<std::uint32_t, std::int64_t>> known;
    for (const Review& review : before) {
        if (review.session.compare(0, name, session, 0, name) == 0 &&
            (review.session.size() == name || review.session[name] == '~'))
            known.emplace(review.stamp.machine, review.stamp.serial);
    }
    std::erase_if(said, [&](const Review& review) {
        return review.stamp.serial != 0 && known.contains({review.stamp.machine, review.stamp.serial});
    });
}

} // namespace

Result<std::vector<Review>> reviews_of(const store::Store& store, const store::ProfileId& profile) {
    std::vector<Review> reviews;
    const auto read = store.each_session(profile, [&](store::SessionLog&& log) -> Result<void> {
        const quiz::State state = quiz::replay(log.events);
        auto said = study::reviews_of(log.session, state, store::seat_of_profile(state.board, profile), log.stamps);
        leave_out_twins(reviews, said);
        std::move(said.begin(), said.end(), std::back_inserter(reviews));
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    return reviews;
}

Result<Count> count(const store::Store& store, const store::ProfileId& profile) {
    const auto settings = store.study_settings(profile);
    if (!settings) return tl::unexpected(settings.error());
    auto reviews = reviews_of(store, profile);
    if (!reviews) return tl::unexpected(reviews.error());
    study::Ledger ledger = study::Ledger::of(std::move(*reviews), habits_of(*settings));
    const auto kept = store.traces(profile, counting_version);
    const bool is_kept = kept && *kept && **kept == all_of(ledger.traces());
    return Count{std::move(ledger), is_kept};
}

Result<study::Ledger> recount(store::Store& store, const store::ProfileId& profile) {
    auto counted = count(store, profile);
    if (!counted) return tl::unexpected(counted.error());
    if (!counted->is_kept) {
        if (auto kept = store.keep_memory(profile, all_of(counted->ledger.traces()), counting_version); !kept)
            return tl::unexpected(kept.error());
    }
    return std::move(counted->ledger);
}

Learning::Learning(store::Store& store, store::ProfileId profile, study::Ledger ledger)
    : store_(&store), profile_(std::move(profile)), ledger_(std::move(ledger)) {}

Result<Learning> Learning::load(store::Store& store, const store::ProfileId& profile) {
    auto counted = count(store, profile);
    if (!counted) return tl::unexpected(counted.error());
    Learning learning(store, profile, std::move(counted->ledger));
    // What cannot be put right now, on a full disk say, is written with an answer, or at the next start.
    if (!counted->is_kept)
        learning.all_changed_ = !store.keep_memory(profile, all_of(learning.ledger_.traces()), counting_version);
    return learning;
}

Result<void> Learning::fold_anew(std::vector<Review> now) {
    auto reviews = reviews_of(*store_, profile_);
    if (!reviews) return tl::unexpected(reviews.error());
    std::erase_if(*reviews, [&](const Review& review) { return review.session == session_.value; });
    leave_out_twins(*reviews, now);
    std::move(now.begin(), now.end(), std::back_inserter(*reviews));
    ledger_ = study::Ledger::of(std::move(*reviews), ledger_.habits());
    all_changed_ = true;
    return {};
}

Result<store::Learned> Learning::take(const quiz::SessionId& session, const std::vector<Review>& stored,
                                      const std::vector<Review>& now) {
    if (session_ != session) {
        session_ = session;
        counted_ = stored;
    }
    const auto added = goes_on(counted_, now) ? rest_of(now, counted_.size()) : now;
    if (goes_on(counted_, now) && ledger_.follows(added)) {
        for (std::string& item : ledger_.add(added)) changed_.insert(std::move(item));
    } else if (auto anew = fold_anew(now); !anew) {
        return tl::unexpected(anew.error());
    }
    counted_ = now;

    store::Learned learned;
    learned.all_traces = all_changed_;
    if (all_changed_) {
        learned.traces = all_of(ledger_.traces());
    } else {
        for (const std::string& item : changed_) learned.traces.emplace_back(item, *ledger_.find(item));
    }
    return learned;
}

void Learning::written() {
    changed_.clear();
    all_changed_ = false;
}

} // namespace chelate::runner
