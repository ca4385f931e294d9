#include "engine/content/grading.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "engine/json/document.hpp"
#include "tests/content/small_pack.hpp"

using namespace chelate;
using namespace chelate::content;

namespace {

std::string source_file(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(std::string(CHELATE_SOURCE_DIR) + "/" + path, std::ios::binary).rdbuf();
    return text.str();
}

const char* word(Certainty certainty) {
    return std::array{"high", "moderate", "low", "very-low"}.at(static_cast<std::size_t>(certainty));
}
const char* word(EffectSize size) {
    return std::array{"large", "medium", "small", "none", "harm", "unknown"}.at(static_cast<std::size_t>(size));
}
const char* word(AppliesTo applies) {
    return std::array{"this-form", "another-form", "in-general", "no-form"}.at(static_cast<std::size_t>(applies));
}
const char* word(Direction finding) {
    return std::array{"favours", "against", "no-difference", "mixed"}.at(static_cast<std::size_t>(finding));
}
const char* word(SeenIn seen) {
    return std::array{"people", "animals", "cells", "chemistry", "rule"}.at(static_cast<std::size_t>(seen));
}
const char* word(QuestionAbout about) {
    return std::array{"efficacy", "measurement", "safety"}.at(static_cast<std::size_t>(about));
}
const char* word(StepKind step) {
    return std::array{"bias", "disagreement", "few-people", "not-matched", "money", "bonus", "one-study"}.at(
        static_cast<std::size_t>(step));
}

template <class IdType>
std::vector<std::string> texts(const std::vector<IdType>& ids) {
    std::vector<std::string> all;
    for (const IdType& id : ids) all.push_back(id.value);
    return all;
}

std::vector<std::string> strings(const json::Value& list) {
    std::vector<std::string> all;
    for (auto one = list.first(); one; one = one->next()) all.emplace_back(one->as_string());
    return all;
}

Study trial(int people, Direction direction, const char* source = "s") {
    Study study;
    study.id = StudyId{std::string(source) + std::to_string(people)};
    study.source = SourceId{source};
    study.people = people;
    study.direction = direction;
    study.bias = RiskOfBias::low;
    study.tested_as = Tested::unstated;
    return study;
}

Grading grade(const std::vector<Study>& rows, QuestionAbout about = QuestionAbout::efficacy,
              const std::vector<SubjectId>& asked = {}) {
    std::vector<const Study*> pointers;
    for (const Study& row : rows) pointers.push_back(&row);
    return graded(about, asked, pointers, {{"points", 4}});
}

} // namespace

