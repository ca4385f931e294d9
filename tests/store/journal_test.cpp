#include <doctest/doctest.h>

#include <limits>

#include "engine/base/text.hpp"
#include "engine/quiz/validation.hpp"
#include "engine/store/journal_row.hpp"
#include "tests/store/place.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::store;
using namespace chelate::test;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto greatest = std::numeric_limits<std::int64_t>::max();

std::int64_t a_number(Rng& rng) {
    switch (rng.below(5)) {
    case 0: return 0;
    case 1: return greatest;
    case 2: return least;
    default: return static_cast<std::int64_t>(rng.next());
    }
}

int a_small_number(Rng& rng) { return static_cast<int>(static_cast<std::uint32_t>(rng.next())); }

std::string a_text(Rng& rng) {
    static const std::vector<std::string> texts{"",
                                                "ada",
                                                "a/b",
                                                "O'Brien \"x\"; DROP TABLE journal;--",
                                                "##",
                                                "👩‍👩‍👧‍👦",
                                                "ä\n\t",
                                                std::string("a\0b", 3),
                                                std::string(300, 'x')};
    return texts[rng.below(texts.size())];
}

Order an_order(Rng& rng) {
    Order order(rng.below(9));
    for (auto& position : order) position = static_cast<std::uint8_t>(rng.below(256));
    return order;
}

Fraction a_fraction(Rng& rng) {
    return {static_cast<std::int64_t>(rng.below(1'000'000)), static_cast<std::int64_t>(1 + rng.below(1'000'000))};
}

Question a_whole_question(Rng& rng) {
    Question question = a_random_question(rng);
    question.facts = {content::FactId{"f/" + std::to_string(rng.below(5))}};
    question.mechanisms = {content::MechanismId{"m"}};
    question.basis = {
        .rule = Rule::subject_of_value, .attribute = content::AttributeId{"x"}, .value = 0.1, .twin = true};
    question.evidence.verdict = content::Verdict::mixed;
    question.prompt = "Ünïcode \"quotes\" \\ and\nlines " + std::to_string(rng.below(3));
    return question;
}

AnswerJudged a_judgement(Rng& rng) {
    AnswerJudged judged{.number = a_small_number(rng),
                        .player = PlayerId{a_text(rng)},
                        .response = {},
                        .taken = {a_number(rng)},
                        .award = {}};
    if (rng.below(3) == 0) judged.response = Picked{static_cast<std::uint8_t>(rng.below(256))};
    if (rng.below(3) == 0) judged.response = Arranged{an_order(rng)};
    if (rng.below(3) == 0) judged.response = Ticked{an_order(rng)};
    if (rng.below(3) == 0) judged.response = Assigned{an_order(rng)};
    if (rng.below(3) == 0) judged.response = Entered{static_cast<std::int64_t>(rng.below(1000000))};
    if (rng.below(3) == 0) judged.response = Written{without_unshowable(a_text(rng))};
    if (rng.below(3) == 0) judged.response = Noted{};
    if (rng.below(3) == 0) judged.response = Raised{{0, 9999, static_cast<std::uint16_t>(rng.below(100))}};
    judged.award = {{a_number(rng)}, {a_number(rng)}, a_fraction(rng),
                    a_fraction(rng), a_fraction(rng), {a_number(rng)}};
    if (rng.below(2) == 0) judged.award.confidence_factor = static_cast<int>(rng.below(4));
    if (rng.below(2) == 0) judged.confidence = static_cast<Confidence>(1 + rng.below(3));
    judged.passed = rng.below(4) == 0;
    return judged;
}

