// A pack whose questions have no facts, claims or mechanisms behind them, as an import makes it. Each question is
// remembered by itself.
#include "engine/quiz/pool.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/lookup.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

content::Pack capitals() { return std::move(*content::read_pack(CHELATE_SOURCE_DIR "/tests/content/capitals").pack); }

/// Answers questions of the open round right, up to `count`, and leaves the rest.
void answer_some(App& app, session::Game& game, int count) {
    for (int i = 0; i < count; ++i) {
        REQUIRE(shows<QuestionModel>(app));
        answer(app, game, true);
        if (shows<RevealModel>(app)) app.handle(Activate{});
    }
}

struct CapitalsProgram : TestProgram {
    CapitalsProgram() : TestProgram({.store = store::Store::in_memory().value()}, {}, capitals()) {}
};

} // namespace

TEST_SUITE("screens/bare_questions") {
    TEST_CASE("questions without facts are new today, remembered one by one, and come back on a later day") {
        CapitalsProgram program;
        App app = program.open();
        REQUIRE(top<HomeModel>(app).resume.has_value());
        CHECK(top<HomeModel>(app).resume->text == words().text("home.study"));
        CHECK(top<HomeModel>(app).resume->detail.find("10 new questions") != std::string::npos);
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).counter == "Question 1 of about 10");
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).returns.size() == 10);
        CHECK(top<ResultModel>(app).returns.front().starts_with("What is the capital of "));
        app.handle(Act{ActionId::back});
        CHECK(program.game.study().learner()->records().size() == 10);
        CHECK(top<HomeModel>(app).today == std::vector<std::string>{"Done for today. Tomorrow: 2 new questions."});

        program.clock.advance({2 * a_day.count});
        App later = program.open();
        REQUIRE(top<HomeModel>(later).resume.has_value());
        CHECK(top<HomeModel>(later).resume->detail.find("10 to review, 2 new questions") != std::string::npos);
        later.handle(Activate{});
        std::set<std::string> asked;
        while (shows<QuestionModel>(later)) {
            asked.insert(state(program).asked.back().question->id);
            answer_some(later, program.game, 1);
        }
        CHECK(asked.size() == 12);
    }

    TEST_CASE("an ordinary round is remembered too, and what was missed comes first the next day") {
        CapitalsProgram program;
        App app = program.open({.round = content::RoundId{"all"}, .seed = 3});
        answer_some(app, program.game, 9);
        answer(app, program.game, false);
        const std::string missed = state(program).asked.back().question->id;
        CHECK(top<RevealModel>(app).memory.size() == 1);
        CHECK(program.game.study().learner()->records().size() == 10);
        CHECK(program.game.study().learner()->find({ItemKind::question, "capitals/" + missed})->misses == 1);
        CHECK(program.game.history().missed() == std::vector<ItemId>{{ItemKind::question, "capitals/" + missed}});
        program.clock.advance(a_day);
        const auto plan = program.game.study().day_plan();
        REQUIRE(plan.has_value());
        REQUIRE_FALSE(plan->due.empty());
        CHECK(plan->due.front().item.id == "capitals/" + missed);
    }

    TEST_CASE("progress and Look up show them by their prompts") {
        CapitalsProgram program;
        App app = program.open();
        app.handle(Activate{});
        play_out(app, program.game, true);
        app.handle(Act{ActionId::back});
        app.handle(Press{0});
        REQUIRE(shows<KnowledgeModel>(app));
        const auto& page = top<KnowledgeModel>(app);
        CHECK(page.pages);
        const content::Pack& pack = program.game.pack();
        const ItemId item = program.game.study().learner()->records().begin()->first;
        CHECK(item_name(pack, words(), item).starts_with("What is the capital of "));
        CHECK(item_name(pack, words(), {ItemKind::question, "other/question-2"}) == "other/question-2");

        const auto entries = wording::entries_of(pack, words());
        const auto found = wording::found_in(entries, "capital italy");
        REQUIRE(found.size() == 1);
        CHECK(found.front()->kind == wording::EntryKind::question);
        CHECK(found.front()->about == "Rome");
        CHECK(found.front()->items == std::vector<ItemId>{{ItemKind::question, "capitals/question-3"}});
    }

    TEST_CASE("a suspended question is asked no more, in no round and no study") {
        CapitalsProgram program;
        App app = program.open({.round = content::RoundId{"all"}, .seed = 3});
        answer(app, program.game, true);
        const quiz::Question question = *state(program).asked.back().question;
        app.handle(Act{ActionId::report});
        REQUIRE(shows<DialogModel>(app));
        app.handle(Choose{3}); // what it asks about, which is the question itself
        CHECK(program.game.study().suspended() == ItemList{quiz::own_item(question, "capitals")});
        CHECK(program.game.study().book()->learnables().size() == 11);
    }

    TEST_CASE("a question of another pack with the same id is not known") {
        CapitalsProgram program;
        App app = program.open();
        app.handle(Activate{});
        play_out(app, program.game, true);
        app.handle(Act{ActionId::back});
        content::Pack other = capitals();
        other.id = "other";
        REQUIRE(program.game.change_pack(std::move(other)).has_value());
        CHECK(program.game.study().day_plan()->unmet == 12);
        CHECK(program.game.study().suspended().empty());
    }
}
