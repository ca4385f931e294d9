#include "engine/store/schema.hpp"

#include <array>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/base/folders.hpp"
#include "engine/base/uuid.hpp"
#include "engine/store/backup.hpp"

namespace chelate::store {
namespace {

// Times ("wall", "created") are milliseconds since 1970, UTC; "at" and "taken" are session-active milliseconds. A crc
// is the CRC-32 of the other columns of its row (see checksum()). Wall clocks may go back, so nothing is sorted by
// them. Instead, `touched` counts up whenever another session is started, continued or finished.
constexpr const char* first_schema = R"sql(
CREATE TABLE installation (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    origin  BLOB NOT NULL CHECK (length(origin) = 16)  -- UUID of this data folder: where a row was first written
) STRICT;

CREATE TABLE profile (
    key     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),  -- UUID
    name    TEXT NOT NULL,
    created INTEGER NOT NULL,
    crc     INTEGER NOT NULL
) STRICT;

-- Each distinct question once, complete with its key, explanation and sources.
CREATE TABLE question (
    hash    TEXT PRIMARY KEY,                              -- quiz::hash_of
    body    TEXT NOT NULL,                                 -- quiz::encode(Question), JSON
    crc     INTEGER NOT NULL
) STRICT;

-- `finished` and what follows it are counted from the journal, in the transaction that changes them.
CREATE TABLE session (
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    profile  BLOB NOT NULL REFERENCES profile (id),
    touched  INTEGER NOT NULL,
    pack     TEXT NOT NULL,
    round    TEXT NOT NULL,
    finished INTEGER,                                      -- wall; NULL: not finished
    complete INTEGER NOT NULL DEFAULT 0,
    points   INTEGER NOT NULL DEFAULT 0,
    possible INTEGER NOT NULL DEFAULT 0,
    full     INTEGER NOT NULL DEFAULT 0,                   -- answers with full credit
    asked    INTEGER NOT NULL DEFAULT 0,
    streak   INTEGER NOT NULL DEFAULT 0,
    crc      INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of_profile ON session (profile, touched);

-- One row an event, never changed. What an event does not have is NULL; journal_row.cpp says which kind has what.
CREATE TABLE journal (
    session     INTEGER NOT NULL REFERENCES session (key),
    seq         INTEGER NOT NULL,                          -- index in the session's log, from 0
    profile     BLOB NOT NULL,
    origin      BLOB NOT NULL,
    wall        INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    step        INTEGER NOT NULL,
    number      INTEGER,
    question    TEXT REFERENCES question (hash),
    shown       BLOB,                                      -- a byte a position
    rng         INTEGER,                                   -- 64 bits, sign without meaning
    player      TEXT,
    name        TEXT,
    time_factor INTEGER,
    picked      INTEGER,
    arranged    BLOB,                                      -- a byte a position
    taken       INTEGER,
    points      INTEGER,
    possible    INTEGER,
    credit_num  INTEGER,
    credit_den  INTEGER,
    speed_num   INTEGER,
    speed_den   INTEGER,
    streak      INTEGER,
    complete    INTEGER,
    first       INTEGER,
    last        INTEGER,
    resumed     INTEGER,
    start       TEXT,                                      -- quiz::encode(Event) of a start, program and seats, and of what a host does
    response    TEXT,                                      -- quiz::encode(Response), where no column above says it
    help_num    INTEGER,
    help_den    INTEGER,
    sure        INTEGER,                                   -- 1 guess, 2 think so, 3 sure
    sure_factor INTEGER,
    passed      INTEGER,
    crc         INTEGER NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
)sql";

// What a person does not want to be asked again, by the text form of the items: "fact:x", "question:y".
constexpr const char* suspensions = R"sql(
CREATE TABLE suspended (
    profile BLOB NOT NULL REFERENCES profile (id),
    item    TEXT NOT NULL,
    PRIMARY KEY (profile, item)
) STRICT, WITHOUT ROWID;
)sql";

// Profiles of classes, whose sessions belong to no one person. From this version on the journal
// contains the events of a classroom session.
constexpr const char* rooms = R"sql(
CREATE TABLE room (
    profile BLOB PRIMARY KEY REFERENCES profile (id)
) STRICT, WITHOUT ROWID;
)sql";

