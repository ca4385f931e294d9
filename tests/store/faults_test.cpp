// A disk that fails or is full: whatever write or sync it is, what was acknowledged is there, and nothing is half done.
#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/store/backup.hpp"
#include "tests/store/faults.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

const SessionId session{"s"};

/// A session of twelve answers, command by command.
const std::vector<Event>& whole_log() {
    static const std::vector<Event> log = [] {
        Script script({{ada, "Ada"}}, a_program(50));
        for (int i = 0; i < 12; ++i) {
            Question question = a_question();
            question.id = "q/" + std::to_string(i);
            script.ask(question).must(SubmitAnswer{ada, script.key()});
        }
        return script.state.log;
    }();
    return log;
}

/// What an answer changes in memory, made up: the store does not look into it.
Learned learned_of(std::size_t seq, const SessionId& id) {
    Learned learned;
    memory::Review review{.item = "fact:" + std::to_string(seq), .session = id.value, .number = static_cast<int>(seq) + 1};
    learned.reviews = {review};
    learned.traces = {{review.item, memory::Trace{.state = {3, 5}, .reviews = 1}}};
    return learned;
}

struct Played {
    std::size_t acknowledged = 0;
    int refused = 0;
};

/// Plays to the end, trying again what was refused, as the runner does. Nothing when the store could not be opened.
std::optional<Played> play(const std::filesystem::path& file, int tries) {
    Played played;
    auto store = Store::open(file);
    if (!store) return std::nullopt;
    auto profile = store->profile_named("Ada", {5});
    if (!profile) profile = store->profile_named("Ada", {5});
    if (!profile) return std::nullopt;
    const auto& log = whole_log();
    while (played.acknowledged < log.size()) {
        std::size_t end = played.acknowledged + 1;
        while (end < log.size() && log[end].step == log[played.acknowledged].step) ++end;
        const Learned learned = learned_of(played.acknowledged, session);
        if (store->append(profile->id, session, played.acknowledged, std::span(log).subspan(played.acknowledged, end - played.acknowledged), {1000}, nullptr, &learned)) {
            played.acknowledged = end;
            continue;
        }
        if (++played.refused > tries) break;
    }
    return played;
}

/// Whether a store has what was acknowledged, as a beginning of the session that ends with a whole command, its reviews with it.
void check_whole(const std::filesystem::path& file, std::size_t acknowledged) {
    const auto& log = whole_log();
    std::vector<Event> events;
    std::size_t reviews = 0;
    {
        auto store = must(Store::open(file));
        events = must(store.events(session));
        if (!events.empty()) reviews = must(store.reviews(must(store.profiles()).front().id)).size();
    }
    REQUIRE(events.size() >= acknowledged);
    REQUIRE(events.size() <= log.size());
    CHECK(std::equal(events.begin(), events.end(), log.begin()));
    CHECK((events.empty() || events.size() == log.size() || log[events.size()].step != log[events.size() - 1].step));
    if (events.empty()) return;
    std::size_t steps = 1;
    for (std::size_t i = 1; i < events.size(); ++i) steps += events[i].step != events[i - 1].step ? 1 : 0;
    CHECK(reviews == steps);
    CHECK(ask_sql(file, "SELECT count(*) FROM memory") == std::to_string(steps));
}

} // namespace

TEST_SUITE("store/faults") {
    TEST_CASE("whichever of the first 200 writes and syncs fails once, nothing acknowledged is lost and nothing half done") {
        int failed = 0;
        int went_on = 0;
        for (std::int64_t nth = 0; nth < 200; ++nth) {
            CAPTURE(nth);
            const Folder folder;
            std::optional<Played> played;
            {
                const FaultyDisk disk;
                faults.fails_at = nth;
                played = play(folder.database(), 3);
                failed += faults.failed ? 1 : 0;
            }
            check_whole(folder.database(), played ? played->acknowledged : 0);
            if (played && played->acknowledged == whole_log().size() && played->refused > 0) ++went_on;
        }
        CHECK(failed == 200); // there are more operations than that
        CHECK(went_on > 20);  // and trying again helps
    }

    TEST_CASE("a disk that is full after any of twenty amounts refuses whole answers, and takes them when there is room") {
        int full = 0;
        for (int budget = 0; budget < 20; ++budget) {
            CAPTURE(budget);
            const Folder folder;
            { must(must(Store::open(folder.database())).profile_named("Ada", {5})); }
            std::optional<Played> played;
            {
                const FaultyDisk disk;
                faults.room = 2'000 + budget * 13'007;
                played = play(folder.database(), 2);
                full += faults.failed ? 1 : 0;
                if (played && faults.failed) {
                    // Closing with a full disk is not the end either.
                    CHECK(played->refused > 0);
                }
            }
            check_whole(folder.database(), played ? played->acknowledged : 0);
            auto store = must(Store::open(folder.database()));
            const auto there = must(store.events(session)).size();
            append_all(store, must(store.profiles()).front().id, session, whole_log(), there);
            CHECK(must(store.events(session)) == whole_log());
        }
        CHECK(full >= 10);
    }

    TEST_CASE("a backup on a failing disk is whole or not there, and the older ones stay") {
        const Folder folder;
        (void)play(folder.database(), 0);
        const Millis evening{1'795'800'000'000};
        {
            auto store = must(Store::open(folder.database()));
            must(store.back_up(folder.path / "backups", evening));
        }
        int refused = 0;
        for (std::int64_t nth = 0; nth < 60; ++nth) {
            CAPTURE(nth);
            {
                const FaultyDisk disk;
                auto store = Store::open(folder.database());
                REQUIRE(store.has_value());
                faults = {};
                faults.fails_at = nth;
                refused += store->back_up(folder.path / "backups", evening + Millis{86'400'000 * (nth + 1)}) ? 0 : 1;
            }
            for (const Backup& backup : backups_in(folder.path / "backups")) CHECK(ask_sql(backup.file, "PRAGMA quick_check") == "ok");
        }
        CHECK(refused > 5);
        CHECK_FALSE(backups_in(folder.path / "backups").empty());
        check_whole(folder.database(), whole_log().size());
    }
}
