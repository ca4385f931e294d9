// Tests that made questions are sensible for any subject, with a pack on the planets: negative temperatures, masses
// over five magnitudes, moons from 0, and equal values.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "engine/content/reader.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/quiz/maker.hpp"
#include "tests/quiz/key_checker.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

content::Pack planets() {
    auto reading = content::read_pack(CHELATE_SOURCE_DIR "/tests/content/planets");
    REQUIRE(reading.pack.has_value());
    REQUIRE(reading.problems.empty());
    return std::move(*reading.pack);
}

content::Round round_of(const std::string& source) {
    content::Round round;
    round.id = content::RoundId{"one-template"};
    round.templates = {content::TemplateId{source}};
    return round;
}

/// Returns one question for each candidate of a template.
std::vector<Question> all_of(const content::Pack& pack, const std::string& source) {
    const auto maker = QuestionMaker::make(pack, round_of(source), 0);
    REQUIRE(maker.has_value());
    std::vector<Question> all;
    for (std::size_t i = 0; i < maker->candidates().size(); ++i) all.push_back(maker->question_of(i, i));
    return all;
}

/// Returns the estimates of a template by the subject asked about.
std::map<std::string, EnterNumber> estimates(const content::Pack& pack, const std::string& source) {
    std::map<std::string, EnterNumber> found;
    for (const Question& question : all_of(pack, source))
        found.emplace(pack.facts.at(question.facts[0]).subject.value, std::get<EnterNumber>(question.interaction));
    return found;
}

content::Template& template_of(content::Pack& pack, const std::string& id) {
    return pack.templates.at(content::TemplateId{id});
}

} // namespace