// Memory records. `memory` is computed from the journal and can be recomputed at any time. `counted` says for whom it
// is complete, and by which version of the computation. `study` contains a person's study settings.
constexpr const char* memories = R"sql(
ALTER TABLE journal ADD COLUMN zone   INTEGER;             -- minutes by which local time was ahead of UTC
ALTER TABLE journal ADD COLUMN serial INTEGER;             -- counts all this machine has written, whatever its clock said

CREATE TABLE memory (
    profile    BLOB NOT NULL REFERENCES profile (id),
    item       TEXT NOT NULL,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    reviews    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    misses     INTEGER NOT NULL,
    first_day  INTEGER NOT NULL,
    last_day   INTEGER NOT NULL,
    rating     INTEGER NOT NULL,
    recall     INTEGER NOT NULL,
    sure_wrong INTEGER NOT NULL,
    two_way    INTEGER NOT NULL,
    crc        INTEGER NOT NULL,
    PRIMARY KEY (profile, item)
) STRICT, WITHOUT ROWID;

-- Other machines whose journals were merged into this one.
CREATE TABLE machine (
    number  INTEGER PRIMARY KEY CHECK (number > 0),
    origin  BLOB NOT NULL UNIQUE CHECK (length(origin) = 16)
) STRICT;

CREATE TABLE counted (
    profile BLOB PRIMARY KEY REFERENCES profile (id),
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE study (
    profile    BLOB PRIMARY KEY REFERENCES profile (id),
    retention  INTEGER NOT NULL,                           -- percent
    new_a_day  INTEGER NOT NULL,
    most_a_day INTEGER NOT NULL,
    start_hour INTEGER NOT NULL,
    certainty  INTEGER NOT NULL,
    exam_day   INTEGER,                                    -- days since 1970
    weights    TEXT,                                       -- 21 numbers of FSRS-6; NULL: the usual ones
    fitted_at  INTEGER NOT NULL,                           -- reviews there were then; 0: never fitted
    crc        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Version 4 kept every review beside the journal they were computed from. That took a third of the file and was
// hardly faster to read.
constexpr const char* no_reviews = R"sql(
DROP TABLE IF EXISTS review;
)sql";

// Workshops have a profile of their own, so that no class can have its name. From this version on the journal contains
// the events of a workshop.
constexpr const char* workshops = R"sql(
ALTER TABLE room ADD COLUMN kind INTEGER NOT NULL DEFAULT 1;  -- ProfileKind: 1 a class, 2 workshops
)sql";

/// Step i upgrades a database from version oldest_version - 1 + i to the next; the first step creates it.
constexpr std::array ladder{first_schema, suspensions, rooms, memories, no_reviews, workshops};
static_assert(ladder.size() == static_cast<std::size_t>(current_version - oldest_version + 1));

/// The first 100 bytes of the file. They are read past SQLite's pager, which would recover a write-ahead log at once.
struct Header {
    std::uintmax_t size = 0; ///< size of the file in bytes
    bool sqlite = false;
    std::int64_t application = 0;
    std::int64_t version = 0;
};

// Offsets: https://www.sqlite.org/fileformat2.html, section 1.3 of that page.
constexpr std::size_t header_size = 100;
constexpr std::size_t version_offset = 60;
constexpr std::size_t application_offset = 68;

std::int64_t big_endian(const unsigned char* bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) number = number << 8U | bytes[i];
    return static_cast<std::int32_t>(number);
}

