// Progress on disk: profiles, the journal of every session, and what is computed from it. It contains no game rules.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/item_list.hpp"
#include "engine/base/result.hpp"
#include "engine/base/units.hpp"
#include "engine/memory/review.hpp"
#include "engine/memory/study_settings.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::store {

using ProfileId = Id<struct ProfileTag>; ///< a UUID, so that profiles of two machines never clash

struct Profile {
    ProfileId id;
    std::string name;
    Millis created{};     ///< wall clock, milliseconds since 1970, UTC
    Millis last_played{}; ///< wall clock; 0: never
    bool operator==(const Profile&) const = default;
};

/// Whose sessions a profile contains: those of one person; those of a class, which belong to no one person; or
/// workshops, which have no players at all. The numbers are in the database.
enum class ProfileKind : std::uint8_t { person = 0, classroom = 1, workshop = 2 };

/// The journal of a session, as it was written. Every event is validated and folded.
struct SessionLog {
    quiz::SessionId session;
    quiz::SessionHistory history;
    std::vector<memory::Stamp> stamps{}; ///< by event
};

/// A session that was started and not finished.
struct SuspendedSession {
    quiz::SessionId session;
    quiz::SessionHistory history;
    std::vector<memory::Stamp> stamps{}; ///< by event; empty when the session is not on disk
};

/// The time of writing: the clock and the local time zone.
struct Moment {
    Millis wall{}; ///< milliseconds since 1970, UTC
    int zone = 0;  ///< minutes by which local time is ahead of UTC
};

/// A memory record with its item.
using ItemRecord = std::pair<ItemId, memory::MemoryRecord>;

/// How a piece of journal changes a person's memory records. Both are written in the same transaction.
struct MemoryUpdate {
    std::vector<ItemRecord> records{}; ///< new and changed records
    bool all_traces = false;           ///< all other records are deleted
    [[nodiscard]] bool empty() const { return records.empty() && !all_traces; }
};

using memory::StudySettings;

/// A finished round with its result.
struct PlayedRound {
    quiz::SessionId session;
    content::RoundId round;
    std::string pack;
    Millis finished{}; ///< wall clock
    bool complete = true;
    quiz::Score score;
    bool operator==(const PlayedRound&) const = default;
};

/// How a person answered questions about one thing, which `Key` names. Only answers that count are included:
/// revealed, not voided and not undone.
template <class Key>
struct Total {
    Key id;
    int answered = 0;
    int right = 0; ///< answers with full credit
    Millis last{}; ///< wall clock of the last answer
    bool last_right = false;
    bool operator==(const Total&) const = default;
};
using TopicTotal = Total<content::TopicId>;
using ItemTotal = Total<ItemId>;

/// What a merge added.
struct Merged {
    Profile profile;         ///< the profile as it is here now
    bool is_new = false;     ///< the profile was not here before
    int sessions = 0;        ///< sessions that were missing here, or shorter here
    std::int64_t events = 0; ///< events that were missing here
};

/// How a person from another store is taken for one of ours (see Store::merge).
struct MergeAs {
    std::string name{};       ///< the person's name here, tidied; empty: the name they have there
    bool same_person = false; ///< the person with that name here is the same one, although the ids differ
};

/// The database of one data folder, used by one thread. Only one process can use it: opening takes an exclusive lock
/// that ends with the process.
///
/// Errors of all members: store-locked {path}, store-newer {path, version, known}, store-read-only {path}, store-full
/// {path}, store-damaged {path, detail}, store-foreign {path} (a database of another program), store-altered {path,
/// what} (another program added something to it), file-too-large {path, limit}, store-failed {path, reason}. A file
/// that is newer, damaged, foreign or altered is left as it is, byte for byte.
class Store {
public:
    /// Opens or creates `file`; its folder must exist. Uses WAL, FULL synchronous, EXCLUSIVE locking, foreign keys.
    static Result<Store> open(const std::filesystem::path& file);
    /// Makes a store in memory that ends with the process, for tests and for when the disk cannot be used.
    static Result<Store> in_memory();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Returns the profiles of a kind, the one played last first.
    [[nodiscard]] Result<std::vector<Profile>> profiles(ProfileKind kind = ProfileKind::person) const;
    /// Returns the profile with this name (compared folded), and creates it when there is none.
    /// @param name  tidied, 1 to 40 graphemes
    [[nodiscard]] Result<Profile> profile_named(const std::string& name, Millis wall,
                                                ProfileKind kind = ProfileKind::person);

    /// Renames a person's profile. Error besides the common ones: name-taken {name} when another person already has
    /// the name (compared folded).
    /// @param name  tidied, 1 to 40 graphemes
    [[nodiscard]] Result<void> rename(const ProfileId& profile, const std::string& name);
    /// Removes a profile with all its sessions, in one transaction. This cannot be undone.
    [[nodiscard]] Result<void> remove(const ProfileId& profile);

    /// Returns the items and questions that this person does not want to be asked, sorted by their text form. A row
    /// that names no known item is an entry too; it is kept with the list until `resume_all`.
    [[nodiscard]] Result<ItemList> suspended(const ProfileId& profile) const;
    /// Adds items and questions that this person does not want to be asked.
    [[nodiscard]] Result<void> suspend(const ProfileId& profile, const ItemList& items);
    /// Removes all suspensions.
    [[nodiscard]] Result<void> resume_all(const ProfileId& profile);

