#include "engine/store/database.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/quiz/encoding.hpp"
#include "engine/store/journal_row.hpp"
#include "engine/store/limits.hpp"
#include "engine/store/schema.hpp"

namespace chelate::store {
namespace {

constexpr std::string_view session_columns =
    "key, id, profile, touched, pack, round, finished, complete, points, possible, full, asked, streak";

/// Returns "?1, ?2, ... ?count".
std::string marks(std::size_t count) {
    std::string list;
    for (std::size_t i = 1; i <= count; ++i) list += fmt::format("{}?{}", i == 1 ? "" : ", ", i);
    return list;
}

} // namespace

Result<void> Store::Database::open_file() {
    if (auto done = connection.open(); !done) return done;
    if (auto done = make_ready(connection); !done) return done;
    if (auto done = prepare(); !done) return done;
    return lock(connection);
}

Result<void> Store::Database::open_in_memory() {
    if (auto done = connection.open(); !done) return done;
    if (auto done = make_ready_in_memory(connection); !done) return done;
    return prepare();
}

Result<void> Store::Database::prepare() {
    const std::pair<Statement*, std::string> all[]{
        {&begin, "BEGIN IMMEDIATE"},
        {&commit, "COMMIT"},
        {&insert_profile, "INSERT INTO profile (id, name, created, crc) VALUES (?1, ?2, ?3, ?4)"},
        {&insert_question, "INSERT INTO question (hash, body, crc) VALUES (?1, ?2, ?3)"},
        {&insert_session, fmt::format("INSERT INTO session ({}, crc) VALUES ({})", session_columns, marks(14))},
        {&update_session,
         fmt::format("UPDATE session SET ({}, crc) = ({}) WHERE key = ?1", session_columns, marks(14))},
        {&insert_row, fmt::format("INSERT INTO journal ({}, crc) VALUES ({})", fmt::join(column_names, ", "),
                                  marks(column_names.size() + 1))},
        // The wall clock is that of the last event of the session touched last; 0 when there is none.
        {&select_profiles,
         "SELECT id, name, created, crc,"
         " coalesce((SELECT wall FROM journal WHERE session = last.session ORDER BY seq DESC LIMIT 1), 0) "
         "FROM profile LEFT JOIN"
         " (SELECT profile, max(touched) AS touched, key AS session FROM session GROUP BY profile) AS last"
         " ON last.profile = profile.id "
         "WHERE coalesce((SELECT room.kind FROM room WHERE room.profile = profile.id), 0) = ?1 "
         "ORDER BY coalesce(last.touched, 0) DESC, profile.key DESC"},
        {&put_trace, fmt::format("INSERT OR REPLACE INTO memory VALUES ({})", marks(14))},
        {&delete_traces, "DELETE FROM memory WHERE profile = ?1"},
        {&insert_room, "INSERT INTO room (profile, kind) VALUES (?1, ?2)"},
        // Finds an event that ends the session among the events that an undo or redo names.
        {&select_finish,
         "SELECT 1 FROM journal WHERE session = ?1 AND seq BETWEEN ?2 AND ?3 AND kind = 'session-finished' LIMIT 1"},
        {&select_wall, "SELECT wall FROM journal WHERE session = ?1 AND seq = ?2"},
        {&select_question, "SELECT body, crc FROM question WHERE hash = ?1"},
        {&select_session, fmt::format("SELECT {}, crc FROM session WHERE id = ?1", session_columns)},
        {&select_sessions,
         fmt::format("SELECT {}, crc FROM session WHERE profile = ?1 ORDER BY touched DESC", session_columns)},
        {&select_rows,
         fmt::format("SELECT {}, crc FROM journal WHERE session = ?1 ORDER BY seq", fmt::join(column_names, ", "))},
        {&select_next_seq, "SELECT coalesce(max(seq) + 1, 0) FROM journal WHERE session = ?1"},
    };
    for (const auto& [statement, sql] : all) {
        auto prepared = Statement::prepare(connection, sql);
        // All our versions have these tables. A file without one was changed by another program.
        if (!prepared) {
            const Error& error = prepared.error();
            return tl::unexpected<Error>(error.code == "store-failed" ? connection.damaged(error.args.back().second)
                                                                      : error);
        }
        *statement = std::move(*prepared);
    }
    auto select = Statement::prepare(connection, "SELECT origin, (SELECT coalesce(max(touched), 0) FROM session),"
                                                 " (SELECT coalesce(max(session), 0) FROM journal)"
                                                 " > (SELECT coalesce(max(key), 0) FROM session) FROM installation");
    if (!select) return tl::unexpected<Error>(select.error());
    Query query(*select, {});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    const auto stored = *row ? uuid_of_bytes(query.bytes(0)) : std::nullopt;
    if (!stored) return tl::unexpected<Error>(connection.damaged("no installation"));
    // A wrong session number elsewhere breaks the order of rows or leaves a gap. At the end only this check finds it.
    if (query.number(2) != 0)
        return tl::unexpected<Error>(connection.damaged("the last rows of the journal belong to no session"));
    origin = *stored;
    last_touched = query.number(1);
    if (!is_within(last_touched, 0, most_count)) return tl::unexpected<Error>(connection.damaged("order of play"));
    return read_machines();
}

Result<void> Store::Database::read_machines() {
    auto select = Statement::prepare(connection, "SELECT origin FROM machine ORDER BY number");
    if (!select) return tl::unexpected<Error>(select.error());
    {
        Query query(*select, {});
        for (;;) {
            const auto row = query.next();
            if (!row) return tl::unexpected<Error>(row.error());
            if (!*row) break;
            const auto other = uuid_of_bytes(query.bytes(0));
            if (!other || machines.size() >= most_machines)
                return tl::unexpected<Error>(connection.damaged("row of a machine"));
            machines.push_back(*other);
        }
    }
    // Serials grow with the journal, and the last row of a session has its greatest. Serials of other machines can
    // only make ours greater than they need to be.
    const auto greatest = connection.number("SELECT coalesce(max((SELECT serial FROM journal WHERE session = key ORDER "
                                            "BY seq DESC LIMIT 1)), 0) FROM session");
    if (!greatest) return tl::unexpected<Error>(greatest.error());
    last_serial = *greatest;
    if (!is_within(last_serial, 0, 2 * most_serial))
        return tl::unexpected<Error>(connection.damaged("order of writing"));
    return {};
}

std::uint32_t Store::Database::machine_of(std::string_view origin_bytes) const {
    if (origin_bytes == origin.view()) return 0;
    for (std::size_t i = 0; i < machines.size(); ++i) {
        if (origin_bytes == machines[i].view()) return static_cast<std::uint32_t>(i) + 1;
    }
    return static_cast<std::uint32_t>(machines.size()) + 1;
}

Result<Profile> Store::Database::add_profile(const std::string& name, Millis wall, ProfileKind kind) {
    const Uuid uuid = new_uuid();
    const std::string id = text_of(uuid);
    const std::array<Value, 3> values{Blob{uuid.view()}, std::string_view(name), wall.count};
    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    if (done) done = Query(insert_profile, {values[0], values[1], values[2], checksum(values)}).run();
    if (done && kind != ProfileKind::person)
        done = Query(insert_room, {values[0], static_cast<std::int64_t>(kind)}).run();
    if (done) done = transaction.commit(commit);
    if (!done) return tl::unexpected<Error>(done.error());
    return Profile{ProfileId{id}, name, wall, {}};
}

Result<void> Store::Database::rename(const Profile& profile, const std::string& name) {
    const auto uuid = uuid_of(profile.id.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.id.value)));
    const std::array<Value, 3> values{Blob{uuid->view()}, std::string_view(name), profile.created.count};
    auto update = Statement::prepare(connection, "UPDATE profile SET name = ?2, crc = ?3 WHERE id = ?1");
    if (!update) return tl::unexpected<Error>(update.error());
    return Query(*update, {values[0], values[1], checksum(values)}).run();
}

