// Tests the questions that are made from facts: their keys, their variety, and what a round may ask.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/pool.hpp"
#include "engine/quiz/templates/templates.hpp"
#include "tests/quiz/key_checker.hpp"
#include "tests/quiz/round_maker.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// Checks that unlisted facts do not change the key, and that removing any listed entry leaves no key.
void check_listed_facts_alone_decide(const Question& question) {
    const Known known = listed_of(shipped_pack(), question);
    Known more = known;
    for (const auto& [id, fact] : shipped_pack().facts) {
        // Add facts about subjects that are not asked about, also of the same attribute. A rule that looked at all
        // facts would change its result.
        const auto& options = options_of(question.interaction);
        const bool asked_about = std::any_of(options.begin(), options.end(),
                                             [&](const Option& option) { return option.subject == fact.subject; });
        if (!asked_about && !known.facts.contains(id)) more.facts.emplace(id, fact);
    }
    CHECK(derived_key(question, more) == derived_key(question, known));
    const auto without = [&](auto member, const auto& id) {
        Known less = known;
        (less.*member).erase(id);
        CHECK_FALSE(derived_key(question, less).has_value());
    };
    for (const auto& [id, fact] : known.facts) without(&Known::facts, id);
    for (const auto& [id, claim] : known.claims) without(&Known::claims, id);
    for (const auto& [id, mechanism] : known.mechanisms) without(&Known::mechanisms, id);
    for (const auto& [id, model] : known.models) without(&Known::models, id);
}

} // namespace

