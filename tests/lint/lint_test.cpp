// Tests each lint rule with a pack that breaks it and one that follows it.
#include "game/lint/lint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/content/reader.hpp"
#include "tests/lint/small_pack.hpp"

using namespace chelate;
using namespace chelate::lint;

TEST_SUITE("lint") {
    TEST_CASE("a good pack gives no finding, and the shipped packs are good") {
        CHECK(codes(pack()).empty());
        // A person judges what these rules find: a claim may quote how a review rated what it found.
        const std::set<std::string> judged{"cue-word", "typed-certainty"};
        for (const char* name : {"magnesium", "intervals"}) {
            const std::string folder = std::string(CHELATE_SOURCE_DIR) + "/content/" + name;
            const auto reading = content::read_pack(folder);
            REQUIRE(reading.pack);
            lint::LintBasis basis = english();
            if (std::string(name) == "magnesium") {
                for (const json::Problem& fault :
                     content::read_pack_rules("lint.json", source_file("content/magnesium/lint.json"), basis))
                    FAIL_CHECK(json::to_text(fault));
            }
            for (const lint::Finding& finding : lint::lint(*reading.pack, basis, "2026-11-26")) {
                if (finding.is_remark || judged.contains(finding.code)) continue;
                FAIL_CHECK(finding.kind << ' ' << finding.id << ": " << finding.code << ' ' << finding.detail);
            }
        }
    }

    TEST_CASE("sources and dates") {
        content::Pack unread = pack();
        claim_of(unread).sources = {content::SourceId{"hearsay"}};
        CHECK(codes(unread) == Codes{"no-read-source"});
        content::Pack late = pack();
        late.review_by = "2026-11-25";
        claim_of(late).review_by = "2026-11-26"; // today is still in time
        CHECK(codes(late) == Codes{"past-review"});
        content::Pack unsourced = pack();
        question_of(unsourced).unsourced = true;
        CHECK(codes(unsourced) == Codes{"unsourced"});
    }

    TEST_CASE("lengths and what gives a key away") {
        content::Pack longwinded = pack();
        question_of(longwinded).prompt = std::string(141, 'x');
        CHECK(codes(longwinded) == Codes{"long-prompt"});
        content::Pack cards = pack();
        choices_of(cards).choices[1].text = std::string(61, 'x');
        CHECK(codes(cards) == Codes{"long-choice"});
        content::Pack key = pack();
        choices_of(key).choices[0].text = "Wet, because its molecules cling to skin";
        CHECK(codes(key) == Codes{"key-is-longest"});
        content::Pack absolute = pack();
        choices_of(absolute).choices[1].text = "Always dry";
        choices_of(absolute).choices[2].text = "Never quiet";
        CHECK(codes(absolute) == Codes{"only-wrong-are-absolute"});
        content::Pack article = pack();
        question_of(article).prompt = "A tree that drops its leaves bears an …";
        choices_of(article).choices[1].text = "Apple";
        CHECK(codes(article) == Codes{"article-tells"});
    }

    TEST_CASE("the key in one place, and statements that are all true") {
        content::Pack fixed = pack();
        const content::AuthoredQuestion first = question_of(fixed);
        for (int i = 0; i < 5; ++i) {
            content::AuthoredQuestion question = first;
            question.id.value = "q" + std::to_string(i);
            question.prompt = "Question number " + std::to_string(i);
            std::get<content::Choices>(question.authored).shuffle = false;
            fixed.questions.emplace(question.id, question);
        }
        CHECK(codes(fixed) == Codes{"key-in-one-place"});
        content::Pack statements = pack();
        for (int i = 0; i < 5; ++i) {
            content::AuthoredQuestion question = first;
            question.id.value = "s" + std::to_string(i);
            question.kind = content::Kind::true_false;
            question.prompt = "Statement number " + std::to_string(i);
            question.authored = content::Statement{true};
            statements.questions.emplace(question.id, question);
        }
        CHECK(codes(statements) == Codes{"true-too-often"});
    }

    TEST_CASE("near duplicates, unless a number or the claim asked about is what differs") {
        content::Pack alike = pack();
        content::AuthoredQuestion other = question_of(alike);
        question_of(alike).prompt = "Which of these metals melts first in a warm hand?";
        other.id.value = "q2";
        other.prompt = "Which of these metals melts first in a very warm hand?";
        alike.questions.emplace(other.id, other);
        CHECK(codes(alike) == Codes{"near-duplicate"});
        alike.questions.rbegin()->second.prompt = "Which of these 3 metals melts first in a very warm hand?";
        CHECK(codes(alike).empty());
    }

    TEST_CASE("hard to read, and what no question reaches") {
        content::Pack hard = pack();
        claim_of(hard).explanation =
            "Notwithstanding considerable methodological heterogeneity, investigators nevertheless conclude "
            "unanimously that intermolecular hydrogen "
            "bonding predominantly determines macroscopic wetting behaviour throughout physiologically relevant "
            "temperature ranges everywhere considered hitherto, notwithstanding contradictory observations.";
        CHECK(codes(hard) == Codes{"hard-to-read"});
        content::Pack alone = pack();
        content::Claim other = claim_of(alone);
        other.id.value = "d";
        other.statement = "Ice floats.";
        alone.claims.emplace(other.id, other);
        CHECK(codes(alone) == Codes{"never-asked"});
    }

    TEST_CASE("a model that leaves nothing out, an input that does nothing, and a flat chart") {
        content::Pack with_model = pack();
        content::Model model;
        model.id = content::ModelId{"m"};
        model.name = "M";
        model.topic = content::TopicId{"t"};
        model.leaves_out = {"Much."};
        model.sources = {content::SourceId{"s"}};
        for (const char* id : {"x", "y"}) {
            content::ModelInput input;
            input.id = input.name = id;
            input.range = input.valid = {1, 10};
            input.start = 1;
            model.inputs.push_back(input);
        }
        const auto output = [](const char* id, const char* expression, const std::vector<std::string>& names) {
            content::ModelOutput made;
            made.id = made.name = id;
            made.compiled = content::Expression::compile(expression, names).value();
            return made;
        };
        model.outputs = {output("z", "2 * y", {"x", "y"}), output("w", "x + z", {"x", "y", "z"})};
        model.plot_y = 1; // depends on y only through the first output
        with_model.models.emplace(model.id, model);
        CHECK(codes(with_model).empty());
        content::Model& changed = with_model.models.begin()->second;
        changed.plot_y = 0;
        CHECK(codes(with_model) == std::vector<std::string>{"flat-plot"});
        changed.plot_y = 1;
        changed.outputs[1] = output("w", "x", {"x", "y", "z"});
        changed.outputs[0] = output("z", "x", {"x", "y"});
        CHECK(codes(with_model) == std::vector<std::string>{"input-without-effect"});
        changed.outputs[0] = model.outputs[0];
        changed.leaves_out.clear();
        CHECK(codes(with_model) == std::vector<std::string>{"leaves-nothing-out"});
    }

    TEST_CASE("words that say more than the grade carries") {
        content::Pack strong = pack();
        claim_of(strong).explanation = "This proves it.";
        CHECK(codes(strong) == Codes{"stronger-than-grade"});
        claim_of(strong).grade = content::Grade{.question = "Is it?", .certainty = content::Certainty::high};
        CHECK(codes(strong).empty());
        claim_of(strong).grade->certainty = content::Certainty::moderate;
        CHECK(codes(strong) == Codes{"stronger-than-grade"});
    }

    TEST_CASE("advice on an amount, safety in pregnancy and cures are found in any pack in English") {
        content::Pack advising = pack();
        claim_of(advising).explanation = "Take 400 mg every day, safe in pregnancy.";
        CHECK(codes(advising) == Codes{"health-amount"});
        claim_of(advising).explanation = "It is safe in pregnancy.";
        CHECK(codes(advising) == Codes{"health-pregnancy"});
        claim_of(advising).explanation = "It treats anxiety.";
        CHECK(codes(advising) == Codes{"health-cure"});
        claim_of(advising).explanation = "No trial shows that it treats anxiety.";
        CHECK(codes(advising).empty());
        claim_of(advising).explanation = "It treats anxiety.";
        advising.language = "de"; // the rules are in English
        CHECK(codes(advising).empty());
    }

    TEST_CASE("every rule of the shipped pack catches its bad texts in a pack") {
        lint::LintBasis basis = english();
        REQUIRE(content::read_pack_rules("lint.json", source_file("content/magnesium/lint.json"), basis).empty());
        CHECK(basis.never.size() >= 17); // 13 rules, the rule on advice, and the rules on how amounts are named
        const std::vector<std::pair<std::string, std::string>> bad{
            {"personal-amount", "It is safe up to 400 mg."},
            {"treats-condition", "Magnesium cures insomnia."},
            {"replaces-medicine", "Magnesium replaces a sleeping medicine."},
            {"reaches-human-brain", "L-threonate protects memory."},
            {"prevents-cramps", "Magnesium prevents night cramps."},
            {"harmless-for-kidneys", "It is harmless with poor kidneys."},
            {"fixed-interval", "Levothyroxine needs 4 h."},
            {"safe-in-pregnancy", "In pregnancy magnesium is safe."},
            {"safe-with-sedatives", "Herbs are safe with it."},
            {"through-the-skin", "A spray corrects low levels."},
            {"dated-promise", "In 6–8 weeks anxiety falls."},
            {"adult-amount-for-children", "Children can have 200 mg."},
            {"overdose-self-care", "After an overdose, drink plenty of water."},
            {"advice", "Doctors recommend citrate."},
            {"limit-without-body", "The upper level is 350 mg a day."},
            {"limit-without-supplements", "The US upper level is 350 mg a day."},
            {"amount-without-elemental", "200 mg of glycinate is a common amount."}};
        for (const auto& [rule, sentence] : bad) {
            CAPTURE(rule);
            content::Pack spoiled = pack();
            claim_of(spoiled).explanation = sentence;
            const Codes found = codes(spoiled, basis);
            CHECK(std::find(found.begin(), found.end(), rule) != found.end());
            // A text that is shown as wrong may be wrong.
            content::Pack refuted = pack();
            content::Choices& choices = choices_of(refuted);
            choices.choices[1].text = sentence;
            const Codes passed = codes(refuted, basis);
            if (rule != "advice") CHECK(std::find(passed.begin(), passed.end(), rule) == passed.end());
        }
        content::Pack named = pack();
        claim_of(named).explanation = "A blue marble.";
        basis.unnamed.push_back(content::fingerprint_of_name("blue marble"));
        CHECK(codes(named, basis) == Codes{"unnamed"});
    }

    TEST_CASE("a rule that misses its own example, or is no expression, is told") {
        lint::LintBasis basis;
        const auto wrong = content::read_pack_rules("lint.json", R"({"never": [
            {"id": "a", "why": "W", "pattern": "xyz", "caught": ["abc"]},
            {"id": "b", "why": "W", "pattern": "abc", "caught": ["abc"], "passed": ["abcd"]},
            {"id": "c", "why": "W", "pattern": "(", "caught": ["abc"]},
            {"id": "d", "why": "W", "pattern": "abc", "caught": []}]})",
                                                    basis);
        REQUIRE(wrong.size() == 4);
        CHECK(wrong[0].code == "rule-misses");
        CHECK(wrong[1].code == "rule-catches");
        CHECK(wrong[2].code == "bad-pattern");
        CHECK(wrong[3].code == "empty-list");
    }

    TEST_CASE("a pattern that no search can follow in linear time is told, with its place") {
        const auto code_of = [](const std::string& pattern) {
            lint::LintBasis basis;
            const auto wrong =
                content::read_pack_rules("lint.json",
                                         "{\"never\": [\n{\"id\": \"a\", \"why\": \"W\", \"pattern\": \"" + pattern +
                                             "\", \"caught\": [\"aa\"]}]}",
                                         basis);
            if (wrong.size() != 1) return "problems: " + std::to_string(wrong.size());
            CHECK(basis.never.empty());
            CHECK(wrong[0].at.line == 2);
            CHECK(wrong[0].message.size() > 20);
            return wrong[0].code;
        };
        CHECK(code_of("a(?=a)") == "pattern-looks-around");
        CHECK(code_of("a(?!b)") == "pattern-looks-around");
        CHECK(code_of("(?<=a)a") == "pattern-looks-around");
        CHECK(code_of("(a)\\\\1") == "pattern-looks-around");
        CHECK(code_of("a{1000}{1000}") == "bad-pattern");
        CHECK(code_of("((a{100}){100}){100}") == "bad-pattern");
        CHECK(code_of("[[:nonsense:]]") == "bad-pattern");
        CHECK(code_of("a|[^a]{999}(\\\\pL{900}|b)") == "pattern-too-large");
    }

    TEST_CASE("a pattern that would backtrack without end is searched in one pass over a long text") {
        lint::LintBasis basis;
        REQUIRE(content::read_pack_rules("lint.json", R"({"never": [{"id": "x", "why": "W", "pattern": "(a+)+$|zz",
            "caught": ["zz"], "passed": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]}]})",
                                         basis)
                    .empty());
        content::Pack long_text = pack();
        claim_of(long_text).explanation = std::string(100'000, 'a') + "b.";
        const auto found = codes(long_text, basis);
        CHECK(std::find(found.begin(), found.end(), "x") == found.end());
    }

    TEST_CASE("a pack has at most 100 rules") {
        std::string rules = R"({"never": [)";
        for (int i = 0; i < 102; ++i)
            rules += std::string(i == 0 ? "" : ",\n") + R"({"id": "a", "why": "W", "pattern": "a", "caught": ["a"]})";
        lint::LintBasis basis;
        const auto wrong = content::read_pack_rules("lint.json", rules + "]}", basis);
        REQUIRE(wrong.size() == 1);
        CHECK(wrong[0].code == "too-many-rules");
        CHECK(wrong[0].at.line == 101);
        CHECK(basis.never.size() == 100);
    }

    TEST_CASE("what a screen brings: signs without a glyph, texts that are too large") {
        lint::LintBasis basis = english();
        basis.undrawable = [](std::string_view text) {
            return text.find("Loud") == std::string_view::npos ? std::vector<char32_t>{}
                                                               : std::vector<char32_t>{0x1F50A};
        };
        basis.too_large = [](std::string_view text, content::Place place) {
            return place == content::Place::choice && text == "Dry";
        };
        CHECK(codes(pack(), basis) == Codes{"does-not-fit", "no-glyph"});
        CHECK(lint::lint(pack(), basis, "2026-11-26")[1].detail == "U+1F50A");
    }

    TEST_CASE("a script without a font is found once, with the package that has one") {
        content::Pack foreign = pack();
        question_of(foreign).prompt += " سلام";
        question_of(foreign).explanation += " ب 水";
        lint::LintBasis basis = english();
        basis.undrawable = [](std::string_view text) {
            return text.find("\xD8") == std::string_view::npos ? std::vector<char32_t>{} : std::vector<char32_t>{U'س'};
        };
        const auto found = lint::lint(foreign, basis, "2026-11-26");
        const auto missing = std::find_if(found.begin(), found.end(),
                                          [](const lint::Finding& finding) { return finding.code == "missing-font"; });
        REQUIRE(missing != found.end());
        CHECK(missing->kind == "pack");
        CHECK(missing->detail == "arabic");
        CHECK(missing->args == text::Args{{"package", "fonts-noto-core"}});
        const std::vector<std::string> all = codes(foreign, basis);
        CHECK(std::count(all.begin(), all.end(), "missing-font") == 1);
        CHECK(std::count(all.begin(), all.end(), "no-glyph") == 0);
    }
}
