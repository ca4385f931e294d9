// Tests what helps a beginner: words explained by one key, confidence asked only of what was met before and explained
// before it counts, and corrections in the place of statements that do not hold.
#include "tests/screens/test_program.hpp"

#include <algorithm>

#include "engine/quiz/pool.hpp"
#include "engine/quiz/scene_question.hpp"
#include "engine/quiz/templates/templates.hpp"
#include "game/screens/knowledge/explained_words.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/lookup.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

const quiz::SessionState& state_of(TestProgram& program) { return program.game.rounds().runner().history().state; }

auto times_explained(const std::vector<WordLine>& lines, const std::string& word) {
    return std::count_if(lines.begin(), lines.end(), [&](const WordLine& line) { return line.word == word; });
}

} // namespace

TEST_SUITE("screens/words") {
    TEST_CASE("one key explains the words of a question and the verdicts it asks for, and closes again") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"what-do-the-sources-say"}, .seed = 5});
        const content::Pack& pack = program.game.pack();
        bool met_verdict = false;
        bool met_word = false;
        while (shows<QuestionModel>(app)) {
            const quiz::QuestionView question = *program.game.rounds().view().question;
            const std::vector<WordLine> lines = words_of(pack, question);
            if (question.kind == quiz::Kind::claim_check) {
                met_verdict = true;
                for (const std::string& word : pack.words.verdicts) CHECK(times_explained(lines, word) == 1);
            }
            met_word = met_word || lines.size() > std::size(pack.words.verdicts);
            if (!lines.empty()) {
                app.handle(Act{ActionId::words});
                CHECK(top<WordsModel>(app).lines == lines);
                for (const WordLine& line : lines) CHECK_FALSE(line.meaning.empty());
                app.handle(Act{ActionId::words});
                REQUIRE(shows<QuestionModel>(app));
            }
            answer(app, program.game, true);
            REQUIRE(shows<RevealModel>(app));
            app.handle(Activate{});
        }
        CHECK(met_verdict);
        CHECK(met_word);
    }

    TEST_CASE("the reveal of a poll calls nobody wrong, even where hands were counted") {
        const content::Pack& pack = shipped_pack();
        const auto& authored = pack.questions.at(content::QuestionId{"poll-sources"});
        const quiz::QuestionRef poll(quiz::authored_question(pack, authored));
        quiz::Order order(quiz::options_of(poll->interaction).size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
        const RevealModel model =
            reveal_model(pack, words(), quiz::staged(poll, order, std::vector<std::uint16_t>(order.size(), 3), true));
        CHECK(model.outcome == Mark::none);
        CHECK(model.verdict == words().text("reveal.polled"));
    }

    TEST_CASE("the words of a question do not depend on its key") {
        const content::Pack& pack = shipped_pack();
        for (const auto& [id, authored] : pack.questions) {
            const quiz::Question question = quiz::authored_question(pack, authored);
            quiz::Order order(quiz::options_of(question.interaction).size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
            quiz::Question other = question;
            quiz::Order other_order = order;
            if (!quiz::is_marked(question) || !quiz::rekey(quiz::wrong_response(question, order), other, other_order))
                continue;
            CAPTURE(id.value);
            CHECK(words_of(pack, quiz::show(question, order)) == words_of(pack, quiz::show(other, other_order)));
        }
    }

    TEST_CASE("Look up lists under Words what the glossary explains, and no food") {
        const content::Pack& pack = shipped_pack();
        std::size_t explained = 0;
        for (const wording::Entry& entry : wording::entries_of(pack, words())) {
            if (entry.kind != wording::EntryKind::word) continue;
            ++explained;
            for (const auto& [id, subject] : pack.subjects)
                CHECK_FALSE((subject.group == "food" && entry.title == subject.name));
        }
        CHECK(explained == pack.glossary.size() + std::size(pack.words.verdicts));
        CHECK(explained > 50);
    }

    TEST_CASE("a round that marks by confidence explains it with a picture before its first question, and only then") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"gut-feeling"}, .seed = 3});
        REQUIRE(state_of(program).plan.rules.confidence == quiz::ConfidenceUse::marked);
        const auto model = top<ConfidenceModel>(app);
        REQUIRE(model.rows.size() == 3);
        CHECK(model.rows[2].right == "+300");
        CHECK(model.rows[2].right_share == doctest::Approx(0.5));
        CHECK(model.rows[2].wrong_share == doctest::Approx(1));
        CHECK(model.rows[0].wrong_share == doctest::Approx(0));
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        answer(app, program.game, true);
        app.handle(Activate{});
        CHECK(shows<QuestionModel>(app));
    }

    TEST_CASE("study asks how sure one is from the second meeting on, and no answer ever costs points") {
        TestProgram program;
        App app = program.open();
        app.handle(Activate{});
        std::set<ItemId> met;
        int asked_again = 0;
        while (shows<QuestionModel>(app)) {
            const quiz::QuestionRecord asked = state_of(program).asked.back();
            const std::vector<ItemId> items = quiz::items_of(*asked.question);
            const bool known =
                std::any_of(items.begin(), items.end(), [&](const ItemId& item) { return met.contains(item); });
            if (quiz::is_marked(*asked.question)) {
                CHECK((program.game.rounds().confidence_wanted() == quiz::ConfidenceUse::noted) == known);
                CHECK(program.game.rounds().confidence_is_new() == (known && asked_again == 0));
                asked_again += known ? 1 : 0;
            }
            answer(app, program.game, met.size() > 12);
            for (const ItemId& item : items) met.insert(item);
            CHECK(state_of(program).scores[0].points.count >= 0);
            if (shows<RevealModel>(app)) app.handle(Activate{});
        }
        CHECK(asked_again > 3);
        REQUIRE(shows<ResultModel>(app));
        CHECK(top<ResultModel>(app).points >= 0);
    }

    TEST_CASE("the first time that study asks how sure one is, a sentence says why, and never again") {
        TestProgram program;
        std::vector<bool> told;
        for (int evening = 0; evening < 6; ++evening) {
            App app = program.open();
            app.handle(Activate{});
            while (shows<QuestionModel>(app)) {
                const quiz::QuestionRecord asked = state_of(program).asked.back();
                std::visit(ByKeys{app, asked}, quiz::key_response(*asked.question, asked.display_order));
                const auto* how_sure = std::get_if<QuestionModel>(&app.ui().screens.back());
                if (how_sure != nullptr && how_sure->instruction == words().text("question.how_sure")) {
                    told.push_back(how_sure->notice == words().text("question.how_sure_first"));
                    CHECK((told.back() || how_sure->notice.empty()));
                    app.handle(Choose{2});
                }
                if (shows<RevealModel>(app)) app.handle(Activate{});
            }
            program.clock.advance(a_day);
        }
        REQUIRE(told.size() > 1);
        CHECK(told.front());
        CHECK(std::count(told.begin(), told.end(), true) == 1);
    }

    TEST_CASE("a statement that does not hold is nothing that one knows: its correction is") {
        content::Pack pack = shipped_pack();
        for (auto& [id, claim] : pack.claims) {
            const std::string name = item_name(pack, words(), content::item_of(id));
            std::string statement = claim.statement;
            if (statement.ends_with('.')) statement.pop_back();
            CAPTURE(id.value);
            CHECK((name == statement) == (claim.verdict == content::Verdict::supported));
            // A pack that brings no correction shows the verdict with the statement.
            claim.correction.clear();
            const bool judged = item_name(pack, words(), content::item_of(id)) != statement;
            CHECK(judged == (claim.verdict != content::Verdict::supported));
        }
    }
}
