// Tests each rule on the quality of questions with a pack that breaks it and one that follows it.
#include "game/lint/questions.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/lint/small_pack.hpp"

using namespace chelate;
using namespace chelate::lint;

namespace {

/// Returns a pack whose question asks for a number.
content::Pack pack_with_number(const std::string& prompt, double low, double high, const std::string& unit) {
    content::Pack made = pack();
    content::AuthoredQuestion& question = question_of(made);
    question.kind = content::Kind::estimate;
    question.prompt = prompt;
    question.authored = content::Quantity{.decimals = 1, .low = low, .high = high, .from = 0, .to = 100, .unit = unit};
    return made;
}

/// Adds so many claims of a verdict, of which the first `cued` contain "always".
void add_claims(content::Pack& made, content::Verdict verdict, int count, int cued) {
    for (int i = 0; i < count; ++i) {
        content::Claim claim = claim_of(made);
        claim.id.value = (verdict == content::Verdict::supported ? "t" : "f") + std::to_string(i);
        claim.verdict = verdict;
        claim.statement = (i < cued ? "It always rains on day " : "It rains on day ") + std::to_string(i) + ".";
        made.claims.emplace(claim.id, claim);
        question_of(made).exercises.claims.push_back(claim.id);
    }
}

bool finds(const content::Pack& made, const std::string& code) {
    const Codes found = codes(made);
    return std::find(found.begin(), found.end(), code) != found.end();
}

} // namespace

