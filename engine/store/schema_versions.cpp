#include "engine/store/schema_versions.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

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

// Counts the backups. Each contains its own number, so they stay in order however wrong a clock was.
constexpr const char* backup_numbers = R"sql(
CREATE TABLE backup (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    number  INTEGER NOT NULL                               -- of the last backup; 0: there was none
) STRICT;
INSERT INTO backup VALUES (1, 0);
)sql";

// Version 4 kept every review beside the journal they were computed from. The upgrade to version 5 removes the table.
constexpr const char* reviews_of_version_4 = R"sql(
CREATE TABLE review (
    session INTEGER NOT NULL REFERENCES session (key),
    number  INTEGER NOT NULL,
    place   INTEGER NOT NULL,
    item    TEXT NOT NULL,
    wall    INTEGER NOT NULL,
    zone    INTEGER NOT NULL,
    serial  INTEGER NOT NULL,
    machine INTEGER NOT NULL,
    recall  INTEGER NOT NULL,
    kind    INTEGER NOT NULL,
    two_way INTEGER NOT NULL,
    sure    INTEGER NOT NULL,
    credit  INTEGER NOT NULL,
    chance  INTEGER NOT NULL,
    taken   INTEGER NOT NULL,
    crc     INTEGER NOT NULL,
    PRIMARY KEY (session, number, place)
) STRICT, WITHOUT ROWID;
)sql";

/// Step i upgrades a database from version oldest_version - 1 + i to the next; the first step creates it.
constexpr std::array ladder{first_schema, suspensions, rooms, memories, no_reviews, workshops, backup_numbers};
static_assert(ladder.size() == static_cast<std::size_t>(current_version - oldest_version + 1));

/// A table or index as the database describes it.
struct Part {
    std::string type;
    std::string name;
    std::string table;
    std::string sql; ///< without comments and surplus blanks; empty for an index that SQLite made itself
    auto operator<=>(const Part&) const = default;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_sign(char c) { return c == '(' || c == ')' || c == ',' || c == '='; }

/// Returns a statement without comments, and with blanks only between two words. Our own statements contain no quotes
/// and no other kind of comment. So where a stranger's statement has one, it stays and makes the statement differ.
std::string plain(std::string_view sql) {
    std::string text;
    bool gap = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql.substr(i, 2) == "--") {
            i = std::min(sql.find('\n', i), sql.size());
            gap = true;
            continue;
        }
        if (is_blank(sql[i])) {
            gap = true;
            continue;
        }
        if (gap && !text.empty() && !is_sign(text.back()) && !is_sign(sql[i])) text += ' ';
        gap = false;
        text += sql[i];
    }
    return text;
}

/// Returns everything a database says it consists of, sorted. Reading it runs nothing that is in the database.
Result<std::vector<Part>> parts_of(const Connection& connection) {
    auto select = Statement::prepare(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master");
    if (!select) return tl::unexpected<Error>(select.error());
    std::vector<Part> parts;
    Query query(*select, {});
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) break;
        parts.push_back(
            {std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)), plain(query.text(3))});
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

/// Returns what a database of this version consists of. It is found by making one in memory.
Result<std::vector<Part>> parts_of_version(std::int64_t version) {
    Connection made(memory_path);
    if (auto done = made.open(); !done) return tl::unexpected<Error>(done.error());
    for (std::int64_t step = oldest_version; step <= version; ++step) {
        if (auto done = made.run(upgrade_to(step)); !done) return tl::unexpected<Error>(done.error());
    }
    if (version == 4) {
        if (auto done = made.run(reviews_of_version_4); !done) return tl::unexpected<Error>(done.error());
    }
    return parts_of(made);
}

/// Returns a name for an error message: the name of a stranger's table can contain anything.
std::string shown(std::string_view name) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    constexpr std::size_t longest = 40;
    return name.size() <= longest && std::all_of(name.begin(), name.end(), is_plain) ? std::string(name) : "?";
}

} // namespace

const char* upgrade_to(std::int64_t version) { return ladder.at(static_cast<std::size_t>(version - oldest_version)); }

Result<void> check_schema(const Connection& connection, std::int64_t version) {
    const auto wanted = parts_of_version(version);
    if (!wanted) return tl::unexpected<Error>(wanted.error());
    const auto found = parts_of(connection);
    if (!found) return tl::unexpected<Error>(found.error());
    if (*found == *wanted) return {};
    const auto same_name = [](const Part& one) {
        return [&one](const Part& other) { return one.type == other.type && one.name == other.name; };
    };
    for (const Part& part : *found) {
        if (std::none_of(wanted->begin(), wanted->end(), same_name(part))) {
            return fail("store-altered",
                        {{"path", connection.path()}, {"what", shown(part.type) + ' ' + shown(part.name)}});
        }
    }
    for (const Part& part : *wanted) {
        const auto ours = std::find_if(found->begin(), found->end(), same_name(part));
        if (ours == found->end() || *ours != part)
            return tl::unexpected<Error>(connection.damaged(fmt::format("{} {}", part.type, part.name)));
    }
    return tl::unexpected<Error>(connection.damaged("schema"));
}

} // namespace chelate::store
