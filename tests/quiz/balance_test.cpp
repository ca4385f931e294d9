// Tests that no answer given every time pays in questions on claims, and that a round asks no claim twice.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/quiz/round_maker.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

constexpr std::size_t seeds_for_each_round = 10'000;

/// Counts the keys of a round's questions on claims as they are asked.
struct KeyCount {
    std::array<std::map<std::size_t, std::size_t>, 3> by_scale; ///< by scale and key: how many questions
    std::array<std::size_t, 3> asked{};
    std::set<content::ClaimId> claims;

    /// Adds a question. @return what is wrong after it; empty: nothing
    [[nodiscard]] std::string add(const Question& question) {
        for (const auto& id : question.claims) {
            if (!claims.insert(id).second) return "asks claim " + id.value + " twice";
        }
        const auto key = scale_key_of(question);
        if (!key) return {};
        const auto scale = static_cast<std::size_t>(key->scale);
        const std::size_t same = ++by_scale[scale][key->key];
        const std::size_t all = ++asked[scale];
        if (key->scale == AnswerScale::truth) return {};
        // One question alone has one key, and two cannot share 40 %.
        return same > 1 && same * 5 > all * 2 ? std::to_string(same) + " of " + std::to_string(all) + " have one key"
                                              : std::string();
    }
};

/// Returns what is wrong with the first `length` questions of a round, after any number of them.
std::string trouble_in(QuestionMaker& maker, std::size_t length) {
    KeyCount count;
    for (std::size_t i = 0; i < length; ++i) {
        if (std::string wrong = count.add(maker.question(i)); !wrong.empty())
            return wrong + " at question " + std::to_string(i + 1);
    }
    return {};
}

/// Returns whether a round can ask what the sources say, or where something was seen.
bool asks_verdicts(const QuestionMaker& maker) {
    const std::vector<QuestionCandidate> candidates = maker.candidates();
    return std::any_of(candidates.begin(), candidates.end(), [](const QuestionCandidate& candidate) {
        return candidate.key && candidate.key->scale != AnswerScale::truth;
    });
}

content::Claim claim_with(const std::string& id, content::Verdict verdict) {
    content::Claim claim;
    claim.id.value = id;
    claim.statement = "Statement " + id + ".";
    claim.verdict = verdict;
    claim.askable = true;
    return claim;
}

/// Returns a pack of nothing but claims, by verdict as many as given, and a template of verdicts.
content::Pack pack_of_claims(const std::vector<std::size_t>& by_verdict) {
    content::Pack pack;
    std::size_t word = 0;
    for (std::string& verdict : pack.words.verdicts) verdict = "verdict " + std::to_string(++word);
    for (std::size_t verdict = 0; verdict < by_verdict.size(); ++verdict) {
        for (std::size_t i = 0; i < by_verdict[verdict]; ++i) {
            auto claim = claim_with("c" + std::to_string(verdict) + "-" + std::to_string(i),
                                    static_cast<content::Verdict>(verdict));
            pack.claims.emplace(claim.id, claim);
        }
    }
    content::Template verdicts;
    verdicts.id = content::TemplateId{"v"};
    verdicts.kind = content::TemplateKind::verdict;
    verdicts.prompt = "{statement}";
    pack.templates = {{verdicts.id, verdicts}};
    return pack;
}

content::Round round_of_verdicts() {
    content::Round round;
    round.id = content::RoundId{"verdicts"};
    round.templates = {content::TemplateId{"v"}};
    return round;
}

} // namespace