TEST_SUITE("content/grading") {
    TEST_CASE("the grade of every claim of the shipped pack is what its rows give, step by step") {
        const Reading reading = read_pack(std::string(CHELATE_SOURCE_DIR) + "/content/magnesium");
        REQUIRE(reading.pack);
        std::vector<json::Problem> problems;
        const auto expected =
            json::Document::parse("expected", source_file("tests/content/expected_grades.json"), problems);
        REQUIRE(expected);
        std::size_t compared = 0;
        for (auto one = expected->root().first(); one; one = one->next()) {
            const auto text = [&](std::string_view key) { return std::string(one->find(key)->as_string()); };
            Grade asked;
            const std::vector<std::string> abouts{"efficacy", "measurement", "safety"};
            asked.about =
                static_cast<QuestionAbout>(std::find(abouts.begin(), abouts.end(), text("about")) - abouts.begin());
            for (const std::string& id : strings(*one->find("asked"))) asked.asked.emplace_back(id);
            for (const std::string& id : strings(*one->find("studies"))) asked.studies.emplace_back(id);
            const Grading grading = grading_of(*reading.pack, asked);
            INFO(one->key());
            CHECK(word(asked.about) == text("about"));
            CHECK(word(grading.certainty) == text("certainty"));
            CHECK(word(grading.finding) == text("finding"));
            CHECK(word(grading.size) == text("size"));
            CHECK(word(grading.applies_to) == text("applies_to"));
            CHECK(word(grading.seen_in) == text("seen_in"));
            CHECK(grading.start == one->find("start")->as_integer());
            CHECK(grading.people == one->find("people")->as_integer());
            CHECK(texts(grading.tested) == strings(*one->find("tested")));
            CHECK(texts(grading.counted) == strings(*one->find("counted")));
            std::size_t number = 0;
            for (auto step = one->find("steps")->first(); step; step = step->next(), ++number) {
                REQUIRE(number < grading.steps.size());
                CHECK(word(grading.steps[number].kind) == std::string(step->first()->as_string()));
                CHECK(grading.steps[number].points == step->first()->next()->as_integer());
            }
            CHECK(number == grading.steps.size());
            const auto claim = reading.pack->claims.find(ClaimId{std::string(one->key())});
            REQUIRE(claim != reading.pack->claims.end());
            ++compared;
            if (one->key() == "c133") { // its study row measures something else, so the claim shows no grade
                CHECK_FALSE(claim->second.grade);
                continue;
            }
            REQUIRE(claim->second.grade);
            CHECK(claim->second.grade->studies == asked.studies);
            CHECK(claim->second.grade->certainty == grading.certainty);
            CHECK(claim->second.grade->size == grading.size);
            CHECK(claim->second.grade->applies_to == grading.applies_to);
        }
        CHECK(compared == 72);
        for (const auto& [id, claim] : reading.pack->claims) {
            if (claim.grade)
                CHECK_MESSAGE(expected->root().find(id.value), id.value, " is graded, and nobody expected it");
        }
    }

    TEST_CASE("people: few, enough, and one source counted once with its largest row") {
        CHECK(grade({trial(400, Direction::favours), trial(10, Direction::favours, "t")}).certainty == Certainty::high);
        CHECK(grade({trial(399, Direction::favours, "a"), trial(399, Direction::favours, "a")}).people == 399);
        CHECK(grade({trial(399, Direction::favours, "a"), trial(1, Direction::favours, "b")}).people == 400);
        CHECK(grade({trial(99, Direction::favours)}).score == 2);
        CHECK(grade({trial(100, Direction::favours)}).score == 3);
        CHECK(grade({trial(19, Direction::favours)}, QuestionAbout::measurement).score == 2);
        CHECK(grade({trial(20, Direction::favours)}, QuestionAbout::measurement).score == 3);
        Study unstated = trial(1, Direction::favours);
        unstated.people.reset();
        CHECK(grade({unstated}).people == 0);
        Study review = trial(50'000, Direction::favours);
        review.design = Design::meta_analysis;
        review.pools = Pools::mixed;
        CHECK(grade({review}).people == 100); // a review of mixed designs counts for at most few
        review.pools = Pools::trials;
        CHECK(grade({review}).people == 50'000);
    }

    TEST_CASE("one study is at most moderate, unless it is large") {
        CHECK(grade({trial(999, Direction::favours)}).certainty == Certainty::moderate);
        CHECK(grade({trial(999, Direction::favours)}).steps.back() == GradeStep{StepKind::one_study, -1});
        CHECK(grade({trial(1000, Direction::favours)}).certainty == Certainty::high);
    }

    TEST_CASE("bias: low costs nothing, unknown a point, high two among trials and one among observations") {
        Study row = trial(1000, Direction::favours);
        row.bias = RiskOfBias::unknown;
        CHECK(grade({row}).score == 3);
        row.bias = RiskOfBias::high;
        CHECK(grade({row}).score == 2);
        row.design = Design::cohort;
        CHECK(grade({row}).score == 1);
        row.bias = RiskOfBias::unknown;
        CHECK(grade({row}).score == 2);
    }

    TEST_CASE("rows that disagree cost a point, and the finding needs six tenths of the weight") {
        const Grading split = grade({trial(300, Direction::favours, "a"), trial(300, Direction::no_difference, "b")});
        CHECK(split.finding == Direction::mixed);
        CHECK(split.steps.front() == GradeStep{StepKind::disagreement, -1});
        CHECK(split.size == EffectSize::unknown);
        CHECK(grade({trial(600, Direction::favours, "a"), trial(400, Direction::no_difference, "b")}).finding ==
              Direction::favours);
        CHECK(grade({trial(599, Direction::favours, "a"), trial(401, Direction::no_difference, "b")}).finding ==
              Direction::mixed);
        CHECK(grade({trial(1000, Direction::against)}).size == EffectSize::harm);
        CHECK(grade({trial(1000, Direction::against)}, QuestionAbout::measurement).size == EffectSize::unknown);
    }

    TEST_CASE("the maker's money costs a point when half the weight has it") {
        Study paid = trial(500, Direction::favours, "a");
        paid.money = MakersMoney::yes;
        CHECK(grade({paid, trial(500, Direction::favours, "b")}).score == 3);
        CHECK(grade({paid, trial(501, Direction::favours, "b")}).score == 4);
    }

    TEST_CASE("what the question names must have been tested") {
        const std::vector<SubjectId> asked{SubjectId{"x"}};
        Study row = trial(1000, Direction::favours);
        row.tested_as = Tested::other;
        CHECK(grade({row}, QuestionAbout::efficacy, asked).applies_to == AppliesTo::another_form);
        CHECK(grade({row}, QuestionAbout::efficacy, asked).score == 3);
        row.tested_as = Tested::unstated;
        CHECK(grade({row}, QuestionAbout::efficacy, asked).applies_to == AppliesTo::in_general);
        row.tested_as = Tested::several;
        row.tested = {SubjectId{"x"}, SubjectId{"y"}};
        CHECK(grade({row}, QuestionAbout::efficacy, asked).applies_to == AppliesTo::this_form);
        CHECK(grade({row}, QuestionAbout::efficacy, asked).score == 4);
        row.tested_as = Tested::unrelated;
        row.tested.clear();
        CHECK(grade({row}).applies_to == AppliesTo::no_form);
    }

    TEST_CASE("animals and cells are always very low, however many, and people beat them") {
        Study rats = trial(5000, Direction::favours);
        rats.design = Design::animal;
        CHECK(grade({rats}).certainty == Certainty::very_low);
        CHECK(grade({rats}).seen_in == SeenIn::animals);
        CHECK(grade({rats}).size == EffectSize::unknown);
        rats.design = Design::in_vitro;
        CHECK(grade({rats}).seen_in == SeenIn::cells);
        CHECK(grade({rats, trial(1000, Direction::no_difference)}).seen_in == SeenIn::people);
    }

    TEST_CASE("sizes: standardised, ratios either way round, points, and by the pack's yardsticks") {
        const std::vector<Yardstick> yardsticks{{"minutes", 20}};
        const auto size = [&](double number, const char* unit) { return size_of({number, unit, {}, {}}, yardsticks); };
        CHECK(size(-0.5, "SMD") == EffectSize::medium);
        CHECK(size(0.19, "Cohen d") == EffectSize::none);
        CHECK(size(0.8, "Hedges g") == EffectSize::large);
        CHECK(size(0.42, "RR") == EffectSize::medium);
        CHECK(size(3, "OR") == EffectSize::large);
        CHECK(size(1.1, "HR") == EffectSize::none);
        CHECK(size(0, "RR") == std::nullopt);
        CHECK(size(29.9, "percentage points") == EffectSize::medium);
        CHECK(size(-17.36, "minutes") == EffectSize::small);
        CHECK(size(17, "hours") == std::nullopt);
    }

    TEST_CASE("a bonus where the finding is convincing and the score is low") {
        Study large = trial(30, Direction::favours, "a");
        large.effect = Effect{40, "percentage points", {}, {}};
        Study second = large;
        second.source = SourceId{"b"};
        CHECK(grade({large}).score == 2);
        CHECK(grade({large, second}).score == 3);
        CHECK(grade({large, second}).steps.back() == GradeStep{StepKind::bonus, 1});
        Study dosed = trial(30, Direction::against);
        dosed.dose_response = true;
        CHECK(grade({dosed}).score == 3);
    }

    TEST_CASE("a pack computes the grades of its claims, and says why there is none") {
        const chelate::test::SmallPack small;
        const Reading reading = small.read();
        REQUIRE(reading.pack);
        const Claim& claim = reading.pack->claims.at(ClaimId{"d"});
        REQUIRE(claim.grade);
        CHECK(claim.grade->certainty == Certainty::moderate);
        CHECK(claim.grade->size == EffectSize::small); // the effect is 2 points, the yardstick 4
        CHECK(claim.grade->applies_to == AppliesTo::this_form);
        CHECK(reading.pack->claims.at(ClaimId{"e"}).not_graded == "No trial was found.");
        CHECK(reading.pack->studies.at(StudyId{"review"}).i2 == 80);
    }
}
