#include "engine/runner/memory_updater.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/study/crediting.hpp"

namespace chelate::runner {

using memory::Review;
using store::ItemRecord;

namespace {

/// Returns whether the longer list starts with the shorter one.
bool goes_on(const std::vector<Review>& shorter, const std::vector<Review>& longer) {
    return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

std::vector<Review> rest_of(const std::vector<Review>& longer, std::size_t from) {
    return {longer.begin() + static_cast<std::ptrdiff_t>(from), longer.end()};
}

std::vector<ItemRecord> all_of(const study::MemoryRecords& records) { return {records.begin(), records.end()}; }

/// Finds answers that two copies of a session have in common. A session that continued separately on two machines is
/// stored as two that begin alike, "s" and "s~..." (see store::Store::merge). What both contain was answered once.
class Twins {
public:
    /// Remembers where the reviews of a session are in the list of all.
    void note(const std::string& session, std::size_t first, std::size_t end) {
        copies_[name_in_common(session)].unread.emplace_back(first, end);
    }

    /// Removes from the reviews of a session what copies of it that were noted have.
    /// @param all  the list in which they were noted
    void leave_out_known(const std::vector<Review>& all, std::vector<Review>& said) {
        if (said.empty() || said.front().session.find('~') == std::string::npos) return;
        Copies& copies = copies_[name_in_common(said.front().session)];
        // Only sessions with copies are looked at, each once. A file from elsewhere may have very many copies.
        for (const auto& [first, end] : std::exchange(copies.unread, {})) {
            for (std::size_t i = first; i < end; ++i) copies.known.emplace(all[i].stamp.machine, all[i].stamp.serial);
        }
        std::erase_if(said, [&](const Review& review) {
            return review.stamp.serial != 0 && copies.known.contains({review.stamp.machine, review.stamp.serial});
        });
    }

private:
    struct Copies {
        std::vector<std::pair<std::size_t, std::size_t>> unread; ///< where reviews are that are not in `known` yet
        std::set<std::pair<std::uint32_t, std::int64_t>> known;  ///< machine and serial
    };
    static std::string name_in_common(const std::string& session) { return session.substr(0, session.find('~')); }

    std::unordered_map<std::string, Copies> copies_; ///< by the name in common
};

} // namespace

Result<std::vector<Review>> reviews_of(const store::Store& store, const store::ProfileId& profile) {
    std::vector<Review> reviews;
    Twins twins;
    const auto read = store.each_session(profile, [&](store::SessionLog&& log) -> Result<void> {
        auto said =
            study::reviews_of(log.session, log.history, store::seat_of_profile(log.history.state, profile), log.stamps);
        twins.leave_out_known(reviews, said);
        const std::size_t first = reviews.size();
        std::move(said.begin(), said.end(), std::back_inserter(reviews));
        twins.note(log.session.value, first, reviews.size());
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
    study::LearnerModel learner = study::LearnerModel::of(std::move(*reviews), *settings);
    const auto kept = store.records(profile, counting_version);
    const bool is_kept = kept && *kept && **kept == all_of(learner.records());
    return Count{std::move(learner), is_kept};
}

Result<study::LearnerModel> recount(store::Store& store, const store::ProfileId& profile) {
    auto counted = count(store, profile);
    if (!counted) return tl::unexpected(counted.error());
    if (!counted->is_kept) {
        if (auto kept = store.keep_memory(profile, all_of(counted->learner.records()), counting_version); !kept)
            return tl::unexpected(kept.error());
    }
    return std::move(counted->learner);
}

MemoryUpdater::MemoryUpdater(store::Store& store, store::ProfileId profile, study::LearnerModel learner)
    : store_(&store), profile_(std::move(profile)), learner_(std::move(learner)) {}

Result<MemoryUpdater> MemoryUpdater::load(store::Store& store, const store::ProfileId& profile) {
    auto counted = count(store, profile);
    if (!counted) return tl::unexpected(counted.error());
    MemoryUpdater learning(store, profile, std::move(counted->learner));
    // What cannot be corrected now, for example on a full disk, is written with an answer or at the next start.
    if (!counted->is_kept)
        learning.all_changed_ = !store.keep_memory(profile, all_of(learning.learner_.records()), counting_version);
    return learning;
}

Result<void> MemoryUpdater::fold_anew(std::vector<Review> now) {
    auto reviews = reviews_of(*store_, profile_);
    if (!reviews) return tl::unexpected(reviews.error());
    std::erase_if(*reviews, [&](const Review& review) { return review.session == session_.value; });
    Twins twins;
    for (std::size_t i = 0; i < reviews->size(); ++i) twins.note((*reviews)[i].session, i, i + 1);
    twins.leave_out_known(*reviews, now);
    std::move(now.begin(), now.end(), std::back_inserter(*reviews));
    learner_ = study::LearnerModel::of(std::move(*reviews), learner_.settings());
    all_changed_ = true;
    return {};
}

Result<store::MemoryUpdate> MemoryUpdater::take(const quiz::SessionId& session, const std::vector<Review>& stored,
                                                const std::vector<Review>& now) {
    if (session_ != session) {
        session_ = session;
        counted_ = stored;
    }
    const auto added = goes_on(counted_, now) ? rest_of(now, counted_.size()) : now;
    if (goes_on(counted_, now) && learner_.follows(added)) {
        for (ItemId& item : learner_.add(added)) changed_.insert(std::move(item));
    } else if (auto anew = fold_anew(now); !anew) {
        return tl::unexpected(anew.error());
    }
    counted_ = now;

    store::MemoryUpdate learned;
    learned.all_traces = all_changed_;
    if (all_changed_) {
        learned.records = all_of(learner_.records());
    } else {
        for (const ItemId& item : changed_) learned.records.emplace_back(item, *learner_.find(item));
    }
    return learned;
}

void MemoryUpdater::written() {
    changed_.clear();
    all_changed_ = false;
}

} // namespace chelate::runner
