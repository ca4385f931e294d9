// What somebody remembers, kept in step with the journal: every answer that is written down changes it in the same
// transaction, and whatever is kept of it can be counted from the journal again.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::runner {

/// Version of the counting: what is kept by another one is counted again.
inline constexpr int counting_version = 1;

/// Every review of a person as their journal gives them, in the order of sessions, questions and items. What two
/// machines both
/// have of a session that went on apart comes once. Errors: those of the store.
[[nodiscard]] Result<std::vector<memory::Review>> reviews_of(const store::Store& store,
                                                             const store::ProfileId& profile);

/// All that is remembered of somebody as their journal gives it, and whether what is kept is the same to the last
/// bit. Changes
/// nothing. Errors: those of the store.
struct Count {
    study::LearnerModel learner;
    bool is_kept = false;
};
[[nodiscard]] Result<Count> count(const store::Store& store, const store::ProfileId& profile);

/// Counts all that is remembered of somebody from their journal and keeps it. The same journal gives the same to the
/// last
/// bit. Errors: those of the store; nothing is changed then.
[[nodiscard]] Result<study::LearnerModel> recount(store::Store& store, const store::ProfileId& profile);

class MemoryUpdater {
public:
    /// What somebody remembers, by their journal; what is kept of it is put right where it differs, if that can be.
    /// The store must
    /// outlive it. Errors: those of reading the store.
    [[nodiscard]] static Result<MemoryUpdater> load(store::Store& store, const store::ProfileId& profile);

    [[nodiscard]] const study::LearnerModel& learner() const { return learner_; }

    /// Takes what a session says now and gives what has to be written with it. Told again what it knows it gives the
    /// same
    /// again, until `written` says that it is on disk.
    /// @param stored what the part of that session says that is on disk  @param now all that it says
    [[nodiscard]] Result<store::MemoryUpdate> take(const quiz::SessionId& session,
                                                   const std::vector<memory::Review>& stored,
                                                   const std::vector<memory::Review>& now);
    void written();

private:
    MemoryUpdater(store::Store& store, store::ProfileId profile, study::LearnerModel learner);
    Result<void> fold_anew(std::vector<memory::Review> now);

    store::Store* store_;
    store::ProfileId profile_;
    study::LearnerModel learner_;
    quiz::SessionId session_;             ///< the one at work
    std::vector<memory::Review> counted_; ///< what the ledger holds of it
    std::set<ItemId> changed_;            ///< items whose traces are not on disk yet
    bool all_changed_ = false;
};

} // namespace chelate::runner
