// A person who studies every evening: the plan of the day, the study round, and when items come back.
#include "tests/screens/test_program.hpp"

#include <chrono>
#include <thread>

#include "engine/memory/fit.hpp"
#include "engine/quiz/pool.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

bool says(const std::vector<std::string>& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

} // namespace

TEST_SUITE("screens/study") {
    TEST_CASE("the first evening: what is new, a study round, when each comes back; the next evening it does") {
        TestProgram program;
        App app = program.open();
        REQUIRE(top<HomeModel>(app).resume.has_value());
        CHECK(top<HomeModel>(app).resume->text == words().text("home.study"));
        CHECK(top<HomeModel>(app).resume->detail.find("10 new facts") != std::string::npos);
        CHECK(top<HomeModel>(app).week.days.empty());

        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).round == words().text("study.name"));
        CHECK(top<QuestionModel>(app).counter == "Question 1 of about 10");
        answer(app, program.game, true);
        REQUIRE(shows<RevealModel>(app));
        CHECK(says(top<RevealModel>(app).memory, "You knew it · review"));
        play_out(app, program.game, true);
        const auto& result = top<ResultModel>(app);
        CHECK(result.returns.size() >= 10);
        CHECK(says(result.returns, "in 2 days"));
        app.handle(Act{ActionId::back});
        REQUIRE(program.game.history().rounds().size() == 1);
        CHECK(program.game.history().rounds().front().complete);
        const auto& home = top<HomeModel>(app);
        CHECK_FALSE(home.resume.has_value());
        CHECK(home.today == std::vector<std::string>{"Done for today. Tomorrow: 10 new facts."});
        REQUIRE(home.week.days.size() == 7);
        CHECK(home.week.days.back().is_today);
        CHECK(home.week.days.back().studied);
        CHECK_FALSE(home.week.days.front().studied);
        CHECK(home.week.text == "You studied on 1 of the last 7 days");

        program.clock.advance({2 * a_day.count});
        app.handle(Press{corner_of(app, "home.players")});
        app.handle(Act{ActionId::back});
        App later = program.open();
        REQUIRE(top<HomeModel>(later).resume.has_value());
        CHECK(top<HomeModel>(later).resume->detail.find("to review, 10 new facts") != std::string::npos);
    }

    TEST_CASE("what is missed comes back in the same study round, and tomorrow") {
        TestProgram program;
        App app = program.open();
        app.handle(Activate{});
        answer(app, program.game, false);
        REQUIRE(shows<RevealModel>(app));
        CHECK(says(top<RevealModel>(app).memory, "Missed · review again in a few minutes"));
        play_out(app, program.game, true);
        const auto& asked = program.game.rounds().runner().history().state.asked;
        const ItemId item = quiz::items_of(*asked[0].question).front();
        const auto again = std::find_if(asked.begin() + 1, asked.end(), [&](const quiz::QuestionRecord& one) {
            const auto items = quiz::items_of(*one.question);
            return std::find(items.begin(), items.end(), item) != items.end();
        });
        REQUIRE(again != asked.end());
        CHECK(again - asked.begin() >= 4);
        CHECK(again->question->id != asked[0].question->id);
        CHECK(says(top<ResultModel>(app).returns, "tomorrow"));
        app.handle(Act{ActionId::back});
        program.clock.advance(a_day);
        App next = program.open();
        const auto& home = top<HomeModel>(next);
        REQUIRE(home.resume.has_value());
        CHECK(home.resume->detail.find("to review") != std::string::npos);
    }

    TEST_CASE("a study round that was left goes on, also after the program ended, with what was open") {
        const Folder folder;
        std::string prompt;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            app.handle(Activate{});
            answer(app, program.game, false);
            app.handle(Activate{});
            answer(app, program.game, true);
            app.handle(Activate{});
            prompt = top<QuestionModel>(app).prompt;
        }
        TestProgram again(store_in(folder));
        again.clock.advance({900'000});
        again.sessions = 50;
        App app = again.open();
        REQUIRE(top<HomeModel>(app).resume.has_value());
        CHECK(top<HomeModel>(app).resume->detail == "Today’s study, question 3 of 10");
        CHECK(says(top<HomeModel>(app).today, "Then today’s study"));
        app.handle(Activate{});
        CHECK(top<QuestionModel>(app).prompt == prompt);
        play_out(app, again.game, true);
        CHECK(again.game.study().learner()->answers() ==
              static_cast<int>(again.game.rounds().runner().history().state.asked.size()));
        CHECK(top<ResultModel>(app).buttons.size() >= 2);
    }

    TEST_CASE("practice asks the weakest, due or not, and leaves every memory as it is") {
        TestProgram program;
        App app = program.open();
        app.handle(Activate{});
        play_out(app, program.game, true);
        const study::MemoryRecords before = program.game.study().learner()->records();
        const auto& buttons = top<ResultModel>(app).buttons;
        const auto practise = std::find_if(buttons.begin(), buttons.end(), [](const Button& one) {
            return one.text == words().text("result.practise");
        });
        REQUIRE(practise != buttons.end());
        app.handle(Press{static_cast<int>(practise - buttons.begin())});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).round == words().text("study.practice"));
        answer(app, program.game, false);
        CHECK(top<RevealModel>(app).memory.empty());
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).returns.empty());
        CHECK(program.game.study().learner()->records() == before);
    }

    TEST_CASE("the plan of study is set in the settings, and home says what it comes to") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.settings")});
        const int rows = static_cast<int>(top<SettingsModel>(app).rows.size());
        REQUIRE(top<SettingsModel>(app).more == std::vector<std::string>{words().text("plan.title")});
        app.handle(Press{rows + 1});
        REQUIRE(top<SettingsModel>(app).title == words().text("plan.title"));
        REQUIRE(top<SettingsModel>(app).rows.size() == 6);
        app.handle(SetOption{0, 1}); // three new ones a day
        app.handle(SetOption{5, 1}); // an exam in three days
        CHECK(says(top<SettingsModel>(app).about, "You won’t see them all in time"));
        CHECK(program.game.study().settings().new_a_day == 3);
        CHECK(program.game.study().settings().exam_day == program.game.study().today() + 3);
        for (int row = 0; row < 6; ++row) {
            const auto& model = top<SettingsModel>(app);
            for (int option = 0; option < static_cast<int>(model.rows[static_cast<std::size_t>(row)].options.size());
                 ++option) {
                CHECK(model.rows[static_cast<std::size_t>(row)].chosen <
                      static_cast<int>(model.rows[static_cast<std::size_t>(row)].options.size()));
            }
        }
        app.handle(Act{ActionId::back});
        CHECK(top<HomeModel>(app).resume->detail.find("3 new facts") != std::string::npos);
        CHECK(says(top<HomeModel>(app).today, "The exam is in 3 days"));
        // Two days later the exam is tomorrow, between the days that can be chosen.
        program.clock.advance({2 * a_day.count});
        app.handle(Press{corner_of(app, "home.settings")});
        app.handle(Press{rows + 1});
        const SettingRow exam = top<SettingsModel>(app).rows[5];
        CHECK(exam.options[static_cast<std::size_t>(exam.chosen)] == "in 1 day");
        app.handle(SetOption{5, 0});
        CHECK_FALSE(program.game.study().settings().exam_day.has_value());
    }

    TEST_CASE("days that begin at another hour count every answer anew") {
        TestProgram program;
        App app = program.open();
        app.handle(Activate{});
        answer(app, program.game, true);
        app.handle(Act{ActionId::back});
        const auto before = program.game.study().learner()->answers_by_day();
        store::StudySettings settings = program.game.study().settings();
        const int hour = static_cast<int>(program.clock.wall().count / 3'600'000 % 24);
        settings.start_hour = (hour + 1) % 24;
        REQUIRE(program.game.study().set_settings(settings).has_value());
        CHECK(program.game.study().learner()->answers_by_day() != before);
        CHECK(program.game.study().learner()->answers() == 1);
    }

    TEST_CASE("a clock that went back or ahead is said once, and schedules nothing wrong") {
        for (const std::int64_t hours : {-3LL, -24LL * 4, -24LL * 400, 24LL * 30, 24LL * 365 * 3}) {
            CAPTURE(hours);
            TestProgram program;
            App app = program.open();
            app.handle(Activate{});
            play_out(app, program.game, true);
            app.handle(Act{ActionId::back});
            const study::MemoryRecords before = program.game.study().learner()->records();
            const int day = program.game.study().today();
            program.clock.set_wall(program.clock.wall() + Millis{hours * 3'600'000});
            app.handle(Choose{1});
            app.handle(Act{ActionId::back});
            REQUIRE(shows<DialogModel>(app));
            CHECK(top<DialogModel>(app).title == words().text("clock.title"));
            app.handle(Activate{});
            REQUIRE(shows<HomeModel>(app));
            if (hours < 0) CHECK(program.game.study().today() == day);
            app.handle(Activate{});
            REQUIRE(shows<QuestionModel>(app));
            answer(app, program.game, true);
            app.handle(Act{ActionId::back});
            CHECK(shows<HomeModel>(app)); // the message is gone
            // With the right clock everything is where it was.
            program.clock.set_wall(program.clock.wall() + Millis{-hours * 3'600'000});
            app.handle(Activate{});
            if (shows<RevealModel>(app)) app.handle(Activate{});
            if (shows<QuestionModel>(app)) answer(app, program.game, true);
            CHECK(program.game.study().today() == day);
            for (const auto& [item, trace] : before) {
                const memory::MemoryRecord* now = program.game.study().learner()->find(item);
                REQUIRE(now != nullptr);
                CHECK(now->first_day == trace.first_day);
                CHECK(now->last_day == trace.last_day);
            }
        }
    }

    TEST_CASE("from enough reviews on weights are fitted in the background, taken at home, and count") {
        TestProgram program;
        Rng rng{6};
        for (int evening = 0; evening < 40; ++evening) {
            App app = program.open();
            app.handle(Activate{});
            for (int guard = 0; guard < 2000 && (shows<QuestionModel>(app) || shows<RevealModel>(app)); ++guard) {
                if (shows<QuestionModel>(app)) answer(app, program.game, rng.below(4) != 0);
                else app.handle(Activate{});
            }
            app.handle(Act{ActionId::back});
            program.clock.advance(a_day);
            if (program.game.study().settings().fitted_at > 0) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        for (int guard = 0; guard < 600 && program.game.study().settings().fitted_at == 0; ++guard) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            App app = program.open();
        }
        const store::StudySettings& settings = program.game.study().settings();
        CHECK(settings.fitted_at >= static_cast<int>(memory::least_reviews));
        // Whether the weights were refused or taken: the memory is what the journal gives with the weights in use.
        CHECK(program.game.study().learner()->settings().weights == settings.weights.value_or(memory::default_weights));
        std::int64_t reviews = 0;
        for (const auto& [item, trace] : program.game.study().learner()->records()) reviews += trace.reviews;
        CHECK(reviews >= settings.fitted_at);
        App again = program.open();
        CHECK(program.game.study().settings().fitted_at == settings.fitted_at); // not again at once
    }

    TEST_CASE("a class learns nothing for anybody, and visitors neither") {
        TestProgram program;
        App app = program.open();
        REQUIRE(program.game.submit(session::EnterClassroom{"7b"}).has_value());
        CHECK(program.game.study().learner() == nullptr);
        REQUIRE(program.game.submit(session::LeaveClassroom{}).has_value());
        CHECK(program.game.study().learner() != nullptr);
        REQUIRE(program.game.submit(session::PrepareKiosk{session::default_script(program.game.pack())}).has_value());
        REQUIRE(program.game.submit(session::EnterKiosk{"Visitors"}).has_value());
        CHECK(program.game.study().learner() == nullptr);
        CHECK_FALSE(program.game.study().day_plan().has_value());
        REQUIRE(program.game.submit(session::LeaveKiosk{}).has_value());
        CHECK(program.game.study().day_plan().has_value());
    }
}