/// Reads through SQLite's file handle: closing one of our own would drop the locks this process has on the file.
Result<Header> header_of(const Connection& connection) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == nullptr || file->pMethods == nullptr) return tl::unexpected<Error>(connection.failed("no file"));
    std::error_code error;
    Header header;
    header.size = std::filesystem::file_size(connection.path(), error); // SQLite reports a one-byte file as empty
    if (error) return tl::unexpected<Error>(connection.failed(error.message()));
    std::array<unsigned char, header_size> bytes{};
    if (header.size >= bytes.size()) {
        if (const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
            code != SQLITE_OK) {
            return tl::unexpected<Error>(connection.error_of(code));
        }
        header.sqlite = std::memcmp(bytes.data(), "SQLite format 3", 16) == 0; // including the zero at its end
        header.version = big_endian(&bytes[version_offset]);
        header.application = big_endian(&bytes[application_offset]);
    }
    return header;
}

/// Refuses a database of another program, or of a version this program cannot read.
Result<void> check_versions(const Connection& connection, std::int64_t application, std::int64_t version) {
    if (application != application_id) return fail("store-foreign", {{"path", connection.path()}});
    if (version > current_version) {
        return fail("store-newer", {{"path", connection.path()},
                                    {"version", std::to_string(version)},
                                    {"known", std::to_string(current_version)}});
    }
    if (version < oldest_version) return tl::unexpected<Error>(connection.damaged(fmt::format("version {}", version)));
    return {};
}

/// Refuses a file that is shorter than its pages, which SQLite would fill up with zeros.
/// @pre no log contains pages that the file lacks
Result<void> check_size(Connection& connection) {
    const auto size = connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size) return tl::unexpected<Error>(size.error());
    std::error_code error;
    const auto stored = std::filesystem::file_size(connection.path(), error);
    if (error) return tl::unexpected<Error>(connection.failed(error.message()));
    if (std::cmp_less(stored, *size))
        return tl::unexpected<Error>(connection.damaged(fmt::format("{} bytes of {}", stored, *size)));
    return {};
}

/// Refuses a database whose pages are inconsistent, or whose indexes disagree with its tables, as in a truncated or
/// overwritten file. The contents of rows have checksums of their own. The journal has no index, so this costs little
/// more than quick_check. With quick_check, one wrong bit in an index could lose a session.
Result<void> check_pages(Connection& connection) {
    auto statement = Statement::prepare(connection, "PRAGMA integrity_check(1)");
    if (!statement) return tl::unexpected<Error>(statement.error());
    Query query(*statement, {});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    if (query.text(0) != "ok") return tl::unexpected<Error>(connection.damaged(std::string(query.text(0))));
    return {};
}

/// Runs the upgrade steps from `version` in one transaction: all of them or none.
Result<void> climb(Connection& connection, std::int64_t version) {
    if (auto begun = connection.run("BEGIN EXCLUSIVE"); !begun) return begun;
    const auto steps = [&]() -> Result<void> {
        for (std::int64_t next = version + 1; next <= current_version; ++next) {
            if (auto done = connection.run(ladder[static_cast<std::size_t>(next - oldest_version)]); !done) return done;
        }
        if (version < oldest_version) {
            const Uuid origin = new_uuid();
            auto insert = Statement::prepare(connection, "INSERT INTO installation VALUES (1, ?1)");
            if (!insert) return tl::unexpected<Error>(insert.error());
            if (auto done = Query(*insert, {Blob{origin.view()}}).run(); !done) return done;
        }
        const std::string names =
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, current_version);
        if (auto done = connection.run(names.c_str()); !done) return done;
        return connection.run("COMMIT");
    };
    auto done = steps();
    if (!done && sqlite3_get_autocommit(connection.handle()) == 0) (void)connection.run("ROLLBACK");
    return done;
}

Result<void> configure(Connection& connection) {
    sqlite3* handle = connection.handle();
    sqlite3_busy_timeout(handle, 0);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return connection.run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                          "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
}

/// Keeps a copy of the file as it was before an upgrade to this version, once, in case a step goes wrong.
Result<void> keep_before_climbing(Connection& connection, std::int64_t version) {
    const std::filesystem::path progress = connection.path();
    const std::filesystem::path folder = backup_folder(progress);
    if (auto made = make_folder(folder); !made) return made;
    const auto file = folder / fmt::format("before-version-{}-from-{}.db", current_version, version);
    std::error_code none;
    if (std::filesystem::exists(file, none)) return {};
    return copy_database(connection, file);
}

