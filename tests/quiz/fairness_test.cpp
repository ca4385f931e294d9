// Tests that nobody can score without knowing: from the key's position, its length, or what was told before.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/base/text.hpp"
#include "tests/quiz/shipped.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// Chi-squared values that chance exceeds once in a thousand times, for 1 to 8 degrees of freedom (NIST/SEMATECH
/// e-Handbook of Statistical Methods, table 1.3.6.7.4).
constexpr std::array once_in_a_thousand{10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.125};

std::size_t place_of(const Order& display_order, std::size_t option) {
    return static_cast<std::size_t>(std::find(display_order.begin(), display_order.end(), option) -
                                    display_order.begin());
}

/// Returns whether a person who has read the question and its explanation knows the value.
bool is_told(const content::Fact& fact, const Question& question) {
    const std::string value = content::shown_value(fact, shipped().attributes.at(fact.attribute), shipped().words);
    return question.explanation.find(value) != std::string::npos;
}

/// Returns whether at least one of the facts that decide a question was not told before.
bool asks_something_new(const Question& question, const std::set<content::FactId>& told) {
    return std::any_of(question.facts.begin(), question.facts.end(), [&](const content::FactId& id) {
        // When a question asks which subject has a value, only the fact with that value decides it.
        const content::Fact& fact = shipped().facts.at(id);
        const bool decides = !question.basis.value || question.basis.rule != Rule::subject_of_value ||
                             fact.value == question.basis.value;
        return decides && !told.contains(id);
    });
}

} // namespace

TEST_SUITE("quiz/fairness") {
    TEST_CASE("the key stands at every place equally often") {
        std::map<std::size_t, std::vector<double>> counts; // by number of options: how often the key is at each place
        std::map<std::size_t, std::vector<double>> ticks;
        // Take the rounds that list what they ask, in turn. Together they use every template.
        std::vector<QuestionMaker> makers;
        for (const content::Round& round : shipped().rounds) {
            if (!round.draws_on_all()) makers.push_back(maker_for(round, 0));
        }
        for (std::uint64_t seed = 0; seed < 10000; ++seed) {
            QuestionMaker maker = makers[seed % makers.size()].with_seed(seed);
            const Question question = maker.question(seed / makers.size() % 5);
            if (!question.shuffle) continue;
            Rng rng = stream_of(seed, 1);
            const Order display_order = draw_display_order(question, rng);
            if (const auto* pick = std::get_if<PickOne>(&question.interaction)) {
                auto& places = counts.try_emplace(display_order.size(), display_order.size(), 0.0).first->second;
                places[place_of(display_order, pick->key)] += 1;
            } else if (const auto* many = std::get_if<PickMany>(&question.interaction)) {
                auto& places = ticks.try_emplace(display_order.size(), display_order.size(), 0.0).first->second;
                for (const std::uint8_t option : many->key) places[place_of(display_order, option)] += 1;
            }
        }
        std::size_t tested = 0;
        for (const auto& by_size : {counts, ticks}) {
            for (const auto& [size, places] : by_size) {
                double sum = 0;
                for (const double count : places) sum += count;
                const double expected = sum / static_cast<double>(size);
                if (expected < 20) continue; // too few to judge
                double chi = 0;
                for (const double count : places) chi += (count - expected) * (count - expected) / expected;
                CAPTURE(size);
                CAPTURE(sum);
                CHECK(chi < once_in_a_thousand.at(size - 2));
                ++tested;
            }
        }
        CHECK(tested >= 4);
    }

    TEST_CASE("the longest choice is not the key more often than chance would have it") {
        double longest = 0;
        double by_chance = 0;
        for (const auto& [id, authored] : shipped().questions) {
            content::Round round;
            round.questions = {id};
            const Question question = maker_for(round, 0).question(0);
            const auto* pick = std::get_if<PickOne>(&question.interaction);
            if (pick == nullptr || question.kind == Kind::claim_check || question.kind == Kind::true_false) continue;
            std::size_t most = 0;
            int with_most = 0;
            for (const Option& option : pick->options) {
                const std::size_t length = code_points(option.text);
                if (length > most) with_most = 0;
                most = std::max(most, length);
                if (length == most) ++with_most;
            }
            by_chance += 1.0 / static_cast<double>(pick->options.size());
            if (code_points(pick->options[pick->key].text) == most) longest += 1.0 / with_most;
        }
        CHECK(longest <= by_chance);
    }

    TEST_CASE("no question asks what an earlier one of its round has told") {
        for (const content::Round& round : shipped().rounds) {
            CAPTURE(round.id.value);
            const QuestionMaker first = maker_for(round, 0);
            for (std::uint64_t seed = 0; seed < (round.draws_on_all() ? 5 : 40); ++seed) {
                CAPTURE(seed);
                QuestionMaker maker = first.with_seed(seed);
                std::set<content::FactId> facts;
                std::set<content::ClaimId> claims;
                std::set<content::MechanismId> mechanisms;
                const std::size_t count =
                    static_cast<std::size_t>(round.minutes > 0 ? 40 : round.count); // each round has more
                for (std::size_t i = 0; i < count; ++i) {
                    const Question question = maker.question(i);
                    CAPTURE(question.id);
                    // In a fixed order, the author decides which question builds on which.
                    const bool free = round.mixing != content::Mixing::fixed && is_marked(question);
                    for (const auto& id : question.claims) CHECK((claims.insert(id).second || !free));
                    for (const auto& id : question.mechanisms) CHECK((mechanisms.insert(id).second || !free));
                    const bool on_facts =
                        question.claims.empty() && question.mechanisms.empty() && !question.facts.empty();
                    CHECK((!on_facts || !free || asks_something_new(question, facts)));
                    for (const auto& id : question.facts) {
                        if (is_told(shipped().facts.at(id), question)) facts.insert(id);
                    }
                }
            }
        }
    }
}
