// Progress on disk: profiles, the journal of every session, and what follows from it by counting. No rule of the game.
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

/// Whose sessions a profile holds: one person's, or a room's, which are nobody's own.
enum class ProfileKind : std::uint8_t { person, classroom };

/// A session's journal as it was written.
struct SessionLog {
    quiz::SessionId session;
    std::vector<quiz::Event> events;
    std::vector<memory::Stamp> stamps{}; ///< by event
};

/// A session that was started and not finished.
struct SuspendedSession {
    quiz::SessionId session;
    std::vector<quiz::Event> events;
    std::vector<memory::Stamp> stamps{}; ///< by event; empty when it is not on disk
};

/// When something is written: the clock and what its place of the world makes of it.
struct Moment {
    Millis wall{}; ///< milliseconds since 1970, UTC
    int zone = 0;  ///< minutes by which local time is ahead of UTC
};

/// A memory and what it is of.
using ItemRecord = std::pair<ItemId, memory::MemoryRecord>;

/// What a piece of journal changes in what is remembered; written in the same transaction.
struct MemoryUpdate {
    std::vector<ItemRecord> records{}; ///< new ones and new versions
    bool all_traces = false;           ///< every other trace goes
    [[nodiscard]] bool empty() const { return records.empty() && !all_traces; }
};

using memory::StudySettings;

/// A finished round, as its result said.
struct PlayedRound {
    quiz::SessionId session;
    content::RoundId round;
    std::string pack;
    Millis finished{}; ///< wall clock
    bool complete = true;
    quiz::Score score;
    bool operator==(const PlayedRound&) const = default;
};

/// Answers that count (revealed, not voided, not undone) to questions on something, which a `Key` names.
template <class Key>
struct Total {
    Key id;
    int answered = 0;
    int right = 0; ///< full credit
    Millis last{}; ///< wall clock of the last answer
    bool last_right = false;
    bool operator==(const Total&) const = default;
};
using TopicTotal = Total<content::TopicId>;
using ItemTotal = Total<ItemId>;

/// What a merge has brought.
struct Merged {
    Profile profile;         ///< as it is here now
    bool is_new = false;     ///< it was not here before
    int sessions = 0;        ///< that were not here, or not as far
    std::int64_t events = 0; ///< that were not here
};

