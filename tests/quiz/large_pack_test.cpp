// Tests that questions are made from large packs by drawing among what could be asked, never by listing it all.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/maker.hpp"
#include "tests/quiz/key_checker.hpp"
#include "tests/support/large_pack.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;
using content::TemplateKind;

namespace {

constexpr std::size_t most_sets_of_a_template = 600;

const std::vector<TemplateKind>& kinds_on_facts() {
    static const std::vector<TemplateKind> kinds = [] {
        std::vector<TemplateKind> found;
        for (const content::TemplateRow& row : content::template_kinds) {
            if (row.draws == content::Draws::facts) found.push_back(row.kind);
        }
        return found;
    }();
    return kinds;
}

/// Returns the subjects of a question's facts, and checks that each of them and each of their values is there once.
void check_all_differ(const content::Pack& pack, const Question& question) {
    std::set<content::SubjectId> subjects;
    std::set<double> values;
    for (const content::FactId& id : question.facts) {
        subjects.insert(pack.facts.at(id).subject);
        values.insert(*pack.facts.at(id).value);
    }
    CHECK(subjects.size() == question.facts.size());
    CHECK(values.size() == question.facts.size());
}

} // namespace

TEST_SUITE("quiz/large_pack") {
    TEST_CASE("fifty million possible orders of sixty things are drawn from, not listed") {
        content::Pack pack = pack_of_values(rising(60));
        const content::Round& round = add_template(pack, TemplateKind::order, 6);
        const auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        const std::vector<QuestionCandidate> candidates = maker->candidates();
        CHECK(candidates.size() == most_sets_of_a_template);
        std::set<std::string> ids;
        std::map<std::string, int> asked;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            ids.insert(candidates[i].id);
            for (const ItemId& item : candidates[i].items) ++asked[item.id];
            check_all_differ(pack, maker->question_of(i, 1));
        }
        CHECK(ids.size() == candidates.size());
        // Each thing is expected 60 times. A spread over a sorted list would favour the first ones.
        CHECK(asked.size() == 60);
        for (const auto& [item, times] : asked) CHECK_MESSAGE((times > 25 && times < 110), item);
    }

    TEST_CASE("the same large pack and seed give the same questions") {
        content::Pack pack = pack_of_values(rising(500));
        for (const TemplateKind kind : kinds_on_facts()) add_template(pack, kind);
        for (const content::Round& round : pack.rounds) {
            auto one = QuestionMaker::make(pack, round, 7);
            auto other = QuestionMaker::make(pack, round, 7);
            REQUIRE(one);
            REQUIRE(other);
            for (std::size_t i = 0; i < 5; ++i) CHECK(one->question(i) == other->question(i));
        }
    }

    TEST_CASE("every template on facts asks sound questions from 3,000 facts") {
        std::vector<double> shares = rising(3000); // the attribute is in percent
        for (double& share : shares) share = (1000 + share) / 100;
        content::Pack pack = pack_of_values(shares);
        pack.attributes.begin()->second.decimals = 2;
        for (const TemplateKind kind : kinds_on_facts()) add_template(pack, kind);
        for (const content::Round& round : pack.rounds) {
            CAPTURE(round.id.value);
            auto maker = QuestionMaker::make(pack, round, 3);
            REQUIRE(maker);
            CHECK(maker->different() >= 500);
            CHECK(maker->different() <= 3000);
            for (std::size_t i = 0; i < 10; ++i) {
                const Question question = maker->question(i);
                CHECK(can_be_asked(question));
                check_all_differ(pack, question);
                const Order display_order = [&] {
                    Rng rng{i};
                    return draw_display_order(question, rng);
                }();
                const auto key = derived_key(question, listed_of(pack, question));
                REQUIRE(key.has_value());
                CHECK(*key == carried_key(question));
                CHECK(credit_of(key_response(question, display_order), question, display_order) == Fraction::one());
            }
        }
    }

    TEST_CASE("every fact of a large pack can be asked by every template") {
        content::Pack pack = pack_of_values(rising(1500));
        for (const TemplateKind kind : {TemplateKind::compare, TemplateKind::order, TemplateKind::odd_one_out})
            add_template(pack, kind);
        for (const content::Round& round : pack.rounds) {
            const auto maker = QuestionMaker::make(pack, round, 1);
            REQUIRE(maker);
            std::set<ItemId> asked;
            const std::vector<QuestionCandidate> candidates = maker->candidates();
            for (const QuestionCandidate& candidate : candidates)
                asked.insert(candidate.items.begin(), candidate.items.end());
            CHECK(candidates.size() < 2000);
            CHECK(asked.size() == 1500);
        }
    }

    TEST_CASE("thousands of questions of one topic are mixed without searching them all for another topic") {
        content::Pack pack = pack_of_values(rising(3000));
        for (std::size_t i = 0; i < 3; ++i)
            pack.facts.at(content::FactId{"s" + std::to_string(i) + ".v"}).topic = content::TopicId{"other"};
        add_template(pack, TemplateKind::subject_for_value);
        content::Round round = pack.rounds.front();
        round.mixing = content::Mixing::interleaved;
        auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        CHECK(maker->different() > 700); // each question states four facts, which are not asked again
        CHECK(maker->different() <= 3000);
    }

    TEST_CASE("a share above the whole is not asked as an amount in a label") {
        content::Pack pack = pack_of_values({0, 50, 98, 99, 100, 101, 1e308});
        const content::Round& round = add_template(pack, TemplateKind::convert);
        const auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        CHECK(maker->candidates().size() == 2);
        for (std::size_t i = 0; i < 2; ++i) CHECK(can_be_asked(maker->question_of(i, 1)));
    }

    TEST_CASE("a value that most facts share does not stop the others from being asked") {
        std::vector<double> values(3000, 5.0);
        for (std::size_t i = 0; i < 7; ++i) values[i * 400] = 10.0 * static_cast<double>(i + 1);
        content::Pack pack = pack_of_values(values);
        for (const TemplateKind kind : {TemplateKind::order, TemplateKind::match_values, TemplateKind::sort_by,
                                        TemplateKind::odd_one_out, TemplateKind::select_over}) {
            const content::Round& round = add_template(pack, kind, 6);
            const auto maker = QuestionMaker::make(pack, round, 1);
            REQUIRE(maker);
            CHECK(maker->candidates().size() > 3);
            check_all_differ(pack, maker->question_of(0, 1));
        }
        // The value in common is no key; each of the others is.
        const content::Round& round = add_template(pack, TemplateKind::subject_for_value);
        CHECK(QuestionMaker::make(pack, round, 1)->candidates().size() == 7);
    }

    TEST_CASE("one gap among thousands of close values is found") {
        std::vector<double> values;
        for (std::size_t i = 0; i < 4000; ++i) values.push_back(10'000 + static_cast<double>(i) / 10);
        values[1234] = 90'000;
        content::Pack pack = pack_of_values(values);
        const content::Round& round = add_template(pack, TemplateKind::odd_one_out);
        const auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        const Question question = maker->question_of(0, 1);
        CHECK(std::count(question.facts.begin(), question.facts.end(), content::FactId{"s1234.v"}) == 1);
    }

    TEST_CASE("a typed answer is compared with names like its own, in a group of thousands") {
        content::Pack pack = pack_of_values(rising(2000));
        pack.subjects.at(content::SubjectId{"s10"}).name = "calciferol";
        pack.subjects.at(content::SubjectId{"s1999"}).name = "calcifedol";
        pack.subjects.at(content::SubjectId{"s700"}).name = "falciferol";
        const content::Round& round = add_template(pack, TemplateKind::name_for_value);
        const auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        const std::vector<QuestionCandidate> candidates = maker->candidates();
        CHECK(candidates.size() == 2000);
        const auto found = std::find_if(candidates.begin(), candidates.end(), [](const QuestionCandidate& candidate) {
            return candidate.id == "name-for-value:s10.v";
        });
        const Question question = maker->question_of(static_cast<std::size_t>(found - candidates.begin()), 1);
        const auto& interaction = std::get<WriteText>(question.interaction);
        CHECK(interaction.others.size() <= 200);
        for (const std::string name : {"calcifedol", "falciferol"})
            CHECK(std::count(interaction.others.begin(), interaction.others.end(), name) == 1);
        CHECK(std::count(interaction.others.begin(), interaction.others.end(), "calciferol") == 0);
        CHECK(credit_of(Written{"calcifero"}, interaction, {}) == Fraction::one());
        CHECK(credit_of(Written{"calcifedol"}, interaction, {}) == Fraction::zero());
    }

    TEST_CASE("20,000 names that are compared as one are listed once for each neighbour, not for each thing") {
        content::Pack pack = pack_of_values(rising(2000));
        for (auto& [id, subject] : pack.subjects) {
            subject.name = "Equal Name";
            subject.also.assign(10, "equal-name");
        }
        const content::Round& round = add_template(pack, TemplateKind::name_for_value);
        const auto maker = QuestionMaker::make(pack, round, 1);
        REQUIRE(maker);
        const Question question = maker->question_of(0, 1);
        CHECK(std::get<WriteText>(question.interaction).others.size() <= 200);
    }
}
