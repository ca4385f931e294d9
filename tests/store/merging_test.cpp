// Tests one person's progress on two machines: export, merge, merge again, and sessions continued separately.
#include <set>

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

/// One machine of a person: a folder with progress in it.
struct Machine {
    Folder folder;

    [[nodiscard]] Store open() const { return must(Store::open(folder.database())); }

    /// Plays a session, or continues one, up to this many answers.
    void play(const std::string& name, const std::string& session, int answers, Millis wall = {1000}) const {
        auto store = open();
        const auto profile = must(store.profile_named(name, {5})).id;
        Script script({{ada, name}}, a_program(100));
        for (int i = 0; i < answers; ++i)
            script.ask().must(SubmitAnswer{ada, i % 2 == 0 ? script.key() : script.wrong()});
        append_all(store, profile, SessionId{session}, script.history.log,
                   must(store.events(SessionId{session})).size(), wall);
    }

    [[nodiscard]] std::filesystem::path take_out(const std::string& name) const {
        auto store = open();
        static int count = 0;
        const auto file = folder.path / ("out" + std::to_string(++count) + ".db");
        must(store.export_profile(must(store.profile_named(name, {5})).id, file));
        return file;
    }

    Merged import_profiles(const std::filesystem::path& file, const MergeAs& how = {}) const {
        auto store = open();
        const auto other = must(Store::open(file));
        return must(store.merge(other, must(other.profiles()).front(), how));
    }

    [[nodiscard]] std::string count(const std::string& table) const {
        return ask_sql(folder.database(), "SELECT count(*) FROM " + table);
    }
};

} // namespace

