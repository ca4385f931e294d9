// Tests the handout of a workshop.
#include "game/print/handout.hpp"

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

/// Returns a pack with everything that the scenes of a script can show.
content::Pack workshop_pack() {
    content::Pack pack = sample_pack();
    const std::vector<content::SourceId> sources{content::SourceId{"survey"}};
    content::Claim claim;
    claim.id = content::ClaimId{"dead-sea"};
    claim.statement = "The Dead Sea is <salty>.";
    claim.explanation = "Its water evaporates.";
    claim.verdict = content::Verdict::supported;
    claim.sources = sources;
    pack.claims.emplace(claim.id, claim);
    content::Mechanism mechanism;
    mechanism.id = content::MechanismId{"drying"};
    mechanism.name = "How a sea <dries>";
    mechanism.where = "in the sun";
    mechanism.steps = {{"Water warms", "", ""}, {"Water leaves", "", ""}};
    mechanism.caveat = "Wind & rain matter too.";
    mechanism.sources = sources;
    pack.mechanisms.emplace(mechanism.id, mechanism);
    content::Attribute attribute;
    attribute.id = content::AttributeId{"salt"};
    attribute.unit = "%";
    attribute.caveat = "At the surface.";
    pack.attributes.emplace(attribute.id, attribute);
    for (const auto& [name, value] : {std::pair{"baltic", 1.0}, std::pair{"dead", 34.0}, std::pair{"lost", 0.0}}) {
        content::Subject subject;
        subject.id = content::SubjectId{name};
        subject.group = "sea";
        subject.short_name = name;
        pack.subjects.emplace(subject.id, subject);
        if (value == 0.0) continue;
        content::Fact fact;
        fact.id = content::FactId{name};
        fact.subject = subject.id;
        fact.attribute = attribute.id;
        fact.value = value;
        fact.of = "in <summer>";
        pack.facts.emplace(fact.id, fact);
    }
    return pack;
}

content::Scene scene(std::string title, content::SceneBody body) {
    return {std::move(title), {}, {}, {}, std::move(body)};
}

content::Script sample_script() {
    const content::WallStatement statement{"The Dead Sea is <very> salty.", content::ClaimId{"dead-sea"}};
    content::Script script;
    script.name = "Ten <minutes>";
    script.scenes = {scene("Welcome", content::WelcomeScene{}),
                     scene("The wall", content::WallScene{{statement}}),
                     scene("Step by step", content::ChainScene{content::MechanismId{"drying"}}),
                     scene("A question", content::QuestionScene{{}, content::TemplateId{"made"}}),
                     scene("Side by side", content::ComparisonScene{content::AttributeId{"salt"}, "sea"}),
                     scene("The end", content::ClosingScene{})};
    return script;
}

print::Document sample_handout() {
    return print::make_handout(workshop_pack(), words(), sample_script(), "Ines <Marsh> sells nothing.", "");
}

} // namespace

TEST_SUITE("print/handout") {
    TEST_CASE("it has the scenes in the order of the script, with the host, verdicts, sources and disclaimer") {
        const print::Document handout = sample_handout();
        CHECK(handout.folder == "sheets");
        CHECK(handout.name == "Ten <minutes>");
        CHECK(handout.ending == ".html");
        std::size_t before = 0;
        for (const char* part :
             {"<h1>Ten &lt;minutes&gt;</h1>", "Ines &lt;Marsh&gt; sells nothing.", "<h2>The wall</h2>",
              "1. The Dead Sea is &lt;very&gt; salty.", "Verdict: well supported", "Its water evaporates.",
              "A survey of &lt;seas&gt;", "<h2>Step by step</h2>", "How a sea &lt;dries&gt; (in the sun)",
              "<li>Water warms</li><li>Water leaves</li>", "Wind &amp; rain", "<h2>Side by side</h2>",
              "At the surface.", "This is no \"advice\"."}) {
            CHECK(position(handout.text, part) > before);
            before = position(handout.text, part);
        }
    }

    TEST_CASE("compared things are listed from the greatest, and those without a value last") {
        const std::string html = sample_handout().text;
        CHECK(position(html, "Dead: 34\u00a0% (in &lt;summer&gt;)") <
              position(html, "Baltic: 1\u00a0% (in &lt;summer&gt;)"));
        CHECK(position(html, "Baltic: 1\u00a0%") < position(html, "Lost: no data"));
    }

    TEST_CASE("welcome, closing and a question that a template made are left out") {
        const std::string html = sample_handout().text;
        for (const char* title : {"Welcome", "A question", "The end"})
            CHECK_FALSE_MESSAGE(contains(html, title), title);
    }

    TEST_CASE("every text is escaped, and nothing is fetched") {
        const std::string html = sample_handout().text;
        for (const char* raw : {"<minutes>", "<Marsh>", "<very>", "<dries>", "<summer>", "<seas>", "<salt>"})
            CHECK_FALSE_MESSAGE(contains(html, raw), raw);
        check_fetches_nothing(html);
    }
}
