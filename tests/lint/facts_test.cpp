// Tests that questions are held against the pack's own facts, and values against those of their kind.
#include "game/lint/facts.hpp"

#include <doctest/doctest.h>

#include "tests/lint/small_pack.hpp"

using namespace chelate;
using namespace chelate::lint;

namespace {

/// Returns a pack of planets with their densities in kg/m3.
content::Pack planets(const std::vector<std::pair<std::string, double>>& densities) {
    content::Pack made = pack();
    content::Attribute attribute;
    attribute.id = content::AttributeId{"density"};
    attribute.name = "mean density";
    attribute.unit = "kg/m3";
    made.attributes.emplace(attribute.id, attribute);
    for (const auto& [name, density] : densities) {
        content::Subject subject;
        subject.id = content::SubjectId{name};
        subject.group = "planet";
        subject.name = name;
        subject.short_name = name;
        made.subjects.emplace(subject.id, subject);
        content::Fact fact;
        fact.id = content::FactId{name + ".density"};
        fact.subject = subject.id;
        fact.attribute = attribute.id;
        fact.topic = content::TopicId{"t"};
        fact.value = density;
        fact.sources = {content::SourceId{"s"}};
        made.facts.emplace(fact.id, fact);
    }
    return made;
}

const std::vector<std::pair<std::string, double>> true_densities{{"Mercury", 5427}, {"Venus", 5243},   {"Earth", 5514},
                                                                 {"Mars", 3933},    {"Jupiter", 1326}, {"Saturn", 687},
                                                                 {"Uranus", 1271},  {"Neptune", 1638}};

std::vector<std::string> told(const content::Pack& made) {
    std::vector<std::string> told;
    for (const Finding& finding : fact_findings(made, english()))
        told.push_back(finding.kind + " " + finding.id + " " + finding.code + " " + finding.detail);
    return told;
}

/// Gives the question these choices, of which the first is right.
void ask(content::Pack& made, const std::string& prompt, const std::vector<std::string>& choices) {
    question_of(made).prompt = prompt;
    content::Choices authored;
    for (const std::string& text : choices) {
        content::AuthoredChoice choice;
        choice.text = text;
        choice.right = authored.choices.empty();
        authored.choices.push_back(choice);
    }
    question_of(made).authored = authored;
}

using Told = std::vector<std::string>;

} // namespace

TEST_SUITE("lint/facts") {
    TEST_CASE("a choice that the facts contradict is found, with what they say") {
        content::Pack made = planets(true_densities);
        ask(made, "Which planet has the largest mean density?", {"Mercury", "The Earth", "Mars"});
        CHECK(told(made) == Told{"question q contradicts-facts Earth: 5514 kg/m3, Mercury: 5427 kg/m3"});
        ask(made, "Which planet has the largest mean density?", {"The Earth", "Mercury", "Mars"});
        CHECK(told(made).empty());
        ask(made, "Which planet has the lowest mean density?", {"Jupiter", "Saturn."});
        CHECK(told(made) == Told{"question q contradicts-facts Saturn: 687 kg/m3, Jupiter: 1326 kg/m3"});
    }

    TEST_CASE("a question that is not clearly about one attribute is not judged") {
        content::Pack made = planets(true_densities);
        ask(made, "Which planet has the largest mass?", {"Mercury", "Earth"});
        CHECK(told(made).empty());
        ask(made, "Which planet does not have the largest mean density?", {"Mercury", "Earth"});
        CHECK(told(made).empty());
        ask(made, "Which planet has the largest mean density?", {"Mercury", "Pluto"});
        CHECK(told(made).empty());
        ask(made, "Which planet has the mean density nearest to 5,400?", {"Mercury", "Earth"});
        CHECK(told(made).empty());
    }

    TEST_CASE("a comparison by subjects is held against the facts too") {
        content::Pack made = planets(true_densities);
        ask(made, "Which has the larger mean density?", {"", ""});
        choices_of(made).choices[0].subject = content::SubjectId{"Saturn"};
        choices_of(made).choices[1].subject = content::SubjectId{"Jupiter"};
        question_of(made).kind = content::Kind::compare;
        CHECK(told(made) == Told{"question q contradicts-facts Jupiter: 1326 kg/m3, Saturn: 687 kg/m3"});
    }

    TEST_CASE("an order that goes up and down contradicts the facts") {
        content::Pack made = planets(true_densities);
        question_of(made).kind = content::Kind::order;
        question_of(made).prompt = "Order them by mean density.";
        question_of(made).authored = content::Items{{"Saturn", "Jupiter", "Uranus"}, "", ""};
        CHECK(told(made) == Told{"question q contradicts-facts Saturn: 687 kg/m3, Jupiter: 1326 kg/m3, "
                                 "Uranus: 1271 kg/m3"});
        question_of(made).authored = content::Items{{"Saturn", "Uranus", "Jupiter"}, "", ""};
        CHECK(told(made).empty());
        question_of(made).authored = content::Items{{"Jupiter", "Uranus", "Saturn"}, "", ""};
        CHECK(told(made).empty());
    }

    TEST_CASE("a number that is asked about one fact is the number of that fact, as rounded") {
        content::Pack made = planets(true_densities);
        question_of(made).kind = content::Kind::estimate;
        question_of(made).exercises.facts = {content::FactId{"Earth.density"}};
        question_of(made).authored = content::Quantity{.low = 5541, .high = 5541, .to = 9000, .unit = "kg/m3"};
        CHECK(told(made) == Told{"question q contradicts-facts Earth.density: 5514 kg/m3"});
        question_of(made).authored = content::Quantity{.low = 5514, .high = 5514, .to = 9000, .unit = "kg/m3"};
        CHECK(told(made).empty());
        question_of(made).authored = content::Quantity{.low = 5.5, .high = 5.5, .to = 9, .unit = "g/cm3"};
        CHECK(told(made).empty());
    }

    TEST_CASE("a value that is a hundred times too large or too small is an outlier") {
        for (std::size_t i = 0; i < true_densities.size(); ++i) {
            for (const double factor : {100.0, 0.01}) {
                auto densities = true_densities;
                densities[i].second *= factor;
                CAPTURE(densities[i].first);
                CAPTURE(factor);
                const Told found = told(planets(densities));
                REQUIRE(found.size() == 1);
                CHECK(found[0].starts_with("fact " + densities[i].first + ".density outlier "));
            }
        }
        CHECK(told(planets(true_densities)).empty());
    }

    TEST_CASE("few values have no outlier, values of every size have none, and a note says that one is meant") {
        CHECK(told(planets({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1000}})).empty());
        CHECK(told(planets({{"a", 1}, {"b", 30}, {"c", 1000}, {"d", 50'000}, {"e", 1'000'000}})).empty());
        content::Pack made = planets({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 100}});
        CHECK(told(made) == Told{"fact e.density outlier 100 kg/m3"});
        made.facts.at(content::FactId{"e.density"}).note = "It is a neutron star.";
        CHECK(told(made).empty());
    }
}
