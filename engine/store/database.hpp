// What is behind a Store: the connection, its prepared statements, and the little that is remembered between calls.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/store/sqlite.hpp"
#include "engine/store/store.hpp"
#include "engine/store/uuid.hpp"

namespace chelate::store {

/// A row of the table `session`.
struct SessionRow {
    std::int64_t key = 0;
    std::string id;
    Uuid profile;
    std::int64_t touched = 0; ///< greater: played later, whatever the clocks say
    std::string pack;
    std::string round;
    std::optional<Millis> finished; ///< wall clock
    bool complete = false;
    quiz::Score score;
    bool operator==(const SessionRow&) const = default;
};

/// A session's journal as read.
struct Journal {
    std::vector<quiz::Event> events;
    std::vector<memory::Stamp> stamps; ///< by event
    std::vector<Uuid> origins;         ///< by event: the installation that wrote it
};

/// An answer that counts.
struct Counted {
    quiz::QuestionRef question;
    bool right = false;
    memory::Stamp stamp{}; ///< of the row that holds the answer
};

struct Store::Database {
    explicit Database(std::string path) : connection(std::move(path)) {}

    /// Looks the file over and prepares every statement.
    [[nodiscard]] Result<void> open_file();
    [[nodiscard]] Result<void> open_in_memory();

    // database.cpp: what writes
    [[nodiscard]] Result<Profile> add_profile(const std::string& name, Millis wall, ProfileKind kind);
    [[nodiscard]] Result<void> append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                      std::span<const quiz::Event> events, Moment when,
                                      const quiz::SessionHistory* after, const MemoryUpdate* learned);

    // remembering.cpp: what is counted from the journal for the sake of memory
    [[nodiscard]] Result<std::optional<std::vector<ItemRecord>>> records(const ProfileId& profile, int version);
    [[nodiscard]] Result<void> keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version);
    [[nodiscard]] Result<int> recount_results(const ProfileId& profile, bool keep);
    [[nodiscard]] Result<StudySettings> study_settings(const ProfileId& profile);
    [[nodiscard]] Result<void> set_study_settings(const ProfileId& profile, const StudySettings& settings);

    // merging.cpp: what goes from one store to another
    [[nodiscard]] Result<void> keep_only(const ProfileId& profile);
    [[nodiscard]] Result<Merged> merge(Database& other, const Profile& theirs, const std::optional<Profile>& ours);

    // reading.cpp: what reads
    [[nodiscard]] Result<std::vector<Profile>> profiles(ProfileKind kind);
    [[nodiscard]] Result<std::optional<SessionRow>> session_named(const std::string& id);
    [[nodiscard]] Result<std::vector<SessionRow>> sessions_of(const ProfileId& profile); ///< last touched first
    [[nodiscard]] Result<Journal> journal_of(const SessionRow& session);
    /// Counts what a session's journal says into its row. @param after  its fold; null: it is read
    [[nodiscard]] Result<void> count_result(SessionRow& session, const quiz::SessionHistory* after);
    [[nodiscard]] Result<void> rename(const Profile& profile, const std::string& name);
    [[nodiscard]] Result<void> remove(const ProfileId& profile);
    [[nodiscard]] Result<ItemList> suspended(const ProfileId& profile);
    [[nodiscard]] Result<void> suspend(const ProfileId& profile, const ItemList& items);
    [[nodiscard]] Result<void> resume_all(const ProfileId& profile);
    /// Totals by what `keys_of` says a question is on, sorted by that. @tparam Key content::TopicId or ItemId
    template <class Key>
    [[nodiscard]] Result<std::vector<Total<Key>>> totals(const ProfileId& profile,
                                                         std::vector<Key> (*keys_of)(const quiz::Question&));

    Connection connection;
    Uuid origin;
    std::int64_t last_touched = 0; ///< greatest `touched` there is
    std::int64_t last_serial = 0;  ///< greatest `serial` there is of this machine
    std::vector<Uuid> machines;    ///< others whose journals are here: machine i + 1

    /// The session appended to last, so that an ordinary answer costs its own rows and no question to the database.
    struct Current {
        SessionRow row;
        std::int64_t next_seq = 0;
    };
    std::optional<Current> current;
    /// Questions that are stored, by hash; read ones and written ones.
    std::unordered_map<std::string, quiz::QuestionRef> questions;
    /// Answers that count, by session; read once, since few journals grow between two looks at the totals.
    std::unordered_map<std::int64_t, std::vector<Counted>> counted;

    Statement begin, commit;
    Statement put_trace, delete_traces;
    Statement insert_profile, insert_question, insert_session, update_session, insert_row;
    Statement select_profiles, insert_room, select_finish, select_wall, select_question, select_session,
        select_sessions, select_rows, select_next_seq;

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> read_machines();
    /// Runs statements with the profile as their only value, all or none.
    [[nodiscard]] Result<void> run_for(const ProfileId& profile, std::span<const char* const> statements);
    [[nodiscard]] Result<void> make_current(const ProfileId& profile, const quiz::SessionId& session,
                                            std::span<const quiz::Event> events);
    [[nodiscard]] Result<void> write(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                     std::span<const quiz::Event> events, Moment when,
                                     const quiz::SessionHistory* after);
    [[nodiscard]] Result<void> write(const MemoryUpdate& learned);
    [[nodiscard]] Result<void> write_trace(const Uuid& profile, const ItemRecord& record);
    /// Which machine wrote a row; 0 is this one.
    [[nodiscard]] std::uint32_t machine_of(std::string_view origin_bytes) const;
    /// Whether these events change how the session ended or what its score was then.
    [[nodiscard]] Result<bool> changes_result(std::span<const quiz::Event> events);
    /// @param stamp its serial is the row's, its machine means nothing
    [[nodiscard]] Result<void> write_event(const quiz::Event& event, const memory::Stamp& stamp,
                                           const Uuid& written_by);
    [[nodiscard]] Result<void> insert_profile_as(const Profile& profile);
    /// Brings a session's events over as far as they are not here. @return how many there were
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