TEST_SUITE("quiz/other subjects") {
    TEST_CASE("each key of a pack on the planets follows from what its question lists") {
        const content::Pack pack = planets();
        for (const auto& [id, source] : pack.templates) {
            for (const Question& question : all_of(pack, id.value)) {
                const auto derived = derived_key(question, listed_of(pack, question));
                CHECK_MESSAGE((derived.has_value() && *derived == carried_key(question)), encode(question));
            }
        }
    }

    TEST_CASE("temperatures below zero are estimated, each on the same scale and within the same distance") {
        const content::Pack pack = planets();
        const auto found = estimates(pack, "how-warm");
        CHECK(found.size() == 8);
        std::set<std::int64_t> distances;
        for (const auto& [subject, number] : found) {
            CHECK(number.scale == found.at("venus").scale);
            distances.insert(number.high - number.low);
        }
        CHECK(*distances.rbegin() - *distances.begin() <= 1); // the ends are rounded
        CHECK(found.at("neptune").low == -233); // 5 % of the 664 degrees between the coldest and the warmest
        CHECK(found.at("neptune").high == -167);
    }

    TEST_CASE("counts are estimated within a share of themselves, and none is asked as exactly none") {
        const auto found = estimates(planets(), "how-many-moons");
        CHECK(found.size() == 8);
        CHECK(found.at("mercury").low == 0);
        CHECK(found.at("mercury").high == 0);
        CHECK(found.at("earth").low == 1);
        CHECK(found.at("earth").high == 1);
        CHECK(found.at("saturn").low == 139);
        CHECK(found.at("saturn").high == 153);
    }

    TEST_CASE("a scale that the template does not give has space for all values of the attribute") {
        content::Pack pack = planets();
        for (const char* id : {"how-warm", "how-many-moons"}) template_of(pack, id).from = template_of(pack, id).to = 0;
        const Scale warm = estimates(pack, "how-warm").at("earth").scale;
        CHECK(warm.from == -300);
        CHECK(warm.to == 600);
        CHECK(warm.step == 5);
        template_of(pack, "how-many-moons").subjects = {content::SubjectId{"earth"}, content::SubjectId{"mars"}};
        const auto moons = estimates(pack, "how-many-moons"); // no narrower for the few that are asked
        CHECK(moons.at("earth").scale.from == 0);
        CHECK(moons.at("mars").scale.to == 170);
    }

    TEST_CASE("what an attribute accepts counts instead of the usual share") {
        content::Pack pack = planets();
        pack.attributes.at(content::AttributeId{"temperature"}).accepted_amount = 10;
        const EnterNumber number = estimates(pack, "how-warm").at("mars");
        CHECK(number.low == -75);
        CHECK(number.high == -55);
        CHECK(number.width == 50);
    }

    TEST_CASE("years are estimated within a share of the time between them") {
        content::Pack pack = planets();
        for (auto& [id, fact] : pack.facts) {
            if (fact.attribute.value == "moons") fact.value = 1800 + *fact.value;
        }
        template_of(pack, "how-many-moons").from = 1700;
        template_of(pack, "how-many-moons").to = 2000;
        const EnterNumber number = estimates(pack, "how-many-moons").at("saturn");
        CHECK(number.low == 1939);
        CHECK(number.high == 1953);
    }

    TEST_CASE("a threshold divides subjects evenly where it can") {
        const content::Pack pack = planets();
        for (const Question& question : all_of(pack, "below")) {
            const auto& ticks = std::get<PickMany>(question.interaction);
            CHECK_MESSAGE((ticks.key.size() == 2 || ticks.key.size() == 3), encode(question));
        }
        for (const Question& question : all_of(pack, "heavier-than")) {
            const auto& sides = std::get<Assign>(question.interaction).key;
            CHECK_MESSAGE(std::count(sides.begin(), sides.end(), 0) == 2, encode(question));
        }
    }

    TEST_CASE("of values that no threshold halves, another division is asked") {
        content::Pack pack = planets();
        for (auto& [id, fact] : pack.facts) {
            if (fact.attribute.value == "mass" && fact.subject.value != "jupiter")
                fact.value = 1 + 0.001 * static_cast<double>(pack.subjects.at(fact.subject).place);
        }
        pack.attributes.at(content::AttributeId{"mass"}).smallest_gap = {};
        const auto all = all_of(pack, "heavier-than");
        REQUIRE_FALSE(all.empty());
        for (const Question& question : all) {
            const auto& sides = std::get<Assign>(question.interaction).key;
            CHECK(std::count(sides.begin(), sides.end(), 0) == 1);
        }
    }

    TEST_CASE("no template is asked twice in a row, nor more than twice in a round of eight") {
        const content::Pack pack = planets();
        const content::Round& round = pack.rounds.front();
        const auto first = QuestionMaker::make(pack, round, 0);
        REQUIRE(first.has_value());
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            QuestionMaker maker = first->with_seed(seed);
            std::map<std::string, int> times;
            std::string last;
            for (int i = 0; i < round.count; ++i) {
                const std::string id = maker.question(static_cast<std::size_t>(i)).id;
                const std::string source = id.substr(0, id.find(':'));
                CHECK(++times[source] <= 2);
                CHECK(source != last);
                last = source;
            }
        }
    }

    TEST_CASE("a template alone is asked again and again") {
        content::Pack pack = planets();
        auto maker = QuestionMaker::make(pack, round_of("warmer"), 3);
        REQUIRE(maker.has_value());
        CHECK(maker->different() >= 4);
    }

    TEST_CASE("a sentence names a subject with its article, and a card without") {
        content::Pack pack = planets();
        for (auto& [id, subject] : pack.subjects) subject.in_sentence = "the planet " + subject.name;
        for (const Question& question : all_of(pack, "warmer")) {
            CHECK(question.prompt.find("the planet ") != std::string::npos);
            CHECK(question.explanation.starts_with("The planet "));
            CHECK(options_of(question.interaction)[0].text.find("planet") == std::string::npos);
        }
        CHECK(all_of(pack, "in-order-of-mass").front().explanation.find("planet") == std::string::npos);
    }
}
