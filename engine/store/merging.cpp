// Copies progress between stores: exports one person's to a file, and merges another machine's into this one.
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/base/person_name.hpp"
#include "engine/base/private_files.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/store/database.hpp"
#include "engine/store/limits.hpp"
#include "engine/store/schema.hpp"

namespace chelate::store {
namespace {

namespace fs = std::filesystem;

/// Returns how many events two journals of a session have in common from the start.
std::size_t common(const Journal& one, const Journal& other) {
    const std::vector<quiz::Event>& log = one.history.log;
    const std::size_t most = std::min(log.size(), other.history.log.size());
    for (std::size_t i = 0; i < most; ++i) {
        const bool same = one.origins[i] == other.origins[i] && one.stamps[i].serial == other.stamps[i].serial &&
                          one.stamps[i].wall == other.stamps[i].wall &&
                          quiz::encode(log[i]) == quiz::encode(other.history.log[i]);
        if (!same) return i;
    }
    return most;
}

} // namespace

Result<void> Store::Database::keep_only(const ProfileId& profile) {
    static constexpr std::array statements{
        "DELETE FROM memory WHERE profile <> ?1",
        "DELETE FROM counted WHERE profile <> ?1",
        "DELETE FROM study WHERE profile <> ?1",
        "DELETE FROM journal WHERE session IN (SELECT key FROM session WHERE profile <> ?1)",
        "DELETE FROM session WHERE profile <> ?1",
        "DELETE FROM suspended WHERE profile <> ?1",
        "DELETE FROM room WHERE profile <> ?1",
        "DELETE FROM profile WHERE id <> ?1"};
    auto done = run_for(profile, statements);
    if (done)
        done = connection.run(
            "DELETE FROM question WHERE hash NOT IN (SELECT question FROM journal WHERE question IS NOT NULL)");
    // Deleted rows remain in free pages. VACUUM removes them, so that nobody else's data leaves with the file.
    return done ? connection.run("VACUUM") : done;
}

Result<void> Store::Database::insert_profile_as(const Profile& profile) {
    const auto uuid = uuid_of(profile.id.value);
    if (!uuid) return tl::unexpected<Error>(connection.failed(fmt::format("no profile {}", profile.id.value)));
    const std::array<Value, 3> values{Blob{uuid->view()}, std::string_view(profile.name), profile.created.count};
    return Query(insert_profile, {values[0], values[1], values[2], checksum(values)}).run();
}

Result<void> Store::Database::note_machine(const Uuid& other) {
    if (other == origin || std::find(machines.begin(), machines.end(), other) != machines.end()) return {};
    if (machines.size() >= most_machines) return fail("too-many-machines", {{"limit", std::to_string(most_machines)}});
    auto insert = Statement::prepare(connection, "INSERT INTO machine VALUES (?1, ?2)");
    if (!insert) return tl::unexpected<Error>(insert.error());
    auto done = Query(*insert, {static_cast<std::int64_t>(machines.size()) + 1, Blob{other.view()}}).run();
    if (done) machines.push_back(other);
    return done;
}

Result<std::int64_t> Store::Database::take_session(const ProfileId& into, const SessionRow& theirs,
                                                   const Journal& journal) {
    const std::vector<quiz::Event>& log = journal.history.log;
    if (log.empty()) return 0;
    const auto owner = uuid_of(into.value);
    std::string id = theirs.id;
    std::size_t known = 0; // number of their events that are already here
    for (;;) {
        auto ours = session_named(id);
        if (!ours) return tl::unexpected<Error>(ours.error());
        if (!*ours) break;
        if ((*ours)->profile == owner) {
            const auto here = journal_of(**ours);
            if (!here) return tl::unexpected<Error>(here.error());
            known = common(*here, journal);
            if (known == log.size()) return 0;
            if (known == here->history.log.size()) break;
            // The session continued separately on two machines. Both copies are kept, the other one under a name that
            // the same events always get.
            id += '~' + text_of(journal.origins[known]).substr(0, 8);
        } else {
            id += '~' + into.value.substr(0, 8);
        }
        known = 0;
    }
    if (auto done = make_current(into, quiz::SessionId{id}, log); !done) return tl::unexpected<Error>(done.error());
    for (std::size_t i = known; i < log.size(); ++i) {
        auto done = note_machine(journal.origins[i]);
        if (done) done = write_event(log[i], journal.stamps[i], journal.origins[i]);
        if (!done) return tl::unexpected<Error>(done.error());
        if (journal.stamps[i].serial > last_serial) last_serial = journal.stamps[i].serial;
    }
    counted.erase(current->row.key);
    current->row.touched = ++last_touched;
    auto done = count_result(current->row, nullptr);
    if (done) done = write_session(update_session, current->row);
    if (!done) return tl::unexpected<Error>(done.error());
    return static_cast<std::int64_t>(log.size() - known);
}

Result<std::int64_t> Store::Database::take_all(Database& other, const Profile& theirs, Merged& merged) {
    if (merged.is_new) {
        if (auto done = insert_profile_as(merged.profile); !done) return tl::unexpected<Error>(done.error());
    }
    auto sessions = other.sessions_of(theirs.id);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    std::int64_t events = 0;
    // the session played first comes first
    for (auto session = sessions->rbegin(); session != sessions->rend(); ++session) {
        const auto journal = other.journal_of(*session);
        if (!journal) return tl::unexpected<Error>(journal.error());
        const auto taken = take_session(merged.profile.id, *session, *journal);
        if (!taken) return taken;
        if (*taken > 0) ++merged.sessions;
        events += *taken;
    }
    const auto aside = other.suspended(theirs.id);
    if (!aside) return tl::unexpected<Error>(aside.error());
    if (auto done = suspend(merged.profile.id, *aside); !done) return tl::unexpected<Error>(done.error());
    if (merged.is_new) {
        const auto settings = other.study_settings(theirs.id);
        if (!settings) return tl::unexpected<Error>(settings.error());
        if (auto done = set_study_settings(merged.profile.id, *settings); !done)
            return tl::unexpected<Error>(done.error());
    }
    if (events == 0) return 0;
    // The memory records do not include the new events. Without this row they are recomputed when needed.
    auto forget = Statement::prepare(connection, "DELETE FROM counted WHERE profile = ?1");
    if (!forget) return tl::unexpected<Error>(forget.error());
    const auto uuid = uuid_of(merged.profile.id.value);
    if (auto done = Query(*forget, {Blob{uuid->view()}}).run(); !done) return tl::unexpected<Error>(done.error());
    return events;
}

Result<Merged> Store::Database::merge(Database& other, const Profile& theirs, const std::optional<Profile>& ours) {
    Merged merged{ours.value_or(theirs), !ours.has_value()};
    auto done = all_or_nothing([&]() -> Result<void> {
        const auto events = take_all(other, theirs, merged);
        if (!events) return tl::unexpected<Error>(events.error());
        merged.events = *events;
        return {};
    });
    if (!done) return tl::unexpected<Error>(done.error());
    return merged;
}

Result<void> Store::export_profile(const ProfileId& profile, const fs::path& file) {
    std::error_code none;
    if (fs::exists(fs::symlink_status(file, none))) return fail("file-exists", {{"path", file.string()}});
    // The copy has everybody in it at first. So it is made in a private folder, and leaves it with one person's rows.
    const auto work = WorkFolder::make(fs::path(database_->connection.path()).parent_path());
    if (!work) return tl::unexpected<Error>(work.error());
    const fs::path making = work->path() / "exported";
    auto done = copy_database(database_->connection, making);
    if (done) {
        auto copy = Store::open(making);
        done = copy ? copy->database_->keep_only(profile) : Result<void>(tl::unexpected<Error>(copy.error()));
    }
    // A log that could not be written back would stay behind. Nothing leaves the folder without it.
    if (done && fs::exists(making.string() + "-wal", none))
        done = tl::unexpected<Error>(database_->connection.failed("the log of the export is still there"));
    return done ? move_private(making, file) : done;
}

Result<std::optional<Profile>> Store::person_like(const Profile& stranger) const {
    const auto here = profiles();
    if (!here) return tl::unexpected<Error>(here.error());
    for (const Profile& one : *here) {
        if (one.id == stranger.id) return std::optional(one);
    }
    for (const Profile& one : *here) {
        if (is_same_name(one.name, stranger.name)) return std::optional(one);
    }
    return std::optional<Profile>{};
}

Result<Merged> Store::merge(const Store& other, const Profile& theirs, const MergeAs& how) {
    Profile known = theirs;
    if (!how.name.empty()) known.name = how.name;
    auto ours = person_like(known);
    if (!ours) return tl::unexpected<Error>(ours.error());
    if (*ours && (*ours)->id != known.id && !how.same_person) return fail("name-taken", {{"name", (*ours)->name}});
    return database_->merge(*other.database_, known, *ours);
}

} // namespace chelate::store
