// Tests that a database from elsewhere can do nothing: what is not ours is refused, and so are values that we cannot
// have written.
#include <doctest/doctest.h>

#include <iterator>

#include <sys/stat.h>

#include "engine/store/backup.hpp"
#include "engine/store/journal_row.hpp"
#include "engine/store/sqlite.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

constexpr Millis noon{1'796'040'000'000}; // 2026-11-30T12:00:00Z

/// Makes a database with every kind of row: an answered session, a memory record, settings, a suspended item.
void make_foreign(const std::filesystem::path& file) {
    auto store = must(Store::open(file));
    const auto profile = must(store.profile_named("Ada", noon)).id;
    Script script({{ada, "Ada"}}, a_program(3));
    script.ask().must(SubmitAnswer{ada, script.key()});
    append_all(store, profile, SessionId{"a"}, script.history.log, 0, noon);
    must(store.suspend(profile, {{ItemKind::fact, "x"}}));
    must(store.set_study_settings(profile, {}));
    const std::vector<ItemRecord> records{
        {{ItemKind::fact, "x"}, memory::MemoryRecord{.state = {3, 5}, .reviews = 1, .first_day = 1, .last_day = 1}}};
    must(store.keep_memory(profile, records, 1));
}

/// Changes a file behind its back and writes the checksums again, as somebody who forges it would.
/// @param table  the one that is changed; its columns before the checksum are covered by it
void forge(const std::filesystem::path& file, const std::string& table, const std::string& sql) {
    REQUIRE(run_sql(file, "PRAGMA foreign_keys = OFF; " + sql).empty());
    std::string columns;
    if (table == "journal") {
        for (const auto name : column_names) columns += (columns.empty() ? "" : ", ") + std::string(name);
    } else {
        columns = ask_sql(file, "SELECT group_concat(name, ', ') FROM pragma_table_info('" + table +
                                    "') WHERE name <> 'crc' AND NOT (name = 'key' AND '" + table + "' = 'profile')");
    }
    if (ask_sql(file, "SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = 'crc'") == "0") return;
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    // A function of SQL that gives the checksum of its arguments.
    sqlite3_create_function(
        handle, "checksum", -1, SQLITE_UTF8, nullptr,
        [](sqlite3_context* context, int count, sqlite3_value** given) {
            std::vector<Value> values;
            for (int i = 0; i < count; ++i) {
                const auto size = static_cast<std::size_t>(sqlite3_value_bytes(given[i]));
                const auto* bytes = static_cast<const char*>(sqlite3_value_blob(given[i]));
                switch (sqlite3_value_type(given[i])) {
                case SQLITE_INTEGER: values.emplace_back(std::int64_t{sqlite3_value_int64(given[i])}); break;
                case SQLITE_FLOAT: values.emplace_back(sqlite3_value_double(given[i])); break;
                case SQLITE_TEXT: values.emplace_back(std::string_view(bytes, size)); break;
                case SQLITE_BLOB: values.emplace_back(Blob{std::string_view(bytes, size)}); break;
                default: values.emplace_back(std::monostate{});
                }
            }
            sqlite3_result_int64(context, checksum(values));
        },
        nullptr, nullptr);
    const std::string update = "UPDATE " + table + " SET crc = checksum(" + columns + ")";
    REQUIRE(sqlite3_exec(handle, update.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

/// Opens a file as an import does and checks its rows. Returns the code of the error, or "".
std::string refusal_of(const std::filesystem::path& file) {
    const Folder apart;
    const auto store = open_copy(file, apart.path / "copy.db");
    return store ? code_of(store->check_rows(noon)) : store.error().code;
}

/// While it exists, something is done whenever SQLite opens a file called progress.sqlite.
class OpenHook {
public:
    explicit OpenHook(std::function<void()> work) {
        usual_ = sqlite3_vfs_find(nullptr);
        work_ = std::move(work);
        vfs_ = *usual_;
        vfs_.pNext = nullptr;
        vfs_.zName = "hooked";
        vfs_.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            if (name != nullptr && std::string_view(name).ends_with("progress.sqlite")) work_();
            return usual_->xOpen(usual_, name, file, flags, out);
        };
        sqlite3_vfs_register(&vfs_, 1);
    }
    OpenHook(const OpenHook&) = delete;
    OpenHook& operator=(const OpenHook&) = delete;
    ~OpenHook() {
        sqlite3_vfs_unregister(&vfs_);
        sqlite3_vfs_register(usual_, 1);
    }

private:
    static inline sqlite3_vfs* usual_ = nullptr;
    static inline sqlite3_vfs vfs_{};
    static inline std::function<void()> work_;
};

mode_t mode_of(const std::filesystem::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

TEST_SUITE("store/foreign") {
    TEST_CASE("a database with anything that is not ours is refused and stays as it is") {
        const Folder folder;
        make_foreign(folder.database());
        const std::string whole = bytes_of(folder.database());
        const std::string rewrite = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ";
        const std::pair<std::string, const char*> altered[]{
            {"CREATE TRIGGER bad BEFORE INSERT ON journal BEGIN SELECT raise(ignore); END", "store-altered"},
            {"CREATE VIEW more AS SELECT 1", "store-altered"},
            {"CREATE TABLE more (x)", "store-altered"},
            {"CREATE INDEX more ON profile (name)", "store-altered"},
            {"CREATE INDEX more ON profile (lower(name))", "store-altered"},
            {"CREATE VIRTUAL TABLE more USING fts5 (x)", "store-altered"},
            {"ANALYZE", "store-altered"},
            {"ALTER TABLE profile RENAME TO people; CREATE VIEW profile AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
             " SELECT i + 1 FROM n) SELECT key, id, name, created, crc FROM people, n",
             "store-altered"},
            {"ALTER TABLE profile ADD COLUMN more TEXT", "store-damaged"},
            {"ALTER TABLE profile ADD COLUMN more TEXT AS (lower(name))", "store-damaged"},
            {"DROP INDEX session_of_profile", "store-damaged"},
            {"DROP TABLE machine", "store-damaged"},
            {rewrite + "'name    TEXT NOT NULL', 'name TEXT NOT NULL CHECK (length(name) > 0)')", "store-damaged"},
            {rewrite + "'name    TEXT NOT NULL', 'name TEXT NOT NULL DEFAULT (hex(randomblob(9)))')", "store-damaged"},
            {rewrite + "') STRICT', ')')", "store-damaged"},
            {rewrite + "'-- UUID', '/* UUID */')", "store-damaged"},
        };
        for (const auto& [sql, code] : altered) {
            CAPTURE(sql);
            put(folder.database(), whole);
            REQUIRE(run_sql(folder.database(), sql).empty());
            const std::string bytes = bytes_of(folder.database());
            CHECK(code_of(Store::open(folder.database())) == code);
            CHECK(refusal_of(folder.database()) == code);
            CHECK(bytes_of(folder.database()) == bytes);
        }
        put(folder.database(), whole);
        CHECK(refusal_of(folder.database()).empty());
    }

    TEST_CASE("a trigger in a database of an earlier version is refused before the upgrade") {
        const Folder folder;
        for (const char* version : {"1", "2", "3", "4", "5", "6", "7"}) {
            CAPTURE(std::string(version));
            std::filesystem::copy_file(std::string("tests/store/golden/version-") + version + ".db", folder.database(),
                                       std::filesystem::copy_options::overwrite_existing);
            CHECK(refusal_of(folder.database()).empty());
            REQUIRE(
                run_sql(folder.database(), "CREATE TRIGGER bad BEFORE INSERT ON session BEGIN SELECT 1; END").empty());
            CHECK(Store::open(folder.database()).error() ==
                  Error{"store-altered", {{"path", folder.database().string()}, {"what", "trigger bad"}}});
        }
    }

    TEST_CASE("a name in an error message cannot contain anything that a terminal obeys") {
        const Folder folder;
        make_foreign(folder.database());
        REQUIRE(run_sql(folder.database(), "CREATE VIEW \"a\x1b[2Jb\" AS SELECT 1").empty());
        CHECK(Store::open(folder.database()).error().args.back().second == "view ?");
    }

    TEST_CASE("a row that we cannot have written is refused") {
        const Folder folder;
        make_foreign(folder.database());
        const std::string whole = bytes_of(folder.database());
        struct Forged {
            const char* table;
            const char* change;
            const char* code;
        };
        const Forged forged[]{
            {"profile", "name = char(27) || '[2J'", "store-impossible"},
            {"profile", "name = replace(hex(zeroblob(150000)), '0', 'A')", "store-impossible"},
            {"profile", "name = ' Ada'", "store-impossible"},
            {"profile", "name = ''", "store-impossible"},
            {"profile", "name = char(8238) || 'Ada'", "store-impossible"},
            {"profile", "name = CAST(x'C3' AS TEXT)", "store-impossible"},
            {"profile", "created = -1", "store-impossible"},
            {"session", "id = replace(hex(zeroblob(1000000)), '0', 'A')", "store-damaged"},
            {"session", "touched = 9223372036854775807", "store-damaged"},
            {"session", "touched = -5", "store-damaged"},
            {"session", "finished = 185542587144000000", "store-damaged"},
            {"session", "finished = 4070908800000", "store-wrong-clock"},
            {"session", "full = 9223372036854775807", "store-damaged"},
            {"session", "points = -9223372036854775807", "store-damaged"},
            {"session", "profile = randomblob(16)", "store-impossible"},
            {"journal", "wall = 185542587144000000", "store-impossible"},
            {"journal", "wall = -1", "store-impossible"},
            {"journal", "wall = 4070908800000", "store-wrong-clock"},
            {"journal", "wall = 0", "store-wrong-clock"},
            {"journal", "zone = 9223372036854775807", "store-impossible"},
            {"journal", "serial = 9223372036854775807", "store-damaged"},
            {"journal", "serial = -1", "store-damaged"},
            {"journal", "origin = x'00'", "store-impossible"},
            {"journal", "profile = randomblob(16)", "store-impossible"},
            {"journal", "seq = seq - 1", "store-damaged"},
            {"journal", "question = 'none' WHERE question IS NOT NULL", "store-impossible"},
            {"study", "exam_day = 2147483647", "store-damaged"},
            {"study", "retention = 0", "store-damaged"},
            {"study", "most_a_day = -1", "store-damaged"},
            {"study", "start_hour = 24", "store-damaged"},
            {"study", "weights = 'nan'", "store-damaged"},
            {"memory", "stability = 9e999", "store-impossible"},
            {"memory", "stability = -1", "store-impossible"},
            {"memory", "last_day = 2147483647", "store-impossible"},
            {"memory", "rating = 0", "store-impossible"},
            {"suspended", "item = replace(hex(zeroblob(10000)), '0', 'A')", "store-damaged"},
            {"suspended", "profile = randomblob(16)", "store-impossible"},
            {"counted", "version = -1", "store-impossible"},
        };
        for (const Forged& one : forged) {
            CAPTURE(std::string(one.table));
            CAPTURE(std::string(one.change));
            put(folder.database(), whole);
            forge(folder.database(), one.table, std::string("UPDATE ") + one.table + " SET " + one.change);
            const std::string bytes = bytes_of(folder.database());
            CHECK(refusal_of(folder.database()) == std::string(one.code));
            CHECK(bytes_of(folder.database()) == bytes);
        }
    }

    TEST_CASE("a file with events of very many machines is refused") {
        const Folder folder;
        make_foreign(folder.database());
        const auto add_machines = [&](const std::string& first, const std::string& last) {
            return run_sql(folder.database(), "WITH RECURSIVE n (i) AS (SELECT " + first +
                                                  " UNION ALL SELECT i + 1 FROM n WHERE i < " + last +
                                                  ") INSERT INTO machine SELECT i, randomblob(16) FROM n");
        };
        REQUIRE(add_machines("1", "1000").empty());
        CHECK(refusal_of(folder.database()).empty());
        {
            // Nobody can be added whose events come from one machine more.
            const Folder other;
            make_foreign(other.database());
            auto store = must(Store::open(folder.database()));
            const auto stranger = must(Store::open(other.database()));
            CHECK(code_of(store.merge(stranger, must(stranger.profiles()).front(), {"Berta"})) == "too-many-machines");
            CHECK(must(store.profiles()).size() == 1);
        }
        REQUIRE(add_machines("1001", "1001").empty());
        CHECK(refusal_of(folder.database()) == "store-damaged");
    }

    TEST_CASE("a value of another type is refused, although its column is strict") {
        const Folder folder;
        make_foreign(folder.database());
        const std::string whole = bytes_of(folder.database());
        for (const auto& [table, change] :
             {std::pair{"profile", "created = x'0102'"}, std::pair{"profile", "name = NULL"},
              std::pair{"session", "touched = 'late'"}, std::pair{"study", "retention = 0.5"}}) {
            CAPTURE(std::string(change));
            put(folder.database(), whole);
            const std::string name = table;
            const std::string schema =
                ask_sql(folder.database(), "SELECT sql FROM sqlite_master WHERE name = '" + name + "'");
            const auto write_schema = [&](const std::string& expression) {
                return run_sql(folder.database(), "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = " +
                                                      expression + " WHERE name = '" + name + "'");
            };
            REQUIRE(write_schema("replace(replace(sql, 'STRICT, ', ''), 'STRICT', '')").empty());
            REQUIRE(write_schema("replace(sql, ' NOT NULL', '')").empty());
            forge(folder.database(), name, "UPDATE " + name + " SET " + change);
            REQUIRE(write_schema("'" + schema + "'").empty());
            CHECK(refusal_of(folder.database()) == "store-damaged");
        }
    }

    TEST_CASE("the log beside a file is read too, and neither is changed") {
        const Folder folder;
        in_child([&] {
            make_foreign(folder.database());
            auto store = must(Store::open(folder.database()));
            must(store.profile_named("Berta", noon));
            ::_exit(0); // no destructor writes the log back
            return std::string();
        });
        const std::string log = folder.database().string() + "-wal";
        REQUIRE(std::filesystem::file_size(log) > 0);
        const std::string before = bytes_of(folder.database());
        const std::string log_before = bytes_of(log);
        const Folder apart;
        CHECK(must(must(open_copy(folder.database(), apart.path / "copy.db")).profiles()).size() == 2);
        CHECK(bytes_of(folder.database()) == before);
        CHECK(bytes_of(log) == log_before);
        // A backup is one file; this one is restored with its log.
        CHECK_FALSE(must(restore(folder.database(), apart.path / "progress.sqlite", noon)).has_value());
        CHECK(must(must(Store::open(apart.path / "progress.sqlite")).profiles()).size() == 2);
    }

    TEST_CASE("a file with a rollback journal beside it is refused") {
        const Folder folder;
        make_foreign(folder.database());
        put(folder.database().string() + "-journal", "");
        CHECK(refusal_of(folder.database()).empty());
        put(folder.database().string() + "-journal", std::string(600, 'x'));
        CHECK(refusal_of(folder.database()) == "store-unfinished");
        std::filesystem::remove(folder.database().string() + "-journal");
        REQUIRE(::mkfifo((folder.database().string() + "-journal").c_str(), 0600) == 0);
        CHECK(refusal_of(folder.database()) == "store-unfinished");
        CHECK(code_of(Store::open(folder.database())) == "store-failed");
    }

    TEST_CASE("a journal cannot make SQLite delete another file") {
        const Folder folder;
        make_foreign(folder.database());
        const auto victim = folder.path / "letter";
        put(victim, "Dear aunt");
        put(folder.database().string() + "-journal",
            std::string(512, '\0') + victim.string() + "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
        CHECK(code_of(Store::open(folder.database())) == "store-damaged");
        CHECK(bytes_of(victim) == "Dear aunt");
    }

    TEST_CASE("a pipe, a folder, a missing file and a file that is too large are refused") {
        const Folder folder;
        CHECK(refusal_of(folder.path) == "file-not-read");
        REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
        CHECK(refusal_of(folder.path / "pipe") == "file-not-read");
        CHECK(refusal_of("/dev/zero") == "file-not-read");
        CHECK(refusal_of(folder.path / "nowhere") == "file-missing");
        put(folder.path / "large", "");
        std::filesystem::resize_file(folder.path / "large", std::uintmax_t{3} << 30);
        CHECK(refusal_of(folder.path / "large") == "file-too-large");
        CHECK(code_of(Store::open(folder.path / "large")) == "file-too-large");
    }

    TEST_CASE("databases, their logs, backups and exports can be read by their owner alone, whatever the umask") {
        const Folder folder;
        const mode_t before = ::umask(0);
        {
            auto store = must(Store::open(folder.database()));
            const auto profile = must(store.profile_named("Ada", noon)).id;
            CHECK(mode_of(folder.database()) == 0600);
            CHECK(mode_of(folder.database().string() + "-wal") == 0600);
            const auto backup = must(store.back_up(folder.path / "backups", noon));
            CHECK(mode_of(backup) == 0600);
            CHECK(mode_of(folder.path / "backups") == 0700);
            must(store.export_profile(profile, folder.path / "out.db"));
            CHECK(mode_of(folder.path / "out.db") == 0600);
            // On another file system the export is copied.
            const std::filesystem::path elsewhere = "/dev/shm/" + folder.path.filename().string();
            must(store.export_profile(profile, elsewhere));
            CHECK(mode_of(elsewhere) == 0600);
            CHECK(must(must(Store::open(elsewhere)).profiles()).size() == 1);
            std::filesystem::remove(elsewhere);
            CHECK(code_of(store.export_profile(profile, folder.path / "no" / "such" / "folder")) == "file-not-written");
        }
        must(restore(folder.path / "out.db", folder.database(), noon));
        CHECK(mode_of(folder.database()) == 0600);
        // What an earlier version left open to others is closed.
        std::filesystem::permissions(folder.database(), std::filesystem::perms(0644));
        must(Store::open(folder.database()));
        CHECK(mode_of(folder.database()) == 0600);
        ::umask(before);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path))
            CHECK_FALSE(entry.path().filename().string().starts_with(".work-"));
    }

    TEST_CASE("a backup that cannot be put in place at last leaves the earlier progress where it was") {
        const Folder folder;
        make_foreign(folder.database());
        const Folder other;
        make_foreign(other.database());
        const std::string before = bytes_of(folder.database());
        {
            // The checked copy disappears when the progress is looked at, which is the last step before they move.
            const OpenHook hook([&] {
                std::error_code not_a_folder;
                for (const auto& entry : std::filesystem::directory_iterator(folder.path))
                    std::filesystem::remove(entry.path() / "restored.db", not_a_folder);
            });
            CHECK(code_of(restore(other.database(), folder.database(), noon)) == "file-not-written");
        }
        CHECK(bytes_of(folder.database()) == before);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
        CHECK(code_of(restore(other.database(), folder.database(), noon)).empty());
    }

    TEST_CASE("a backup that cannot be counted changes nothing") {
        const Folder folder;
        make_foreign(folder.database());
        const Folder other;
        make_foreign(other.database());
        REQUIRE(run_sql(other.database(), "DELETE FROM suspended").empty());
        const std::string before = bytes_of(folder.database());
        const auto refused = restore(other.database(), folder.database(), noon,
                                     [](const Store&) -> Result<void> { return fail("cannot-be-counted"); });
        CHECK(code_of(refused) == "cannot-be-counted");
        CHECK(bytes_of(folder.database()) == before);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
    }
}
