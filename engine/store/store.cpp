#include "engine/store/store.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/base/folders.hpp"
#include "engine/base/person_name.hpp"
#include "engine/base/private_files.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/store/backup.hpp"
#include "engine/store/database.hpp"
#include "engine/store/schema.hpp"

namespace chelate::store {
namespace {

namespace fs = std::filesystem;

/// Refuses an existing file that is not a regular one: opening a pipe would block, and a device would swallow data.
Result<void> check_kind(const fs::path& file) {
    const auto failed = [&](const std::string& reason) {
        return fail("store-failed", {{"path", file.string()}, {"reason", reason}});
    };
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::regular) return {};
    if (status.type() == fs::file_type::directory)
        return failed(std::make_error_code(std::errc::is_a_directory).message());
    return failed(error ? error.message() : "not an ordinary file");
}

std::vector<content::TopicId> topics_of(const quiz::Question& question, std::string_view) { return {question.topic}; }

} // namespace

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const fs::path& file) {
    std::error_code error;
    const fs::path path = fs::absolute(file, error); // a relative path could mean something else to SQLite
    if (error) return fail("store-failed", {{"path", file.string()}, {"reason", error.message()}});
    for (const char* ending : {"", "-wal", "-journal"}) {
        if (auto usual = check_kind(path.string() + ending); !usual) return tl::unexpected<Error>(usual.error());
    }
    auto database = std::make_unique<Database>(path.string());
    if (auto opened = database->open_file(); !opened) return tl::unexpected<Error>(opened.error());
    WorkFolder::clear_abandoned(path.parent_path());
    return Store(std::move(database));
}

Result<Store> Store::in_memory() {
    auto database = std::make_unique<Database>(memory_path);
    if (auto opened = database->open_in_memory(); !opened) return tl::unexpected<Error>(opened.error());
    return Store(std::move(database));
}

Result<std::vector<Profile>> Store::profiles(ProfileKind kind) const { return database_->profiles(kind); }

Result<Profile> Store::profile_named(const std::string& name, Millis wall, ProfileKind kind) {
    auto known = database_->profiles(kind);
    if (!known) return tl::unexpected<Error>(known.error());
    for (const Profile& profile : *known) {
        if (is_same_name(profile.name, name)) return profile;
    }
    return database_->add_profile(name, wall, kind);
}

Result<void> Store::rename(const ProfileId& profile, const std::string& name) {
    auto known = database_->profiles(ProfileKind::person);
    if (!known) return tl::unexpected<Error>(known.error());
    for (const Profile& other : *known) {
        if (other.id != profile && is_same_name(other.name, name)) return fail("name-taken", {{"name", other.name}});
    }
    for (const Profile& own : *known) {
        if (own.id == profile) return database_->rename(own, name);
    }
    return tl::unexpected<Error>(database_->connection.failed("there is no such profile"));
}

Result<void> Store::remove(const ProfileId& profile) { return database_->remove(profile); }
Result<ItemList> Store::suspended(const ProfileId& profile) const { return database_->suspended(profile); }
Result<void> Store::suspend(const ProfileId& profile, const ItemList& items) {
    return database_->suspend(profile, items);
}
Result<void> Store::resume_all(const ProfileId& profile) { return database_->resume_all(profile); }

Result<void> Store::append(const ProfileId& profile, const quiz::SessionId& session, std::size_t first_seq,
                           std::span<const quiz::Event> events, Moment when, const quiz::SessionHistory* after,
                           const MemoryUpdate* learned) {
    return database_->append(profile, session, first_seq, events, when, after, learned);
}

std::int64_t Store::next_serial() const { return database_->last_serial + 1; }

Result<std::vector<quiz::Event>> Store::events(const quiz::SessionId& session) const {
    auto row = database_->session_named(session.value);
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return std::vector<quiz::Event>{};
    auto journal = database_->journal_of(**row);
    if (!journal) return tl::unexpected<Error>(journal.error());
    return std::move(journal->history.log);
}

