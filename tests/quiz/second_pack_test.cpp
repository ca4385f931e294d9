// Tests that the engine depends on no subject: a pack on another subject makes every kind of question.
#include <doctest/doctest.h>

#include <set>

#include "engine/quiz/encoding.hpp"
#include "tests/quiz/key_checker.hpp"
#include "tests/quiz/round_maker.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

TEST_SUITE("quiz/second pack") {
    TEST_CASE("a pack on another subject makes every kind, and each key follows from what the question lists") {
        const auto reading = content::read_pack(CHELATE_SOURCE_DIR "/content/intervals");
        REQUIRE(reading.pack.has_value());
        REQUIRE(reading.problems.empty());
        const content::Pack& pack = *reading.pack;
        std::set<content::TemplateKind> kinds;
        const Campaign seeds{"seeds for each template of the second pack", 200};
        std::size_t made = 0;
        for (const auto& [id, one] : pack.templates) {
            kinds.insert(one.kind);
            content::Round round;
            round.id = content::RoundId{"one-template"};
            round.templates = {id};
            round.count = 10;
            auto maker = QuestionMaker::make(pack, round, 0);
            REQUIRE_MESSAGE(maker.has_value(), id.value);
            for (const std::uint64_t seed : seeds) {
                QuestionMaker seeded = maker->with_seed(seed);
                const Question question = seeded.question(seed % 3);
                const auto derived = derived_key(question, listed_of(pack, question));
                const bool one_key = derived.has_value() && *derived == carried_key(question);
                if (!one_key) FAIL_CHECK(id.value << ", seed " << seed << ": " << encode(question));
                ++made;
            }
        }
        CHECK(kinds.size() == content::template_kinds.size());
        CHECK(made == seeds.size() * pack.templates.size());
    }
}