TEST_SUITE("quiz/maker") {
    TEST_CASE("a question about steps brings the steps it asks about in their order, each with its reason") {
        content::Pack pack = shipped_pack();
        for (auto& [id, mechanism] : pack.mechanisms) {
            int number = 0;
            for (content::Step& step : mechanism.steps)
                step.because = "Reason " + std::to_string(++number) + " of " + mechanism.name;
        }
        std::set<Rule> rules;
        for (const auto& [id, source] : pack.templates) {
            if (content::row_of(source.kind).draws != content::Draws::mechanisms) continue;
            for (const Candidate& candidate : candidates_of(pack, source)) {
                Rng rng(7);
                const Question question = make_question(pack, source, candidate, rng);
                rules.insert(question.basis.rule);
                REQUIRE(question.chain.size() >= 3);
                for (std::size_t i = 0; i < question.chain.size(); ++i) {
                    const content::Step& step = candidate.mechanism->steps[candidate.first_step + i];
                    CHECK(question.chain[i].text == step.short_text);
                    CHECK(question.chain[i].because == step.because);
                }
            }
        }
        CHECK(rules == std::set{Rule::steps, Rule::swapped_steps, Rule::place_of_step});
    }

    TEST_CASE("under any seed every made question has the one key its listed facts give") {
        const std::vector<content::Round>& rounds = shipped_pack().rounds;
        std::vector<QuestionMaker> first_makers; // by round
        for (const content::Round& round : rounds) first_makers.push_back(maker_for(round, 0));
        const Campaign seeds{"seeds for keys", 10'000};
        std::set<Rule> rules;
        std::size_t made = 0;
        std::size_t tried = 0;
        for (const std::uint64_t seed : seeds) {
            const std::size_t which = seed % rounds.size();
            const content::Round& round = rounds[which];
            QuestionMaker maker = first_makers[which].with_seed(seed);
            // One question for each seed keeps the test quick. The seed decides which one.
            const Question question = maker.question(seed % static_cast<std::uint64_t>(round.count));
            if (question.basis.rule == Rule::authored) continue;
            ++made;
            rules.insert(question.basis.rule);
            const auto derived = derived_key(question, listed_of(shipped_pack(), question));
            const bool one_key = derived.has_value() && *derived == carried_key(question);
            if (!one_key) FAIL_CHECK("seed " << seed << ", " << round.id.value << ": " << encode(question));
            if (++tried % 50 == 0) check_listed_facts_alone_decide(question);
        }
        CHECK(made > seeds.size() / 5);
        // All rules except "authored", and "least", which the shipped pack does not ask.
        if (seeds.is_whole()) CHECK(rules.size() == 20);
    }

    TEST_CASE("the same seed makes the same questions, another seed others") {
        const std::vector<content::Round>& rounds = shipped_pack().rounds;
        for (const std::uint64_t item : Campaign{"rounds made again, each with two seeds", rounds.size() * 2}) {
            const content::Round& round = rounds[item / 2];
            const std::uint64_t seed = 42 + item % 2;
            CAPTURE(round.id.value);
            CAPTURE(seed);
            QuestionMaker one = maker_for(round, seed);
            QuestionMaker two = maker_for(round, seed);
            QuestionMaker other = one.with_seed(seed + 2);
            std::string first;
            std::string second;
            std::string third;
            for (std::size_t i = 0; i < static_cast<std::size_t>(round.count); ++i) {
                first += encode(one.question(i));
                third += encode(other.question(i));
            }
            // Ask backwards: a question depends on its index, not on what was asked before.
            for (std::size_t i = static_cast<std::size_t>(round.count); i-- > 0;)
                second = encode(two.question(i)) + second;
            CHECK(first == second);
            // The same must be true across the ends of cycles, after which everything is asked again.
            const std::size_t end = one.different();
            for (const std::size_t place : {end, end - 1, 3 * end + 1, std::size_t{0}, 2 * end, end})
                CHECK(encode(one.with_seed(seed).question(place)) == encode(one.question(place)));
            CHECK(one.different() == end);
            if (round.mixing != content::Mixing::fixed) CHECK(first != third);
        }
    }

    TEST_CASE("every shipped round has more questions than it asks, and repeats none") {
        constexpr std::uint64_t seeds = 30;
        const std::vector<content::Round>& rounds = shipped_pack().rounds;
        std::map<content::RoundId, QuestionMaker> made;
        for (const std::uint64_t item : Campaign{"rounds without repetition", rounds.size() * seeds}) {
            const content::Round& round = rounds[item / seeds];
            const std::uint64_t seed = item % seeds;
            CAPTURE(round.id.value);
            CAPTURE(seed);
            if (!made.contains(round.id)) made.emplace(round.id, maker_for(round, 0));
            QuestionMaker maker = made.at(round.id).with_seed(seed);
            CHECK(maker.different() >= static_cast<std::size_t>(round.count));
            std::set<std::string> ids;
            std::set<std::string> asked_before;
            std::set<content::ClaimId> claims;
            for (std::size_t i = 0; i < static_cast<std::size_t>(round.count); ++i) {
                const Question question = maker.question(i);
                CHECK(ids.insert(question.id).second);
                // Questions may share a prompt ("Which serving holds more?"), but not also options and panels.
                std::set<std::string> texts{question.prompt};
                for (const Option& option : options_of(question.interaction)) texts.insert(option.text);
                for (const Panel& panel : question.panels) texts.insert(panel.text);
                std::string asked;
                for (const std::string& text : texts) asked += text + '|';
                CHECK(asked_before.insert(asked).second);
                if (question.basis.rule != Rule::authored) {
                    for (const auto& claim : question.claims) CHECK(claims.insert(claim).second);
                }
                CHECK_FALSE(question.explanation.empty());
                if (!is_marked(question)) continue;
                CHECK_FALSE(question.sources.empty());
                CHECK((question.facts.size() + question.claims.size() + question.mechanisms.size() +
                       question.predictions.size()) > 0);
            }
        }
    }

    TEST_CASE("choices differ, and no prompt keeps a placeholder") {
        for (const content::Round& round : shipped_pack().rounds) {
            CAPTURE(round.id.value);
            QuestionMaker maker = maker_for(round, 5);
            for (std::size_t i = 0; i < 60; ++i) {
                const Question question = maker.question(i);
                CAPTURE(question.id);
                std::set<std::string> texts;
                for (const Option& option : options_of(question.interaction)) CHECK(texts.insert(option.text).second);
                CHECK(question.prompt.find('{') == std::string::npos);
                CHECK(question.explanation.find('{') == std::string::npos);
            }
        }
    }

    TEST_CASE("of any twenty true-or-false questions in a row 8 to 12 are true") {
        constexpr std::uint64_t seeds = 20;
        const std::vector<content::Round>& rounds = shipped_pack().rounds;
        const Campaign items{"rounds with balanced statements", rounds.size() * seeds};
        std::map<content::RoundId, QuestionMaker> made;
        std::size_t windows = 0;
        for (const std::uint64_t item : items) {
            const content::Round& round = rounds[item / seeds];
            const std::uint64_t seed = item % seeds;
            CAPTURE(round.id.value);
            CAPTURE(seed);
            if (!made.contains(round.id)) made.emplace(round.id, maker_for(round, 0));
            QuestionMaker maker = made.at(round.id).with_seed(seed);
            std::vector<bool> truths;
            for (std::size_t i = 0; i < maker.different() && truths.size() < 60; ++i) {
                const Question question = maker.question(i);
                if (question.kind == Kind::true_false)
                    truths.push_back(std::get<PickOne>(question.interaction).key == 0);
            }
            for (std::size_t first = 0; first + 20 <= truths.size(); ++first) {
                const auto count = std::count(truths.begin() + static_cast<std::ptrdiff_t>(first),
                                              truths.begin() + static_cast<std::ptrdiff_t>(first) + 20, true);
                CHECK(count >= 8);
                CHECK(count <= 12);
                ++windows;
            }
        }
        CHECK(windows > 0);
        if (items.is_whole()) CHECK(windows > 50);
    }

    TEST_CASE("a made question is as difficult as its values are close, its steps are many and its topic is deep") {
        content::Pack pack = shipped_pack();
        for (content::Topic& topic : pack.topics) topic.is_basic = false;
        const auto difficulties = [&](content::TemplateKind kind, const content::Attribute* of = nullptr) {
            std::map<std::string, int> found;
            content::Round round;
            for (const auto& [id, source] : pack.templates) {
                if (source.kind == kind && (of == nullptr || source.attribute == of->id)) round.templates.push_back(id);
            }
            for (const QuestionCandidate& one : QuestionMaker::make(pack, round, 1)->candidates())
                found[one.id] = one.difficulty;
            return found;
        };
        content::Attribute& foods = pack.attributes.at(content::AttributeId{"magnesium-per-serving"});
        foods.smallest_gap = {0, 0};
        const auto by_share = difficulties(content::TemplateKind::compare, &foods);
        foods.smallest_gap = {0, 20};
        const auto by_gap = difficulties(content::TemplateKind::compare, &foods);
        CHECK(by_gap.size() < by_share.size());
        for (const auto& [id, difficulty] : by_gap) {
            CAPTURE(id);
            std::vector<double> values;
            for (std::size_t at = id.find(':'); at != std::string::npos; at = id.find(',', at + 1)) {
                const std::string fact = id.substr(at + 1, id.find(',', at + 1) - at - 1);
                values.push_back(*pack.facts.at(content::FactId{fact}).value);
            }
            const double gaps = std::abs(values.at(0) - values.at(1)) / 20;
            CHECK(gaps >= 1);
            CHECK(difficulty == (gaps < 1.5 ? 3 : gaps > 3 ? 1 : 2));
        }
        const auto orders = difficulties(content::TemplateKind::chain);
        for (const auto& [id, difficulty] : orders) {
            CAPTURE(id);
            const std::string mechanism = id.substr(id.find(':') + 1, id.rfind('/') - id.find(':') - 1);
            const std::size_t steps = pack.mechanisms.at(content::MechanismId{mechanism}).steps.size();
            CHECK(difficulty == (steps <= 3 ? 1 : steps == 4 ? 2 : 3)); // at most five are asked
        }
        for (content::Topic& topic : pack.topics) topic.is_basic = true;
        for (const auto& [id, difficulty] : difficulties(content::TemplateKind::chain))
            CHECK(difficulty == std::max(1, orders.at(id) - 1));
        for (const auto& [id, difficulty] : difficulties(content::TemplateKind::compare, &foods))
            CHECK(difficulty == std::max(1, by_gap.at(id) - 1));
    }

    TEST_CASE("a pack that knows only true statements still asks") {
        content::Pack pack = shipped_pack();
        std::erase_if(pack.claims,
                      [](const auto& entry) { return entry.second.verdict != content::Verdict::supported; });
        for (auto& [id, claim] : pack.claims) claim.twin.reset();
        content::Template statements;
        statements.id = content::TemplateId{"t"};
        statements.kind = content::TemplateKind::true_false;
        statements.prompt = "{statement}";
        pack.templates = {{statements.id, statements}};
        content::Round round;
        round.templates = {statements.id};
        auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker.has_value());
        CHECK(maker->different() >= 1);
        for (std::size_t i = 0; i < 5; ++i) CHECK(std::get<PickOne>(maker->question(i).interaction).key == 0);
    }

    TEST_CASE("a round of written statements asks all of them, however many are true") {
        for (const int truths : {0, 1, 5, 10}) {
            content::Pack pack;
            pack.words.true_word = "True";
            pack.words.false_word = "False";
            content::Round round;
            round.count = 10;
            for (int i = 0; i < 10; ++i) {
                content::AuthoredQuestion question;
                question.id = content::QuestionId{"q" + std::to_string(i)};
                question.kind = content::Kind::true_false;
                question.prompt = "Statement " + std::to_string(i) + " holds.";
                question.authored = content::Statement{i < truths};
                round.questions.push_back(question.id);
                pack.questions.emplace(question.id, question);
            }
            CAPTURE(truths);
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                auto maker = QuestionMaker::make(pack, round, seed);
                REQUIRE(maker.has_value());
                CHECK(maker->different() == 10);
                CHECK(maker->different(4) == 4);
                CHECK(maker->different(40) == 10);
                std::set<std::string> asked;
                for (std::size_t i = 0; i < 10; ++i) asked.insert(maker->question(i).id);
                CHECK(asked.size() == 10);
            }
        }
    }

    TEST_CASE("a round knows the kinds it can ask: those it asks, and no other") {
        for (const content::Round& round : shipped_pack().rounds) {
            CAPTURE(round.id.value);
            const QuestionMaker first = maker_for(round, 0);
            const auto kinds = first.kinds();
            std::set<Kind> asked;
            // One question of nearly two hundred may be the only one of its kind, so it takes some seeds to meet it.
            for (std::uint64_t seed = 0; seed < 20 || (seed < 100 && asked.size() < kinds.size()); ++seed) {
                QuestionMaker maker = first.with_seed(seed);
                for (std::size_t i = 0; i < 60; ++i) asked.insert(maker.question(i).kind);
            }
            for (const Kind kind : asked) CHECK(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
            CHECK(asked.size() == kinds.size());
        }
    }

    TEST_CASE("a round of nothing is told so") {
        content::Round empty;
        empty.id = content::RoundId{"empty"};
        empty.pool.topics = {content::TopicId{"no-such-topic"}};
        const auto maker = QuestionMaker::make(shipped_pack(), empty, 1);
        REQUIRE_FALSE(maker.has_value());
        CHECK(maker.error().code == "nothing-to-ask");
    }

    TEST_CASE("a list of nothing that is known lets nothing pass, and keeps nothing out") {
        content::Round round;
        round.id = content::RoundId{"all"};
        const auto there = [&] {
            const auto maker = QuestionMaker::make(shipped_pack(), round, 1);
            return maker ? maker->candidates().size() : 0;
        };
        const std::size_t all = there();
        REQUIRE(all > 0);
        round.pool.excluded_items.add_text("recipe:x");
        CHECK(there() == all);
        const ItemId item = items_of(maker_for(round, 1).question(0)).front();
        round.pool.excluded_items.add(item);
        CHECK(there() < all);
        round.pool = {};
        round.pool.items.add_text("nothing");
        CHECK(there() == 0);
        round.pool.items.add(item);
        CHECK(there() > 0);
    }
}
