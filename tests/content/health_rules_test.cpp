// Tests the rules on statements about health: sentences that each catches and passes, the texts that are statements,
// and a pack that asks for the rules.
#include "engine/content/health_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/content/small_pack.hpp"

using namespace chelate;
using namespace chelate::content;
using namespace chelate::test;

namespace {

struct HealthExamples {
    std::string code;
    std::vector<std::string> caught;
    std::vector<std::string> passed;
};

const std::vector<HealthExamples> health_examples{
    {"health-amount",
     {"Take 400 mg every day, safe in pregnancy",
      "Take 400 mg every day.",
      "Take 400mg a day with food.",
      "Take two tablets before bed.",
      "Take four hundred milligrams.",
      "Take a capsule every evening.",
      "Take up to 400 mg.",
      "Take no more than 350 mg a day.",
      "Take 400 mg, not 800 mg.",
      "To sleep better, take 200 mg in the evening.",
      "Adults should take 300 to 400 mg a day.",
      "You can take 200–400 mg in the evening.",
      "For sleep: take 200 mg.",
      "Swallow one pill at night.",
      "Start with 100 mg and increase to 400 mg.",
      "Aim for 400 mg a day.",
      "Use 5 g of powder.",
      "Adults must have 300 mg.",
      "Give children 100 mg.",
      "We recommend 300 mg for sleep.",
      "Experts advise about 400 mg a day.",
      "The ideal dose is 300 mg.",
      "The best amount for sleep is 400 mg.",
      "400 mg a day is enough.",
      "400 mg is ideal for most people.",
      "400 mg should be taken every night.",
      "You need 400 mg.",
      "Not only that: take 400 mg.",
      "No doubt you should take 400 mg.",
      "Doctors say: “Take 400 mg a day.”",
      "It helps, so just take 2 capsules."},
     {"Do not take 400 mg without asking a doctor.",
      "Never take more than 350 mg from tablets.",
      "No trial shows that people should take 400 mg.",
      "Nobody needs to take 400 mg for sleep.",
      "Should you take 400 mg a day?",
      "In the trial people took 400 mg a day.",
      "The women were given 300 mg of bisglycinate.",
      "The US recommended intake for men is 400 mg a day.",
      "The US upper level for tablets is 350 mg a day.",
      "Almonds and pumpkin seeds have 80 mg and 156 mg an ounce.",
      "An ounce of seeds can provide 156 mg.",
      "500 mg of pure citrate contains 81 mg of elemental magnesium.",
      "The volunteers had to take 400 mg a day.",
      "A label that reads 400 mg may mean the compound.",
      "The participants were asked to take 2 capsules a day.",
      "How much oxide supplies 200 mg?",
      "Absorption takes 4 hours.",
      "Ask a pharmacist before you take it.",
      "Oxide needs 332 mg to supply 200 mg.",
      "It is unlikely to help anyone to take 400 mg."}},
    {"health-pregnancy",
     {"It is safe in pregnancy.", "Safe during pregnancy and while breastfeeding.", "In pregnancy magnesium is safe.",
      "Pregnant women can safely use it.", "It is harmless for the unborn child.", "It poses no danger in pregnancy.",
      "It has no known risks in pregnancy.", "It is not harmful in pregnancy.",
      "Not only safe in pregnancy, it also calms.", "Without doubt it is safe in pregnancy.",
      "It is cheap, without side effects and safe in pregnancy.", "It is safe in pregnancy and not expensive."},
     {"It is not safe in pregnancy.", "No trial shows that it is safe in pregnancy.",
      "Nobody knows whether it is safe in pregnancy.", "Is it safe in pregnancy?",
      "That it is safe in pregnancy is not shown.",
      "Moderate magnesium is generally considered compatible with pregnancy.",
      "In pregnancy, ask a midwife what is safe.", "The safety of tablets in pregnancy was studied in ten trials.",
      "Ten trials in pregnancy found no clear benefit.", "No study shows that there is no risk in pregnancy.",
      "Evidence that it helps leg cramps in pregnancy is conflicting.",
      "Whether large amounts are safe in pregnancy is not known."}},
    {"health-cure",
     {"Magnesium cures migraine.", "It treats anxiety.", "It heals broken bones.", "It can cure insomnia.",
      "Magnesium helps treat depression.", "Magnesium is used to treat migraine.", "It is a natural remedy for cramps.",
      "Citrate is an effective treatment for migraine.", "Insomnia is treated with magnesium.",
      "Migraine can be cured by magnesium.", "It never fails to cure cramps.",
      "Not only does it calm, it cures insomnia.", "It cures migraine and is not expensive.",
      "Magnesium cures insomnia, no prescription needed."},
     {"No trial shows that it cures anything.",
      "No trial, review or guideline says that it treats migraine.",
      "It does not cure migraine.",
      "Magnesium is not a treatment for anxiety.",
      "These claims do not mean that it treats a condition.",
      "There is no cure for it.",
      "Magnesium cannot stand in for treatment by a professional.",
      "Psychological treatments have far stronger evidence in anxiety disorders.",
      "As a drip it is a hospital treatment in pre-eclampsia.",
      "It is a hospital treatment, not a tablet, and says nothing about tablets.",
      "Treating true deficiency matters.",
      "Does magnesium cure cramps?",
      "Nothing cures it.",
      "That it cures migraine has never been shown.",
      "Equal temperament treats all keys alike.",
      "EU rules do not allow the claim that it treats anxiety.",
      "The trial of the treatment of migraine had 81 people.",
      "Cognitive-behavioural therapy has good evidence for anxiety disorders compared with placebo treatments.",
      "The drip trial treated women who had pre-eclampsia already, in hospital.",
      "Far from curing it, it made cramps worse.",
      "It isn’t a remedy for cramps.",
      "In the trial they treated 40 women."}},
};

std::string health_code_of(const std::string& text, Role role = Role::stated) {
    const auto problem = health_problem_of(PackText{.role = role, .text = text});
    return problem ? problem->rule->id : "";
}

/// A small pack that asks for the rules on health, with a text put in place of another.
Reading read_with_health(std::string_view what, std::string_view with) {
    const SmallPack small;
    small.replace("\"language\": \"en\"", "\"language\": \"en\", \"rules\": [\"health\"]");
    small.replace(what, with);
    return small.read();
}

} // namespace