/// The database of one data folder, used by one thread. One process at a time: opening takes an exclusive lock that
/// ends with the process.
///
/// Errors of all members: store-locked {path}, store-newer {path, version, known}, store-read-only {path}, store-full
/// {path}, store-damaged {path, detail}, store-foreign {path} (a database of another program), store-failed {path,
/// reason}. A file that is newer, damaged or foreign is left as it is, byte for byte.
class Store {
public:
    /// Opens or makes `file`; its folder must exist. WAL, synchronous FULL, locking EXCLUSIVE, foreign keys.
    static Result<Store> open(const std::filesystem::path& file);
    /// A store that ends with the process, for tests and when the disk cannot be used.
    static Result<Store> in_memory();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] Result<std::vector<Profile>>
    profiles(ProfileKind kind = ProfileKind::person) const; ///< last played first
    /// The profile of this name (compared folded), made when there is none. @param name tidied, 1..40 graphemes
    [[nodiscard]] Result<Profile> profile_named(const std::string& name, Millis wall,
                                                ProfileKind kind = ProfileKind::person);

    /// Gives a profile another name. Error besides the common ones: name-taken {name} when another one has it already
    /// (compared folded). @param name tidied, 1..40 graphemes
    [[nodiscard]] Result<void> rename(const ProfileId& profile, const std::string& name);
    /// Removes a profile with every session of it, in one transaction. Nothing brings it back.
    [[nodiscard]] Result<void> remove(const ProfileId& profile);

    /// What this person does not want to be asked, items and questions, sorted by the written form. A row that names no
    /// known item is an entry too: it goes wherever the list goes and stays until `resume_all`.
    [[nodiscard]] Result<ItemList> suspended(const ProfileId& profile) const;
    /// Adds to what this person does not want to be asked.
    [[nodiscard]] Result<void> suspend(const ProfileId& profile, const ItemList& items);
    /// Takes all suspensions back.
    [[nodiscard]] Result<void> resume_all(const ProfileId& profile);

    /// Appends events of a session to the journal in one transaction; when it returns without error they are on disk.
    /// @param after the session after these events, when the caller has it: then its journal need not be read for the
    /// result
    /// @param first_seq index of the first of them in the session's log; appending what is there already is an error,
    /// and
    ///                   so is leaving a gap (store-failed, nothing is changed)
    [[nodiscard]] Result<void> append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                      std::span<const quiz::Event> events, Moment when,
                                      const quiz::SessionHistory* after = nullptr,
                                      const MemoryUpdate* learned = nullptr);
    /// The serial that the next event to be appended will have; each further one counts on.
    [[nodiscard]] std::int64_t next_serial() const;

    /// The journal of a session, whole. Error besides the common ones: store-damaged when a row's checksum is wrong.
    /// Empty for a session that is not there.
    [[nodiscard]] Result<std::vector<quiz::Event>> events(const quiz::SessionId& session) const;

    /// The unfinished session of a profile that was played last, in the order of playing, whatever the clocks said.
    /// @param pack only sessions of this pack; empty: of any
    [[nodiscard]] Result<std::optional<SuspendedSession>> interrupted(const ProfileId& profile,
                                                                      std::string_view pack = {}) const;

    /// Every session of a profile, one after the other, in the order in which they were begun. Stops at the first
    /// error.
    [[nodiscard]] Result<void> each_session(const ProfileId& profile,
                                            const std::function<Result<void>(SessionLog&&)>& use) const;

    /// What is remembered of somebody, if all of it was counted by this `version` of the counting; else it is to be
    /// counted
    /// again (see runner::recount). A row whose checksum is wrong, or that is of no known item, counts as nothing
    /// counted.
    [[nodiscard]] Result<std::optional<std::vector<ItemRecord>>> records(const ProfileId& profile, int version) const;
    /// Puts these in place of all that is remembered of somebody, in one transaction.
    [[nodiscard]] Result<void> keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version);

    /// Counts the results of somebody's sessions (finished or not, score) from the journal again.
    /// @param keep writes those that are others than what is kept, in one transaction  @return how many are others
    [[nodiscard]] Result<int> recount_results(const ProfileId& profile, bool keep);

    [[nodiscard]] Result<StudySettings> study_settings(const ProfileId& profile) const;
    [[nodiscard]] Result<void> set_study_settings(const ProfileId& profile, const StudySettings& settings);

    /// Makes a backup of all of it in a folder, which is made when it is not there, and clears away those nobody
    /// needs any
    /// more (see outdated). Nothing is cleared away when the file does not hold together or the backup cannot be made.
    /// @return the backup  Errors besides the common ones: folder-not-made, folder-is-file, file-not-written
    [[nodiscard]] Result<std::filesystem::path> back_up(const std::filesystem::path& folder, Millis wall);

    /// Writes all that is kept of one person, and nothing of anybody else, into a file of its own, in the form of the
    /// progress
    /// itself. Errors besides the common ones: file-not-written, file-exists {path}
    [[nodiscard]] Result<void> export_profile(const ProfileId& profile, const std::filesystem::path& file);
    /// Takes over what another store has of somebody, in one transaction: into the person of the same id, else of the
    /// same name
    /// (compared folded), else into somebody new. An event that is here already comes once, whichever way it came; a
    /// session that
    /// went on apart on two machines is kept as two. What was remembered has to be counted again (see runner::recount).
    /// @param as the name by which they are known here, tidied; empty: their own
    [[nodiscard]] Result<Merged> merge(const Store& other, const ProfileId& theirs, std::string_view as = {});

    /// Finished rounds, the last one first. Of several players the one with the profile's id counts, else the first
    /// seat;
    /// the same holds for the totals.
    [[nodiscard]] Result<std::vector<PlayedRound>> history(const ProfileId& profile) const;
    /// Sorted by id. Unfinished sessions count too. An answer that was not given counts as one that is not right.
    [[nodiscard]] Result<std::vector<TopicTotal>> totals_by_topic(const ProfileId& profile) const;
    [[nodiscard]] Result<std::vector<ItemTotal>> totals_by_item(const ProfileId& profile) const;

private:
    struct Database;
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

/// The seat whose answers are a profile's: the player with the profile's id, else the first.
[[nodiscard]] std::size_t seat_of_profile(const quiz::SessionState& state, const ProfileId& profile);

} // namespace chelate::store
