// The implementation of Store: the connection, its prepared statements, and the few values kept between calls.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/uuid.hpp"
#include "engine/store/sqlite.hpp"
#include "engine/store/store.hpp"

namespace chelate::store {

/// A row of the table `session`.
struct SessionRow {
    std::int64_t key = 0;
    std::string id;
    Uuid profile;
    std::int64_t touched = 0; ///< order of play: a greater value was played later, whatever the clocks say
    std::string pack;
    std::string round;
    std::optional<Millis> finished; ///< wall clock
    bool complete = false;
    quiz::Score score;
    bool operator==(const SessionRow&) const = default;
};

/// The journal of a session as it was read, with every event validated and folded.
struct Journal {
    quiz::SessionHistory history;
    std::vector<memory::Stamp> stamps; ///< by event
    std::vector<Uuid> origins;         ///< by event: the installation that wrote it
};

/// An answer that counts (see Total in store.hpp).
struct Counted {
    quiz::QuestionRef question;
    bool right = false;
    memory::Stamp stamp{}; ///< stamp of the row that contains the answer
};

struct Store::Database {
    explicit Database(std::string path) : connection(std::move(path)) {}

    /// Opens and checks the file, then prepares every statement.
    [[nodiscard]] Result<void> open_file();
    [[nodiscard]] Result<void> open_in_memory();

    // database.cpp: writing
    [[nodiscard]] Result<Profile> add_profile(const std::string& name, Millis wall, ProfileKind kind);
    [[nodiscard]] Result<void> append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                      std::span<const quiz::Event> events, Moment when,
                                      const quiz::SessionHistory* after, const MemoryUpdate* learned);

    /// Writes the number of the backup that is about to be made. @param earlier  the greatest number in its folder
    [[nodiscard]] Result<void> count_backup(std::int64_t earlier);

    /// Does several things in one transaction; after an error, everything is as it was before.
    [[nodiscard]] Result<void> all_or_nothing(const std::function<Result<void>()>& work);

