// Keeps a person's memory in step with the journal. Every saved answer updates it in the same transaction, and what
// is saved can always be recomputed from the journal.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::runner {

/// Version of the computation. Memory records saved by another version are recomputed.
inline constexpr int counting_version = 1;

/// Returns every review of a person from their journal, in the order of sessions, questions and items. When a session
/// continued separately on two machines, answers both copies have are returned once.
/// Errors: those of the store.
[[nodiscard]] Result<std::vector<memory::Review>> reviews_of(const store::Store& store,
                                                             const store::ProfileId& profile);

/// A person's memory as their journal gives it, and whether what is saved equals it to the last bit.
struct Count {
    study::LearnerModel learner;
    bool is_kept = false;
};
/// Computes a person's memory from their journal and compares it with what is saved. Changes nothing.
/// Errors: those of the store.
[[nodiscard]] Result<Count> count(const store::Store& store, const store::ProfileId& profile);

/// Computes a person's memory from their journal and saves it. The same journal gives the same memory to the last
/// bit.
/// Errors: those of the store; then nothing is changed.
[[nodiscard]] Result<study::LearnerModel> recount(store::Store& store, const store::ProfileId& profile);

/// The learner model of one person, with what has to be saved of it.
class MemoryUpdater {
public:
    /// Loads a person's memory from their journal. Where the saved records differ, they are corrected if possible.
    /// The store must outlive the result.
    /// Errors: those of reading the store.
    [[nodiscard]] static Result<MemoryUpdater> load(store::Store& store, const store::ProfileId& profile);

    [[nodiscard]] const study::LearnerModel& learner() const { return learner_; }

    /// Takes the reviews of a session and returns the memory records to write with them. Called again with the same
    /// reviews, it returns the same records, until `written` reports that they are on disk.
    /// @param stored  reviews of the part of the session that is on disk
    /// @param now  all reviews of the session so far
    [[nodiscard]] Result<store::MemoryUpdate> take(const quiz::SessionId& session,
                                                   const std::vector<memory::Review>& stored,
                                                   const std::vector<memory::Review>& now);
    /// Reports that everything `take` returned is on disk.
    void written();

private:
    MemoryUpdater(store::Store& store, store::ProfileId profile, study::LearnerModel learner);
    Result<void> fold_anew(std::vector<memory::Review> now);

    store::Store* store_;
    store::ProfileId profile_;
    study::LearnerModel learner_;
    quiz::SessionId session_;             ///< the session being played
    std::vector<memory::Review> counted_; ///< its reviews that the model already includes
    std::set<ItemId> changed_;            ///< items whose memory records are not on disk yet
    bool all_changed_ = false;
};

} // namespace chelate::runner