TEST_SUITE("content") {
    TEST_CASE("the rules on health catch and pass these sentences") {
        for (const auto& [code, caught, passed] : health_examples) {
            for (const std::string& sentence : caught) {
                CAPTURE(sentence);
                const std::string found = health_code_of(sentence);
                CHECK(found != "");
                if (sentence.find("Take 400 mg every day, safe") == std::string::npos) CHECK(found == code);
            }
            for (const std::string& sentence : passed) {
                CAPTURE(sentence);
                CHECK(health_code_of(sentence) == "");
            }
        }
    }

    TEST_CASE("a sentence is found among others, and only statements are looked at") {
        const std::string text = "Almonds contain magnesium. Take 400 mg every day, safe in pregnancy. Is that much?";
        const auto problem = health_problem_of(PackText{.role = Role::stated, .text = text});
        REQUIRE(problem);
        CHECK(problem->sentence == "Take 400 mg every day, safe in pregnancy.");
        CHECK(health_code_of(text, Role::asked) == "health-amount");
        CHECK(health_code_of(text, Role::notice) == "health-amount");
        CHECK(health_code_of(text, Role::refuted) == "");
        CHECK(health_code_of(text, Role::cited) == "");
    }

    TEST_CASE("a pack that asks for the rules on health loses each item that breaks one, with its place") {
        CHECK(read_with_health("On water", "On water").problems.empty());
        const std::string bad = "Take 400 mg every day, safe in pregnancy.";
        // A text of every kind of item. The place is that of the text.
        for (const auto& [what, code] :
             std::vector<std::pair<std::string, std::string>>{{"Water is wet.", "claim"},
                                                              {"\"It is.\", \"askable\"", "explanation"},
                                                              {"It is wet.\"}", "refutation"},
                                                              {"sweet", "fact"},
                                                              {"subject y", "subject"},
                                                              {"\"A.\"", "about of a subject"},
                                                              {"C.\"},", "caveat"},
                                                              {"\"Chain\"", "mechanism"},
                                                              {"\"three\"", "step"},
                                                              {"Nobody heard it.", "explanation of a weak claim"},
                                                              {"\"C.\", \"subjects\"", "correction"},
                                                              {"\"Yes.\"", "answer of a conflict"},
                                                              {"Other topic", "topic"}}) {
            CAPTURE(code);
            std::string with = what;
            const std::size_t quoted = what.find('"') == 0 ? what.find('"', 1) : what.find('"');
            const std::size_t from = what.find('"') == 0 ? 1 : 0;
            with.replace(from, (quoted == std::string::npos ? what.size() : quoted) - from, bad);
            const Reading reading = read_with_health(what, with);
            REQUIRE(reading.pack);
            REQUIRE_FALSE(reading.problems.empty());
            const auto found = std::find_if(reading.problems.begin(), reading.problems.end(),
                                            [](const json::Problem& one) { return one.code == "health-amount"; });
            REQUIRE(found != reading.problems.end());
            CHECK(found->at.line > 1);
            CHECK(found->source_line.find("Take 400 mg") != std::string::npos);
            CHECK(found->message.find("Take 400 mg") != std::string::npos);
            CHECK(reading.left_out >= 1);
        }
    }

    TEST_CASE("what a pack presents as false or unproven, or quotes, may say anything") {
        const std::string bad = "Take 400 mg every day, safe in pregnancy.";
        for (const char* what : {"Water is dry.", "Water helps.", "Water sings.", "On water", "\"B.\"", "\"T.\"",
                                 "It is not.", "\"N.\"}"}) {
            CAPTURE(what);
            const std::string text = what;
            std::string with = text;
            const bool quoted = text.front() == '"';
            with.replace(quoted ? 1 : 0, quoted ? text.find('"', 1) - 1 : text.size(), bad);
            if (text == "\"N.\"}") continue; // the note of a source is the pack's own
            CHECK(read_with_health(text, with).problems.empty());
        }
    }

    TEST_CASE("a manifest whose own texts break a rule on health is no pack") {
        const Reading reading = read_with_health("\"About.\"", "\"It cures migraine.\"");
        CHECK_FALSE(reading.pack);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == "health-cure");
        CHECK(reading.problems[0].at.line == 2);
        CHECK(reading.problems[0].at.column > 80);
        CHECK_FALSE(read_with_health("\"None.\"", "\"Take 400 mg a day.\"").pack);
    }

    TEST_CASE("an unknown set of rules, or rules for another language, refuse the pack") {
        const auto codes_with = [](std::string_view what, std::string_view with) {
            const SmallPack small;
            small.replace(what, with);
            const Reading reading = small.read();
            CHECK_FALSE(reading.pack);
            REQUIRE_FALSE(reading.problems.empty());
            CHECK(reading.problems[0].at.line == 2);
            return reading.problems[0].code;
        };
        CHECK(codes_with("\"version\"", "\"rules\": [\"helth\"], \"version\"") == "unknown-word");
        CHECK(codes_with("\"version\"", "\"rules\": \"health\", \"version\"") == "wrong-type");
        CHECK(codes_with("\"language\": \"en\"", "\"language\": \"de\", \"rules\": [\"health\"]") == "rules-language");
        const SmallPack british;
        british.replace("\"language\": \"en\"", "\"language\": \"en-GB\", \"rules\": [\"health\"]");
        CHECK(british.read().problems.empty());
        const SmallPack none;
        none.replace("\"version\"", "\"rules\": [], \"version\"");
        CHECK(none.read().problems.empty());
    }
}
