// Tests that damage to a file is found, changes nothing that is read, and is undone by a backup.
#include <doctest/doctest.h>

#include <functional>

#include "engine/base/rng.hpp"
#include "engine/store/backup.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

/// Everything that can be read from a store.
struct Everything {
    std::vector<Profile> profiles;
    std::vector<std::vector<Event>> events;
    std::vector<PlayedRound> history;
    std::vector<TopicTotal> topics;
    std::vector<ItemTotal> items;
    bool operator==(const Everything&) const = default;
};

Everything everything(Store& store) {
    Everything all;
    all.profiles = must(store.profiles());
    for (const char* session : {"a", "b", "c"}) all.events.push_back(must(store.events(SessionId{session})));
    for (const Profile& profile : all.profiles) {
        for (auto& round : must(store.history(profile.id))) all.history.push_back(round);
        for (auto& total : must(store.totals_by_topic(profile.id))) all.topics.push_back(total);
        for (auto& total : must(store.totals_by_item(profile.id))) all.items.push_back(total);
    }
    return all;
}

/// Makes three sessions of two profiles that include every kind of event.
void make_full_database(const std::filesystem::path& file) {
    auto store = must(Store::open(file));
    const auto ada_id = must(store.profile_named("Ada", {5})).id;
    const auto ben_id = must(store.profile_named("Ben", {6})).id;
    Script script({{ada, "Ada"}}, a_program(6));
    script.must(JoinPlayer{{ben, "Ben", 120}});
    script.ask()
        .must(SubmitAnswer{ada, script.key()})
        .must(SubmitAnswer{ben, script.wrong()})
        .must(Pause{})
        .must(Resume{{77}});
    script.ask(an_order_question())
        .must(SubmitAnswer{ada, script.key()})
        .must(CloseQuestion{})
        .must(VoidQuestion{1})
        .must(Undo{})
        .must(Redo{});
    append_all(store, ada_id, SessionId{"a"}, script.history.log);
    script.must(FinishSession{});
    append_all(store, ada_id, SessionId{"b"}, script.history.log);
    append_all(store, ben_id, SessionId{"c"}, script.history.log);
}

/// Returns "" when the damage changed nothing that is read, the error code when it was found, and "SILENT" when it
/// was not found.
std::string verdict(const std::filesystem::path& file, const Everything& right) {
    try {
        auto store = must(Store::open(file));
        return everything(store) == right ? "" : "SILENT";
    } catch (const std::runtime_error& error) {
        const std::string what = error.what();
        return what.substr(0, what.find(' '));
    }
}

} // namespace