TEST_SUITE("store/merging") {
    TEST_CASE("what is taken out is one person's, whole, and nothing of anybody else stands in the file") {
        const Machine home;
        home.play("Ada", "a", 3);
        home.play("Berta Unmistakable", "b", 2);
        {
            auto store = home.open();
            must(store.suspend(must(store.profile_named("Ada", {5})).id, {{ItemKind::fact, "x"}}));
        }
        const auto file = home.take_out("Ada");
        CHECK(bytes_of(file).find("Unmistakable") == std::string::npos);
        auto copy = must(Store::open(file));
        REQUIRE(must(copy.profiles()).size() == 1);
        CHECK(must(copy.events(SessionId{"a"})) == must(home.open().events(SessionId{"a"})));
        CHECK(must(copy.events(SessionId{"b"})).empty());
        CHECK(must(copy.suspended(must(copy.profiles()).front().id)) == ItemList{{ItemKind::fact, "x"}});
        CHECK(home.count("profile") == "2");
        // An existing file is not overwritten.
        auto store = home.open();
        CHECK(code_of(store.export_profile(must(store.profiles()).front().id, file)) == "file-exists");
    }

    TEST_CASE("what somebody does not want to be asked comes along, even what names no item this program knows") {
        const Machine home;
        home.play("Ada", "a", 1);
        ItemList aside{{ItemKind::question, "q"}};
        aside.add_text("recipe:of a newer program");
        {
            auto store = home.open();
            must(store.suspend(must(store.profile_named("Ada", {5})).id, aside));
        }
        const Machine other;
        CHECK(other.import_profiles(home.take_out("Ada")).is_new);
        auto store = other.open();
        CHECK(must(store.suspended(must(store.profiles()).front().id)) == aside);
    }

    TEST_CASE("imported on an empty machine it is all there, once, however often it comes") {
        const Machine home;
        home.play("Ada", "a", 3);
        home.play("Ada", "b", 1);
        const auto file = home.take_out("Ada");
        const Machine away;
        const Merged first = away.import_profiles(file);
        CHECK(first.is_new);
        CHECK(first.sessions == 2);
        CHECK(away.count("journal") == home.count("journal"));
        CHECK(std::to_string(first.events) == home.count("journal"));
        CHECK(must(away.open().events(SessionId{"a"})) == must(home.open().events(SessionId{"a"})));
        const Merged again = away.import_profiles(file);
        CHECK_FALSE(again.is_new);
        CHECK(again.events == 0);
        CHECK(again.sessions == 0);
        CHECK(away.count("journal") == home.count("journal"));
        // Merging back adds nothing where it came from.
        CHECK(home.import_profiles(away.take_out("Ada")).events == 0);
    }

    TEST_CASE("a session that goes on elsewhere comes back as the same one, with what is new alone") {
        const Machine home;
        home.play("Ada", "a", 2);
        const Machine away;
        (void)away.import_profiles(home.take_out("Ada"));
        away.play("Ada", "a", 5, {90'000});
        away.play("Ada", "new", 1, {95'000});
        const auto before = std::stoi(home.count("journal"));
        const Merged merged = home.import_profiles(away.take_out("Ada"));
        CHECK(merged.sessions == 2);
        CHECK(before + static_cast<int>(merged.events) == std::stoi(home.count("journal")));
        CHECK(home.count("session") == "2");
        CHECK(must(home.open().events(SessionId{"a"})) == must(away.open().events(SessionId{"a"})));
        // The writer of each row stays known: two machines, each with its own count.
        CHECK(ask_sql(home.folder.database(), "SELECT count(DISTINCT origin) FROM journal") == "2");
        CHECK(home.count("machine") == "1");
        CHECK(home.import_profiles(away.take_out("Ada")).events == 0);
    }

    TEST_CASE("a session that went on apart on both is kept as two, and stays so") {
        const Machine home;
        home.play("Ada", "a", 2);
        const Machine away;
        (void)away.import_profiles(home.take_out("Ada"));
        home.play("Ada", "a", 3, {50'000});
        away.play("Ada", "a", 4, {60'000});
        const Merged merged = home.import_profiles(away.take_out("Ada"));
        CHECK(merged.sessions == 1);
        CHECK(home.count("session") == "2");
        CHECK(home.import_profiles(away.take_out("Ada")).events == 0);
        away.play("Ada", "a", 6, {70'000});
        CHECK(home.import_profiles(away.take_out("Ada")).sessions == 1);
        CHECK(home.count("session") == "2");
        auto store = home.open();
        const auto profile = must(store.profiles()).front().id;
        std::vector<std::size_t> lengths;
        must(store.each_session(profile, [&](SessionLog&& log) {
            lengths.push_back(log.history.log.size());
            CHECK(log.stamps.size() == log.history.log.size());
            return Result<void>{};
        }));
        CHECK(lengths.size() == 2);
        CHECK(lengths[0] != lengths[1]);
        // Answers that both copies have count once: two answers, then one here and four there.
        const auto totals = must(store.totals_by_topic(profile));
        REQUIRE(totals.size() == 1);
        CHECK(totals[0].answered == 7);
    }

    TEST_CASE("the same name is not the same person until somebody says so") {
        const Machine home;
        home.play("Ada", "a", 2);
        home.play("Ben", "ben", 1);
        const Machine away;
        away.play("ada", "b", 3);
        const auto file = away.take_out("ada");
        {
            auto store = home.open();
            const auto other = must(Store::open(file));
            const Profile stranger = must(other.profiles()).front();
            CHECK(store.merge(other, stranger).error() == Error{"name-taken", {{"name", "Ada"}}});
            CHECK(code_of(store.merge(other, stranger, {"BEN"})) == "name-taken");
            CHECK(must(store.person_like(stranger))->name == "Ada");
            CHECK(must(store.answers(must(store.person_like(stranger))->id)) == 2);
            CHECK(must(other.answers(stranger.id)) == 3);
        }
        CHECK(home.count("profile") == "2");
        CHECK(home.count("session") == "2");
        SUBCASE("the same person") {
            const Merged merged = home.import_profiles(file, {{}, true});
            CHECK_FALSE(merged.is_new);
            CHECK(merged.profile.name == "Ada");
            CHECK(home.count("profile") == "2");
            CHECK(ask_sql(home.folder.database(), "SELECT count(*) FROM session JOIN profile"
                                                  " ON profile.id = session.profile WHERE name = 'Ada'") == "2");
        }
        SUBCASE("somebody else") {
            const Merged merged = home.import_profiles(file, {"Ada L.", false});
            CHECK(merged.is_new);
            CHECK(merged.profile.name == "Ada L.");
            CHECK(home.count("profile") == "3");
            // From now on the id says who it is, whatever the name.
            CHECK(home.import_profiles(file).events == 0);
        }
    }

    TEST_CASE("several people come in together or not at all") {
        const Machine home;
        home.play("Ada", "a", 2);
        const Machine away;
        away.play("Berta", "b", 3);
        away.play("Carl", "c", 1);
        auto store = home.open();
        const auto other = must(Store::open(away.folder.database()));
        const auto strangers = must(other.profiles());
        const auto everything = [&] {
            std::string all;
            for (const Profile& one : must(store.profiles()))
                all += one.name + ' ' + std::to_string(must(store.answers(one.id))) + '\n';
            return all + std::to_string(store.next_serial());
        };
        const std::string before = everything();
        const auto refused = store.all_or_nothing([&]() -> Result<void> {
            for (const Profile& one : strangers) {
                must(store.merge(other, one));
                must(store.keep_memory(one.id, {}, 1));
            }
            CHECK(everything() != before);
            return fail("cannot-be-counted");
        });
        CHECK(code_of(refused) == "cannot-be-counted");
        CHECK(everything() == before);
        must(store.all_or_nothing([&]() -> Result<void> {
            for (const Profile& one : strangers) must(store.merge(other, one));
            return {};
        }));
        CHECK(must(store.profiles()).size() == 3);
    }

    TEST_CASE("an imported answer counts with its own clock and its own machine") {
        const Machine home;
        home.play("Ada", "a", 1, {5'000});
        const Machine away;
        away.play("Ada", "b", 1, {7'000});
        (void)home.import_profiles(away.take_out("Ada"), {{}, true});
        auto store = home.open();
        std::set<std::uint32_t> machines;
        must(store.each_session(must(store.profiles()).front().id, [&](SessionLog&& log) {
            for (const memory::Stamp& stamp : log.stamps) {
                machines.insert(stamp.machine);
                CHECK(stamp.serial > 0);
                CHECK((stamp.machine == 0) == (log.session.value == "a"));
                CHECK(stamp.wall.count >= (stamp.machine == 0 ? 5'000 : 7'000));
            }
            return Result<void>{};
        }));
        CHECK(machines == std::set<std::uint32_t>{0, 1});
    }

    TEST_CASE("what cannot be imported changes nothing") {
        const Machine home;
        home.play("Ada", "a", 2);
        const Machine away;
        away.play("Ada", "b", 3);
        const auto file = away.take_out("Ada");
        REQUIRE(
            // its checksum no longer matches
            run_sql(file, "UPDATE journal SET wall = wall + 1 WHERE seq = 2").empty());
        const std::string before = home.count("journal");
        {
            auto store = home.open();
            const auto other = must(Store::open(file));
            CHECK(code_of(store.merge(other, must(other.profiles()).front(), {{}, true})) == "store-damaged");
            // The store still works afterwards.
            CHECK(must(store.profile_named("Ada", {5})).name == "Ada");
        }
        CHECK(home.count("journal") == before);
        CHECK(home.count("machine") == "0");
        home.play("Ada", "a", 4);
        CHECK(std::stoi(home.count("journal")) > std::stoi(before));
    }

    TEST_CASE("killed in the middle of an import, all of it is there or nothing") {
        const Machine away;
        for (int i = 0; i < 12; ++i) away.play("Ada", "s" + std::to_string(i), 8);
        const auto file = away.take_out("Ada");
        const Machine home;
        home.play("Ben", "ben", 1);
        const std::string before = bytes_of(home.folder.database());
        const int rows = std::stoi(home.count("journal"));
        const int all = rows + std::stoi(ask_sql(file, "SELECT count(*) FROM journal"));
        const auto import_all = [&] { (void)home.import_profiles(file); };
        const std::int64_t operations = operations_of(import_all);
        CHECK(std::stoi(home.count("journal")) == all);
        const Campaign kills{"kills during an import", 100};
        std::size_t done = 0;
        for (const std::uint64_t kill : kills) {
            CAPTURE(kill);
            for (const char* more : {"-wal", "-shm", "-journal"})
                std::filesystem::remove(home.folder.database().string() + more);
            put(home.folder.database(), before);
            // The last twenty of a hundred come to the end. Half of the others die between two operations.
            const std::int64_t operation = operations * static_cast<std::int64_t>(kill) / 80;
            const bool at_once = kill / 10 % 2 == 0;
            Rng rng = stream_of(21, kill);
            const bool died =
                killed(import_all, operation, std::chrono::microseconds(at_once ? 0 : 1 + rng.below(1'000)));
            CHECK((died == (kill < 80) || !at_once));
            std::vector<Profile> people;
            {
                auto store = home.open();
                people = must(store.profiles());
                for (const Profile& one : people)
                    must(store.each_session(one.id, [](SessionLog&&) { return Result<void>{}; }));
            }
            CHECK((people.size() == 1 || people.size() == 2));
            const int now = std::stoi(home.count("journal"));
            CHECK(now == (people.size() == 2 ? all : rows));
            done += people.size() == 2 ? 1 : 0;
        }
        CHECK(done > 0);
        CHECK(done < kills.size());
    }
}