Result<std::optional<SuspendedSession>> Store::interrupted(const ProfileId& profile, std::string_view pack) const {
    auto sessions = database_->sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    for (const SessionRow& session : *sessions) {
        if (session.finished || (!pack.empty() && session.pack != pack)) continue;
        auto journal = database_->journal_of(session);
        if (!journal) return tl::unexpected<Error>(journal.error());
        return std::optional(
            SuspendedSession{quiz::SessionId{session.id}, std::move(journal->history), std::move(journal->stamps)});
    }
    return std::optional<SuspendedSession>{};
}

Result<fs::path> Store::back_up(const fs::path& folder, Millis wall) {
    if (auto made = make_folder(folder); !made) return tl::unexpected<Error>(made.error());
    const fs::path file = folder / backup_name(wall);
    std::error_code none;
    for (auto entry = fs::directory_iterator(folder, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        std::error_code stays; // a copy that was cut short; if it cannot be removed, it does no harm
        if (entry->path().filename().string().find(unfinished) != std::string::npos) fs::remove(entry->path(), stays);
    }
    const auto earlier = backups_in(folder);
    if (auto counted = database_->count_backup(earlier.empty() ? 0 : earlier.front().number); !counted)
        return tl::unexpected<Error>(counted.error());
    if (auto copied = copy_database(database_->connection, file); !copied) return tl::unexpected<Error>(copied.error());
    for (const Backup& old : outdated(backups_in(folder))) {
        std::error_code left; // one backup too many does no harm
        fs::remove(old.file, left);
    }
    return file;
}

Result<void> Store::each_session(const ProfileId& profile, const std::function<Result<void>(SessionLog&&)>& use) const {
    auto sessions = database_->sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    std::sort(sessions->begin(), sessions->end(),
              [](const SessionRow& a, const SessionRow& b) { return a.key < b.key; });
    for (const SessionRow& session : *sessions) {
        auto journal = database_->journal_of(session);
        if (!journal) return tl::unexpected<Error>(journal.error());
        if (auto used = use({quiz::SessionId{session.id}, std::move(journal->history), std::move(journal->stamps)});
            !used)
            return used;
    }
    return {};
}

Result<std::optional<std::vector<ItemRecord>>> Store::records(const ProfileId& profile, int version) const {
    return database_->records(profile, version);
}
Result<void> Store::keep_memory(const ProfileId& profile, std::span<const ItemRecord> records, int version) {
    return database_->keep_memory(profile, records, version);
}
Result<void> Store::all_or_nothing(const std::function<Result<void>()>& work) {
    return database_->all_or_nothing(work);
}
Result<void> Store::check_rows(std::optional<Millis> now) const { return database_->check_rows(now); }
Result<std::int64_t> Store::answers(const ProfileId& profile) const { return database_->answers(profile); }

Result<int> Store::recount_results(const ProfileId& profile, bool keep) {
    return database_->recount_results(profile, keep);
}
Result<StudySettings> Store::study_settings(const ProfileId& profile) const {
    return database_->study_settings(profile);
}
Result<void> Store::set_study_settings(const ProfileId& profile, const StudySettings& settings) {
    return database_->set_study_settings(profile, settings);
}

Result<std::vector<PlayedRound>> Store::history(const ProfileId& profile) const {
    auto sessions = database_->sessions_of(profile);
    if (!sessions) return tl::unexpected<Error>(sessions.error());
    std::vector<PlayedRound> played;
    for (SessionRow& session : *sessions) {
        if (!session.finished) continue;
        played.push_back({quiz::SessionId{std::move(session.id)}, content::RoundId{std::move(session.round)},
                          std::move(session.pack), *session.finished, session.complete, session.score});
    }
    return played;
}

Result<std::vector<TopicTotal>> Store::totals_by_topic(const ProfileId& profile) const {
    return database_->totals(profile, topics_of);
}
Result<std::vector<ItemTotal>> Store::totals_by_item(const ProfileId& profile) const {
    return database_->totals(profile, quiz::remembered_items);
}

} // namespace chelate::store