    /// Appends events of a session to the journal in one transaction. They are on disk when it returns without error.
    /// @param first_seq  index of the first event in the session's log; events that are there already, or a gap, are
    /// an error (store-failed, nothing is changed)
    /// @param after  the session with these events, when the caller has it; then the journal need not be read for the
    /// result
    /// @param learned  memory records to write in the same transaction; null: none
    [[nodiscard]] Result<void> append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                      std::span<const quiz::Event> events, Moment when,
                                      const quiz::SessionHistory* after = nullptr,
                                      const MemoryUpdate* learned = nullptr);
    /// Returns the serial of the next event to be appended; each further event gets the next number.
    [[nodiscard]] std::int64_t next_serial() const;

    /// Returns the whole journal of a session; empty for a session that is not there.
    /// Error besides the common ones: store-damaged when a row's checksum is wrong.
    [[nodiscard]] Result<std::vector<quiz::Event>> events(const quiz::SessionId& session) const;

    /// Returns the unfinished session of a profile that was played last, by the order of play and not by the clocks.
    /// @param pack  only sessions of this pack; empty: of any pack
    [[nodiscard]] Result<std::optional<SuspendedSession>> interrupted(const ProfileId& profile,
                                                                      std::string_view pack = {}) const;

    /// Calls `use` for every session of a profile, in the order in which they were started. Stops at the first error.
    [[nodiscard]] Result<void> each_session(const ProfileId& profile,
                                            const std::function<Result<void>(SessionLog&&)>& use) const;

    /// Returns a person's memory records if all of them were computed by this `version` of the computation; otherwise
    /// nothing, and they must be recomputed (see runner::recount). A row with a wrong checksum or without a known
    /// item also gives nothing.
    [[nodiscard]] Result<std::optional<std::vector<ItemRecord>>> records(const ProfileId& profile, int version) const;
    /// Replaces all memory records of a person, in one transaction.
    [[nodiscard]] Result<void> keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version);

    /// Recomputes the results of a person's sessions (finished or not, score) from the journal.
    /// @param keep  whether to write the results that differ, in one transaction
    /// @return how many differ from what is saved
    [[nodiscard]] Result<int> recount_results(const ProfileId& profile, bool keep);

    /// Returns how a person wants to study; the defaults when nothing was saved.
    [[nodiscard]] Result<StudySettings> study_settings(const ProfileId& profile) const;
    [[nodiscard]] Result<void> set_study_settings(const ProfileId& profile, const StudySettings& settings);

    /// Makes a backup of the whole file in a folder, which is created when it is missing, and removes the outdated
    /// backups (see outdated). Nothing is removed when the file is not sound or the backup cannot be made.
    /// @return the backup
    /// Errors besides the common ones: folder-not-made, folder-is-file, file-not-written.
    [[nodiscard]] Result<std::filesystem::path> back_up(const std::filesystem::path& folder, Millis wall);

    /// Writes all progress of one person, and nothing of anyone else, into a new file in the same format as the
    /// progress file. Only its owner can read it. If the process is killed, nobody else's progress is left outside the
    /// folder of the progress file.
    /// Errors besides the common ones: file-not-written, file-exists {path}, folder-not-made.
    [[nodiscard]] Result<void> export_profile(const ProfileId& profile, const std::filesystem::path& file);

    /// Reads every row of a file that came from elsewhere, replays every session, and refuses what we cannot have
    /// written. Changes nothing.
    /// @param now  wall clock of this machine, to check names and times as well; nothing for a file that was written
    /// here
    /// Errors besides the common ones: store-impossible {path, what}, store-wrong-clock {path, date}.
    [[nodiscard]] Result<void> check_rows(std::optional<Millis> now) const;
    /// Returns the person with the same id as this one, else with the same name; nothing when there is none.
    [[nodiscard]] Result<std::optional<Profile>> person_like(const Profile& stranger) const;
    /// Returns how many answers are in a profile's journal.
    [[nodiscard]] Result<std::int64_t> answers(const ProfileId& profile) const;
    /// Merges another store's progress of one person into this store, in one transaction. It goes to the person with
    /// the same id, else to a new one, or with `same_person` to the one with the same name. An event that is already
    /// here is not added again, whichever way it came. A session that continued separately on two machines is kept as
    /// two. Memory records must then be recomputed (see runner::recount).
    /// Errors besides the common ones: name-taken {name} when another person here has the name; too-many-machines
    /// {limit}.
    [[nodiscard]] Result<Merged> merge(const Store& other, const Profile& theirs, const MergeAs& how = {});
    /// Does several things in one transaction. After an error everything is as it was before.
    [[nodiscard]] Result<void> all_or_nothing(const std::function<Result<void>()>& work);

    /// Returns the finished rounds, last one first. With several players, the score is that of the player with the
    /// profile's id, else of the first participant. The same is true for the totals.
    [[nodiscard]] Result<std::vector<PlayedRound>> history(const ProfileId& profile) const;
    /// Return totals sorted by id. Unfinished sessions count too. A question without an answer counts as not right.
    [[nodiscard]] Result<std::vector<TopicTotal>> totals_by_topic(const ProfileId& profile) const;
    [[nodiscard]] Result<std::vector<ItemTotal>> totals_by_item(const ProfileId& profile) const;

private:
    struct Database;
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

/// Returns the seat whose answers belong to a profile: the player with the profile's id, else the first seat.
[[nodiscard]] std::size_t seat_of_profile(const quiz::SessionState& state, const ProfileId& profile);

} // namespace chelate::store
