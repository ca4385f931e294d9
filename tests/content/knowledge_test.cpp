// Tests what the parts of a pack's knowledge say beyond names and values: spreads, reasons, arms and words.
#include <set>

#include <doctest/doctest.h>

#include "engine/content/glossary.hpp"
#include "engine/content/reader.hpp"
#include "tests/content/small_pack.hpp"

using namespace chelate;
using namespace chelate::content;
using namespace chelate::test;

TEST_SUITE("content/knowledge") {
    TEST_CASE("what an attribute, a step, a claim, a study row and a verdict say beyond the plain is read") {
        const SmallPack small;
        small.replace(
            R"("caveat": "C."},)",
            R"("caveat": "C.", "smallest_gap": {"percent": 15, "amount": 0.5}, "accepted_percent": 25, "accepted_amount": 2},)");
        small.replace(R"({"text": "two"})", R"({"text": "two", "because": "One came first."})");
        small.replace(R"("not_graded": "No trial was found.")",
                      R"("not_graded": "No trial was found.", "correction": "Nobody heard water sing.")");
        small.replace(R"("outcome": "help", "direction": "favours")",
                      R"("arms": [{"name": "water", "people": 43, "events": 8}, {"name": "none", "people": 38}],
                         "outcome": "help", "direction": "favours")");
        small.replace(R"("value": 2.5, "askable": true)",
                      R"("value": 18.6, "derived": "arm-share:row/water", "askable": true)");
        small.replace(R"("supported": "S")", R"("supported": {"word": "S", "means": "Sources show it."})");
        const Reading reading = small.read();
        REQUIRE_MESSAGE(reading.pack, text_of(reading));
        CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
        const Pack& pack = *reading.pack;
        const Attribute& share = pack.attributes.at(AttributeId{"share"});
        CHECK(share.smallest_gap.percent == 15);
        CHECK(share.smallest_gap.amount == 0.5);
        CHECK(share.accepted_percent == 25);
        CHECK(share.accepted_amount == 2);
        CHECK(pack.mechanisms.at(MechanismId{"m"}).steps[1].because == "One came first.");
        CHECK(pack.claims.at(ClaimId{"e"}).correction == "Nobody heard water sing.");
        const Study& row = pack.studies.at(StudyId{"row"});
        CHECK(row.arms == std::vector<StudyArm>{{"water", 43, 8}, {"none", 38, std::nullopt}});
        CHECK(pack.facts.at(FactId{"z.share"}).derived == Derivation::arm_share);
        CHECK(pack.words.verdicts[0] == "S");
        CHECK(pack.words.verdict_meanings[0] == "Sources show it.");
        CHECK(pack.words.verdict_meanings[1].empty());
    }

    TEST_CASE("a percentage of an arm is the one that its people give, and no other") {
        const auto codes_of = [](const std::string& value, const std::string& derived, const std::string& events) {
            const SmallPack small;
            small.replace(R"("outcome": "help", "direction": "favours")",
                          R"("arms": [{"name": "water", "people": 43, "events": )" + events +
                              R"(}, {"name": "none", "people": 38}], "outcome": "help", "direction": "favours")");
            small.replace(R"("value": 2.5, "askable": true)",
                          R"("value": )" + value + R"(, "derived": ")" + derived + R"(", "askable": true)");
            std::set<std::string> codes;
            for (const json::Problem& problem : small.read().problems) codes.insert(problem.code);
            return codes;
        };
        CHECK(codes_of("18.6", "arm-share:row/water", "8").empty());
        CHECK(codes_of("9.9", "arm-share:row/water", "8").contains("derived-value"));
        CHECK(codes_of("18.6", "arm-share:row/wine", "8").contains("derived-value"));
        CHECK(codes_of("18.6", "arm-share:row/none", "8").contains("derived-value"));
        CHECK(codes_of("18.6", "arm-share:nothing/water", "8").contains("derived-value"));
        CHECK(codes_of("18.6", "arm-share:row", "8").contains("unknown-word"));
        CHECK(codes_of("18.6", "arm-share:row/water", "44").contains("study-content"));
    }

    TEST_CASE("words of the glossary are found whole, the longest first, whatever their case") {
        const SmallPack small;
        small.replace(R"("conflicts": [)",
                      R"("glossary": [
            {"id": "hormone", "word": "hormone", "also": ["hormones"], "meaning": "A messenger in blood."},
            {"id": "pth", "word": "parathyroid hormone", "also": ["PTH"], "meaning": "A hormone.", "sources": ["s"]},
            {"id": "ion", "word": "ion", "meaning": "A charged atom."}],
            "conflicts": [)");
        const Reading reading = small.read();
        REQUIRE_MESSAGE(reading.pack, text_of(reading));
        CHECK_MESSAGE(reading.problems.empty(), text_of(reading));
        const auto found = [&](std::string_view text) {
            std::string ids;
            for (const GlossaryEntry* entry : words_in(text, reading.pack->glossary)) ids += entry->id.value + ' ';
            return ids;
        };
        CHECK(found("Parathyroid hormone is one of many hormones.") == "pth hormone ");
        CHECK(found("Less PTH, and PTH again") == "pth ");
        CHECK(found("An ION, not a lion or ions") == "ion ");
        CHECK(found("absorption, hormonelike") == "");
        CHECK(found("") == "");
    }
}
