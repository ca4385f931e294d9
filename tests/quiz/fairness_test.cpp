// Tests that nobody can score without knowing: from the key's position, its length, or what was told before.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/text.hpp"
#include "tests/quiz/round_maker.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/chance.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// How often the right options of some questions were at each place of the screen. All have equally many options.
struct Places {
    std::vector<std::size_t> counts;
    std::size_t questions = 0;
    std::size_t keys = 0; ///< right options of all these questions
};

std::size_t place_of(const Order& display_order, std::size_t option) {
    return static_cast<std::size_t>(std::find(display_order.begin(), display_order.end(), option) -
                                    display_order.begin());
}

/// Returns whether a person who has read the question and its explanation knows the value.
bool is_told(const content::Fact& fact, const Question& question) {
    const std::string value =
        content::shown_value(fact, shipped_pack().attributes.at(fact.attribute), shipped_pack().words);
    return question.explanation.find(value) != std::string::npos;
}

/// Returns whether at least one of the facts that decide a question was not told before.
bool asks_something_new(const Question& question, const std::set<content::FactId>& told) {
    return std::any_of(question.facts.begin(), question.facts.end(), [&](const content::FactId& id) {
        // When a question asks which subject has a value, only the fact with that value decides it.
        const content::Fact& fact = shipped_pack().facts.at(id);
        const bool decides = !question.basis.value || question.basis.rule != Rule::subject_of_value ||
                             fact.value == question.basis.value;
        return decides && !told.contains(id);
    });
}

} // namespace

TEST_SUITE("quiz/fairness") {
    TEST_CASE("chance explains 60 heads of 100 tosses, but not 90, and not 700 of 1,000") {
        CHECK(chance_explains(60, 100, 0.5));
        CHECK_FALSE(chance_explains(90, 100, 0.5));
        CHECK_FALSE(chance_explains(700, 1000, 0.5));
        CHECK(chance_explains(0, 10, 0.5));
        CHECK_FALSE(chance_explains(0, 100, 0.5));
        CHECK(chance_explains(0, 0, 0.5));
    }

    TEST_CASE("the key is at every place equally often") {
        std::map<std::size_t, Places> picks; // by number of options
        std::map<std::size_t, Places> ticks;
        // Take the rounds that list what they ask, in turn. Together they use every template.
        std::vector<QuestionMaker> makers;
        for (const content::Round& round : shipped_pack().rounds) {
            if (!round.draws_on_all()) makers.push_back(maker_for(round, 0));
        }
        const auto count = [](std::map<std::size_t, Places>& all, const Order& display_order, const auto& keys) {
            Places& places = all[display_order.size()];
            places.counts.resize(display_order.size());
            for (const std::uint8_t option : keys) ++places.counts[place_of(display_order, option)];
            ++places.questions;
            places.keys += keys.size();
        };
        const Campaign seeds{"seeds for the place of the key", 10'000};
        for (const std::uint64_t seed : seeds) {
            QuestionMaker maker = makers[seed % makers.size()].with_seed(seed);
            const Question question = maker.question(seed / makers.size() % 5);
            if (!question.shuffle) continue;
            Rng rng = stream_of(seed, 1);
            const Order display_order = draw_display_order(question, rng);
            if (const auto* pick = std::get_if<PickOne>(&question.interaction))
                count(picks, display_order, std::vector{pick->key});
            else if (const auto* many = std::get_if<PickMany>(&question.interaction))
                count(ticks, display_order, many->key);
        }
        std::size_t tested = 0;
        for (const auto& by_size : {picks, ticks}) {
            for (const auto& [size, places] : by_size) {
                CAPTURE(size);
                CAPTURE(places.questions);
                const double expected = static_cast<double>(places.keys) / static_cast<double>(places.questions * size);
                for (const std::size_t times : places.counts) CHECK(chance_explains(times, places.questions, expected));
                if (places.questions >= 100) ++tested; // enough to find a place that is much preferred
            }
        }
        CHECK(tested >= (seeds.is_whole() ? 2 : 1));
    }

    TEST_CASE("the longest choice is not the key more often than chance would have it") {
        double longest = 0;
        double by_chance = 0;
        for (const auto& [id, authored] : shipped_pack().questions) {
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
        const Campaign seeds{"seeds for rounds that tell nothing early", 40};
        for (const content::Round& round : shipped_pack().rounds) {
            CAPTURE(round.id.value);
            const QuestionMaker first = maker_for(round, 0);
            for (const std::uint64_t seed : seeds) {
                if (round.draws_on_all() && seed % 8 != 0) continue; // these rounds are long
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
                        if (is_told(shipped_pack().facts.at(id), question)) facts.insert(id);
                    }
                }
            }
        }
    }
}
