#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/store/sqlite.hpp"
#include "tests/store/place.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/item.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

/// Returns a question on a topic that exercises a fact and a claim.
Question on(const std::string& topic, const std::string& fact, const std::string& claim = "c") {
    Question question = a_question();
    question.id = topic + "/" + fact;
    question.topic = content::TopicId{topic};
    question.facts = {content::FactId{fact}};
    question.claims = {content::ClaimId{claim}};
    return question;
}

Script& answer(Script& script, bool right) {
    return script.must(SubmitAnswer{ada, right ? script.key() : script.wrong()});
}

/// A store in memory with one profile.
struct Desk {
    Store store = must(Store::in_memory());
    ProfileId profile = must(store.profile_named("Ada", {5})).id;

    /// Stores the events of a session that are not stored yet. Each command is a second later than the previous one.
    void save(const std::string& session, const Script& script, Millis wall = {1000}) {
        const SessionId id{session};
        append_all(store, profile, id, script.history.log, must(store.events(id)).size(), wall);
    }
    [[nodiscard]] std::vector<TopicTotal> topics() const { return must(store.totals_by_topic(profile)); }
    [[nodiscard]] std::vector<ItemTotal> items() const { return must(store.totals_by_item(profile)); }
};

} // namespace

TEST_SUITE("store/profiles") {
    TEST_CASE("a profile is found again by its name however it is written, and keeps its id") {
        const Folder folder;
        Profile first;
        {
            auto store = must(Store::open(folder.database()));
            first = must(store.profile_named("Zoë", {5}));
            CHECK(first.created == Millis{5});
            CHECK(first.last_played == Millis{0});
            CHECK(must(store.profile_named("ZOE", {6})) == first);
        }
        auto store = must(Store::open(folder.database()));
        CHECK(must(store.profile_named("zoe", {7})) == first);
        CHECK(must(store.profiles()) == std::vector{first});
    }

    TEST_CASE("a profile is renamed, and removed with all of its sessions and none of anybody else's") {
        auto store = must(Store::in_memory());
        const ProfileId ada = must(store.profile_named("Ada", {5})).id;
        const ProfileId ben = must(store.profile_named("Ben", {6})).id;
        Script script;
        answer(script.ask(on("salts", "f1")), true).must(FinishSession{});
        append_all(store, ada, SessionId{"a"}, script.history.log, 0, {1000});
        append_all(store, ben, SessionId{"b"}, script.history.log, 0, {1000});
        REQUIRE(store.suspend(ada, {item("fact:x"), item("question:y"), item("fact:x")}).has_value());
        CHECK(must(store.suspended(ada)) == ItemList{item("fact:x"), item("question:y")});
        ItemList unknown;
        unknown.add_text("");
        unknown.add_text("nothing");
        unknown.add_text("fact:x");
        REQUIRE(store.suspend(ada, unknown).has_value());
        CHECK(must(store.suspended(ada)).texts() == std::vector<std::string>{"", "fact:x", "nothing", "question:y"});
        CHECK(must(store.suspended(ben)).empty());
        CHECK(code_of(store.rename(ben, "ADA")) == "name-taken");
        REQUIRE(store.rename(ben, "Benedict").has_value());
        CHECK(must(store.profile_named("benedict", {7})).id == ben);
        REQUIRE(store.remove(ada).has_value());
        REQUIRE(must(store.profiles()).size() == 1);
        CHECK(must(store.profiles())[0].name == "Benedict");
        CHECK(must(store.events(SessionId{"a"})).empty());
        CHECK(must(store.history(ben)).size() == 1);
        CHECK(must(store.totals_by_topic(ben)).size() == 1);
        CHECK(must(store.suspended(ada)).empty());
        // A new profile with the old name starts empty.
        CHECK(must(store.history(must(store.profile_named("Ada", {8})).id)).empty());
        REQUIRE(store.suspend(ben, {item("fact:z")}).has_value());
        REQUIRE(store.resume_all(ben).has_value());
        CHECK(must(store.suspended(ben)).empty());
    }

    TEST_CASE("names with quotes, slashes, emoji, hashes and three hundred characters are kept as they are") {
        auto store = must(Store::in_memory());
        const std::vector<std::string> names{"O'Brien \"x\"",
                                             "'); DROP TABLE profile; --",
                                             "a/b\\c",
                                             "../../etc",
                                             "##id",
                                             "%s %n {}",
                                             "?1 :a @b $c",
                                             "👩‍👩‍👧‍👦",
                                             "🦊",
                                             "\u200D",
                                             "\uFE0F",
                                             std::string(300, 'x'),
                                             std::string(301, 'x'),
                                             "名前"};
        std::map<ProfileId, std::string> kept;
        for (const auto& name : names) kept[must(store.profile_named(name, {5})).id] = name;
        CHECK(kept.size() == names.size());
        for (const auto& name : names) CHECK(kept[must(store.profile_named(name, {6})).id] == name);
        for (const auto& profile : must(store.profiles())) CHECK(kept[profile.id] == profile.name);
    }

    TEST_CASE("who played last comes first, whatever the wall clock says") {
        auto store = must(Store::in_memory());
        const auto ada_id = must(store.profile_named("Ada", {5})).id;
        const auto ben_id = must(store.profile_named("Ben", {6})).id;
        const auto idle_id = must(store.profile_named("Cleo", {7})).id;
        append_all(store, ada_id, SessionId{"a"}, Script().history.log, 0, {9'000'000});
        append_all(store, ben_id, SessionId{"b"}, Script().history.log, 0, {-4});
        auto profiles = must(store.profiles());
        REQUIRE(profiles.size() == 3);
        CHECK(profiles[0].id == ben_id);
        CHECK(profiles[0].last_played == Millis{-4});
        CHECK(profiles[1].id == ada_id);
        CHECK(profiles[1].last_played == Millis{9'000'000});
        CHECK(profiles[2].id == idle_id);
        const std::vector<Event> pause{{{9}, 9, Paused{}}};
        must(store.append(ada_id, SessionId{"a"}, 1, pause, {-90}));
        profiles = must(store.profiles());
        CHECK(profiles[0].id == ada_id);
        CHECK(profiles[0].last_played == Millis{-90});
    }
}