/// Creates the tables of an empty file. One rollback-mode transaction does it, so the header is ours from the start.
Result<void> make_new(Connection& connection) {
    if (auto done = configure(connection); !done) return done;
    return climb(connection, oldest_version - 1);
}

/// Checks a file that is not empty and upgrades it.
Result<void> take_over(Connection& connection, const Header& header, bool has_log) {
    if (!header.sqlite) return tl::unexpected<Error>(connection.damaged("not a database"));
    if (auto ours = check_versions(connection, header.application, header.version); !ours) return ours;
    // The log may contain a newer header, and closing would write it into a file that is then refused.
    if (has_log) sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (auto done = configure(connection); !done) return done;
    // If a crash interrupted the creation of the tables, SQLite rolls the file back to empty here.
    const auto pages = connection.number("PRAGMA page_count");
    if (!pages) return tl::unexpected<Error>(pages.error());
    if (*pages == 0) return climb(connection, oldest_version - 1);

    const auto application = connection.number("PRAGMA application_id");
    if (!application) return tl::unexpected<Error>(application.error());
    const auto version = connection.number("PRAGMA user_version");
    if (!version) return tl::unexpected<Error>(version.error());
    if (auto ours = check_versions(connection, *application, *version); !ours) return ours;
    if (!has_log) {
        if (auto whole = check_size(connection); !whole) return whole;
    }
    if (auto whole = check_pages(connection); !whole) return whole;
    if (*version == current_version) return {};
    if (auto kept = keep_before_climbing(connection, *version); !kept) return kept;
    return climb(connection, *version);
}

} // namespace

Result<void> copy_database(Connection& connection, const std::filesystem::path& file) {
    // quick_check reads every page; the rows have their own checksums. Copying a broken file would push a good backup
    // out.
    auto check = Statement::prepare(connection, "PRAGMA quick_check(1)");
    if (!check) return tl::unexpected<Error>(check.error());
    {
        Query query(*check, {});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (query.text(0) != "ok") return tl::unexpected<Error>(connection.damaged(std::string(query.text(0))));
    }
    const std::filesystem::path making = file.string() + unfinished;
    std::error_code none;
    std::filesystem::remove(making, none); // left by a copy that was cut short
    auto copy = Statement::prepare(connection, "VACUUM INTO ?1");
    if (!copy) return tl::unexpected<Error>(copy.error());
    const std::string name = making.string();
    auto done = Query(*copy, {std::string_view(name)}).run();
    if (done) done = sync_file(making);
    if (done) {
        std::filesystem::rename(making, file, none);
        if (none) done = tl::unexpected<Error>(connection.failed(none.message()));
    }
    if (done) return sync_file(file);
    for (const char* more : {"", "-journal"}) std::filesystem::remove(making.string() + more, none);
    return done;
}

Result<void> make_ready(Connection& connection) {
    const auto header = header_of(connection);
    if (!header) return tl::unexpected<Error>(header.error());
    std::error_code none;
    const auto log = std::filesystem::file_size(connection.path() + "-wal", none);
    const bool has_log = !none && log > 0;
    // SQLite would delete a log whose database is empty. Our databases with a log are never empty, so this one was
    // emptied by someone.
    if (header->size == 0 && has_log) return tl::unexpected<Error>(connection.damaged("empty, but its log is not"));
    return header->size == 0 ? make_new(connection) : take_over(connection, *header, has_log);
}

Result<void> lock(Connection& connection) {
    auto statement = Statement::prepare(connection, "PRAGMA journal_mode = WAL");
    if (!statement) return tl::unexpected<Error>(statement.error());
    {
        Query query(*statement, {});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (query.text(0) != "wal")
            return tl::unexpected<Error>(connection.failed(fmt::format("journal mode {}", query.text(0))));
    }
    if (auto done = connection.run("BEGIN IMMEDIATE; COMMIT"); !done) return done;
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Result<void> make_ready_in_memory(Connection& connection) { return make_new(connection); }

} // namespace chelate::store
