// The questions of a lesson before it starts.
#include <algorithm>
#include <set>

#include "game/session/lesson_plan.hpp"
#include "tests/support/shipped_pack.hpp"

using namespace chelate;
using namespace chelate::session;
using namespace chelate::test;

namespace {

const content::Round& round_of(const char* id) {
    const content::Round* round = shipped_pack().find_round(content::RoundId{id});
    REQUIRE(round != nullptr);
    return *round;
}

std::vector<std::string> prompts(const LessonPlan& plan) {
    std::vector<std::string> all;
    for (const quiz::Question& question : plan.questions()) all.push_back(question.prompt);
    return all;
}

} // namespace

TEST_SUITE("session/lesson_plan") {
    TEST_CASE("the same seed plans the same questions, as many as the round has") {
        const content::Round& round = round_of("which-has-more");
        LessonPlan plan(shipped_pack());
        CHECK(plan.questions().empty());
        plan.draw(round, 7, quiz::ResponseMode::turns);
        REQUIRE(static_cast<int>(plan.questions().size()) == round.count);
        CHECK(plan.question_indices().size() == plan.questions().size());
        LessonPlan again(shipped_pack());
        again.draw(round, 7, quiz::ResponseMode::turns);
        CHECK(prompts(again) == prompts(plan));
        again.draw(round, 8, quiz::ResponseMode::turns);
        CHECK(prompts(again) != prompts(plan));
        CHECK(plan.expected_time() > Millis{});
    }

    TEST_CASE("for hands and cards every question has one option to pick, or is only read") {
        for (const content::Round& round : shipped_pack().rounds) {
            CAPTURE(round.id.value);
            LessonPlan plan(shipped_pack());
            plan.draw(round, 3, quiz::ResponseMode::hands);
            for (const quiz::Question& question : plan.questions()) {
                CHECK(suits(question, quiz::ResponseMode::cards));
                CHECK((quiz::takes_hands(question) || std::holds_alternative<quiz::ReadOn>(question.interaction)));
            }
        }
    }

    TEST_CASE("a question is exchanged for one that is not there yet, until there is none left") {
        LessonPlan plan(shipped_pack());
        plan.draw(round_of("meet-the-four-forms"), 4, quiz::ResponseMode::turns);
        REQUIRE(plan.questions().size() > 2);
        std::set<std::uint32_t> seen(plan.question_indices().begin(), plan.question_indices().end());
        for (int guard = 0; guard < 2000; ++guard) {
            const auto before = plan.question_indices();
            const auto swapped = plan.swap(1);
            if (!swapped) {
                CHECK(swapped.error().code == "no-other-question");
                CHECK(plan.question_indices() == before);
                return;
            }
            CHECK(seen.insert(plan.question_indices()[1]).second);
            CHECK(plan.question_indices()[0] == before[0]);
            CHECK(plan.question_indices().size() == before.size());
        }
        FAIL("it never ends");
    }

    TEST_CASE("questions are dropped and moved; an index that is not there changes nothing") {
        LessonPlan plan(shipped_pack());
        plan.draw(round_of("which-has-more"), 2, quiz::ResponseMode::turns);
        auto expected = prompts(plan);
        plan.move(0, 2);
        std::swap(expected[0], expected[2]);
        CHECK(prompts(plan) == expected);
        plan.drop(1);
        expected.erase(expected.begin() + 1);
        CHECK(prompts(plan) == expected);
        plan.drop(99);
        plan.move(0, 99);
        CHECK_FALSE(plan.swap(99).has_value());
        CHECK(prompts(plan) == expected);
    }

    TEST_CASE("a kept lesson comes back with its questions, except those that do not suit the class") {
        const content::Round& round = round_of("which-has-more");
        LessonPlan plan(shipped_pack());
        plan.draw(round, 11, quiz::ResponseMode::turns);
        plan.move(0, 1);
        KeptLesson kept;
        kept.seed = plan.seed();
        kept.question_indices = plan.question_indices();
        kept.question_indices.push_back(100'000); // a question that the pack has no more
        LessonPlan again(shipped_pack());
        again.take(round, kept, quiz::ResponseMode::turns);
        CHECK(prompts(again) == prompts(plan));
        again.take(round, kept, quiz::ResponseMode::hands);
        for (const quiz::Question& question : again.questions()) CHECK(suits(question, quiz::ResponseMode::hands));
    }
}
