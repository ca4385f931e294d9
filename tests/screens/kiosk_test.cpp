#include <fstream>
#include <map>
#include <sstream>

#include "engine/quiz/scene_question.hpp"
#include "engine/quiz/simulated.hpp"
#include "game/screens/workshop/exit_word.hpp"
#include "game/screens/workshop/kiosk.hpp"
#include "tests/screens/test_program.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Returns every file of a folder with its bytes.
std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        files[entry.path().string()] = text.str();
    }
    return files;
}

void type(App& app, const std::string& text) {
    for (const char c : text) app.handle(UserActivity{static_cast<char32_t>(c)});
}

/// Starts a kiosk from home. Returns its exit word.
std::string start_kiosk(App& app) {
    app.handle(Press{corner_of(app, "home.workshop")});
    const auto& door = top<SettingsModel>(app);
    app.handle(Press{static_cast<int>(door.rows.size() + door.more.size())});
    const std::string text = top<DialogModel>(app).text;
    app.handle(Press{0});
    REQUIRE(app.ui().by_itself);
    return text.substr(text.rfind('\n') + 1);
}

void wait(TestProgram& program, App& app, int seconds) {
    program.clock.advance({std::int64_t{seconds} * 1000});
    app.tick();
}

} // namespace

TEST_SUITE("screens/kiosk") {
    TEST_CASE("after a reset nothing a visitor did stands in any file, and the host's game is as it was") {
        Folder folder;
        TestProgram program(folder);
        App app = program.open();
        app.handle(Press{0});
        play_out(app, program.game, true);
        app.handle(Act{ActionId::back});
        const std::size_t played = program.game.history().rounds().size();
        REQUIRE(played == 1);
        const std::string exit_word = start_kiosk(app);
        const auto before = files_in(folder.path);

        for (int visitor = 0; visitor < 3; ++visitor) {
            app.handle(UserActivity{});
            REQUIRE(shows<HomeModel>(app));
            CHECK(top<HomeModel>(app).greeting.empty());
            CHECK(top<HomeModel>(app).rounds[0].history.empty()); // neither the host's nor another visitor's
            CHECK_FALSE(top<HomeModel>(app).resume);
            app.handle(Press{visitor});
            play_out(app, program.game, visitor == 1);
            CHECK(top<ResultModel>(app).saved_text == words().text("kiosk.nothing_kept"));
            app.handle(Act{ActionId::print});
            app.handle(Act{ActionId::back});
            app.handle(Press{corner_of(app, "home.search")});
            app.handle(TypeText{"zyxwvut"});
            app.handle(Act{ActionId::back});
            app.handle(Press{2});
            app.handle(Act{ActionId::report}); // in the middle of a round
            app.handle(Act{ActionId::export_table});
            wait(program, app, 46);
            wait(program, app, 15);
            CHECK(shows<SceneModel>(app));
        }
        CHECK(files_in(folder.path) == before);

        type(app, exit_word);
        REQUIRE(shows<HomeModel>(app));
        CHECK(top<HomeModel>(app).greeting.find("Ada") != std::string::npos);
        CHECK(program.game.history().rounds().size() == played);
        for (const auto& [name, bytes] : files_in(folder.path)) CHECK(bytes.find("zyxwvut") == std::string::npos);
    }

    TEST_CASE("when nobody does anything it asks, counts down for all to see, and begins anew; a key in time keeps "
              "everything") {
        TestProgram program;
        App app = program.open();
        (void)start_kiosk(app);
        app.handle(UserActivity{});
        app.handle(Press{0});
        REQUIRE(shows<QuestionModel>(app));
        const std::string prompt = top<QuestionModel>(app).prompt;
        wait(program, app, 44);
        CHECK(shows<QuestionModel>(app));
        wait(program, app, 2);
        REQUIRE(shows<DialogModel>(app));
        const std::string first = top<DialogModel>(app).text;
        wait(program, app, 5);
        CHECK(top<DialogModel>(app).text != first);
        app.handle(UserActivity{});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).prompt == prompt);
        wait(program, app, 46);
        wait(program, app, 14);
        CHECK(shows<SceneModel>(app));
        CHECK_FALSE(program.game.rounds().playing());
    }

    TEST_CASE("a recording that the host asked for is of the host's round, never of a visitor's") {
        TestProgram program;
        App app = program.open();
        std::string recorded;
        program.game.rounds().record_next([&](std::string_view line) { recorded += line; });
        const std::string exit_word = start_kiosk(app);
        app.handle(UserActivity{});
        app.handle(Press{0});
        play_out(app, program.game, true);
        CHECK(recorded.empty());
        type(app, exit_word);
        app.handle(Press{0});
        CHECK_FALSE(recorded.empty());
    }

    TEST_CASE("who breathes along is not asked; when the pause is over the clock begins") {
        TestProgram program;
        App app = program.open();
        (void)start_kiosk(app);
        app.handle(UserActivity{});
        app.handle(Press{corner_of(app, "home.breathing")});
        app.handle(Activate{});
        REQUIRE(shows<BreathModel>(app));
        for (int second = 0; second < 185; ++second) wait(program, app, 1);
        CHECK(top<BreathModel>(app).over); // three minutes of resonance
        for (int second = 0; second < 46; ++second) wait(program, app, 1);
        CHECK(shows<DialogModel>(app));
    }

    TEST_CASE(
        "only the host's word leads out, wherever it is typed; nothing else ends it or reaches what is the host's") {
        TestProgram program;
        App app = program.open();
        const std::string exit_word = start_kiosk(app);
        CHECK(exit_word.size() >= 6);
        app.handle(Act{ActionId::quit});
        app.handle(Act{ActionId::full_screen});
        app.handle(Act{ActionId::host_window});
        CHECK_FALSE(app.wants_to_leave());
        CHECK(app.ui().by_itself);
        CHECK_FALSE(app.ui().host);
        app.handle(UserActivity{});
        for (const std::string& text : top<HomeModel>(app).corner) {
            CHECK(text != words().text("home.settings"));
            CHECK(text != words().text("home.players"));
            CHECK(text != words().text("home.classroom"));
        }
        app.handle(Act{ActionId::back});
        CHECK(app.ui().by_itself); // leaving home starts the loop
        type(app, exit_word.substr(1));
        CHECK(app.ui().kiosk);
        app.handle(Press{0});
        type(app, "x" + exit_word);
        CHECK_FALSE(app.ui().kiosk);
        CHECK(shows<HomeModel>(app));
        CHECK_FALSE(app.settings().full_screen);
    }

    TEST_CASE(
        "the loop shows questions with simulated players, chains and statements, again and again; any key begins") {
        TestProgram program;
        App app = program.open();
        (void)start_kiosk(app);
        std::set<std::string> seen;
        std::set<std::string> said;
        std::set<std::size_t> links; // of a chain that unfolds
        for (int second = 0; second < 400; ++second) {
            wait(program, app, 1);
            seen.insert(std::to_string(app.ui().screens.back().index()));
            if (shows<SceneModel>(app) && top<SceneModel>(app).chained) links.insert(top<SceneModel>(app).rows.size());
            if (shows<QuestionModel>(app) && top<QuestionModel>(app).strip)
                said.insert(top<QuestionModel>(app).strip->state);
            if (const auto* question = std::get_if<QuestionModel>(&app.ui().screens.back())) {
                if (const auto* spread = std::get_if<SpreadModel>(&question->answer)) {
                    int hands = 0;
                    for (const auto& bar : spread->bars) hands += std::stoi(bar.text);
                    CHECK(hands <= session::simulated_players);
                }
            }
        }
        CHECK(seen.size() >= 3);
        CHECK(links.size() >= 3);
        bool stated = false;
        for (const std::string& state : said) stated = stated || state.find("60 % of the time") != std::string::npos;
        CHECK(stated); // so that nobody takes them for people
        app.handle(UserActivity{});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("simulated players are as good as it is said, and wrong without a favourite") {
        const content::Pack pack = shipped_pack();
        const auto question =
            quiz::question_of(pack, content::QuestionScene{content::QuestionId{"label-500"}, {}}, 1).value();
        Rng rng(3);
        const quiz::Order shown = quiz::draw_display_order(question, rng);
        std::map<std::uint8_t, int> picked;
        int right = 0;
        for (const std::uint8_t pick :
             quiz::simulated_picks(question, shown, 40000, session::simulated_right_percent, rng)) {
            const bool is_right = quiz::credit_of(quiz::Picked{pick}, question, shown) == Fraction::one();
            right += is_right ? 1 : 0;
            if (!is_right) ++picked[pick];
        }
        CHECK(right == doctest::Approx(24000).epsilon(0.02));
        REQUIRE(picked.size() == 3);
        for (const auto& [pick, times] : picked) CHECK(times == doctest::Approx(16000 / 3.0).epsilon(0.06));
    }

    TEST_CASE("an exit word is long enough, not one letter alone, and has no key that answers") {
        const auto problem = [](std::string_view word) {
            const auto checked = check_exit_word(word);
            return checked ? std::string() : checked.error().code;
        };
        CHECK(problem("nokuto").empty());
        CHECK(problem("Xylo-tum").empty());
        CHECK(problem("") == "exit-word-short");
        CHECK(problem("nokut") == "exit-word-short");
        CHECK(problem("1111") == "exit-word-short");
        CHECK(problem("111111") == "exit-word-alike");
        CHECK(problem("aaaaaa") == "exit-word-alike");
        CHECK(problem("kKkKkK") == "exit-word-alike");
        CHECK(problem("nokut1") == "exit-word-answers");
        CHECK(problem("nokut0") == "exit-word-answers");
        CHECK(problem("nokut.") == "exit-word-answers");
        CHECK(problem("bekuto") == "exit-word-answers");
        CHECK(problem("Nokuti") == "exit-word-answers");
        CHECK(problem("no kuto") == "exit-word-plain");
        CHECK(problem("nokutö") == "exit-word-plain");
        CHECK(problem("noku\x1bto") == "exit-word-plain");
    }

    TEST_CASE("an exit word that the program makes up is one that a host may choose") {
        for (const std::uint64_t seed : Campaign{"drawn exit words are allowed", 300})
            CHECK(check_exit_word(session::new_exit_word(seed)).has_value());
    }

    TEST_CASE("what is typed slowly does not end a kiosk") {
        TestProgram program;
        App app = program.open();
        const std::string exit_word = start_kiosk(app);
        app.handle(UserActivity{});
        for (const char c : exit_word) {
            program.clock.advance({1100});
            app.handle(UserActivity{static_cast<char32_t>(c)});
        }
        CHECK(app.ui().kiosk);
        type(app, exit_word);
        CHECK_FALSE(app.ui().kiosk);
    }

    TEST_CASE("a pack without scripts has a loop too") {
        const content::Script script = session::default_script(shipped_pack());
        CHECK(script.scenes.size() >= 4);
    }
}
