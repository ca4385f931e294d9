#include <doctest/doctest.h>

#include "engine/quiz/encoding.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

TEST_SUITE("quiz/encoding") {
    TEST_CASE("a question with everything in it survives, and its hash tells it from another") {
        Question question = an_order_question(5);
        question.facts = {content::FactId{"a/b"}};
        question.mechanisms = {content::MechanismId{"m"}};
        question.evidence = {.verdict = content::Verdict::mixed,
                             .seen_in = content::SeenIn::animals,
                             .established = "well \"known\"",
                             .graded = true,
                             .certainty = content::Certainty::very_low,
                             .size = content::EffectSize::harm,
                             .applies_to = content::AppliesTo::no_form,
                             .graded_question = "Is it so? Mg²⁺ → µ"};
        question.basis = {
            .rule = Rule::least_first, .attribute = content::AttributeId{"x"}, .value = 0.1, .twin = true};
        question.chain = {{"Salt dissolves", ""}, {"Water tastes salty", "Ions are in it \"now\"."}};
        question.prompt = "line\nbreak, \"quotes\" and a \\";
        const auto back = decode_question(encode(question));
        REQUIRE(back.has_value());
        CHECK(*back == question);
        CHECK(hash_of(question).size() == 32);
        CHECK(hash_of(*back) == hash_of(question));
        question.difficulty = 3;
        CHECK(hash_of(*back) != hash_of(question));
    }

    TEST_CASE("images are written where there are some, and survive") {
        Question question = a_question();
        CHECK(encode(question).find("image") == std::string::npos);
        question.image = {"pictures/leaf.jpg", "A leaf"};
        std::get<PickOne>(question.interaction).options[1].image = {"", "A disc \"in\" blue"};
        const auto back = decode_question(encode(question));
        REQUIRE(back.has_value());
        CHECK(*back == question);
    }

    TEST_CASE("one hint is written as it always was, more as a list") {
        Question question = a_question();
        CHECK(encode(question).find("hint") == std::string::npos);
        question.hints = {"Think."};
        CHECK(encode(question).find(R"(,"hint":"Think."})") != std::string::npos);
        CHECK(*decode_question(encode(question)) == question);
        question.hints = {"Think.", "Think again.", "It is oxide."};
        CHECK(encode(question).find(R"("hint":)") == std::string::npos);
        CHECK(*decode_question(encode(question)) == question);
        question.hints.push_back("One too many.");
        CHECK_FALSE(decode_question(encode(question)).has_value());
    }

    TEST_CASE("what is no line of a recording is told so") {
        for (
            const char* line :
            {"", "[]", "{", "null", R"({"event":"nonsense","at":1,"step":0})", R"({"event":"paused","step":0})",
             R"({"event":"paused","at":"1","step":0})", R"({"event":"paused","at":1,"step":-1})",
             R"({"event":"undone","at":1,"step":0,"first":-1,"last":2})",
             R"({"event":"answer-judged","at":1,"step":0,"number":1,"player":"a","taken":1,"award":{"points":1,"possible":1,"credit":[1,0],"speed":[1,1],"streak":0}})"}) {
            CAPTURE(line);
            const auto event = decode_event(line);
            REQUIRE_FALSE(event.has_value());
            CHECK(event.error().code == "recording-broken");
        }
    }

    TEST_CASE("numbers that no session comes near are no line of a recording: sums and products would overflow") {
        const std::string judged = encode(
            Event{{2000}, 3, AnswerJudged{1, ada, Picked{0}, {700}, award_for({1000}, {2, 3}, Fraction::one(), {})}});
        SessionPlan plan = a_program();
        plan.rules.clock = Clock{{20000}, 2};
        const std::string started =
            encode(Event{{0}, 0, SessionStarted{SessionId{"s"}, SessionPlanRef(plan), {{ada, "Ada"}}}});
        REQUIRE(decode_event(judged).has_value());
        REQUIRE(decode_event(started).has_value());
        struct Row {
            const std::string& line;
            std::string from;
            std::string to;
        };
        for (const Row& row : {Row{judged, "\"taken\":700", "\"taken\":-700"},
                               Row{judged, "\"points\":667", "\"points\":9223372036854775807"},
                               Row{judged, "[2,3]", "[2,-9223372036854775808]"}, Row{judged, "[2,3]", "[-1,3]"},
                               Row{started, "\"limit_ms\":20000", "\"limit_ms\":9000000000000000000"},
                               Row{started, "\"possible\":1000", "\"possible\":1000000000000"},
                               Row{started, "\"time_factor_percent\":100", "\"time_factor_percent\":2000000000"},
                               Row{started, "\"time_factor_percent\":100", "\"time_factor_percent\":0"}}) {
            CAPTURE(row.to);
            std::string line = row.line;
            REQUIRE(line.find(row.from) != std::string::npos);
            line.replace(line.find(row.from), row.from.size(), row.to);
            const auto event = decode_event(line);
            REQUIRE_FALSE(event.has_value());
            CHECK(event.error().code == "recording-broken");
        }
    }

    TEST_CASE("what a plan lists is written as it was read, even what names no item this program knows") {
        SessionPlan plan = a_program(3);
        plan.excluded_items = {{ItemKind::question, "q/1"}, {ItemKind::fact, "a.weight"}};
        plan.own = OwnRound{};
        plan.own->pool.items = {{ItemKind::claim, "c1"}};
        const std::string line = encode(Command{{0}, StartSession{SessionId{"s"}, SessionPlanRef(plan), {}}});
        const std::string without = R"("without":["question:q/1","fact:a.weight"])";
        const std::string items = R"("items":["claim:c1"])";
        REQUIRE(line.find(without) != std::string::npos);
        REQUIRE(line.find(items) != std::string::npos);

        std::string foreign = line;
        foreign.replace(foreign.find(items), items.size(), R"("items":["nothing","","claim:c1","recipe:x"])");
        foreign.replace(foreign.find(without), without.size(), R"("without":["recipe:x","fact:a.weight","recipe:x"])");
        for (const std::string& written : {line, foreign}) {
            const auto read = decode_command(written);
            REQUIRE(read.has_value());
            CHECK(encode(*read) == written);
        }
    }

    TEST_CASE("the bytes of a line are pinned: old recordings must stay readable") {
        CHECK(encode(Command{{1500}, SubmitAnswer{ada, Picked{2}}}) ==
              R"({"command":"submit-answer","player":"ada","response":{"picked":2},"at":1500})");
        CHECK(encode(Event{{2000}, 3, Undone{4, 5}}) == R"({"event":"undone","first":4,"last":5,"at":2000,"step":3})");
        CHECK(
            encode(
                Event{{2000},
                      3,
                      AnswerJudged{1, ada, Arranged{{1, 0}}, {700}, award_for({1000}, {2, 3}, Fraction::one(), {})}}) ==
            R"({"event":"answer-judged","number":1,"player":"ada","response":{"arranged":[1,0]},"taken":700,"award":{"points":667,"possible":1000,"credit":[2,3],"speed":[1,1],"streak":0},"at":2000,"step":3})");
    }
}