Result<void> Store::Database::run_for(const ProfileId& profile, std::span<const char* const> statements) {
    const auto uuid = uuid_of(profile.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    for (const char* sql : statements) {
        if (!done) break;
        auto statement = Statement::prepare(connection, sql);
        done = statement ? Query(*statement, {Blob{uuid->view()}}).run()
                         : Result<void>(tl::unexpected<Error>(statement.error()));
    }
    return done ? transaction.commit(commit) : done;
}

Result<void> Store::Database::remove(const ProfileId& profile) {
    static constexpr std::array statements{
        "DELETE FROM memory WHERE profile = ?1",
        "DELETE FROM counted WHERE profile = ?1",
        "DELETE FROM study WHERE profile = ?1",
        "DELETE FROM journal WHERE session IN (SELECT key FROM session WHERE profile = ?1)",
        "DELETE FROM session WHERE profile = ?1",
        "DELETE FROM suspended WHERE profile = ?1",
        "DELETE FROM room WHERE profile = ?1",
        "DELETE FROM profile WHERE id = ?1"};
    auto done = run_for(profile, statements);
    current.reset();
    counted.clear();
    return done;
}

Result<void> Store::Database::count_backup(std::int64_t earlier) {
    // A file that was restored from a backup has a lower number than the backups made since.
    auto write = Statement::prepare(connection, "INSERT INTO backup VALUES (1, ?1 + 1) "
                                                "ON CONFLICT (only) DO UPDATE SET number = max(number, ?1) + 1");
    if (!write) return tl::unexpected<Error>(write.error());
    return Query(*write, {earlier}).run();
}

Result<void> Store::Database::all_or_nothing(const std::function<Result<void>()>& work) {
    const std::int64_t touched_before = last_touched;
    const std::int64_t serial_before = last_serial;
    const std::size_t machines_before = machines.size();
    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    if (done) done = work();
    if (done) done = transaction.commit(commit);
    current.reset();
    if (done) return done;
    // What is kept in memory may be ahead of what is stored.
    questions.clear();
    counted.clear();
    last_touched = touched_before;
    last_serial = serial_before;
    machines.resize(machines_before);
    return done;
}

Result<void> Store::Database::append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                     std::span<const quiz::Event> events, Moment when,
                                     const quiz::SessionHistory* after, const MemoryUpdate* learned) {
    if (events.empty()) return {};
    Transaction transaction(connection);
    auto done = transaction.begin(begin);
    const std::int64_t touched_before = last_touched;
    const std::int64_t serial_before = last_serial;
    if (done) done = write(profile, session, first_seq, events, when, after);
    if (done && learned != nullptr) done = write(*learned);
    if (done) done = transaction.commit(commit);
    if (!done) {
        // What is kept in memory may be ahead of what is stored.
        current.reset();
        questions.clear();
        last_touched = touched_before;
        last_serial = serial_before;
    }
    return done;
}