EventBody a_body(std::size_t kind, Rng& rng) {
    const Participant seat{PlayerId{a_text(rng)}, a_text(rng), a_small_number(rng)};
    switch (kind) {
    case 0: {
        // A session start is written as JSON, which can contain text but not arbitrary bytes.
        SessionPlan plan{.pack = "pack",
                         .pack_hash = "00ff",
                         .round = content::RoundId{"r/1"},
                         .seed = rng.next(),
                         .planned = 7,
                         .rules = {.streak = true}};
        if (rng.below(2) == 0) plan.rules.clock = Clock{{30000}, 2};
        return SessionStarted{SessionId{"inner"},
                              SessionPlanRef(plan),
                              {{PlayerId{"a"}, "Ada \"A\" 👩", 150}, {PlayerId{"b"}, "##", 100}}};
    }
    case 1: return PlayerJoined{seat};
    case 2:
        return QuestionAsked{a_small_number(rng),
                             rng.below(8) == 0 ? QuestionRef{} : QuestionRef(a_whole_question(rng)), an_order(rng),
                             Rng{rng.next()}, rng.below(2) == 0 ? std::optional(PlayerId{a_text(rng)}) : std::nullopt};
    case 3: return HintTaken{a_small_number(rng), PlayerId{a_text(rng)}};
    case 4:
        return AnswerTried{a_small_number(rng),
                           PlayerId{a_text(rng)},
                           rng.below(2) == 0 ? Response{Picked{3}} : Response{Written{without_unshowable(a_text(rng))}},
                           {a_number(rng)},
                           a_fraction(rng)};
    case 5: return a_judgement(rng);
    case 6: return QuestionRevealed{a_small_number(rng)};
    case 7: return QuestionVoided{a_small_number(rng)};
    case 8: return Paused{};
    case 9: return Resumed{{a_number(rng)}};
    case 10: return SessionFinished{rng.below(2) == 0};
    case 11: return Undone{static_cast<std::size_t>(rng.next()), std::numeric_limits<std::size_t>::max()};
    case 12: return Redone{static_cast<std::size_t>(rng.next()), rng.below(100)};
    case 13: return PlayerLeft{PlayerId{"a \"b\" 👩"}};
    case 14: return BuzzersOpened{a_small_number(rng)};
    case 15: return Buzzed{a_small_number(rng), PlayerId{"a"}, {PlayerId{"a"}, PlayerId{"b"}}, Rng{rng.next()}};
    case 16: return BuzzedEarly{a_small_number(rng), PlayerId{"b"}, {static_cast<std::int64_t>(rng.below(1U << 30U))}};
    case 17:
        return KeyCorrected{a_small_number(rng),
                            QuestionRef(a_whole_question(rng)),
                            an_order(rng),
                            {{2, PlayerId{"b"}, award_for({1000}, {2, 3}, {4, 5}, {100})}}};
    case 18: return PointsAdjusted{PlayerId{"a"}, {-50}, static_cast<Reason>(rng.below(4))};
    case 19: return SpeedLossSet{static_cast<int>(rng.below(3))};
    case 20: return TimeGiven{a_small_number(rng), PlayerId{"a"}, {30000}};
    case 21: return SceneShown{static_cast<std::size_t>(rng.below(100)), a_small_number(rng)};
    case 22:
        return VotesCounted{
            static_cast<std::size_t>(rng.below(100)), 1, {0, std::numeric_limits<std::uint16_t>::max()}};
    default: FAIL("a kind of event without an example"); return Paused{};
    }
}

constexpr std::size_t kinds = std::variant_size_v<EventBody>;

} // namespace

