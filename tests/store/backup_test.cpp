// Tests which backups are kept, that each is whole, and that an older database is copied before it is changed.
#include "engine/store/backup.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <map>
#include <set>

#include <sys/resource.h>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "tests/store/kills.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t a_day = 24 * hour;
constexpr Millis evening{1'795'800'000'000}; // 2026-11-27T17:20:00Z

/// Makes a database with one person and a session they played.
ProfileId played(const std::filesystem::path& file, const std::string& session = "s") {
    auto store = must(Store::open(file));
    const auto profile = must(store.profile_named("Ada", {5})).id;
    Script script;
    script.history.state.id = SessionId{session};
    append_all(store, profile, SessionId{session}, script.history.log);
    return profile;
}

std::size_t sessions_in(const std::filesystem::path& file) {
    return static_cast<std::size_t>(std::stoi(ask_sql(file, "SELECT count(*) FROM session")));
}

} // namespace

TEST_SUITE("store/backup") {
    TEST_CASE("a backup's name is its time, and other files are none") {
        CHECK(backup_name(evening) == "progress-20261127T172000Z.db");
        const Folder folder;
        for (const char* name :
             {"progress-20261127T172000Z.db", "progress-20240229T000001Z.db", "progress-20230229T000000Z.db",
              "progress-20261127T172000Z.db.making", "progress-20261127T246000Z.db", "progress.db",
              "before-version-4-from-1.db", "progress-2026112xT184000Z.db"}) {
            put(folder.path / name, "x");
        }
        const auto found = backups_in(folder.path);
        REQUIRE(found.size() == 2);
        CHECK(found[0].made == evening);
        CHECK(found[1].file.filename() == "progress-20240229T000001Z.db");
        CHECK(backups_in(folder.path / "nowhere").empty());
    }

    TEST_CASE("seven days, four weeks and six months are kept, however often and however seldom somebody plays") {
        Rng rng{4};
        for (const std::uint64_t most_hours : {3ULL, 30ULL, 24ULL * 5, 24ULL * 40}) {
            CAPTURE(most_hours);
            std::vector<Backup> kept;
            Millis now = evening;
            for (int i = 0; i < 1500; ++i) {
                now = now + Millis{static_cast<std::int64_t>(1 + rng.below(most_hours)) * hour};
                kept.push_back({std::to_string(i), now, i + 1});
                for (const Backup& gone : outdated(kept)) std::erase(kept, gone);
                REQUIRE(kept.size() <= 17);
                REQUIRE(kept.back().made == now); // the newest is always kept
                CHECK(outdated(kept).empty());
            }
            std::set<std::int64_t> days;
            for (const Backup& backup : kept) days.insert(backup.made.count / a_day);
            CHECK(days.size() == kept.size()); // one a day is enough
            CHECK(kept.size() >= 7);
            const std::int64_t reach = (kept.back().made.count - kept.front().made.count) / a_day;
            CHECK(reach >= 120); // the oldest is months old
        }
    }

    TEST_CASE("a backup is the whole database, and old ones go only after a new one stands") {
        const Folder folder;
        played(folder.database());
        auto store = must(Store::open(folder.database()));
        for (int day = 0; day < 20; ++day) {
            const auto file = must(store.back_up(folder.path / "backups", evening + Millis{day * a_day}));
            CHECK(sessions_in(file) == 1);
        }
        const auto backups = backups_in(folder.path / "backups");
        CHECK(backups.size() < 12);
        auto copy = must(Store::open(backups.front().file));
        CHECK(must(copy.profiles()) == must(store.profiles()));
        CHECK(must(copy.interrupted(must(copy.profiles()).front().id))->session.value == "s");
    }

    TEST_CASE("one start in 2035 spoils neither the order of the backups nor the days that are kept") {
        const Folder folder;
        const auto profile = played(folder.database());
        const auto backups = folder.path / "backups";
        constexpr Millis in_2035{2'056'000'000'000};
        std::size_t sessions = 1;
        for (int day = 0; day < 16; ++day) {
            auto store = must(Store::open(folder.database()));
            must(store.back_up(backups, day == 3 ? in_2035 : evening + Millis{day * a_day}));
            Script script;
            script.history.state.id = SessionId{std::to_string(day)};
            append_all(store, profile, SessionId{std::to_string(day)}, script.history.log);
            ++sessions;
        }
        const auto found = backups_in(backups);
        CHECK(found.front().made == evening + Millis{15 * a_day});
        CHECK(sessions_in(newest_sound(backups).value().file) == sessions - 1);
        std::set<std::int64_t> days;
        for (const Backup& backup : found) {
            if (backup.made < in_2035) days.insert((backup.made.count - evening.count) / a_day);
        }
        for (std::int64_t day = 9; day < 16; ++day) CHECK(days.contains(day)); // the last seven true days
        CHECK(std::is_sorted(found.begin(), found.end(),
                             [](const Backup& a, const Backup& b) { return b.number < a.number; }));
    }

    TEST_CASE("after a restore the next backup is the newest") {
        const Folder folder;
        played(folder.database());
        const auto backups = folder.path / "backups";
        std::filesystem::path first;
        {
            auto store = must(Store::open(folder.database()));
            first = must(store.back_up(backups, evening));
            for (int day = 1; day < 4; ++day) must(store.back_up(backups, evening + Millis{day * a_day}));
        }
        must(restore(first, folder.database(), evening + Millis{4 * a_day}));
        auto store = must(Store::open(folder.database()));
        const auto next = must(store.back_up(backups, evening - Millis{a_day})); // and the clock is wrong
        CHECK(backups_in(backups).front().file == next);
    }

    TEST_CASE("what does not hold together is not backed up, and pushes no good backup out") {
        const Folder folder;
        const auto profile = played(folder.database());
        auto store = must(Store::open(folder.database()));
        for (int day = 0; day < 12; ++day) must(store.back_up(folder.path / "backups", evening + Millis{day * a_day}));
        const auto before = backups_in(folder.path / "backups");
        // Overwrite a page of the file behind the store's back, after the log was written into the file.
        {
            std::fstream file(folder.database(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(4096 * 3);
            const std::string noise(4096, '\x5a');
            file.write(noise.data(), static_cast<std::streamsize>(noise.size()));
        }
        const auto backup = store.back_up(folder.path / "backups", evening + Millis{40 * a_day});
        if (!backup) CHECK(backup.error().code == "store-damaged");
        CHECK(backups_in(folder.path / "backups").size() >= before.size());
        (void)profile;
    }

    TEST_CASE("a full disk makes no backup and takes none away") {
        const Folder folder;
        played(folder.database());
        const std::string said = in_child([&]() -> std::string {
            auto store = must(Store::open(folder.database()));
            for (int day = 0; day < 9; ++day)
                must(store.back_up(folder.path / "backups", evening + Millis{day * a_day}));
            const auto before = backups_in(folder.path / "backups");
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit small{4096, 4096};
            ::setrlimit(RLIMIT_FSIZE, &small);
            const auto backup = store.back_up(folder.path / "backups", evening + Millis{30 * a_day});
            if (backup) return "a backup on a full disk";
            if (backups_in(folder.path / "backups") != before) return "the backups are others";
            return backup.error().code;
        });
        CHECK(said == "store-full");
        for (const auto& entry : std::filesystem::directory_iterator(folder.path / "backups"))
            CHECK(entry.path().extension() == ".db");
    }

    TEST_CASE("a backup comes into the place of what is there, which is kept") {
        const Folder folder;
        played(folder.database());
        std::filesystem::path backup;
        {
            auto store = must(Store::open(folder.database()));
            backup = must(store.back_up(folder.path / "backups", evening));
        }
        played(folder.database(), "later");
        CHECK(sessions_in(folder.database()) == 2);
        const auto aside = must(restore(backup, folder.database(), evening));
        REQUIRE(aside.has_value());
        CHECK(sessions_in(folder.database()) == 1);
        CHECK(sessions_in(*aside) == 2);
        CHECK(std::filesystem::exists(backup));
        // Restore once more: a file that was set aside is never overwritten.
        const auto second = must(restore(*aside, folder.database(), evening));
        CHECK(second != aside);
        CHECK(sessions_in(folder.database()) == 2);
        std::filesystem::remove(folder.database());
        CHECK_FALSE(must(restore(backup, folder.database(), evening)).has_value());
        CHECK(sessions_in(folder.database()) == 1);
    }

    TEST_CASE("a damaged or foreign backup is not taken, an open progress not moved, and nothing changes then") {
        const Folder folder;
        played(folder.database());
        put(folder.path / "noise.db", std::string(9000, 'x'));
        put(folder.path / "short.db", bytes_of(folder.database()).substr(0, 5000));
        const std::string before = bytes_of(folder.database());
        for (const char* bad : {"noise.db", "short.db"}) {
            CHECK(code_of(restore(folder.path / bad, folder.database(), evening)) == "store-damaged");
            CHECK(bytes_of(folder.database()) == before);
        }
        CHECK_FALSE(restore(folder.path / "nowhere.db", folder.database(), evening).has_value());
        std::filesystem::copy_file(folder.database(), folder.path / "good.db");
        const std::string said = in_child([&] {
            const auto open = must(Store::open(folder.database()));
            return in_child([&] { return code_of(restore(folder.path / "good.db", folder.database(), evening)); });
        });
        CHECK(said == "store-locked");
        CHECK(sessions_in(folder.database()) == 1);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path))
            CHECK(entry.path().string().find(".restoring") == std::string::npos);
    }

    TEST_CASE("an older database is kept as it was before the steps to a newer version") {
        for (const char* version : {"1", "2", "3", "4", "5", "6"}) {
            CAPTURE(version);
            const Folder folder;
            std::filesystem::copy_file(std::string("tests/store/golden/version-") + version + ".db", folder.database());
            { const auto store = must(Store::open(folder.database())); }
            const auto kept =
                folder.path / "backups" / ("before-version-" + newest_version + "-from-" + version + ".db");
            REQUIRE(std::filesystem::exists(kept));
            CHECK(ask_sql(kept, "PRAGMA user_version") == version);
            CHECK(ask_sql(kept, "SELECT count(*) FROM journal") ==
                  ask_sql(folder.database(), "SELECT count(*) FROM journal"));
            CHECK(ask_sql(folder.database(), "PRAGMA user_version") == newest_version);
        }
    }

    TEST_CASE("without room to keep it, an older database is left as it is") {
        const Folder folder;
        std::filesystem::copy_file("tests/store/golden/version-3.db", folder.database());
        const std::string before = bytes_of(folder.database());
        const std::string said = in_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit small{8192, 8192};
            ::setrlimit(RLIMIT_FSIZE, &small);
            return code_of(Store::open(folder.database()));
        });
        CHECK(said == "store-full");
        CHECK(bytes_of(folder.database()) == before);
        CHECK(must(must(Store::open(folder.database())).profiles()).size() == 1);
    }

    TEST_CASE("killed in the middle of a migration, the progress is the old one or the new one, whole") {
        const Campaign kills{"kills during a migration", 100};
        const auto old_database = [](const Folder& folder, const std::string& version) {
            std::filesystem::copy_file("tests/store/golden/version-" + version + ".db", folder.database());
        };
        std::map<std::string, std::int64_t> operations; // of a whole migration, by the version it begins with
        std::size_t migrated = 0;
        for (const std::uint64_t kill : kills) {
            CAPTURE(kill);
            const std::string version = std::to_string(1 + kill % 5);
            if (!operations.contains(version)) {
                const Folder folder;
                old_database(folder, version);
                operations[version] = operations_of([&] { (void)Store::open(folder.database()); });
            }
            const Folder folder;
            old_database(folder, version);
            const std::string rows = ask_sql(folder.database(), "SELECT count(*) FROM journal");
            // The last twenty of a hundred come to the end. Half of the others die between two operations.
            const std::int64_t operation = operations[version] * static_cast<std::int64_t>(kill) / 80;
            const bool at_once = kill / 10 % 2 == 0;
            Rng rng = stream_of(8, kill);
            const bool died = killed([&] { (void)Store::open(folder.database()); }, operation,
                                     std::chrono::microseconds(at_once ? 0 : 1 + rng.below(1'000)));
            CHECK((died == (kill < 80) || !at_once));
            const std::string now = ask_sql(folder.database(), "PRAGMA user_version");
            CHECK((now == version || now == newest_version));
            migrated += now == newest_version ? 1 : 0;
            auto store = must(Store::open(folder.database()));
            CHECK(must(store.history(must(store.profiles()).front().id)).size() == 1);
            CHECK(ask_sql(folder.path / "backups" / ("before-version-" + newest_version + "-from-" + version + ".db"),
                          "SELECT count(*) FROM journal") == rows);
        }
        CHECK(migrated > 0);
        CHECK(migrated < kills.size());
    }

    TEST_CASE("killed in the middle of a backup, every backup there is is whole") {
        const Folder folder;
        played(folder.database());
        const std::int64_t operations = operations_of(
            [&] { (void)must(Store::open(folder.database())).back_up(folder.path / "backups", evening); });
        for (const std::uint64_t kill : Campaign{"kills during backups", 100}) {
            CAPTURE(kill);
            Rng rng = stream_of(9, kill);
            const auto operation = static_cast<std::int64_t>(rng.below(4 * static_cast<std::uint64_t>(operations)));
            const bool died = killed(
                [&] {
                    auto store = Store::open(folder.database());
                    for (std::uint64_t i = 1; store && i <= 50; ++i)
                        (void)store->back_up(folder.path / "backups",
                                             evening + Millis{static_cast<std::int64_t>(kill * 50 + i) * hour});
                },
                operation, std::chrono::microseconds(kill % 2 == 0 ? 0 : 1 + rng.below(1'000)));
            CHECK((died || kill % 2 != 0));
        }
        CHECK(sessions_in(folder.database()) == 1);
        const auto backups = backups_in(folder.path / "backups");
        CHECK_FALSE(backups.empty());
        for (const Backup& backup : backups) {
            CAPTURE(backup.file.string());
            CHECK(must(must(Store::open(backup.file)).profiles()).size() == 1);
        }
        auto store = must(Store::open(folder.database()));
        must(store.back_up(folder.path / "backups", evening + Millis{6000 * hour}));
        for (const auto& entry : std::filesystem::directory_iterator(folder.path / "backups")) {
            CHECK(entry.path().extension() == ".db"); // unfinished copies are removed
        }
    }
}
