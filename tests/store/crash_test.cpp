// Tests that progress survives a killed process and a full disk.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <memory>
#include <thread>

#include <sys/resource.h>

#include "engine/base/rng.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

/// A session without end that is always the same: each time a new question, then its answer.
class Endless {
public:
    Endless() : script_({{ada, "Ada"}}, a_program(10'000)) {}

    [[nodiscard]] const std::vector<Event>& log() const { return script_.history.log; }
    void go_on() {
        if (script_.history.state.phase == Phase::asked) {
            script_.must(SubmitAnswer{ada, script_.key()});
        } else {
            Question question = a_question();
            question.id = "q/" + std::to_string(log().size());
            script_.ask(question);
        }
    }
    /// Returns whether a journal with this many events ends with a complete command.
    static bool is_whole(std::size_t events) {
        return events < 2 || (events - 1) % 3 != 2;
    } // the session start; then a question, its answer and the reveal

    /// Returns the first events of the session.
    static std::vector<Event> first(std::size_t count) {
        Endless session;
        while (session.log().size() < count) session.go_on();
        return {session.log().begin(), session.log().begin() + static_cast<std::ptrdiff_t>(count)};
    }

private:
    Script script_;
};

/// Plays a session until the process is killed. Writes the number of acknowledged events to the pipe.
[[noreturn]] void play(const std::filesystem::path& file, const SessionId& id, int pipe) {
    auto store = must(Store::open(file));
    const auto profile = must(store.profile_named("Ada", {5})).id;
    Endless session;
    std::uint32_t stored = 0;
    if (::write(pipe, &stored, sizeof stored) != sizeof stored) ::_exit(1);
    for (;;) {
        must(store.append(profile, id, stored, std::span(session.log()).subspan(stored), {stored}));
        stored = static_cast<std::uint32_t>(session.log().size());
        if (::write(pipe, &stored, sizeof stored) != sizeof stored) ::_exit(1);
        session.go_on();
    }
}

/// Kills a player process some time after it reported this many commits. Returns the number of events that it reported
/// as stored.
std::size_t play_and_kill(const std::filesystem::path& file, const SessionId& id, std::uint64_t commits,
                          std::chrono::microseconds after) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) play(file, id, ends[1]);
    ::close(ends[1]);
    std::uint32_t acknowledged = 1;
    for (std::uint64_t reports = 0; reports <= commits; ++reports) // the first one says that the player is ready
        REQUIRE(::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    for (std::uint32_t next = 0; ::read(ends[0], &next, sizeof next) == sizeof next;) acknowledged = next;
    ::close(ends[0]);
    return acknowledged;
}

} // namespace

TEST_SUITE("store/crash") {
    TEST_CASE("killed at any moment, no acknowledged answer is lost and none is half done") {
        const Campaign kills{"kills during commits", 1000};
        std::size_t done = 0;
        std::size_t most = 0;
        std::unique_ptr<Folder> folder;
        for (const std::uint64_t kill : kills) {
            CAPTURE(kill);
            if (done % 50 == 0) folder = std::make_unique<Folder>(); // a new file, so that none becomes large
            Rng rng = stream_of(3, kill);
            const SessionId id{"s" + std::to_string(kill)};
            // Of any sixty kills in a row, ten each come after 0 to 5 commits.
            const std::size_t acknowledged =
                play_and_kill(folder->database(), id, kill / 10 % 6, std::chrono::microseconds(rng.below(5'000)));
            {
                const auto store = must(Store::open(folder->database()));
                const auto events = must(store.events(id));
                REQUIRE(events.size() >= acknowledged);
                REQUIRE(Endless::is_whole(events.size()));
                REQUIRE(events == Endless::first(events.size()));
                if (!events.empty()) REQUIRE(must(store.interrupted(must(store.profiles()).front().id))->session == id);
                most = std::max(most, events.size());
            }
            if (++done % 50 != 0 && done != kills.size()) continue;
            CHECK(ask_sql(folder->database(), "PRAGMA integrity_check") == "ok");
            CHECK(ask_sql(folder->database(), "PRAGMA foreign_key_check") == "nothing");
            CHECK(ask_sql(folder->database(), "SELECT count(*) FROM profile") == "1");
        }
        CHECK(most > 3);
    }

    TEST_CASE("killed while the database is being made, it is made by the next one") {
        const Folder folder;
        for (const std::uint64_t kill : Campaign{"kills while a database is made", 40}) {
            CAPTURE(kill);
            Rng rng = stream_of(4, kill);
            const auto file = folder.path / ("new" + std::to_string(kill));
            const pid_t child = ::fork();
            if (child == 0) {
                const auto store = Store::open(file);
                ::pause();
                ::_exit(0);
            }
            std::this_thread::sleep_for(std::chrono::microseconds(rng.below(12'000)));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            auto store = Store::open(file);
            REQUIRE(code_of(store).empty());
            REQUIRE(code_of(store->profile_named("Ada", {5})).empty());
        }
    }

    TEST_CASE(
        "on a full disk an answer is refused as a whole, the others stay, and it can be saved once there is room") {
        const Folder folder;
        for (const rlim_t room : {rlim_t{60'000}, rlim_t{150'000}, rlim_t{300'000}, rlim_t{311'111}}) {
            CAPTURE(room);
            const auto file = folder.path / std::to_string(room);
            const std::string said = in_child([&]() -> std::string {
                auto store = must(Store::open(file));
                const auto profile = must(store.profile_named("Ada", {5})).id;
                // A limit on file sizes acts like a full disk on every machine.
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit small{room, RLIM_INFINITY};
                ::setrlimit(RLIMIT_FSIZE, &small);
                Endless session;
                std::size_t stored = 0;
                Result<void> done;
                while (stored < 3000) {
                    done = store.append(profile, SessionId{"s"}, stored, std::span(session.log()).subspan(stored), {1});
                    if (!done) break;
                    stored = session.log().size();
                    session.go_on();
                }
                if (done) return "never full";
                if (done.error() != Error{"store-full", {{"path", file.string()}}}) return done.error().code;
                const auto again =
                    store.append(profile, SessionId{"s"}, stored, std::span(session.log()).subspan(stored), {1});
                if (code_of(again) != "store-full") return "then " + code_of(again);
                if (must(store.events(SessionId{"s"})) != Endless::first(stored)) return "something lost";
                const rlimit free{RLIM_INFINITY, RLIM_INFINITY};
                ::setrlimit(RLIMIT_FSIZE, &free);
                must(store.append(profile, SessionId{"s"}, stored, std::span(session.log()).subspan(stored), {1}));
                return std::to_string(session.log().size());
            });
            CAPTURE(said);
            const auto store = must(Store::open(file));
            const auto events = must(store.events(SessionId{"s"}));
            REQUIRE(std::to_string(events.size()) == said);
            REQUIRE(events == Endless::first(events.size()));
        }
    }

    TEST_CASE("without room for a new database none is made, and the next one is not disturbed by the attempt") {
        const Folder folder;
        for (const rlim_t room : {rlim_t{0}, rlim_t{600}, rlim_t{5000}, rlim_t{20'000}}) {
            CAPTURE(room);
            const std::string said = in_child([&]() -> std::string {
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit small{room, RLIM_INFINITY};
                ::setrlimit(RLIMIT_FSIZE, &small);
                return code_of(Store::open(folder.database()));
            });
            CHECK(said == "store-full");
        }
        CHECK(code_of(Store::open(folder.database())).empty());
    }
}
