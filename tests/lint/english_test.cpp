// Tests the rules on how English is written: each on its own examples, and where each applies.
#include "game/lint/english.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/text/language.hpp"
#include "tests/lint/small_pack.hpp"

using namespace chelate;
using namespace chelate::lint;

namespace {

/// Returns the codes of what the style rules find in a text of a pack.
std::vector<std::string> found_in(std::string_view text, TextPlace place = TextPlace::pack) {
    std::vector<std::string> found;
    for (const StyleFinding& finding : style_findings(text, place, english())) found.push_back(finding.code);
    return found;
}

} // namespace

TEST_SUITE("lint") {
    TEST_CASE("every rule on English has examples that it catches and passes, and better words") {
        const LintBasis basis = english(); // reading tries each rule on its examples
        CHECK(basis.style.size() >= 50);
        CHECK(basis.cues.size() >= 10);
        CHECK(basis.certainty);
        CHECK(basis.order_cue);
        CHECK(basis.uncertain);
        std::set<std::string> ids;
        for (const content::StyleRule& rule : basis.style) {
            CAPTURE(rule.id);
            CHECK(ids.insert(rule.id).second);
            CHECK_FALSE(rule.why.empty());
        }
    }

    TEST_CASE("a style rule that misses its example is reported") {
        LintBasis basis;
        const auto wrong = content::read_language_rules("xx.json", R"({"style": [
            {"id": "a", "write": "W", "pattern": "xyz", "caught": ["abc"]},
            {"id": "b", "write": "W", "where": "nowhere", "pattern": "abc", "caught": ["abc"]}],
            "certainty": {"pattern": "low", "caught": ["low"], "passed": ["very low"]},
            "cues": [{"word": "all", "pattern": "(", "caught": ["all"]}],
            "units": {"mg": "["}})",
                                                        basis);
        std::vector<std::string> found;
        for (const json::Problem& problem : wrong) found.push_back(problem.code);
        CHECK(found ==
              std::vector<std::string>{"rule-misses", "unknown-word", "bad-pattern", "rule-catches", "bad-pattern"});
    }

    TEST_CASE("common faults are found, and good English passes") {
        CHECK(found_in("The interval stands on the label.") == std::vector<std::string>{"stands"});
        CHECK(found_in("Whoever takes medicines asks first.") == std::vector<std::string>{"whoever"});
        CHECK(found_in("An ounce holds 80 mg.") == std::vector<std::string>{"holds"});
        CHECK(found_in("Women of 19–30 years need more.") == std::vector<std::string>{"age"});
        CHECK(found_in("The 200 mg are an example.") == std::vector<std::string>{"amounts-are"});
        CHECK(found_in("Some forms (say, citrate) dissolve well.") == std::vector<std::string>{"say-example"});
        CHECK(found_in("The bell is rung and it begins anew.") == std::vector<std::string>{"anew"});
        CHECK(found_in("It's here.") == std::vector<std::string>{"straight-quotes"});
        CHECK(found_in("One space.  Two spaces.") == std::vector<std::string>{"double-space"});
        CHECK(found_in("The interval is on the label, and an ounce contains 80 mg. The 200 mg is an example.").empty());
        CHECK(found_in("Anyone who takes medicines should ask first, for example women aged 19–30.").empty());
    }

    TEST_CASE("a sentence has at most 28 words") {
        std::string sentence = "A";
        for (int word = 2; word <= 28; ++word) sentence += " b";
        CHECK(found_in(sentence + ".").empty());
        CHECK(found_in(sentence + ". " + sentence + ".").empty());
        CHECK(found_in(sentence + " – b.") == std::vector<std::string>{"long-sentence"}); // a dash is no word
        const auto found = style_findings(sentence + " b.", TextPlace::pack, english());
        REQUIRE(found.size() == 1);
        CHECK(found[0].detail.starts_with("29: A b b"));
    }

    TEST_CASE("some rules are for the program only, and some for its buttons and headings only") {
        CHECK(found_in("The round goes on.").empty());
        CHECK(found_in("The round goes on.", TextPlace::program) == std::vector<std::string>{"gone-on"});
        CHECK(found_in("The upper half is shown", TextPlace::program).empty());
        CHECK(found_in("The upper half is shown", TextPlace::label) == std::vector<std::string>{"label-passive"});
        CHECK(found_in("Save report.", TextPlace::label) == std::vector<std::string>{"label-full-stop"});
        CHECK(found_in("Start Class", TextPlace::label) == std::vector<std::string>{"label-title-case"});
        CHECK(found_in("Start class", TextPlace::label).empty());
    }

    TEST_CASE("a short text that is no sentence is a label, and so is a title") {
        CHECK(is_label("home.study", "Study"));
        CHECK(is_label("restore.title", "Go back to {when}?"));
        CHECK(is_label("does.hint", "hint, for half the points"));
        CHECK_FALSE(is_label("home.done", "Done for today."));
        CHECK_FALSE(is_label("home.due", "{due}, {new}"));
        CHECK_FALSE(is_label("import.done", "a scale was added"));
        CHECK_FALSE(is_label("home.about", "Everything you answered so far counts and is kept"));
    }

    TEST_CASE("the style of a pack is checked in what it says, not in what it quotes, and gives remarks") {
        content::Pack quoting = pack();
        claim_of(quoting).explanation = "Whoever touches it knows.";
        quoting.sources.begin()->second.title = "Whoever touches it knows.";
        const auto found = lint::lint(quoting, english(), "2026-11-26");
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == "claim");
        CHECK(found[0].code == "whoever");
        CHECK(found[0].is_remark);
        CHECK(found[0].sentence.starts_with("Write"));
        CHECK(found[0].detail == "Whoever touches it knows.");
    }
}