TEST_SUITE("store/damage") {
    TEST_CASE("another value in any column of any row is noticed") {
        const Folder folder;
        make_full_database(folder.database());
        const std::string whole = bytes_of(folder.database());
        const Everything right = [&] {
            auto store = must(Store::open(folder.database()));
            return everything(store);
        }();
        REQUIRE(right.history.size() == 2);
        struct Change {
            std::string table;
            std::string column;
            std::string value; ///< what SQL writes; # is the column
        };
        std::vector<Change> changes;
        for (const std::string table : {"profile", "question", "session", "journal"}) {
            const std::string columns = "FROM pragma_table_info('" + table + "')";
            const int count = std::stoi(ask_sql(folder.database(), "SELECT count(*) " + columns));
            for (int i = 0; i < count; ++i) {
                const std::string column =
                    ask_sql(folder.database(), "SELECT name " + columns + " WHERE cid = " + std::to_string(i));
                for (const std::string value :
                     {"typeof(#) = 'integer' THEN # + 1", "typeof(#) = 'text' THEN # || 'x'",
                      "typeof(#) = 'blob' THEN CAST(substr(#, 1, length(#) - 1) || x'7F' AS BLOB)"})
                    changes.push_back({table, column, value});
            }
        }
        for (const std::uint64_t number : Campaign{"changed columns", changes.size()}) {
            const auto& [table, column, change] = changes[number];
            CAPTURE(number);
            CAPTURE(table);
            CAPTURE(column);
            CAPTURE(change);
            std::string value = change;
            while (value.find('#') != std::string::npos) value.replace(value.find('#'), 1, column);
            // Take the last row that has a value in this column.
            const std::string key = table == "journal" ? "session * 1000 + seq" : table == "question" ? "hash" : "key";
            put(folder.database(), whole);
            const std::string said =
                run_sql(folder.database(), "UPDATE " + table + " SET " + column + " = CASE WHEN " + value + " ELSE " +
                                               column + " END WHERE " + key + " = (SELECT max(" + key + ") FROM " +
                                               table + " WHERE " + column + " IS NOT NULL)");
            if (!said.empty()) continue; // the schema itself refuses it
            const std::string found = verdict(folder.database(), right);
            CHECK((found == "store-damaged" || (found.empty() && bytes_of(folder.database()).size() == whole.size())));
            CHECK(found != "SILENT");
        }
    }

    TEST_CASE("a row that is gone from the middle of a journal is noticed") {
        const Folder folder;
        make_full_database(folder.database());
        REQUIRE(run_sql(folder.database(), "DELETE FROM journal WHERE seq = 3").empty());
        auto store = must(Store::open(folder.database()));
        const auto events = store.events(SessionId{"a"});
        REQUIRE_FALSE(events.has_value());
        CHECK(events.error().code == "store-damaged");
        CHECK(events.error().args.back().second == "row 3 of session a");
    }

    TEST_CASE("a flipped bit of the file is noticed or changes nothing that is read") {
        const Folder folder;
        make_full_database(folder.database());
        const std::string whole = bytes_of(folder.database());
        const Everything right = [&] {
            auto store = must(Store::open(folder.database()));
            return everything(store);
        }();
        const Campaign flips{"flipped bits", 600};
        std::size_t found = 0;
        for (const std::uint64_t flip : flips) {
            CAPTURE(flip);
            Rng rng = stream_of(20, flip);
            std::string bytes = whole;
            const std::size_t place = rng.below(bytes.size());
            const std::size_t bit = rng.below(8);
            bytes[place] = static_cast<char>(static_cast<unsigned char>(bytes[place]) ^ (1U << bit));
            put(folder.database(), bytes);
            std::filesystem::remove(folder.database().string() + "-wal");
            std::filesystem::remove(folder.database().string() + "-journal");
            CAPTURE(place);
            CAPTURE(bit);
            const std::string said = verdict(folder.database(), right);
            CHECK(said != "SILENT");
            if (!said.empty()) ++found;
        }
        if (flips.is_whole()) CHECK(found > 60); // the rest hits space that is not in use
    }

    TEST_CASE("no damaged file of twelve kinds brings the program down or changes; the newest good backup brings each "
              "back") {
        const Folder folder;
        make_full_database(folder.database());
        const std::string whole = bytes_of(folder.database());
        const Everything right = [&] {
            auto store = must(Store::open(folder.database()));
            return everything(store);
        }();
        {
            auto store = must(Store::open(folder.database()));
            must(store.back_up(backup_folder(folder.database()), {1'795'800'000'000}));
            // A newer backup that is itself damaged is skipped.
            put(backup_folder(folder.database()) / backup_name({1'795'900'000'000}), whole.substr(0, whole.size() / 2));
        }
        Rng rng;
        const auto somewhere = [&](const std::string& bytes) {
            return static_cast<std::size_t>(rng.below(bytes.size()));
        };
        const auto page = [&] { return 4096 * static_cast<std::size_t>(rng.below(whole.size() / 4096)); };
        const auto noise = [&](std::size_t size) {
            std::string bytes(size, '\0');
            for (char& byte : bytes) byte = static_cast<char>(rng.below(256));
            return bytes;
        };
        const std::vector<std::function<std::string(std::string)>> kinds{
            [&](std::string bytes) { return bytes.substr(0, somewhere(bytes)); }, // cut off
            [&](std::string bytes) { return bytes.substr(0, page()); },           // cut off at a page
            [&](std::string bytes) {
                for (int i = 0; i < 40; ++i) bytes[somewhere(bytes)] ^= 4;
                return bytes;
            },                                                                                       // flipped bits
            [&](std::string bytes) { return bytes.replace(page(), 4096, std::string(4096, '\0')); }, // an empty page
            [&](std::string bytes) { return bytes.replace(page(), 4096, noise(4096)); },             // a page of noise
            [&](std::string bytes) {
                const std::size_t a = page();
                const std::size_t b = page();
                std::string held = bytes.substr(a, 4096);
                bytes.replace(a, 4096, bytes.substr(b, 4096));
                return bytes.replace(b, 4096, held);
            }, // two pages swapped
            [&](std::string bytes) {
                return bytes.replace(somewhere(bytes.substr(0, 100)), 1, noise(1));
            },                                                                      // a damaged header
            [&](std::string bytes) { return bytes + noise(1 + somewhere(bytes)); }, // extra bytes at the end
            [&](std::string bytes) {
                const std::size_t at = somewhere(bytes);
                return bytes.erase(at, 1 + rng.below(64));
            }, // bytes removed
            [&](std::string bytes) {
                return bytes.insert(somewhere(bytes), noise(1 + rng.below(64)));
            },                                                              // bytes inserted
            [&](std::string bytes) { return noise(1 + somewhere(bytes)); }, // a different file altogether
            [&](std::string bytes) {
                const std::size_t at = somewhere(bytes);
                return bytes.replace(at, std::string::npos, std::string(bytes.size() - at, '\0'));
            }, // zeros from some place to the end
        };
        REQUIRE(kinds.size() == 12);
        const Campaign files{"damaged files", 504};
        std::size_t refused = 0;
        for (const std::uint64_t number : files) {
            CAPTURE(number);
            rng = stream_of(500, number);
            const std::string damaged = kinds[number % kinds.size()](whole);
            for (const char* more : {"-wal", "-shm", "-journal"})
                std::filesystem::remove(folder.database().string() + more);
            put(folder.database(), damaged);
            if (damaged.empty()) continue; // an empty file counts as a new one
            const auto opened = code_of(Store::open(folder.database()));
            const std::string said = verdict(folder.database(), right);
            CHECK(said != "SILENT");
            if (opened.empty()) continue;
            ++refused;
            CHECK(bytes_of(folder.database()) == damaged);
            const auto backup = newest_sound(backup_folder(folder.database()));
            REQUIRE(backup.has_value());
            CHECK(backup->file.filename() == backup_name({1'795'800'000'000}));
            const auto aside = must(restore(backup->file, folder.database(), {1'796'000'000'000}));
            REQUIRE(aside.has_value());
            CHECK(bytes_of(*aside) == damaged);
            CHECK(verdict(folder.database(), right).empty());
            std::filesystem::remove(*aside);
        }
        if (files.is_whole()) CHECK(refused > 200);
    }
}
