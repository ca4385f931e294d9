#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

TEST_SUITE("screens/progress") {
    TEST_CASE("a round left with Esc is offered again with the same question in the same order") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        answer(app, program.game, true);
        app.handle(Activate{});
        const auto before = top<QuestionModel>(app);
        app.handle(Act{ActionId::back});
        REQUIRE(top<HomeModel>(app).resume.has_value());
        app.handle(Activate{});
        const auto after = top<QuestionModel>(app);
        CHECK(after.prompt == before.prompt);
        CHECK(after.answer == before.answer);
        CHECK(after.counter == before.counter);
        CHECK(after.score == before.score);
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).points == top<ResultModel>(app).possible);
        app.handle(Act{ActionId::back});
        CHECK_FALSE(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("time away from a round does not count as time taken") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        program.clock.advance({2000});
        app.handle(Act{ActionId::back});
        program.clock.advance({3600000});
        app.handle(Activate{});
        program.clock.advance({1000});
        answer(app, program.game, true);
        CHECK(program.game.rounds().runner().history().state.asked[0].answers[0]->taken.count == 3000);
    }

    TEST_CASE("another round can end the one under way, which keeps what was answered") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        answer(app, program.game, true);
        app.handle(Act{ActionId::back});
        app.handle(Choose{2});
        REQUIRE(shows<DialogModel>(app));
        app.handle(MoveFocus{1});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        REQUIRE_FALSE(program.game.history().rounds().empty());
        CHECK_FALSE(program.game.history().rounds().front().complete);
        CHECK(program.game.history().rounds().front().score.points.count == 1000);
    }

    TEST_CASE("without progress the round goes on under a banner") {
        TestProgram program({.why_not = Error{"store-locked", {{"path", "/x/progress.db"}}}});
        session::Game& game = program.game;
        App app = program.open();
        CHECK(app.ui().banner.text.find("/x/progress.db") != std::string::npos);
        app.handle(Choose{1});
        play_out(app, game, true);
        CHECK(top<ResultModel>(app).saved_text == words().text("saved.no"));
        CHECK(top<ResultModel>(app).points > 0);
    }

    TEST_CASE("a round comes back where it was: at a question, at a reveal, at the reveal of the last one") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        const int planned = program.game.rounds().runner().history().state.plan.planned;
        const auto number_offered = [&](int number) {
            const auto& resume = top<HomeModel>(app).resume;
            REQUIRE(resume.has_value());
            CHECK(resume->detail.find("question " + std::to_string(number) + " of") != std::string::npos);
        };
        for (int number = 1; number <= planned; ++number) {
            CAPTURE(number);
            REQUIRE(shows<QuestionModel>(app));
            app.handle(Act{ActionId::back});
            number_offered(number);
            app.handle(Activate{});
            answer(app, program.game, number % 2 == 0);
            const RevealModel before = top<RevealModel>(app);
            app.handle(Act{ActionId::back});
            number_offered(number);
            app.handle(Activate{});
            CHECK(top<RevealModel>(app) == before);
            app.handle(Activate{});
        }
        CHECK(shows<ResultModel>(app));
    }

    TEST_CASE("a program that was killed comes back at its open question, and at its reveal") {
        Folder folder;
        std::string prompt;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            app.handle(Choose{1});
            prompt = top<QuestionModel>(app).prompt;
        }
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            app.handle(Activate{});
            CHECK(top<QuestionModel>(app).prompt == prompt);
            answer(app, program.game, true);
        }
        TestProgram program(store_in(folder));
        App app = program.open();
        app.handle(Activate{});
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).prompt == prompt);
        CHECK(top<RevealModel>(app).saved);
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).points == top<ResultModel>(app).possible);
    }

    TEST_CASE("a round of a pack that was updated since goes on at its open question") {
        Folder folder;
        std::string prompt;
        {
            TestProgram first(store_in(folder));
            App app = first.open();
            app.handle(Choose{1});
            prompt = top<QuestionModel>(app).prompt;
        }
        content::Pack pack = shipped_pack();
        pack.hash = "other";
        // The open question may be gone from the pack. The journal has it whole.
        pack.questions.clear();
        for (content::Round& round : pack.rounds) round.questions.clear();
        runner::ManualClock clock({0});
        session::Game game(std::move(pack), clock, {.store = store_in(folder)});
        REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
        REQUIRE(game.rounds().interrupted().has_value());
        game.rounds().resume();
        CHECK(game.rounds().view().question->prompt == prompt);
    }

    TEST_CASE("a round that the pack has no more is not offered, and stops nothing") {
        Folder folder;
        {
            TestProgram first(store_in(folder));
            App app = first.open();
            app.handle(Choose{1});
        }
        content::Pack pack = shipped_pack();
        pack.rounds.erase(pack.rounds.begin());
        runner::ManualClock clock({0});
        session::Game game(std::move(pack), clock, {.store = store_in(folder)});
        REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
        CHECK_FALSE(game.rounds().interrupted().has_value());
        game.rounds().abandon();
        game.rounds().resume();
        CHECK_FALSE(game.rounds().playing());
    }

    TEST_CASE(
        "on a full disk a round that is left waits in memory, is offered again, and is saved when there is room") {
        Folder folder;
        std::vector<quiz::Event> first;
        std::vector<quiz::Event> second;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            app.handle(Choose{1});
            {
                const FullDisk full(folder.path);
                answer(app, program.game, true);
                const RevealModel before = top<RevealModel>(app);
                CHECK_FALSE(before.saved);
                app.handle(Act{ActionId::back});
                REQUIRE(top<HomeModel>(app).resume.has_value());
                app.save_again();
                CHECK_FALSE(app.ui().banner.text.empty());
                app.handle(Activate{});
                CHECK(top<RevealModel>(app) == before);
                play_out(app, program.game, true);
                CHECK(top<ResultModel>(app).saved_text == words().text("saved.no"));
            }
            app.save_again();
            CHECK(app.ui().banner.text.empty());
            CHECK(top<ResultModel>(app).saved_text == words().text("saved.yes"));
            first = program.game.rounds().runner().history().log;
            {
                const FullDisk full(folder.path);
                app.handle(Choose{1}); // play again
                play_out(app, program.game, true);
                second = program.game.rounds().runner().history().log;
                app.handle(Act{ActionId::back});
                CHECK_FALSE(app.ui().banner.text.empty());
                CHECK(program.game.history().rounds().size() == 1);
            }
            app.save_again();
            CHECK(app.ui().banner.text.empty());
            CHECK(program.game.history().rounds().size() == 2);
            CHECK_FALSE(top<HomeModel>(app).resume.has_value());
        }
        const store::Store store = store_in(folder);
        CHECK(store.events(quiz::SessionId{"session-1"}).value() == first);
        CHECK(store.events(quiz::SessionId{"session-2"}).value() == second);
    }

    TEST_CASE("a disk that had no room for a new player keeps the next round once it has") {
        Folder folder;
        TestProgram program(store_in(folder));
        {
            const FullDisk full(folder.path);
            REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
            CHECK(program.game.trouble().has_value());
        }
        App app = program.open();
        app.handle(Choose{1});
        CHECK(program.game.rounds().runner().saved());
        CHECK(app.ui().banner.text.empty());
    }

    TEST_CASE("a round of another pack that was left does not hide this pack's") {
        Folder folder;
        content::Pack other = shipped_pack();
        other.id = "other";
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            app.handle(Choose{1});
            app.handle(Act{ActionId::back});
        }
        {
            runner::ManualClock clock({2000000});
            session::Game game(std::move(other), clock, {.store = store_in(folder)});
            REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
            CHECK_FALSE(game.rounds().interrupted().has_value());
            REQUIRE(game.rounds().start(game.pack().rounds.front().id, 1).has_value());
            game.rounds().leave();
            CHECK(game.rounds().interrupted().has_value());
        }
        TestProgram program(store_in(folder));
        App app = program.open();
        CHECK(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("without progress a round that is left is still offered while the program runs") {
        TestProgram program({.why_not = Error{"store-locked", {{"path", "/x/progress.db"}}}});
        session::Game& game = program.game;
        App app = program.open();
        app.handle(Choose{1});
        const auto before = top<QuestionModel>(app);
        app.handle(Act{ActionId::end_round});
        CHECK(top<DialogModel>(app).text == words().text("end_round.text_unsaved"));
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::back});
        REQUIRE(top<HomeModel>(app).resume.has_value());
        REQUIRE(game.submit(session::PlayAs{"Ben"}).has_value());
        CHECK_FALSE(game.rounds().interrupted().has_value());
        REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
        app.handle(Press{0});
        CHECK(top<QuestionModel>(app) == before);
        play_out(app, game, true);
        app.handle(Act{ActionId::back});
        CHECK_FALSE(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("the recording is of the first round played, not of one that is ended for it") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        app.handle(Act{ActionId::back});
        std::vector<std::string> lines;
        program.game.rounds().record_next([&](std::string_view line) { lines.emplace_back(line); });
        app.handle(Choose{2});
        app.handle(Choose{2}); // end the other one
        REQUIRE(shows<QuestionModel>(app));
        REQUIRE(lines.size() > 2);
        CHECK(lines[1].find("\"start-session\"") != std::string::npos);
        CHECK(lines[1].find(program.game.rounds().runner().history().state.plan.round.value) != std::string::npos);
    }
}
