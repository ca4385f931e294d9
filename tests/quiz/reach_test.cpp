// Tests how much of the shipped pack is ever asked: how many different made questions, and what they exercise.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/quiz/round_maker.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// Returns a round of all templates of the shipped pack, without authored questions.
content::Round all_templates() {
    content::Round round;
    round.id = content::RoundId{"all-templates"};
    for (const auto& [id, made] : shipped_pack().templates) round.templates.push_back(id);
    round.count = 50;
    return round;
}

/// Returns what makes a question different from others: its id, its prompt and its options in any order.
std::string identity(const Question& question) {
    std::vector<std::string> options;
    for (const Option& option : options_of(question.interaction)) options.push_back(option.text);
    std::sort(options.begin(), options.end());
    std::string text = question.id + '|' + question.prompt;
    for (const std::string& option : options) text += '|' + option;
    return text;
}

} // namespace

TEST_SUITE("quiz/reach") {
    TEST_CASE("at least two thousand different questions can be made, over all askable mechanisms and all askable "
              "facts of what has a formula") {
        const QuestionMaker made = maker_for(all_templates(), 0);
        std::set<std::string> different;
        std::set<content::MechanismId> mechanisms;
        std::set<content::FactId> facts;
        std::set<content::ClaimId> claims;
        for (std::uint64_t seed = 0; seed < 1200; ++seed) {
            QuestionMaker maker = made.with_seed(seed);
            for (std::size_t i = 0; i < 50; ++i) {
                const Question question = maker.question(i);
                different.insert(identity(question));
                mechanisms.insert(question.mechanisms.begin(), question.mechanisms.end());
                facts.insert(question.facts.begin(), question.facts.end());
                claims.insert(question.claims.begin(), question.claims.end());
            }
        }
        MESSAGE(different.size(), " different questions made");
        CHECK(different.size() >= 2000);
        for (const auto& [id, mechanism] : shipped_pack().mechanisms)
            CHECK_MESSAGE(mechanism.askable == mechanisms.contains(id), id.value);
        for (const auto& [id, fact] : shipped_pack().facts) {
            for (const auto& [authored, question] : shipped_pack().questions) {
                if (std::find(question.exercises.facts.begin(), question.exercises.facts.end(), id) !=
                    question.exercises.facts.end())
                    facts.insert(id);
            }
            if (fact.askable && !shipped_pack().subjects.at(fact.subject).formula.empty())
                CHECK_MESSAGE(facts.contains(id), id.value);
        }
        for (const auto& [id, claim] : shipped_pack().claims) {
            if (claim.askable) CHECK_MESSAGE(claims.contains(id), id.value);
        }
    }
}
