#include "engine/store/schema.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/base/folders.hpp"
#include "engine/base/private_files.hpp"
#include "engine/base/uuid.hpp"
#include "engine/store/backup.hpp"
#include "engine/store/schema_versions.hpp"

namespace chelate::store {
namespace {

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

/// Checking takes a few seconds for 300,000 answers.
constexpr std::chrono::minutes longest_check{2};

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

tl::unexpected<Error> too_large(const std::string& path) {
    return fail("file-too-large", {{"path", path}, {"limit", std::to_string(largest_file)}});
}

/// Refuses a rollback journal that names a further journal: SQLite would delete that file, whichever it is. Ours never
/// do, because they belong to one database.
Result<void> check_journal(const Connection& connection) {
    // https://www.sqlite.org/fileformat2.html: a name in the last record of a journal ends with this.
    constexpr std::string_view end_of_name("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    // Store::open has refused a pipe of this name.
    std::ifstream journal(connection.path() + "-journal", std::ios::binary | std::ios::ate);
    if (!journal || journal.tellg() < std::streamoff{end_of_name.size()}) return {};
    std::string last(end_of_name.size(), '\0');
    journal.seekg(-static_cast<std::streamoff>(last.size()), std::ios::end);
    journal.read(last.data(), static_cast<std::streamsize>(last.size()));
    if (last == end_of_name) return tl::unexpected<Error>(connection.damaged("journal of several databases"));
    return {};
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

/// Refuses a file that is too large, or shorter than its pages, which SQLite would fill up with zeros.
/// @param has_log  pages that the file lacks can be in the log
Result<void> check_size(Connection& connection, bool has_log) {
    const auto size = connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size) return tl::unexpected<Error>(size.error());
    if (std::cmp_greater(*size, largest_file)) return too_large(connection.path());
    if (has_log) return {};
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
            if (auto done = connection.run(upgrade_to(next)); !done) return done;
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
    sqlite3_busy_timeout(connection.handle(), 0);
    // secure_delete: SQLite overwrites what is deleted, so that a person who was removed is not in free space.
    return connection.run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                          "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
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
    if (header.size > largest_file) return too_large(connection.path());
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
    if (auto ours = check_schema(connection, *version); !ours) return ours;
    if (auto whole = check_size(connection, has_log); !whole) return whole;
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
    // SQLite fills an empty file, and would make a missing one readable for everybody.
    if (auto made = make_private_file(making); !made) return made;
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
    for (const char* ending : {"", "-journal"}) std::filesystem::remove(making.string() + ending, none);
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
    if (auto ours = check_journal(connection); !ours) return ours;
    if (header->size == 0) return make_new(connection);
    connection.limit_time(longest_check);
    auto done = take_over(connection, *header, has_log);
    connection.lift_time_limit();
    return done;
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