TEST_SUITE("store/sessions") {
    TEST_CASE("the newest unfinished session is the one played last, even when the clock went back") {
        Desk desk;
        CHECK_FALSE(must(desk.store.interrupted(desk.profile)).has_value());
        Script a;
        Script b;
        desk.save("a", a, {9000});
        desk.save("b", b, {100});
        auto open = must(desk.store.interrupted(desk.profile));
        REQUIRE(open.has_value());
        CHECK(open->session == SessionId{"b"});
        CHECK(open->history.log == b.history.log);
        CHECK(open->stamps.back().wall == Millis{100});

        a.ask();
        desk.save("a", a, {50});
        open = must(desk.store.interrupted(desk.profile));
        CHECK(open->session == SessionId{"a"});
        CHECK(open->stamps.back().wall == Millis{50});

        a.must(FinishSession{});
        desk.save("a", a, {40});
        CHECK(must(desk.store.interrupted(desk.profile))->session == SessionId{"b"});
        a.must(Undo{});
        desk.save("a", a, {30});
        CHECK(must(desk.store.interrupted(desk.profile))->session == SessionId{"a"});
        a.must(Redo{});
        desk.save("a", a, {20});
        CHECK(must(desk.store.interrupted(desk.profile))->session == SessionId{"b"});
        CHECK_FALSE(must(desk.store.interrupted(must(desk.store.profile_named("Ben", {5})).id)).has_value());
    }

    TEST_CASE("the history has every finished round with its result, the last one first") {
        Desk desk;
        Script whole({{ada, "Ada"}}, a_program(2, {.streak = true}));
        answer(whole.ask(), true);
        answer(whole.ask(), true).must(FinishSession{});
        desk.save("whole", whole, {1000});
        Script part;
        answer(part.ask(), false).must(FinishSession{});
        desk.save("part", part, {10}); // the clock went back
        desk.save("open", Script(), {20});

        const auto history = must(desk.store.history(desk.profile));
        REQUIRE(history.size() == 2);
        CHECK(history[0] == PlayedRound{SessionId{"part"},
                                        content::RoundId{"round"},
                                        "pack",
                                        {10 + 3 * 1000},
                                        false,
                                        part.history.state.scores[0]});
        CHECK(history[1] == PlayedRound{SessionId{"whole"},
                                        content::RoundId{"round"},
                                        "pack",
                                        {1000 + 5 * 1000},
                                        true,
                                        whole.history.state.scores[0]});
        CHECK(history[1].score.right == 2);
        CHECK(history[1].score.points == Points{2100});
    }

    TEST_CASE("results are counted from the journal again, and only what differs is written") {
        const Folder folder;
        ProfileId profile;
        std::vector<PlayedRound> right;
        {
            auto store = must(Store::open(folder.database()));
            profile = must(store.profile_named("Ada", {5})).id;
            Script script;
            script.ask().must(SubmitAnswer{ada, script.key()}).ask().must(SubmitAnswer{ada, script.wrong()});
            append_all(store, profile, SessionId{"a"}, script.history.log);
            script.must(FinishSession{});
            append_all(store, profile, SessionId{"b"}, script.history.log);
            right = must(store.history(profile));
            REQUIRE(right.size() == 1);
            CHECK(must(store.recount_results(profile, true)) == 0);
        }
        // Store another result with a matching checksum, as an earlier version with another rule would have left it.
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open(folder.database().c_str(), &handle) == SQLITE_OK);
        sqlite3_stmt* row = nullptr;
        sqlite3_prepare_v2(handle,
                           "SELECT key, id, profile, touched, pack, round, finished, complete, points, possible, full, "
                           "asked, streak FROM session WHERE id = 'b'",
                           -1, &row, nullptr);
        REQUIRE(sqlite3_step(row) == SQLITE_ROW);
        std::array<Value, 13> values;
        for (int i = 0; i < 13; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const int type = sqlite3_column_type(row, i); // asked first, because reading may change it
            if (type == SQLITE_INTEGER) {
                values[at] = std::int64_t{sqlite3_column_int64(row, i)};
                continue;
            }
            const std::string_view bytes(static_cast<const char*>(sqlite3_column_blob(row, i)),
                                         static_cast<std::size_t>(sqlite3_column_bytes(row, i)));
            if (type == SQLITE_TEXT) values[at] = bytes;
            else values[at] = Blob{bytes};
        }
        values[8] = std::int64_t{12'345};
        const std::string change =
            "UPDATE session SET points = 12345, crc = " + std::to_string(checksum(values)) + " WHERE id = 'b'";
        sqlite3_finalize(row);
        sqlite3_close(handle);
        REQUIRE(run_sql(folder.database(), change).empty());
        auto store = must(Store::open(folder.database()));
        CHECK(must(store.history(profile)).front().score.points.count == 12'345);
        CHECK(must(store.recount_results(profile, false)) == 1);
        CHECK(must(store.history(profile)) != right);
        CHECK(must(store.recount_results(profile, true)) == 1);
        CHECK(must(store.history(profile)) == right);
        CHECK(must(store.recount_results(profile, false)) == 0);
    }

    TEST_CASE("a finish that was undone leaves the history, and its redo brings it back") {
        Desk desk;
        Script script;
        answer(script.ask(), true).must(FinishSession{});
        desk.save("a", script);
        const auto before = must(desk.store.history(desk.profile));
        REQUIRE(before.size() == 1);
        script.must(Undo{});
        desk.save("a", script);
        CHECK(must(desk.store.history(desk.profile)).empty());
        script.must(Undo{}); // now the answer
        desk.save("a", script);
        script.must(Redo{}).must(Redo{});
        desk.save("a", script);
        CHECK(must(desk.store.history(desk.profile)) == before);
    }

    TEST_CASE("of several players the profile's own seat counts, else the first") {
        Desk desk;
        const PlayerId own{desk.profile.value};
        Script with_own({{ben, "Ben"}, {own, "Ada"}});
        with_own.ask()
            .must(SubmitAnswer{ben, with_own.wrong()})
            .must(SubmitAnswer{own, with_own.key()})
            .must(FinishSession{});
        desk.save("own", with_own);
        Script without({{ben, "Ben"}, {ada, "Ada"}});
        without.ask()
            .must(SubmitAnswer{ben, without.wrong()})
            .must(SubmitAnswer{ada, without.key()})
            .must(FinishSession{});
        desk.save("without", without);
        const auto history = must(desk.store.history(desk.profile));
        CHECK(history[1].score.right == 1);
        CHECK(history[0].score.right == 0);
        CHECK(desk.topics() == std::vector<TopicTotal>{// when the first participant of `without` answered
                                                       {content::TopicId{"basics"}, 2, 1, {3000}}});
    }
}

TEST_SUITE("store/totals") {
    TEST_CASE("answers are counted by topic and by what they exercise, finished session or not") {
        Desk desk;
        Script script;
        answer(script.ask(on("salts", "f1")), true);
        answer(script.ask(on("salts", "f2")), false);
        answer(script.ask(on("body", "f1", "d")), true);
        desk.save("a", script);
        CHECK(desk.topics() == std::vector<TopicTotal>{{content::TopicId{"body"}, 1, 1, {7000}, true},
                                                       {content::TopicId{"salts"}, 2, 1, {5000}, false}});
        CHECK(desk.items() == std::vector<ItemTotal>{{item("claim:c"), 2, 1, {5000}, false},
                                                     {item("claim:d"), 1, 1, {7000}, true},
                                                     {item("fact:f1"), 2, 2, {7000}, true},
                                                     {item("fact:f2"), 1, 0, {5000}}});
        script.must(FinishSession{});
        desk.save("a", script);
        CHECK(desk.topics() == std::vector<TopicTotal>{{content::TopicId{"body"}, 1, 1, {7000}, true},
                                                       {content::TopicId{"salts"}, 2, 1, {5000}, false}});
    }

    TEST_CASE("an answer that was not given counts as one that is not right") {
        Desk desk;
        Script script;
        script.ask(on("salts", "f1")).must(CloseQuestion{});
        desk.save("a", script);
        CHECK(desk.topics() == std::vector<TopicTotal>{{content::TopicId{"salts"}, 1, 0, {3000}}});
    }

    TEST_CASE("an open question, a voided one and an answer taken back do not count; redo counts it again") {
        Desk desk;
        Script script;
        script.ask(on("salts", "f1"));
        desk.save("a", script);
        CHECK(desk.topics().empty());
        answer(script, true);
        desk.save("a", script, {5000});
        const std::vector<TopicTotal> one{{content::TopicId{"salts"}, 1, 1, {5000}, true}};
        CHECK(desk.topics() == one);
        script.must(Undo{});
        desk.save("a", script);
        CHECK(desk.topics().empty());
        script.must(Redo{});
        desk.save("a", script);
        CHECK(desk.topics() == one);
        script.must(VoidQuestion{1});
        desk.save("a", script);
        CHECK(desk.topics().empty());
        CHECK(desk.items().empty());
        script.must(Undo{});
        desk.save("a", script);
        CHECK(desk.topics() == one);
        script.must(Undo{});
        answer(script, false);
        desk.save("a", script, {9000});
        CHECK(desk.topics() ==
              std::vector<TopicTotal>{{content::TopicId{"salts"}, 1, 0, {10000}}}); // the undo was appended first
    }

    TEST_CASE("totals and results are those of the replayed sessions") {
        Desk desk;
        std::map<content::TopicId, TopicTotal> topics;
        std::size_t finished = 0;
        const Campaign seeds{"random sessions added up", 120};
        for (const std::uint64_t seed : seeds) {
            const RandomSession played = a_random_session(seed, 80);
            const SessionId session{std::to_string(seed)};
            append_all(desk.store, desk.profile, session, played.events);
            const SessionState& state = played.history.state;
            for (const QuestionRecord& asked : state.asked) {
                if (!asked.revealed || asked.voided || asked.answers.empty() || !asked.answers[0] ||
                    !is_marked(*asked.question))
                    continue;
                TopicTotal& total = topics[asked.question->topic];
                ++total.answered;
                total.right += asked.answers[0]->award.earned() == Fraction::one() ? 1 : 0;
            }
            const auto history = must(desk.store.history(desk.profile));
            CAPTURE(seed);
            if (state.phase == Phase::finished) {
                REQUIRE(history.size() == ++finished);
                REQUIRE(history[0].session == session);
                REQUIRE(history[0].score == state.scores[0]);
            } else {
                REQUIRE(history.size() == finished);
                if (!played.events.empty()) REQUIRE(must(desk.store.interrupted(desk.profile))->session == session);
            }
        }
        const auto found = desk.topics();
        REQUIRE(found.size() == topics.size());
        for (const TopicTotal& total : found) {
            CHECK(total.answered == topics[total.id].answered);
            CHECK(total.right == topics[total.id].right);
        }
        if (seeds.is_whole()) CHECK(finished > 0);
    }
}