Result<void> Store::Database::write(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                                    std::span<const quiz::Event> events, Moment when,
                                    const quiz::SessionHistory* after) {
    if (!current || current->row.id != session.value || current->row.profile != uuid_of(profile.value)) {
        if (auto done = make_current(profile, session, events); !done) return done;
    }
    if (current->next_seq != static_cast<std::int64_t>(first_seq)) {
        return tl::unexpected<Error>(connection.failed(
            fmt::format("session {} goes on at {}, not at {}", session.value, current->next_seq, first_seq)));
    }
    counted.erase(current->row.key);
    for (const quiz::Event& event : events) {
        if (auto done = write_event(event, {when.wall, when.zone, ++last_serial, 0}, origin); !done) return done;
    }
    const auto counts = changes_result(events);
    if (!counts) return tl::unexpected<Error>(counts.error());
    if (!*counts && current->row.touched == last_touched) return {};
    current->row.touched = ++last_touched;
    if (*counts) {
        if (auto done = count_result(current->row, after); !done) return done;
    }
    return write_session(update_session, current->row);
}

Result<bool> Store::Database::changes_result(std::span<const quiz::Event> events) {
    for (const quiz::Event& event : events) {
        if (std::holds_alternative<quiz::SessionFinished>(event.body)) return true;
        const auto* undone = std::get_if<quiz::Undone>(&event.body);
        const auto* redone = std::get_if<quiz::Redone>(&event.body);
        if (undone == nullptr && redone == nullptr) continue;
        const auto first = static_cast<std::int64_t>(undone != nullptr ? undone->first : redone->first);
        const auto last = static_cast<std::int64_t>(undone != nullptr ? undone->last : redone->last);
        Query query(select_finish, {current->row.key, first, last});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (*row) return true;
    }
    return false;
}

