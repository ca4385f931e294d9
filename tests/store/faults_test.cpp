// Tests a failing or full disk: whichever write or sync fails, acknowledged answers are kept and nothing is half
// done.
#include <fstream>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/store/backup.hpp"
#include "tests/store/faults.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

const SessionId session{"s"};

/// Returns a session of 12 answers, to be stored command by command.
const std::vector<Event>& whole_log() {
    static const std::vector<Event> log = [] {
        Script script({{ada, "Ada"}}, a_program(50));
        for (int i = 0; i < 12; ++i) {
            Question question = a_question();
            question.id = "q/" + std::to_string(i);
            script.ask(question).must(SubmitAnswer{ada, script.key()});
        }
        return script.history.log;
    }();
    return log;
}

/// Returns made-up changes of memory for an answer; the store does not check them.
MemoryUpdate learned_of(std::size_t seq) {
    return {.records = {{{ItemKind::fact, std::to_string(seq)}, memory::MemoryRecord{.state = {3, 5}, .reviews = 1}}}};
}

struct Played {
    std::size_t acknowledged = 0;
    int refused = 0;
};

/// Plays to the end and retries what was refused, as the runner does. Returns nothing when the store could not be
/// opened.
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
        const MemoryUpdate learned = learned_of(played.acknowledged);
        if (store->append(profile->id, session, played.acknowledged,
                          std::span(log).subspan(played.acknowledged, end - played.acknowledged), {1000}, nullptr,
                          &learned)) {
            played.acknowledged = end;
            continue;
        }
        if (++played.refused > tries) break;
    }
    return played;
}

/// Checks that a store has everything that was acknowledged, with its memory: a beginning of the session that ends
/// with a complete command.
void check_whole(const std::filesystem::path& file, std::size_t acknowledged) {
    const auto& log = whole_log();
    std::vector<Event> events;
    { events = must(must(Store::open(file)).events(session)); }
    REQUIRE(events.size() >= acknowledged);
    REQUIRE(events.size() <= log.size());
    CHECK(std::equal(events.begin(), events.end(), log.begin()));
    CHECK((events.empty() || events.size() == log.size() || log[events.size()].step != log[events.size() - 1].step));
    if (events.empty()) return;
    std::size_t steps = 1;
    for (std::size_t i = 1; i < events.size(); ++i) steps += events[i].step != events[i - 1].step ? 1 : 0;
    CHECK(ask_sql(file, "SELECT count(*) FROM memory") == std::to_string(steps));
}

bool write_to(const char* file, const std::string& text) {
    return static_cast<bool>(std::ofstream(file) << text << std::flush);
}

/// Mounts a small file system over a folder, for this process alone. Returns false where that is not permitted.
bool mount_small(const std::filesystem::path& folder, int bytes) {
    const std::string user = std::to_string(::getuid());
    const std::string group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    (void)write_to("/proc/self/setgroups", "deny");
    if (!write_to("/proc/self/uid_map", "0 " + user + " 1") || !write_to("/proc/self/gid_map", "0 " + group + " 1"))
        return false;
    return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str()) == 0;
}

bool resize_small(const std::filesystem::path& folder, int bytes) {
    return ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT, ("size=" + std::to_string(bytes)).c_str()) == 0;
}

} // namespace