    // remembering.cpp: memory records, session results, suspended items and study settings
    [[nodiscard]] Result<std::optional<std::vector<ItemRecord>>> records(const ProfileId& profile, int version);
    [[nodiscard]] Result<void> keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version);
    [[nodiscard]] Result<int> recount_results(const ProfileId& profile, bool keep);
    [[nodiscard]] Result<ItemList> suspended(const ProfileId& profile);
    [[nodiscard]] Result<void> suspend(const ProfileId& profile, const ItemList& items);
    [[nodiscard]] Result<void> resume_all(const ProfileId& profile);
    [[nodiscard]] Result<StudySettings> study_settings(const ProfileId& profile);
    [[nodiscard]] Result<void> set_study_settings(const ProfileId& profile, const StudySettings& settings);

    // merging.cpp: copying progress from one store to another
    [[nodiscard]] Result<void> keep_only(const ProfileId& profile);
    [[nodiscard]] Result<Merged> merge(Database& other, const Profile& theirs, const std::optional<Profile>& ours);

    // checking.cpp: checking a database from elsewhere
    [[nodiscard]] Result<void> check_rows(std::optional<Millis> now);

    // reading.cpp: reading
    [[nodiscard]] Result<std::vector<Profile>> profiles(ProfileKind kind);
    [[nodiscard]] Result<std::optional<SessionRow>> session_named(const std::string& id);
    /// Counts the answers in the journal, undone ones too.
    [[nodiscard]] Result<std::int64_t> answers(const ProfileId& profile);
    /// Sorted by `touched`, latest first.
    [[nodiscard]] Result<std::vector<SessionRow>> sessions_of(const ProfileId& profile);
    [[nodiscard]] Result<Journal> journal_of(const SessionRow& session);
    /// Computes a session's result from its journal into its row.
    /// @param after  the session's history; null: its journal is read
    [[nodiscard]] Result<void> count_result(SessionRow& session, const quiz::SessionHistory* after);
    [[nodiscard]] Result<void> rename(const Profile& profile, const std::string& name);
    [[nodiscard]] Result<void> remove(const ProfileId& profile);
    /// Returns totals by the keys that `keys_of` gives for a question and the id of its pack, sorted by key.
    /// @tparam Key  content::TopicId or ItemId
    template <class Key>
    [[nodiscard]] Result<std::vector<Total<Key>>>
    totals(const ProfileId& profile, std::vector<Key> (*keys_of)(const quiz::Question&, std::string_view));

    Connection connection;
    Uuid origin;
    std::int64_t last_touched = 0; ///< greatest `touched` in the file
    /// Greatest `serial` known. Serials of other machines may raise it.
    std::int64_t last_serial = 0;
    /// Other machines whose journals were merged; machine number i + 1 is at index i.
    std::vector<Uuid> machines;

    /// The session last appended to. Thanks to it an ordinary answer only writes its own rows and needs no query.
    struct Current {
        SessionRow row;
        std::int64_t next_seq = 0;
    };
    std::optional<Current> current;
    /// Stored questions that were read or written, by hash.
    std::unordered_map<std::string, quiz::QuestionRef> questions;
    /// Answers that count, by session key. They are read once, since few journals grow between two looks at the
    /// totals.
    std::unordered_map<std::int64_t, std::vector<Counted>> counted;

    Statement begin, commit;
    Statement put_trace, delete_traces;
    Statement insert_profile, insert_question, insert_session, update_session, insert_row;
    Statement select_profiles, insert_room, select_finish, select_wall, select_question, select_session,
        select_sessions, select_rows, select_next_seq;

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> read_machines();
    [[nodiscard]] Error impossible(std::string_view what) const;
    [[nodiscard]] Result<void> check_references();
    [[nodiscard]] Result<void> check_rules();
    [[nodiscard]] Result<void> check_times(Millis now);
    [[nodiscard]] Result<void> check_people(bool from_elsewhere);
    /// Runs statements with the profile as their only value, all or none.
    [[nodiscard]] Result<void> run_for(const ProfileId& profile, std::span<const char* const> statements);
    [[nodiscard]] Result<void> make_current(const ProfileId& profile, const quiz::SessionId& session,
                                            std::span<const quiz::Event> events);
    [[nodiscard]] Result<void> write(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                     std::span<const quiz::Event> events, Moment when,
                                     const quiz::SessionHistory* after);
    [[nodiscard]] Result<void> write(const MemoryUpdate& learned);
    [[nodiscard]] Result<void> write_trace(const Uuid& profile, const ItemRecord& record);
    /// Returns the number of the machine that wrote a row; 0 is this one.
    [[nodiscard]] std::uint32_t machine_of(std::string_view origin_bytes) const;
    /// Returns whether these events change how the session ended, or what its score was then.
    [[nodiscard]] Result<bool> changes_result(std::span<const quiz::Event> events);
    /// Appends one event to the current session.
    /// @param stamp  gives the row's clock, zone and serial; its machine is ignored
    [[nodiscard]] Result<void> write_event(const quiz::Event& event, const memory::Stamp& stamp,
                                           const Uuid& written_by);
    [[nodiscard]] Result<void> insert_profile_as(const Profile& profile);
    /// Copies the events of a session that are missing here.
    /// @return how many there were
    [[nodiscard]] Result<std::int64_t> take_session(const ProfileId& into, const SessionRow& theirs,
                                                    const Journal& journal);
    [[nodiscard]] Result<std::int64_t> take_all(Database& other, const Profile& theirs, Merged& merged);
    [[nodiscard]] Result<void> note_machine(const Uuid& other);
    [[nodiscard]] Result<std::string> write_question(const quiz::QuestionRef& question);
    [[nodiscard]] Result<void> write_session(Statement& statement, const SessionRow& session);
    [[nodiscard]] Result<SessionRow> session_in(const Query& query);
    [[nodiscard]] Result<std::vector<Counted>*> counted_of(const SessionRow& session);
    [[nodiscard]] Result<quiz::QuestionRef> question_of(std::string_view hash);
};

} // namespace chelate::store