TEST_SUITE("lint") {
    TEST_CASE("a round that runs out of questions before its count") {
        content::Pack made = pack();
        content::Round round;
        round.id = content::RoundId{"r"};
        round.questions = {made.questions.begin()->first};
        round.count = 1;
        made.rounds = {round};
        CHECK_FALSE(finds(made, "short-round"));
        made.rounds[0].count = 3;
        CHECK(finds(made, "short-round"));
        made.rounds[0].minutes = 5;
        CHECK_FALSE(finds(made, "short-round"));
    }

    TEST_CASE("the number of a key in its own prompt") {
        CHECK(codes(pack_with_number("Of 86 people, what percentage got better?", 86, 86, "%")) ==
              Codes{"key-in-prompt"});
        CHECK(codes(pack_with_number("In 1,200 people, what percentage got better?", 86, 86, "%")).empty());
        CHECK(codes(pack_with_number("About 60.5: what percentage is it?", 57.5, 63.5, "%")) == Codes{"key-in-prompt"});
        content::Pack chosen = pack();
        question_of(chosen).prompt = "Which of these is 14 long?";
        choices_of(chosen).choices[0].text = "14 m";
        CHECK(codes(chosen) == Codes{"key-in-prompt"});
        choices_of(chosen).choices[1].text = "14 km"; // a wrong choice has the number as well
        CHECK(codes(chosen).empty());
        question_of(chosen).prompt = "Which of these is 14 long, not 20?";
        choices_of(chosen).choices[1].text = "20 m"; // and here another number of the prompt
        CHECK(codes(chosen).empty());
        content::Pack typed = pack();
        question_of(typed).kind = content::Kind::typed;
        question_of(typed).authored = content::Texts{{{"12 o’clock"}}, {}};
        question_of(typed).prompt = "At which hour does the clock strike 12 times?";
        CHECK(codes(typed) == Codes{"key-in-prompt"});
    }

    TEST_CASE("a prompt for a number without its unit") {
        CHECK(codes(pack_with_number("How long is it?", 5, 5, "m")) == Codes{"no-unit"});
        CHECK(codes(pack_with_number("How many m long is it?", 5, 5, "m")).empty());
        CHECK(codes(pack_with_number("What percentage is it?", 5, 5, "%")).empty());
        CHECK(codes(pack_with_number("How many hours?", 5, 5, "h")).empty());
        CHECK(codes(pack_with_number("How many women, of every 1,000, got one?", 5, 5, "women in 1,000")) ==
              Codes{"no-unit"});
        CHECK(codes(pack_with_number("In 1,000 births, how many women got one?", 5, 5, "women of 1,000")) ==
              Codes{"no-unit"});
        CHECK(codes(pack_with_number("Of 1,000 women, how many got one of these?", 5, 5, "women of 1,000")).empty());
        CHECK(codes(pack_with_number("How many are there?", 5, 5, "")).empty());
        content::Pack made = pack();
        content::Attribute attribute;
        attribute.id = content::AttributeId{"a"};
        attribute.name = "length";
        attribute.unit = "mm";
        made.attributes.emplace(attribute.id, attribute);
        content::Template estimate;
        estimate.id = content::TemplateId{"e"};
        estimate.kind = content::TemplateKind::estimate;
        estimate.attribute = attribute.id;
        estimate.prompt = "How long is {subject}?";
        made.templates.emplace(estimate.id, estimate);
        CHECK(finds(made, "no-unit"));
        made.templates.begin()->second.prompt = "How many mm long is {subject}?";
        CHECK_FALSE(finds(made, "no-unit"));
        made.templates.begin()->second.kind = content::TemplateKind::convert;
        made.templates.begin()->second.unit = "mg";
        made.templates.begin()->second.prompt = "How much is in {amount} mg of {subject}?"; // names the given unit only
        CHECK(finds(made, "no-unit"));
        made.templates.begin()->second.prompt = "How many mg are in {amount} mg of {subject}?";
        CHECK_FALSE(finds(made, "no-unit"));
    }

    TEST_CASE("a word that is in false claims far more often than in true ones, with the counts") {
        content::Pack cued = pack();
        add_claims(cued, content::Verdict::supported, 20, 1);
        add_claims(cued, content::Verdict::weak, 12, 9);
        const auto found = question_findings(cued, english());
        const auto cue =
            std::find_if(found.begin(), found.end(), [](const Finding& one) { return one.code == "cue-word"; });
        REQUIRE(cue != found.end());
        CHECK(cue->kind == "pack");
        CHECK(cue->detail == "always");
        CHECK(cue->args == text::Args{{"false", "9"}, {"all_false", "12"}, {"true", "1"}, {"all_true", "21"}});
        content::Pack true_ones = pack();
        add_claims(true_ones, content::Verdict::supported, 20, 15);
        add_claims(true_ones, content::Verdict::contradicted, 20, 2);
        CHECK(finds(true_ones, "cue-word"));
        content::Pack few = pack(); // 2 of 4 against 1 of 5 may be chance
        add_claims(few, content::Verdict::supported, 4, 1);
        add_claims(few, content::Verdict::weak, 4, 2);
        CHECK_FALSE(finds(few, "cue-word"));
        content::Pack even = pack(); // not twice as often, however many there are
        add_claims(even, content::Verdict::supported, 200, 80);
        add_claims(even, content::Verdict::weak, 200, 120);
        CHECK_FALSE(finds(even, "cue-word"));
    }

    TEST_CASE("the chance of a difference is that of Fisher's exact test") {
        // Fisher’s own example of 8 cups of tea, a table from textbooks, and one without any difference.
        CHECK(chance_of_difference(3, 4, 1, 4) == doctest::Approx(0.4857143));
        CHECK(chance_of_difference(1, 10, 11, 14) == doctest::Approx(0.002759456));
        CHECK(chance_of_difference(0, 5, 0, 5) == doctest::Approx(1));
    }

    TEST_CASE("a certainty typed by hand in a claim, a fact or a question") {
        content::Pack typed = pack();
        claim_of(typed).explanation = "There is good evidence for it.";
        CHECK(codes(typed) == Codes{"typed-certainty"});
        claim_of(typed).explanation = "Three trials found it.";
        CHECK(codes(typed).empty());
        choices_of(typed).choices[1].why = "The certainty is low.";
        CHECK(codes(typed) == Codes{"typed-certainty"});
        choices_of(typed).choices[1].why = "The reviewers rated it as low certainty.";
        CHECK(codes(typed).empty());
    }

    TEST_CASE("a word in a step that gives its place away") {
        content::Pack ordered = pack();
        content::Mechanism mechanism;
        mechanism.id = content::MechanismId{"m"};
        mechanism.name = "Rain";
        mechanism.topic = content::TopicId{"t"};
        mechanism.askable = true;
        mechanism.sources = {content::SourceId{"s"}};
        for (const char* text : {"Water warms", "Vapour rises", "As a result it rains"})
            mechanism.steps.push_back({text, text, {}});
        ordered.mechanisms.emplace(mechanism.id, mechanism);
        question_of(ordered).exercises.mechanisms = {mechanism.id};
        CHECK(codes(ordered) == Codes{"order-cue"});
        ordered.mechanisms.begin()->second.steps[2] = {"It rains", "Then rain", {}};
        CHECK(codes(ordered) == Codes{"order-cue"});
        ordered.mechanisms.begin()->second.steps[2] = {"It rains", "It rains", {}};
        CHECK(codes(ordered).empty());
        question_of(ordered).kind = content::Kind::order;
        question_of(ordered).authored = content::Items{{"It warms", "Finally it rains", "It clears"}, {}, {}};
        CHECK(codes(ordered) == Codes{"order-cue"});
    }

    TEST_CASE("a statement about uncertainty that is asked for a verdict") {
        content::Pack unsure = pack();
        claim_of(unsure).statement = "Whether water is wet is unclear.";
        CHECK(codes(unsure) == Codes{"uncertain-statement"});
        claim_of(unsure).askable = false;
        CHECK(codes(unsure).empty());
        question_of(unsure).kind = content::Kind::claim_check;
        question_of(unsure).authored = content::ClaimVerdict{};
        CHECK(codes(unsure) == Codes{"uncertain-statement"});
    }

    TEST_CASE("the same reason for three wrong choices") {
        content::Pack repeated = pack();
        content::AuthoredQuestion other = question_of(repeated);
        other.id.value = "q2";
        other.prompt = "How does water sound?";
        repeated.questions.emplace(other.id, other);
        choices_of(repeated).choices[1].why = "Water is wet.";
        choices_of(repeated).choices[2].why = "Water is wet.";
        CHECK(codes(repeated).empty());
        std::get<content::Choices>(repeated.questions.rbegin()->second.authored).choices[1].why = "water is WET.";
        const auto found = question_findings(repeated, english());
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == "repeated-why");
        CHECK(found[0].args == text::Args{{"count", "3"}, {"questions", "q, q2"}});
    }

    TEST_CASE("a question that is not easy and has no hint is worth a remark") {
        content::Pack hard = pack();
        CHECK(question_findings(hard, english()).empty());
        question_of(hard).difficulty = 2;
        const auto found = question_findings(hard, english());
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == "no-hint");
        CHECK(found[0].is_remark);
        question_of(hard).hints = {"Touch it."};
        CHECK(question_findings(hard, english()).empty());
        question_of(hard).hints.clear();
        question_of(hard).kind = content::Kind::poll;
        CHECK(question_findings(hard, english()).empty());
    }
}