TEST_SUITE("store/faults") {
    TEST_CASE("whichever write or sync fails once, nothing acknowledged is lost and nothing half done") {
        const Campaign operations{"failing writes and syncs", 200};
        std::size_t failed = 0;
        std::size_t went_on = 0;
        for (const std::uint64_t nth : operations) {
            CAPTURE(nth);
            const Folder folder;
            std::optional<Played> played;
            {
                const FaultyDisk disk;
                faults.fails_at = static_cast<std::int64_t>(nth);
                played = play(folder.database(), 3);
                failed += faults.failed ? 1 : 0;
            }
            check_whole(folder.database(), played ? played->acknowledged : 0);
            if (played && played->acknowledged == whole_log().size() && played->refused > 0) ++went_on;
        }
        CHECK(failed == operations.size());             // there are more operations than that
        if (operations.is_whole()) CHECK(went_on > 20); // and trying again helps
    }

    TEST_CASE("a disk that is full after any amount refuses whole answers, and takes them when there is room") {
        const Campaign budgets{"sizes of a full disk", 20};
        int full = 0;
        for (const std::uint64_t budget : budgets) {
            CAPTURE(budget);
            const Folder folder;
            { must(must(Store::open(folder.database())).profile_named("Ada", {5})); }
            std::optional<Played> played;
            {
                const FaultyDisk disk;
                faults.room = 2'000 + static_cast<std::int64_t>(budget) * 13'007;
                played = play(folder.database(), 2);
                full += faults.failed ? 1 : 0;
                if (played && faults.failed) {
                    // Closing the store while the disk is full loses nothing either.
                    CHECK(played->refused > 0);
                }
            }
            check_whole(folder.database(), played ? played->acknowledged : 0);
            auto store = must(Store::open(folder.database()));
            const auto there = must(store.events(session)).size();
            append_all(store, must(store.profiles()).front().id, session, whole_log(), there);
            CHECK(must(store.events(session)) == whole_log());
        }
        if (budgets.is_whole()) CHECK(full >= 10);
    }

    TEST_CASE("on a small real file system that is full whole answers are refused, and taken when there is room") {
        const Campaign budgets{"sizes of a small file system", 20};
        int skipped = 0;
        int full = 0;
        for (const std::uint64_t budget : budgets) {
            CAPTURE(budget);
            const Folder folder;
            const std::string said = in_child([&]() -> std::string {
                if (!mount_small(folder.path, 90'000 + static_cast<int>(budget) * 20'000)) return "skipped";
                const auto played = play(folder.database(), 1);
                const std::size_t acknowledged = played ? played->acknowledged : 0;
                if (!resize_small(folder.path, 4'000'000)) return "no more room could be made";
                auto store = Store::open(folder.database());
                if (!store) return "not opened again: " + store.error().code;
                const auto events = store->events(session);
                if (!events || events->size() < acknowledged) return "an acknowledged answer is lost";
                if (!std::equal(events->begin(), events->end(), whole_log().begin())) return "other events";
                if (acknowledged == whole_log().size()) return "never full";
                append_all(*store, must(store->profile_named("Ada", {5})).id, session, whole_log(), events->size());
                return must(store->events(session)) == whole_log() ? "full" : "it does not go on";
            });
            if (said == "skipped") ++skipped;
            else CHECK((said == "full" || said == "never full"));
            full += said == "full" ? 1 : 0;
        }
        if (skipped > 0) MESSAGE("skipped: this machine lets nobody mount a file system of their own");
        else if (budgets.is_whole()) CHECK(full > 5);
    }

    TEST_CASE("a backup on a failing disk is whole or not there, and the older ones stay") {
        const Folder folder;
        (void)play(folder.database(), 0);
        const Millis evening{1'795'800'000'000};
        {
            auto store = must(Store::open(folder.database()));
            must(store.back_up(folder.path / "backups", evening));
        }
        const Campaign operations{"failing writes and syncs of a backup", 60};
        int refused = 0;
        for (const std::uint64_t nth : operations) {
            CAPTURE(nth);
            {
                const FaultyDisk disk;
                auto store = Store::open(folder.database());
                REQUIRE(store.has_value());
                faults = {};
                faults.fails_at = static_cast<std::int64_t>(nth);
                const Millis later{86'400'000 * (static_cast<std::int64_t>(nth) + 1)};
                refused += store->back_up(folder.path / "backups", evening + later) ? 0 : 1;
            }
            for (const Backup& backup : backups_in(folder.path / "backups"))
                CHECK(ask_sql(backup.file, "PRAGMA quick_check") == "ok");
        }
        if (operations.is_whole()) CHECK(refused > 5);
        CHECK_FALSE(backups_in(folder.path / "backups").empty());
        check_whole(folder.database(), whole_log().size());
    }
}