TEST_SUITE("quiz/balance") {
    TEST_CASE("however long a shipped round is, no key of its verdicts is right for more than 40 %, and no claim comes "
              "twice") {
        const std::vector<content::Round>& rounds = shipped_pack().rounds;
        std::vector<std::optional<QuestionMaker>> makers(rounds.size());
        std::vector<bool> few(rounds.size()); // whether a round may have too few questions for what is asked here
        std::vector<bool> on_verdicts(rounds.size());
        std::size_t asked = 0;
        for (const std::uint64_t item : Campaign{"rounds of verdicts", rounds.size() * seeds_for_each_round}) {
            const std::size_t which = item / seeds_for_each_round;
            const std::uint64_t seed = item % seeds_for_each_round;
            auto& first = makers[which];
            if (!first) {
                first = maker_for(rounds[which], 0);
                few[which] = first->different() < 60;
                on_verdicts[which] = asks_verdicts(*first);
            }
            // An author who lists questions in order decides their keys.
            if (rounds[which].mixing == content::Mixing::fixed || !on_verdicts[which]) continue;
            QuestionMaker maker = first->with_seed(seed);
            // A host may ask more than the round does, and a round with a bell has no length.
            const auto length =
                rounds[which].minutes > 0 ? std::size_t{40} : static_cast<std::size_t>(rounds[which].count) + 5;
            const std::string wrong =
                trouble_in(maker, few[which] ? static_cast<std::size_t>(rounds[which].count) : length);
            if (!wrong.empty()) FAIL_CHECK("seed " << seed << ", " << rounds[which].id.value << " " << wrong);
            ++asked;
        }
        CHECK(asked > 0);
    }

    TEST_CASE("each key that has claims left is drawn equally often") {
        const content::Pack pack = pack_of_claims({300, 100, 100, 100, 100});
        std::array<int, 5> first_ten{};
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            auto maker = QuestionMaker::make(pack, round_of_verdicts(), seed);
            for (std::size_t i = 0; i < 10; ++i) ++first_ten.at(scale_key_of(maker->question(i))->key);
        }
        for (const int drawn : first_ten) {
            CHECK(drawn > 500); // 600 in the mean
            CHECK(drawn < 700);
        }
    }

    TEST_CASE("a pool that cannot balance its keys is asked as far as it can") {
        // How many claims have each verdict, and how many of all a round can ask at most.
        const std::vector<std::pair<std::vector<std::size_t>, std::size_t>> pools{
            {{9}, 1}, {{9, 9}, 2}, {{9, 1, 1}, 3}, {{9, 9, 9}, 27}, {{50, 0, 10, 10}, 33}, {{2, 2, 2, 2, 2}, 10}};
        for (const auto& [by_verdict, most] : pools) {
            const content::Pack pack = pack_of_claims(by_verdict);
            CAPTURE(by_verdict.front());
            CAPTURE(by_verdict.size());
            for (std::uint64_t seed = 0; seed < 50; ++seed) {
                auto maker = QuestionMaker::make(pack, round_of_verdicts(), seed);
                KeyCount count;
                std::string wrong;
                for (std::size_t i = 0; i < maker->different(); ++i) wrong = count.add(maker->question(i));
                CHECK(wrong.empty()); // once everything is asked
                CHECK(maker->different() <= most);
                CHECK(maker->different() * 4 >= most * 3);
            }
        }
    }

    TEST_CASE("a round that cannot balance its verdicts asks other questions instead") {
        content::Pack pack = pack_of_claims({30, 1});
        content::AuthoredQuestion question;
        question.kind = content::Kind::single;
        content::AuthoredChoice yes;
        yes.text = "yes";
        yes.right = true;
        content::AuthoredChoice no;
        no.text = "no";
        question.authored = content::Choices{{yes, no}};
        content::Round round = round_of_verdicts();
        for (int i = 0; i < 8; ++i) {
            question.id.value = "q" + std::to_string(i);
            pack.questions.emplace(question.id, question);
            round.questions.push_back(question.id);
        }
        auto maker = QuestionMaker::make(pack, round, 3);
        CHECK(maker->different() == 10);
        KeyCount count;
        for (std::size_t i = 0; i < 10; ++i) CHECK(count.add(maker->question(i)) == "");
        CHECK(count.asked[0] == 2);
    }
}