Result<void> Store::Database::make_current(const ProfileId& profile, const quiz::SessionId& session,
                                           std::span<const quiz::Event> events) {
    current.reset();
    const auto owner = uuid_of(profile.value);
    if (!owner) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.value)));
    auto stored = session_named(session.value);
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (*stored) {
        if ((*stored)->profile != *owner) {
            return tl::unexpected<Error>(
                connection.failed(fmt::format("session {} belongs to another profile", session.value)));
        }
        Query query(select_next_seq, {(*stored)->key});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        current = Current{std::move(**stored), query.number(0)};
        return {};
    }
    const auto key = connection.number("SELECT coalesce(max(key), 0) + 1 FROM session");
    if (!key) return tl::unexpected<Error>(key.error());
    SessionRow row{.key = *key,
                   .id = session.value,
                   .profile = *owner,
                   .touched = ++last_touched,
                   .pack = {},
                   .round = {},
                   .finished = {},
                   .score = {}};
    if (const auto* started = std::get_if<quiz::SessionStarted>(&events.front().body)) {
        row.pack = started->plan->pack;
        row.round = started->plan->round.value;
    }
    if (auto done = write_session(insert_session, row); !done) return done;
    current = Current{std::move(row), 0};
    return {};
}

Result<void> Store::Database::write_event(const quiz::Event& event, const memory::Stamp& stamp,
                                          const Uuid& written_by) {
    Row row;
    row[Column::session] = current->row.key;
    row[Column::seq] = current->next_seq;
    row[Column::profile] = Blob{current->row.profile.view()};
    row[Column::origin] = Blob{written_by.view()};
    row[Column::wall] = stamp.wall.count;
    row[Column::zone] = std::int64_t{stamp.zone};
    // Rows from before schema version 4 have no serial. A 0 would be included in the checksum.
    if (stamp.serial != 0) row[Column::serial] = stamp.serial;
    std::string start;
    fill(row, event, start);
    std::string hash;
    if (const auto* asked = std::get_if<quiz::QuestionAsked>(&event.body); asked != nullptr && asked->question) {
        auto stored = write_question(asked->question);
        if (!stored) return tl::unexpected<Error>(stored.error());
        hash = std::move(*stored);
        row[Column::question] = std::string_view(hash);
    }
    std::array<Value, column_names.size() + 1> values;
    std::copy(row.values.begin(), row.values.end(), values.begin());
    values.back() = checksum(row.values);
    if (auto done = Query(insert_row, values).run(); !done) return done;
    ++current->next_seq;
    return {};
}

Result<std::string> Store::Database::write_question(const quiz::QuestionRef& question) {
    std::string hash = quiz::hash_of(*question);
    if (questions.contains(hash)) return hash;
    {
        Query query(select_question, {std::string_view(hash)});
        const auto stored = query.next();
        if (!stored) return tl::unexpected<Error>(stored.error());
        if (*stored) return hash;
    }
    const std::string body = quiz::encode(*question);
    const std::array<Value, 2> values{std::string_view(hash), std::string_view(body)};
    if (auto done = Query(insert_question, {values[0], values[1], checksum(values)}).run(); !done) {
        return tl::unexpected<Error>(done.error());
    }
    questions.emplace(hash, question);
    return hash;
}

Result<void> Store::Database::write_session(Statement& statement, const SessionRow& session) {
    std::array<Value, 14> values{session.key,
                                 std::string_view(session.id),
                                 Blob{session.profile.view()},
                                 session.touched,
                                 std::string_view(session.pack),
                                 std::string_view(session.round),
                                 session.finished ? Value(session.finished->count) : Value(),
                                 std::int64_t{session.complete ? 1 : 0},
                                 session.score.points.count,
                                 session.score.possible.count,
                                 std::int64_t{session.score.right},
                                 std::int64_t{session.score.asked},
                                 std::int64_t{session.score.streak}};
    values.back() = checksum(std::span(values).first(values.size() - 1));
    return Query(statement, values).run();
}

} // namespace chelate::store