TEST_SUITE("store/journal") {
    TEST_CASE("every kind of event comes back from its row exactly as it was, with values at their ends too") {
        for (const std::uint64_t i : Campaign{"events with values at their ends", 2200}) {
            CAPTURE(i);
            Rng rng = stream_of(1, i);
            const Millis at{static_cast<std::int64_t>(rng.below(longest_session.count + 1))};
            const Event event{at, static_cast<std::uint32_t>(rng.next()), a_body(i % kinds, rng)};
            Row row;
            std::string text;
            fill(row, event, text);
            const auto* asked = std::get_if<QuestionAsked>(&event.body);
            REQUIRE(event_of(row, asked != nullptr ? asked->question : QuestionRef{}) == event);
        }
    }

    TEST_CASE("a journal that nobody can have played is refused when it is read") {
        auto store = must(Store::in_memory());
        const auto profile = must(store.profile_named("Ada", {5})).id;
        const auto log = Script().ask().history.log;
        append_all(store, profile, SessionId{"a"}, log);
        const std::vector<Event> twice{{{9000}, 9, log.back().body}};
        must(store.append(profile, SessionId{"a"}, log.size(), twice, {9}));
        const auto read = store.events(SessionId{"a"});
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "store-impossible");
        CHECK(read.error().args.back().second == "row 2 of session a: a question before the last one is done");
    }

    TEST_CASE("whatever a session does, its journal replays to the same state") {
        auto store = must(Store::in_memory());
        const auto profile = must(store.profile_named("Ada", {5})).id;
        for (const std::uint64_t seed : Campaign{"random sessions replayed", 150}) {
            CAPTURE(seed);
            const RandomSession played = a_random_session(seed, 80);
            const SessionId session{std::to_string(seed)};
            append_all(store, profile, session, played.events);
            const auto stored = must(store.events(session));
            REQUIRE(stored == played.events);
            REQUIRE(replay(stored) == played.history);
        }
    }

    TEST_CASE("a question asked many times is stored once") {
        const Folder folder;
        {
            auto store = must(Store::open(folder.database()));
            const auto profile = must(store.profile_named("Ada", {5})).id;
            Script script;
            for (int i = 0; i < 3; ++i) script.ask().must(CloseQuestion{});
            append_all(store, profile, SessionId{"a"}, script.history.log);
            append_all(store, profile, SessionId{"b"}, script.history.log);
        }
        CHECK(ask_sql(folder.database(), "SELECT count(*) FROM question") == "1");
        CHECK(ask_sql(folder.database(), "SELECT count(*) FROM journal WHERE question IS NOT NULL") == "6");
    }

    TEST_CASE("a row says whose it is and where it was written") {
        const Folder folder;
        ProfileId profile;
        {
            auto store = must(Store::open(folder.database()));
            profile = must(store.profile_named("Ada", {5})).id;
            append_all(store, profile, SessionId{"a"}, Script().history.log, 0, {77});
        }
        std::string hex = profile.value;
        std::erase(hex, '-');
        CHECK(ask_sql(folder.database(), "SELECT lower(hex(profile)) FROM journal") == hex);
        CHECK(ask_sql(folder.database(), "SELECT origin = (SELECT origin FROM installation) FROM journal") == "1");
        CHECK(ask_sql(folder.database(), "SELECT kind || ' ' || wall || ' ' || seq FROM journal") ==
              "session-started 77 0");
    }

    TEST_CASE("appending what is there already, or leaving a gap, is an error and changes nothing") {
        auto store = must(Store::in_memory());
        const auto profile = must(store.profile_named("Ada", {5})).id;
        Script script;
        script.ask().must(CloseQuestion{});
        const auto& log = script.history.log;
        append_all(store, profile, SessionId{"a"}, log);
        CHECK(code_of(store.append(profile, SessionId{"a"}, log.size() - 1, std::span(log).last(1), {9})) ==
              "store-failed");
        CHECK(code_of(store.append(profile, SessionId{"a"}, log.size() + 1, std::span(log).last(1), {9})) ==
              "store-failed");
        CHECK(code_of(store.append(profile, SessionId{"b"}, 3, std::span(log).last(1), {9})) == "store-failed");
        CHECK(must(store.events(SessionId{"a"})) == log);
        CHECK(must(store.events(SessionId{"b"})).empty());
        CHECK(code_of(store.append(profile, SessionId{"b"}, 0, {}, {9})).empty());
        const std::vector<Event> more{{{9000}, 9, Paused{}}};
        must(store.append(profile, SessionId{"a"}, log.size(), more, {9}));
        CHECK(must(store.events(SessionId{"a"})).size() == log.size() + 1);
    }

    TEST_CASE("a session belongs to one profile, and a profile must be there") {
        auto store = must(Store::in_memory());
        const auto ada_id = must(store.profile_named("Ada", {5})).id;
        const auto ben_id = must(store.profile_named("Ben", {5})).id;
        const auto log = Script().history.log;
        append_all(store, ada_id, SessionId{"a"}, log);
        const std::vector<Event> pause{{{9}, 9, Paused{}}};
        CHECK(code_of(store.append(ben_id, SessionId{"a"}, 1, pause, {9})) == "store-failed");
        CHECK(code_of(store.append(ProfileId{"nobody"}, SessionId{"c"}, 0, log, {9})) == "store-failed");
        CHECK(code_of(store.append(ProfileId{"00000000-0000-4000-8000-000000000000"}, SessionId{"c"}, 0, log, {9})) ==
              "store-failed");
        CHECK(must(store.events(SessionId{"a"})) == log);
    }
}
