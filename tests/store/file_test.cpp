#include <doctest/doctest.h>

#include <csignal>

#include <sys/prctl.h>

#include "engine/store/store.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

/// Makes a database with a profile and a short session.
void make_database(const std::filesystem::path& file) {
    auto store = must(Store::open(file));
    const auto profile = must(store.profile_named("Ada", {5})).id;
    Script script;
    script.ask().must(CloseQuestion{}).must(FinishSession{});
    append_all(store, profile, SessionId{"a"}, script.history.log);
}

std::string wal_of(const std::filesystem::path& file) { return file.string() + "-wal"; }

/// Leaves the database with a write-ahead log beside it that contains `sql`, as a crash would.
void crash_after(const std::filesystem::path& file, const std::string& sql) {
    const std::string said = in_child([&]() -> std::string {
        sqlite3* handle = nullptr;
        sqlite3_open(file.c_str(), &handle);
        if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return sqlite3_errmsg(handle);
        return "";
    });
    REQUIRE(said.empty());
    std::filesystem::remove(file.string() + "-shm");
}

std::string open_code(const std::filesystem::path& file) { return code_of(Store::open(file)); }

} // namespace

TEST_SUITE("store/file") {
    TEST_CASE("a missing and an empty file become a new database that names its program and version") {
        const Folder folder;
        CHECK(open_code(folder.database()).empty());
        CHECK(ask_sql(folder.database(), "PRAGMA application_id") == std::to_string(0x4368656C));
        CHECK(ask_sql(folder.database(), "PRAGMA user_version") == newest_version);
        CHECK(ask_sql(folder.database(), "PRAGMA journal_mode") == "wal");
        CHECK_FALSE(std::filesystem::exists(wal_of(folder.database())));
        const auto empty = folder.path / "empty";
        put(empty, "");
        CHECK(open_code(empty).empty());
        CHECK(ask_sql(empty, "PRAGMA user_version") == newest_version);
    }

    TEST_CASE("a file with a name of blanks, quotes, signs and other scripts is opened") {
        const Folder folder;
        for (const char* name : {" a b ", "it's \"x\"", "file:x?mode=memory", ":memory:", "ünï 名前 👩", "##%20"}) {
            CAPTURE(name);
            CHECK(open_code(folder.path / name).empty());
            CHECK(std::filesystem::file_size(folder.path / name) > 0);
        }
    }

    TEST_CASE("what was written is there after closing and opening, and after a crash") {
        const Folder folder;
        make_database(folder.database());
        in_child([&] {
            auto store = must(Store::open(folder.database()));
            must(store.profile_named("Ben", {6}));
            ::_exit(0); // no destructor closes anything
            return std::string();
        });
        CHECK(std::filesystem::file_size(wal_of(folder.database())) > 0);
        auto store = must(Store::open(folder.database()));
        CHECK(must(store.profiles()).size() == 2);
        CHECK(must(store.events(SessionId{"a"})).size() == 5);
    }

    TEST_CASE("a second opener is told at once that the store is in use, and it is free when the first one dies") {
        const Folder folder;
        for (const bool existing : {false, true}) {
            CAPTURE(existing);
            int ready[2];
            REQUIRE(::pipe(ready) == 0);
            const pid_t first = ::fork();
            if (first == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a failing test leaves no process behind
                const auto store = Store::open(folder.database());
                const char byte = store ? '1' : '0';
                if (::write(ready[1], &byte, 1) == 1) ::pause();
                ::_exit(0);
            }
            char byte = 0;
            REQUIRE(::read(ready[0], &byte, 1) == 1);
            CHECK(byte == '1');
            const auto second = Store::open(folder.database());
            REQUIRE_FALSE(second.has_value());
            CHECK(second.error() == Error{"store-locked", {{"path", folder.database().string()}}});
            ::kill(first, SIGKILL);
            ::waitpid(first, nullptr, 0);
            ::close(ready[0]);
            ::close(ready[1]);
            CHECK(open_code(folder.database()).empty());
        }
    }

    TEST_CASE("opening twice in one process is refused too, and leaves the first one's lock") {
        const Folder folder;
        const std::string said = in_child([&]() -> std::string {
            auto first = must(Store::open(folder.database()));
            if (open_code(folder.database()) != "store-locked") return "opened twice";
            const pid_t other = ::fork();
            if (other == 0) ::_exit(open_code(folder.database()) == "store-locked" ? 0 : 1);
            int status = 1;
            ::waitpid(other, &status, 0);
            if (status != 0) return "the lock is gone";
            return code_of(first.profile_named("Ada", {5}));
        });
        CHECK(said.empty());
    }

    TEST_CASE("a database of every earlier version is brought up to date with all that is in it") {
        const Folder folder;
        std::string version;
        SUBCASE("1") { version = "1"; }
        SUBCASE("2") { version = "2"; }
        SUBCASE("3") { version = "3"; }
        SUBCASE("4") { version = "4"; }
        SUBCASE("5") { version = "5"; }
        SUBCASE("6") { version = "6"; }
        SUBCASE("7") { version = "7"; }
        std::filesystem::copy_file("tests/store/golden/version-" + version + ".db", folder.database());
        auto store = must(Store::open(folder.database()));
        const auto profiles = must(store.profiles());
        REQUIRE(profiles.size() == 1);
        CHECK(profiles[0].name == "Ada");
        const auto history = must(store.history(profiles[0].id));
        REQUIRE(history.size() == 1);
        CHECK(history[0].round.value == "which-has-more");
        CHECK(must(store.events(history[0].session)).size() > 20);
        CHECK(must(store.suspended(profiles[0].id)).size() == (version == "1" ? 0U : 1U));
        // From schema version 4 on, memory is saved with the journal.
        const auto records = must(store.records(profiles[0].id, 1));
        CHECK(records.has_value() == (version >= "4"));
        if (records) CHECK(records->size() >= 8);
        CHECK(must(store.profiles(ProfileKind::classroom)).empty());
        // From schema version 6 on, workshops are saved.
        const auto workshops = must(store.profiles(ProfileKind::workshop));
        CHECK(workshops.size() == (version >= "6" ? 1U : 0U));
        if (!workshops.empty()) {
            const auto left = must(store.interrupted(workshops[0].id));
            REQUIRE(left.has_value());
            const auto workshop = left->history.state.workshop;
            REQUIRE(workshop.has_value());
            CHECK(*workshop == quiz::WorkshopState{2, 1, {{{2, 0}, {1, 2, 3, 4}}}});
        }
        CHECK(must(store.profile_named("Ada", {5}, ProfileKind::classroom)).id != profiles[0].id);
        REQUIRE(store.suspend(profiles[0].id, {{ItemKind::fact, "x"}}).has_value());
    }

    TEST_CASE("a newer database is refused and stays as it is, byte for byte") {
        const Folder folder;
        make_database(folder.database());
        SUBCASE("closed") {
            REQUIRE(run_sql(folder.database(), "PRAGMA user_version = 8; CREATE TABLE future (x)").empty());
        }
        SUBCASE("its version still in the log") {
            crash_after(folder.database(), "CREATE TABLE future (x); PRAGMA user_version = 8");
        }
        const bool log = std::filesystem::exists(wal_of(folder.database()));
        const std::string before = bytes_of(folder.database());
        const std::string log_before = bytes_of(wal_of(folder.database()));
        const auto store = Store::open(folder.database());
        REQUIRE_FALSE(store.has_value());
        CHECK(
            store.error() ==
            Error{"store-newer", {{"path", folder.database().string()}, {"version", "8"}, {"known", newest_version}}});
        CHECK(bytes_of(folder.database()) == before);
        CHECK(bytes_of(wal_of(folder.database())) == log_before);
        CHECK(std::filesystem::exists(wal_of(folder.database())) == log);
        CHECK_FALSE(std::filesystem::exists(folder.database().string() + "-journal"));
    }

    TEST_CASE("another program's database is refused and stays as it is") {
        const Folder folder;
        SUBCASE("no application named") {
            REQUIRE(run_sql(folder.database(), "CREATE TABLE t (x); PRAGMA user_version = 1").empty());
        }
        SUBCASE("another application named") {
            REQUIRE(run_sql(folder.database(), "PRAGMA application_id = 77; CREATE TABLE t (x)").empty());
        }
        SUBCASE("with a log") {
            REQUIRE(run_sql(folder.database(), "PRAGMA journal_mode = WAL; CREATE TABLE t (x)").empty());
            crash_after(folder.database(), "INSERT INTO t VALUES (1)");
        }
        const std::string before = bytes_of(folder.database());
        const std::string log_before = bytes_of(wal_of(folder.database()));
        CHECK(open_code(folder.database()) == "store-foreign");
        CHECK(bytes_of(folder.database()) == before);
        CHECK(bytes_of(wal_of(folder.database())) == log_before);
    }

    TEST_CASE("what is no whole database is refused and stays as it is") {
        const Folder folder;
        make_database(folder.database());
        const std::string whole = bytes_of(folder.database());
        std::vector<std::string> broken{"x",
                                        "SQLite format 3",
                                        "hello, I am a diary\n" + std::string(5000, 'x'),
                                        std::string(4096, '\0'),
                                        whole.substr(0, 99),
                                        whole.substr(0, 4096),
                                        whole.substr(0, whole.size() / 2),
                                        whole.substr(0, whole.size() - 1),
                                        whole.substr(0, whole.size() - 4096)};
        for (std::size_t page = 0; page < whole.size(); page += 4096)
            broken.push_back(std::string(whole).replace(page, 4096, 4096, '\0'));
        for (const auto& bytes : broken) {
            CAPTURE(bytes.size());
            put(folder.database(), bytes);
            const auto store = Store::open(folder.database());
            REQUIRE_FALSE(store.has_value());
            CHECK(store.error().code == "store-damaged");
            CHECK(bytes_of(folder.database()) == bytes);
            CHECK_FALSE(std::filesystem::exists(wal_of(folder.database())));
        }
        for (const char* sql : {"DROP TABLE journal", "ALTER TABLE session DROP COLUMN streak",
                                "PRAGMA user_version = 0", "PRAGMA user_version = -1", "DELETE FROM installation"}) {
            CAPTURE(sql);
            put(folder.database(), whole);
            REQUIRE(run_sql(folder.database(), sql).empty());
            const std::string bytes = bytes_of(folder.database());
            CHECK(open_code(folder.database()) == "store-damaged");
            CHECK(bytes_of(folder.database()) == bytes);
        }
    }

    TEST_CASE("an emptied database with its log beside it is not taken for a new one") {
        const Folder folder;
        make_database(folder.database());
        crash_after(folder.database(), "INSERT INTO profile VALUES (9, randomblob(16), 'x', 1, 1)");
        const std::string log = bytes_of(wal_of(folder.database()));
        put(folder.database(), "");
        CHECK(open_code(folder.database()) == "store-damaged");
        CHECK(bytes_of(wal_of(folder.database())) == log);
    }

    TEST_CASE("a folder, a pipe, a circle of links and a missing folder are told as failures") {
        const Folder folder;
        CHECK(open_code(folder.path) == "store-failed");
        REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
        CHECK(open_code(folder.path / "pipe") == "store-failed");
        std::filesystem::create_symlink(folder.path / "b", folder.path / "a");
        std::filesystem::create_symlink(folder.path / "a", folder.path / "b");
        CHECK(open_code(folder.path / "a") == "store-failed");
        const auto missing = Store::open(folder.path / "nowhere" / "x");
        REQUIRE_FALSE(missing.has_value());
        CHECK(missing.error().code == "store-failed");
        CHECK(missing.error().args.front() ==
              std::pair<std::string, std::string>("path", (folder.path / "nowhere" / "x").string()));
    }

    TEST_CASE("a folder or file that may not be written is told, and stays as it is") {
        const Folder folder;
        make_database(folder.database());
        const std::string before = bytes_of(folder.database());
        // Permissions do not apply to root, so another user tries.
        constexpr uid_t nobody = 65534;
        const auto tried = [&](const std::filesystem::path& file) {
            return in_child([&]() -> std::string {
                if (::geteuid() == 0 && ::setuid(nobody) != 0) return "still root";
                return open_code(file);
            });
        };
        const bool root = ::geteuid() == 0;
        SUBCASE("the folder, with a file that may be written") {
            if (root) REQUIRE(::chown(folder.database().c_str(), nobody, 0) == 0);
            ::chmod(folder.path.c_str(), 0555);
            CHECK(tried(folder.database()) == "store-read-only");
        }
        SUBCASE("the folder, without a file") {
            ::chmod(folder.path.c_str(), 0555);
            CHECK(tried(folder.path / "new") == "store-read-only");
            CHECK_FALSE(std::filesystem::exists(folder.path / "new"));
        }
        SUBCASE("the file") {
            ::chmod(folder.path.c_str(), 0777);
            ::chmod(folder.database().c_str(), 0444);
            CHECK(tried(folder.database()) == "store-read-only");
        }
        SUBCASE("a file that may not even be read") {
            ::chmod(folder.path.c_str(), 0777);
            ::chmod(folder.database().c_str(), 0000);
            CHECK(tried(folder.database()) == "store-read-only");
            ::chmod(folder.database().c_str(), 0600);
        }
        CHECK(bytes_of(folder.database()) == before);
        CHECK_FALSE(std::filesystem::exists(wal_of(folder.database())));
    }
}
