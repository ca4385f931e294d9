#include "tests/screens/test_program.hpp"

#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

#include "engine/quiz/encoding.hpp"
#include "game/screens/classroom/class_report.hpp"
#include "game/screens/classroom/lesson.hpp"
#include "game/screens/interactions/tally_entry.hpp"
#include "game/session/class_file.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

void enter(App& app) {
    app.handle(Press{corner_of(app, "home.classroom")});
    REQUIRE(shows<SettingsModel>(app));
}

/// Returns the row of the lobby with this name.
int row(const App& app, const char* key) {
    const auto& rows = top<SettingsModel>(app).rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const SettingRow& one) { return one.name == words().text(key); });
    REQUIRE(found != rows.end());
    return static_cast<int>(found - rows.begin());
}

void set(App& app, const char* key, int option) { app.handle(SetOption{row(app, key), option}); }

/// Presses a further button of the lobby.
void press_more(App& app, const std::string& text) {
    const auto& model = top<SettingsModel>(app);
    const auto found = std::find(model.more.begin(), model.more.end(), text);
    REQUIRE(found != model.more.end());
    app.handle(Press{static_cast<int>(model.rows.size()) + 1 + static_cast<int>(found - model.more.begin())});
}

/// Chooses a line of the host's menu.
void host(App& app, const char* key) {
    app.handle(Act{ActionId::back});
    REQUIRE(shows<DialogModel>(app));
    const auto& buttons = top<DialogModel>(app).buttons;
    const auto found =
        std::find_if(buttons.begin(), buttons.end(), [&](const Button& one) { return one.text == words().text(key); });
    REQUIRE_MESSAGE(found != buttons.end(), key);
    app.handle(Press{static_cast<int>(found - buttons.begin())});
}

constexpr int turns = 0;
constexpr int buzzers = 1;
constexpr int hands = 2;
constexpr int cards = 3;

/// Begins a lesson and goes on to the choices of its first question.
void begin(App& app, int response_mode, int teams = 2) {
    if (!shows<SettingsModel>(app)) enter(app);
    set(app, "lobby.response_mode", response_mode);
    set(app, "lobby.teams", teams - 1);
    app.handle(Act{ActionId::go_on});
    REQUIRE(shows<QuestionModel>(app));
    REQUIRE(std::holds_alternative<ReadModel>(top<QuestionModel>(app).answer)); // the prompt alone
    app.handle(Act{ActionId::go_on});
}

std::uint8_t right_position(TestProgram& program) {
    const auto& asked = state(program).asked.back();
    return std::get<quiz::Picked>(quiz::key_response(*asked.question, asked.display_order)).position;
}

/// Types counts, Enter after each, and takes the count.
void count(App& app, const std::vector<int>& numbers) {
    for (const int number : numbers) {
        if (number > 0) app.handle(TypeText{std::to_string(number)});
        app.handle(Activate{});
    }
    app.handle(Activate{});
}

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_SUITE("screens/classroom") {
    TEST_CASE("a class is ready at once: the door, and one key begins") {
        TestProgram program;
        App app = program.open();
        enter(app);
        CHECK(top<SettingsModel>(app).teams.size() == 2);
        app.handle(Act{ActionId::go_on});
        CHECK(shows<QuestionModel>(app));
        CHECK(app.ui().for_projector);
        CHECK(state(program).players.size() == 2);
    }

    TEST_CASE("names are removed only after a question, and fewer teams lose none") {
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        enter(app);
        set(app, "lobby.teams", 3);
        press_more(app, words().text("lobby.names"));
        app.handle(TypeName{"Ann\nBen\nCem\nDee"});
        app.handle(Press{1});
        const auto teams = [&] { return program.game.files().classes().classes.front().teams; };
        const auto named = teams();
        set(app, "lobby.teams", 1);
        CHECK(teams().size() == 2);
        set(app, "lobby.teams", 3);
        CHECK(teams() == named);
        for (const Intent& refuses : {Intent{Act{ActionId::back}}, Intent{Activate{}}}) {
            app.handle(Act{ActionId::remove});
            REQUIRE(shows<DialogModel>(app));
            app.handle(refuses);
            CHECK(teams() == named);
        }
        app.handle(Act{ActionId::remove});
        app.handle(Choose{1});
        CHECK(teams().front().members.empty());
        CHECK(top<DialogModel>(app).title == words().text("lobby.forgotten"));
    }

    TEST_CASE("names that were typed are not lost by Esc or Cancel without a question") {
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        enter(app);
        const auto members = [&] { return program.game.files().classes().classes.front().teams.front().members; };
        press_more(app, words().text("lobby.names"));
        app.handle(Act{ActionId::back}); // nothing was typed
        CHECK(shows<SettingsModel>(app));
        for (const Intent& leaves : {Intent{Act{ActionId::back}}, Intent{Press{2}}}) {
            press_more(app, words().text("lobby.names"));
            app.handle(TypeName{"Ann\nBen"});
            app.handle(leaves);
            REQUIRE(shows<DialogModel>(app));
            CHECK(top<DialogModel>(app).title == words().text("unsaved.title"));
            app.handle(Act{ActionId::back}); // back to the names
            REQUIRE(shows<NameModel>(app));
            CHECK(top<NameModel>(app).text == "Ann\nBen");
            app.handle(leaves);
            app.handle(Choose{2});
            CHECK(shows<SettingsModel>(app));
            CHECK(members().empty());
        }
        press_more(app, words().text("lobby.names"));
        app.handle(TypeName{"Ann\nBen"});
        app.handle(Act{ActionId::back});
        app.handle(Choose{1});
        CHECK(shows<SettingsModel>(app));
        CHECK(members() == std::vector<std::string>{"Ann"});
    }

    TEST_CASE("Page Down at the door goes on with an unfinished lesson") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        const auto asked = state(program).asked.size();
        host(app, "host.tomorrow");
        if (shows<HomeModel>(app)) enter(app);
        REQUIRE(shows<SettingsModel>(app));
        app.handle(Act{ActionId::go_on});
        CHECK(shows<QuestionModel>(app));
        CHECK(state(program).asked.size() == asked);
        CHECK(program.sessions == 1);
    }

    TEST_CASE("counts of hands can be corrected, and no team has more hands than members") {
        TallyEntry tally(2, {5, "five"});
        tally.handle(TypeText{"9"});
        CHECK(tally.hands()[0] == 5);
        tally.handle(EditText{Edit::backspace});
        CHECK(tally.hands()[0] == 0);
        tally.handle(TypeText{"3"});
        tally.handle(Activate{});
        tally.handle(TypeText{"4"});
        CHECK(tally.hands() == std::vector<std::uint16_t>{3, 2});
        tally.handle(MoveFocus{-1});
        tally.handle(TypeText{"1"}); // instead of the 3, not after it
        CHECK(tally.hands() == std::vector<std::uint16_t>{1, 2});
        tally.handle(Adjust{-1, 1});
        tally.handle(Adjust{-1, 1});
        tally.handle(Adjust{-1, 1});
        CHECK(tally.hands() == std::vector<std::uint16_t>{3, 2});
        TallyEntry recorded(2, {5, "five"}, {7, 2}); // counted when there were more people
        recorded.handle(Adjust{-1, 1});
        CHECK(recorded.hands() == std::vector<std::uint16_t>{7, 2});
        recorded.handle(Adjust{-1, -1});
        CHECK(recorded.hands() == std::vector<std::uint16_t>{6, 2});
        TallyEntry unknown(2, {200, "200"});
        unknown.handle(TypeText{"12"});
        CHECK(unknown.hands()[0] == 12);
    }

    TEST_CASE("the prompt comes first, and the choices after the time to read it") {
        TestProgram program;
        App app = program.open();
        enter(app);
        app.handle(Act{ActionId::go_on});
        const std::size_t length = top<QuestionModel>(app).prompt.size();
        program.clock.advance({500});
        app.tick();
        CHECK(std::holds_alternative<ReadModel>(top<QuestionModel>(app).answer));
        program.clock.advance({1000 + 40 * static_cast<std::int64_t>(length)});
        app.tick();
        CHECK_FALSE(std::holds_alternative<ReadModel>(top<QuestionModel>(app).answer));
    }

    TEST_CASE("teams in turn: letters on the cards, the answer locked in, the reveal, the standings, the next team") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        const auto& cards_shown = std::get<ChoiceModel>(top<QuestionModel>(app).answer).choices;
        CHECK(cards_shown[0].number == "A");
        CHECK(cards_shown[1].sign == "square");
        CHECK(top<QuestionModel>(app).strip->teams[0].lit);
        app.handle(Choose{right_position(program) + 1});
        REQUIRE(shows<QuestionModel>(app)); // the answer is in, and not revealed yet
        CHECK(top<QuestionModel>(app).focus == right_position(program));
        CHECK(state(program).scores[0].points.count == 0);
        app.handle(Act{ActionId::go_on});
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).outcome == Mark::right);
        CHECK(top<RevealModel>(app).verdict.find(words().text("team.1")) != std::string::npos);
        app.handle(Act{ActionId::go_on});
        REQUIRE(shows<StandingsModel>(app));
        REQUIRE(top<StandingsModel>(app).rows.size() == 1); // the upper half of two
        CHECK(top<StandingsModel>(app).rows[0].change ==
              words().text("standings.more", {{"points", words().number(1000)}}));
        app.handle(Act{ActionId::go_on});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).strip->teams[1].lit);
        CHECK(state(program).asked.size() == 2);
    }

    TEST_CASE("a whole lesson by a clicker's keys ends in the report, and one step back goes on with it") {
        TestProgram program;
        App app = program.open();
        begin(app, turns, 3);
        int questions = 0;
        for (int step = 0; step < 200 && !shows<KnowledgeModel>(app); ++step) {
            const bool waits = shows<QuestionModel>(app) &&
                               std::holds_alternative<ChoiceModel>(top<QuestionModel>(app).answer) &&
                               top<QuestionModel>(app).keys != Keys::none;
            if (waits) ++questions;
            app.handle(waits ? Intent{Activate{}} : Intent{Act{ActionId::go_on}}); // Enter answers with the focused one
        }
        REQUIRE(shows<KnowledgeModel>(app));
        CHECK(questions == state(program).plan.planned);
        CHECK(state(program).phase == quiz::Phase::finished);
        app.handle(Act{ActionId::undo});
        CHECK(state(program).phase == quiz::Phase::revealed);
        CHECK(shows<RevealModel>(app));
    }

    TEST_CASE("buzzers: too early waits, the first answers, after a wrong answer the other may press") {
        TestProgram program;
        App app = program.open();
        enter(app);
        set(app, "lobby.response_mode", buzzers);
        app.handle(Act{ActionId::go_on});
        REQUIRE(app.ui().watches_buttons);
        app.handle(PressButtons{{session::new_team(0).button}});
        CHECK(top<QuestionModel>(app).strip->teams[0].word == words().text("class.too_early"));
        app.handle(Act{ActionId::go_on});
        app.handle(PressButtons{{session::new_team(0).button}});
        CHECK(app.ui().watches_buttons); // still waiting
        app.handle(PressButtons{{session::new_team(1).button}});
        CHECK_FALSE(app.ui().watches_buttons);
        CHECK(top<QuestionModel>(app).strip->teams[1].lit);
        const int wrong = right_position(program) == 0 ? 2 : 1;
        app.handle(Choose{wrong});
        CHECK(top<QuestionModel>(app).strip->teams[1].quiet);
        program.clock.advance({1000});
        app.handle(PressButtons{{session::new_team(0).button}});
        app.handle(Choose{right_position(program) + 1});
        REQUIRE(shows<RevealModel>(app));
        CHECK(state(program).scores[0].points.count == 1000);
        CHECK(state(program).scores[1].points.count == 0);
    }

    TEST_CASE("a pause while the question is read leaves the buzzers shut, and they open all the same") {
        TestProgram program;
        App app = program.open();
        enter(app);
        set(app, "lobby.response_mode", buzzers);
        app.handle(Act{ActionId::go_on});
        host(app, "host.pause");
        app.handle(Act{ActionId::go_on});
        REQUIRE_FALSE(state(program).asked.back().buzzers.open);
        app.handle(Act{ActionId::go_on});
        CHECK(state(program).asked.back().buzzers.open);
        app.handle(PressButtons{{session::new_team(1).button}});
        CHECK(state(program).asked.back().buzzers.floor.has_value());
    }

    TEST_CASE("one step back from open buzzers is the question before, not the same one opened again") {
        TestProgram program;
        App app = program.open();
        begin(app, buzzers);
        host(app, "host.close");
        app.handle(Act{ActionId::go_on});
        app.handle(Act{ActionId::go_on});
        app.handle(Act{ActionId::go_on});
        REQUIRE(state(program).asked.size() == 2);
        REQUIRE(state(program).asked.back().buzzers.open);
        app.handle(Act{ActionId::undo});
        CHECK(shows<RevealModel>(app));
        CHECK(state(program).asked.size() == 1);
        app.handle(Act{ActionId::redo});
        CHECK(state(program).asked.size() == 2);
        CHECK(state(program).asked.back().buzzers.open);
    }

    TEST_CASE(
        "a step taken back from the host's menu goes as far as one by its key: past what is between two questions") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        host(app, "host.skip");
        REQUIRE(state(program).asked.size() == 2);
        host(app, "host.undo");
        CHECK(state(program).asked.size() == 1);
        CHECK_FALSE(state(program).asked[0].voided);
        host(app, "host.redo");
        CHECK(state(program).asked.size() == 2);
        CHECK(state(program).asked[0].voided);
    }

    TEST_CASE("the standings after a question that was voided show no change that nobody had") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        app.handle(Choose{right_position(program) + 1});
        app.handle(Act{ActionId::go_on});
        host(app, "host.past");
        app.handle(SetOption{1, 1});
        app.handle(Press{2});
        REQUIRE(shows<StandingsModel>(app));
        CHECK(state(program).scores[0].points.count == 0);
        app.handle(Act{ActionId::undo});
        app.handle(Act{ActionId::go_on});
        for (const StandingRow& one : top<StandingsModel>(app).rows) CHECK(one.change.empty());
    }

    TEST_CASE("the page of keys has more than the strip of them at the bottom of a class screen") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        const std::size_t below = app.ui().footer.size();
        app.handle(Act{ActionId::help});
        CHECK(top<KeysModel>(app).keys.size() > below + 3);
    }

    TEST_CASE("a dead heat is drawn by lot and shown") {
        TestProgram program;
        App app = program.open();
        begin(app, buzzers, 3);
        app.handle(PressButtons{{session::new_team(0).button, session::new_team(2).button}});
        const auto& floor = state(program).asked.back().buzzers;
        REQUIRE(floor.floor.has_value());
        CHECK(floor.tied.size() == 2);
        CHECK(top<QuestionModel>(app).strip->state ==
              words().text("class.dead_heat", {{"team", words().text("team." + floor.floor->value.substr(1))}}));
    }

    TEST_CASE(
        "hands of every team are one command; their spread is shown before the reveal, and nothing of the key in it") {
        for (const int response_mode : {hands, cards}) {
            TestProgram program;
            App app = program.open();
            begin(app, response_mode);
            const auto options = quiz::options_of(state(program).asked.back().question->interaction).size();
            const std::size_t before = program.game.rounds().runner().history().log.size();
            std::vector<int> first(options, 2);
            first[right_position(program)] = 12;
            std::vector<int> second(options, 0);
            second[right_position(program)] = 3;
            REQUIRE(top<QuestionModel>(app).keys == Keys::count);
            count(app, first);
            CHECK(program.game.rounds().runner().history().log.size() == before);
            count(app, second);
            const auto& log = program.game.rounds().runner().history().log;
            REQUIRE(log.size() == before + 2);
            CHECK(log[before].step == log[before + 1].step);
            const auto& spread = std::get<SpreadModel>(top<QuestionModel>(app).answer);
            CHECK(spread.bars[right_position(program)].text == "15");
            app.handle(Act{ActionId::go_on});
            REQUIRE(shows<RevealModel>(app));
            const int others = 2 * (static_cast<int>(options) - 1);
            CHECK(state(program).scores[0].points.count == rounded_product(1000, {12, 12 + others}));
            CHECK(state(program).scores[1].points.count == 1000);
            app.handle(Act{ActionId::undo}); // closing the question
            app.handle(Act{ActionId::undo}); // the whole count
            CHECK(program.game.rounds().runner().history().state.asked.back().answers[0] == std::nullopt);
            CHECK(top<QuestionModel>(app).keys == Keys::count);
        }
    }

    TEST_CASE("a class without teams counts once, by taps as well, and plays against a goal") {
        TestProgram program;
        App app = program.open();
        enter(app);
        set(app, "lobby.win", 1);
        begin(app, hands, 1);
        for (int i = 0; i < 4; ++i) app.handle(Press{right_position(program)});
        app.handle(Adjust{-1, -1});
        app.handle(Act{ActionId::go_on});
        app.handle(Act{ActionId::go_on});
        REQUIRE(shows<RevealModel>(app));
        CHECK(
            std::get<quiz::Raised>(*state(program).asked.back().answers[0]->response).hands[right_position(program)] ==
            3);
        app.handle(Act{ActionId::go_on});
        REQUIRE(top<StandingsModel>(app).goal.has_value());
        CHECK(top<StandingsModel>(app).goal->share == doctest::Approx(1.0));
        CHECK(top<StandingsModel>(app).goal->text ==
              words().text("standings.goal_reached", {{"percent", "100"}, {"goal", "80"}}));
    }

    TEST_CASE("hands of people without names stop at the number given in the setup, or at 200") {
        TestProgram program;
        App app = program.open();
        begin(app, hands, 1);
        const auto tally = [&] { return std::get<TallyModel>(top<QuestionModel>(app).answer); };
        app.handle(TypeText{"9999"});
        CHECK(tally().counts[0] == "200");
        CHECK(tally().note == words().plural("hands.most", 200));
        app.handle(Adjust{-1, -1}); // down and up again
        CHECK(tally().counts[0] == "199");
        CHECK(tally().note.empty());
        app.handle(Press{1});
        CHECK(tally().counts[1] == "1");
        CHECK(tally().note.empty());
        app.handle(Press{1});
        CHECK(tally().counts[1] == "1");
        CHECK_FALSE(tally().note.empty());

        host(app, "host.tomorrow");
        if (shows<HomeModel>(app)) enter(app);
        const auto say_people = [&](const std::string& button, const std::string& typed) {
            press_more(app, button);
            REQUIRE(shows<NameModel>(app));
            app.handle(TypeName{typed});
            app.handle(Activate{});
        };
        say_people(words().text("people.ask"), "many");
        CHECK(top<NameModel>(app).problem == words().text("people.no_number", {{"most", words().number(9999)}}));
        app.handle(TypeName{" 24 "});
        app.handle(Activate{});
        app.handle(Act{ActionId::go_on});
        if (std::holds_alternative<ReadModel>(top<QuestionModel>(app).answer)) app.handle(Act{ActionId::go_on});
        app.handle(TypeText{"25"});
        CHECK(tally().counts[0] == "24");
        CHECK(tally().note == words().plural("hands.all_people", 24));

        host(app, "host.tomorrow");
        if (shows<HomeModel>(app)) enter(app);
        say_people(words().text("people.set", {{"number", "24"}}), "");
        CHECK(program.game.files().classes().classes.front().people == 0);
    }

    TEST_CASE("only what hands can answer is asked by hands") {
        TestProgram program;
        App app = program.open();
        enter(app);
        set(app, "lobby.response_mode", hands);
        const auto rounds = program.game.pack().rounds;
        for (const std::uint64_t i : Campaign{"rounds asked by hands", rounds.size()}) {
            CAPTURE(rounds[i].id.value);
            set(app, "lobby.lesson", static_cast<int>(i));
            press_more(app, words().text("lobby.preview"));
            REQUIRE(shows<KnowledgeModel>(app));
            const std::size_t planned = top<KnowledgeModel>(app).rows.size();
            if (planned == 0) CHECK(top<KnowledgeModel>(app).last_line == words().text("lobby.nothing_suits"));
            app.handle(Act{ActionId::go_on});
            if (planned > 0) {
                CHECK(state(program).plan.planned == static_cast<int>(planned));
                for (std::size_t n = 0; n < planned; ++n) {
                    const quiz::Question& question = *state(program).asked.back().question;
                    CHECK((quiz::takes_hands(question) || std::holds_alternative<quiz::ReadOn>(question.interaction)));
                    (void)program.game.rounds().runner().submit(quiz::CloseQuestion{});
                    (void)program.game.rounds().runner().advance();
                }
                app.handle(Act{ActionId::back});
                if (shows<DialogModel>(app))
                    app.handle(Press{static_cast<int>(top<DialogModel>(app).buttons.size()) - 3});
            }
            while (!shows<SettingsModel>(app)) app.handle(Act{ActionId::back});
        }
    }

    TEST_CASE("the host's net: pause, skip, void, points, standings, strip, all from one menu") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        host(app, "host.pause");
        CHECK(state(program).paused);
        CHECK(top<QuestionModel>(app).strip->state == words().text("class.paused"));
        app.handle(Choose{1});
        CHECK_FALSE(state(program).asked.back().answers[0].has_value());
        app.handle(Act{ActionId::go_on});
        CHECK_FALSE(state(program).paused);
        host(app, "host.skip");
        CHECK(state(program).asked[0].voided);
        CHECK(state(program).asked.size() == 2);
        app.handle(Act{ActionId::go_on});
        host(app, "host.close");
        REQUIRE(shows<RevealModel>(app));
        host(app, "host.points");
        REQUIRE(shows<SettingsModel>(app));
        app.handle(SetOption{0, 1});
        app.handle(Press{3});
        REQUIRE(shows<StandingsModel>(app));
        CHECK(state(program).scores[1].points.count == 100);
        CHECK(state(program).adjustments.size() == 1);
        app.handle(Act{ActionId::go_on});
        host(app, "host.hide_strip");
        CHECK(top<QuestionModel>(app).strip->teams.empty());
        host(app, "host.hide_standings");
        app.handle(Act{ActionId::go_on});
        host(app, "host.close");
        app.handle(Act{ActionId::go_on});
        CHECK(shows<QuestionModel>(app)); // no standings in between
        host(app, "host.end");
        CHECK(shows<KnowledgeModel>(app));
    }

    TEST_CASE("a key is corrected by answering the question once more, and the change is shown") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        const std::uint8_t right = right_position(program);
        app.handle(Choose{right + 1});
        app.handle(Act{ActionId::go_on});
        CHECK(state(program).scores[0].points.count == 1000);
        host(app, "host.past");
        REQUIRE(shows<SettingsModel>(app));
        app.handle(Press{2});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).strip->state == words().text("class.correcting"));
        app.handle(Choose{right == 0 ? 2 : 1});
        REQUIRE(shows<StandingsModel>(app));
        CHECK(state(program).scores[0].points.count == 0);
        CHECK(state(program).asked[0].corrected);
        app.handle(Act{ActionId::undo});
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).why_heading == words().text("class.corrected"));
        app.handle(Act{ActionId::undo});
        CHECK(state(program).scores[0].points.count == 1000);
    }

    TEST_CASE("teams come, go and come back in the middle") {
        TestProgram program;
        App app = program.open();
        begin(app, turns);
        host(app, "host.teams");
        REQUIRE(top<SettingsModel>(app).rows.size() == 3);
        app.handle(SetOption{2, 1});
        CHECK(state(program).players.size() == 3);
        app.handle(SetOption{0, 1});
        CHECK(state(program).gone[0]);
        app.handle(SetOption{0, 0});
        CHECK_FALSE(state(program).gone[0]);
        app.handle(Press{static_cast<int>(top<SettingsModel>(app).rows.size())});
        CHECK(top<QuestionModel>(app).strip->teams.size() == 3);
    }

    TEST_CASE("a clock can be stretched for one team, and speed taken out in the middle") {
        TestProgram program;
        App app = program.open();
        enter(app);
        set(app, "lobby.clock", 2);
        set(app, "lobby.speed", 1);
        begin(app, turns);
        CHECK(top<QuestionModel>(app).clock.has_value());
        host(app, "host.teams");
        app.handle(SetOption{0, 3});
        CHECK(state(program).asked.back().more_time[0].count == 30000);
        app.handle(Press{3});
        host(app, "host.speed_off");
        CHECK(state(program).plan.rules.clock->loss_quarters == 0);
    }

    TEST_CASE("a lesson is left and taken up on another day, where it was; a rehearsal leaves nothing") {
        const Folder folder;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            begin(app, turns);
            app.handle(Choose{right_position(program) + 1});
            host(app, "host.tomorrow");
            CHECK(shows<SettingsModel>(app));
        }
        TestProgram program(store_in(folder));
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        CHECK_FALSE(program.game.rounds().interrupted().has_value()); // the round is the class's, not Ada's
        App app = program.open();
        enter(app);
        const std::string go_on = top<SettingsModel>(app).more.front();
        CHECK(go_on == words().text("lobby.go_on", {{"round", program.game.pack().rounds.front().name},
                                                    {"number", "1"},
                                                    {"of", words().number(program.game.pack().rounds.front().count)}}));
        app.handle(Press{static_cast<int>(top<SettingsModel>(app).rows.size()) + 1});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(Act{ActionId::go_on});
        CHECK(state(program).scores[0].points.count == 1000);
        host(app, "host.end");
        app.handle(Act{ActionId::back});
        REQUIRE(shows<SettingsModel>(app));
        press_more(app, words().text("lobby.rehearse"));
        app.handle(Act{ActionId::go_on});
        app.handle(Choose{1});
        app.handle(Act{ActionId::go_on});
        CHECK(top<RevealModel>(app).saved_text == words().text("class.rehearsal"));
        host(app, "host.leave");
        CHECK(top<SettingsModel>(app).more.front() == words().text("lobby.preview")); // there is nothing to continue
        app.handle(Act{ActionId::back});
        CHECK(program.game.players().name() == "Ada");
        CHECK(program.game.history().rounds().empty());
        CHECK(program.game.history().totals_by_topic().empty());
    }

    TEST_CASE("a preview drops, changes, moves and keeps questions, and tells none of its keys") {
        TestProgram program;
        App app = program.open();
        enter(app);
        press_more(app, words().text("lobby.preview"));
        const auto titles = [&] {
            std::vector<std::string> all;
            for (const KnownRow& one : top<KnowledgeModel>(app).rows)
                all.push_back(one.title.substr(one.title.find(' ')));
            return all;
        };
        const auto first = titles();
        REQUIRE(first.size() == 8);
        app.handle(Act{ActionId::remove});
        CHECK(titles() == std::vector<std::string>(first.begin() + 1, first.end()));
        app.handle(Act{ActionId::undo});
        CHECK(titles() == first);
        app.handle(Act{ActionId::remove});
        app.handle(Adjust{-1, 1});
        CHECK(titles()[1] == first[1]);
        CHECK(titles()[0] == first[2]);
        app.handle(Act{ActionId::replace});
        CHECK(titles()[1] != first[1]);
        const auto wanted = titles();
        app.handle(Act{ActionId::export_table});
        app.handle(Activate{});
        CHECK(top<KnowledgeModel>(app).rows[1].open);
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::back});
        set(app, "lobby.lesson",
            static_cast<int>(
                top<SettingsModel>(app).rows[static_cast<std::size_t>(row(app, "lobby.lesson"))].options.size()) -
                1);
        press_more(app, words().text("lobby.preview"));
        CHECK(titles() == wanted);
        app.handle(Act{ActionId::go_on});
        CHECK(state(program).plan.planned == 7);
    }

    TEST_CASE("names are dealt over the teams, begin teams of their own, and go by one key") {
        std::vector<session::Team> teams{session::new_team(0), session::new_team(1), session::new_team(2)};
        session::deal_names("Ada\n  Ben \n\nCleo\nDana\r\n", teams);
        CHECK(teams[0].members == std::vector<std::string>{"Ada", "Dana"});
        CHECK(teams[1].members == std::vector<std::string>{"Ben"});
        session::deal_names("Left side:\nAda\nBen\nRight side:\nCleo\n", teams);
        REQUIRE(teams.size() == 2);
        CHECK(teams[0].name == "Left side");
        CHECK(teams[1].members == std::vector<std::string>{"Cleo"});
        const std::string typed = session::typed_names(teams);
        std::vector<session::Team> again{session::new_team(0)};
        session::deal_names(typed, again);
        CHECK(again == teams);
        session::deal_names(std::string(5000, 'x') + "\n\xff\xfe\n\x01\n", teams); // none of these lines is a name
        CHECK(teams[0].members.empty());
    }

    TEST_CASE("names stand in the class file alone: not in the journal, a recording or a report") {
        const Folder folder;
        std::string recording;
        TestProgram program(folder);
        App app = program.open();
        enter(app);
        press_more(app, words().text("lobby.names"));
        REQUIRE(top<NameModel>(app).lines);
        app.handle(TypeName{"Zebulon\nYolanthe\nXaver\nWilhelmina"});
        app.handle(Act{ActionId::go_on});
        CHECK(file_text(folder.path / "classes.json").find("Yolanthe") != std::string::npos);
        program.game.rounds().record_next([&](std::string_view line) { recording += std::string(line) + "\n"; });
        app.handle(Act{ActionId::go_on});
        app.handle(Act{ActionId::go_on});
        CHECK(top<QuestionModel>(app).strip->state.find("Zebulon") !=
              std::string::npos); // the screen says whose turn it is
        app.handle(Choose{1});
        app.handle(Act{ActionId::go_on});
        host(app, "host.end");
        REQUIRE(shows<KnowledgeModel>(app));
        const std::vector<std::string> names{"Zebulon", "Yolanthe", "Xaver", "Wilhelmina"};
        for (const ActionId action : {ActionId::print, ActionId::export_table}) {
            app.handle(Act{action});
            app.handle(Activate{}); // says where the file is
        }
        std::string page;
        std::string table;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path / "reports"))
            (entry.path().extension() == ".html" ? page : table) = file_text(entry.path());
        REQUIRE(recording.size() > 500);
        REQUIRE(page.size() > 500);
        for (const std::string& name : names) {
            CHECK(recording.find(name) == std::string::npos);
            CHECK(page.find(name) == std::string::npos);
            CHECK(table.find(name) == std::string::npos);
            for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
                if (entry.is_regular_file() && entry.path().filename() != "classes.json")
                    CHECK(file_text(entry.path()).find(name) == std::string::npos);
            }
        }
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::remove});
        app.handle(Choose{1});
        for (const std::string& name : names)
            CHECK(file_text(folder.path / "classes.json").find(name) == std::string::npos);
    }

    TEST_CASE("a class file comes back as it was, and one that cannot be read is put aside") {
        const Folder folder;
        session::ClassFile file;
        session::ClassProfile profile{.name = "7b \"quotes\" 👩",
                                      .response_mode = quiz::ResponseMode::cards,
                                      .together = true,
                                      .seconds = 30,
                                      .speed = true,
                                      .asks_confidence = true,
                                      .standings = false};
        for (int place = 0; place < session::most_teams; ++place) profile.teams.push_back(session::new_team(place));
        profile.teams[3].members = {"Ada", "Ben"};
        file.classes = {profile};
        file.lessons = {
            {"Mine", "magnesium", content::RoundId{"meet-the-four-forms"}, 0xFFFFFFFFFFFFFFFFULL, {4, 2, 7}}};
        REQUIRE(save_classes(folder.path, file).has_value());
        CHECK(session::load_classes(folder.path) == file);
        for (const char* broken : {"", "{", "[]", "\xff\xff", "nonsense"}) {
            std::ofstream(folder.path / "classes.json") << broken;
            CHECK(session::load_classes(folder.path) == session::ClassFile{});
            CHECK(std::filesystem::exists(folder.path / "classes.json.broken"));
        }
        std::ofstream(folder.path / "classes.json")
            << R"({"classes": [7, {"name": 5}, {"name": "ok", "taking": "each", "teams": [{"slot": 99}]}], "lessons": {}})";
        const session::ClassFile lenient = session::load_classes(folder.path);
        REQUIRE(lenient.classes.size() == 1);
        CHECK(lenient.classes[0].teams.size() == 1);
    }

    TEST_CASE("no two teams have the same look or button, and no team's name is missing") {
        std::map<std::string, int> looks;
        std::map<std::string, int> used;
        for (int place = 0; place < session::most_teams; ++place) {
            const session::Team team = session::new_team(place);
            ++looks[team.shape + std::to_string(team.slot)];
            ++used[team.button];
            CHECK_FALSE(words().text("team." + std::to_string(place + 1)).empty());
        }
        CHECK(looks.size() == session::most_teams);
        CHECK(used.size() == session::most_teams);
    }

    TEST_CASE(
        "a report says how hard, how well it separates and what drew how many, or that there are too few answers") {
        TestProgram program;
        App app = program.open();
        begin(app, hands, 3);
        const auto options = quiz::options_of(state(program).asked.back().question->interaction).size();
        const std::uint8_t right = right_position(program);
        for (int team = 0; team < 3; ++team) {
            std::vector<int> shown(options, 1);
            shown[right] = 12 - 5 * team;
            count(app, shown);
        }
        app.handle(Act{ActionId::go_on});
        host(app, "host.end");
        const auto& report = top<KnowledgeModel>(app);
        REQUIRE(report.rows.size() == 1);
        const int all = 12 + 7 + 2 + 3 * (static_cast<int>(options) - 1);
        CHECK(report.rows[0].about ==
              words().plural("after.right", all, {{"percent", words().number(rounded_product(100, {21, all}))}}));
        app.handle(Press{4});
        const auto& open = top<KnowledgeModel>(app).rows[0];
        REQUIRE(open.open);
        CHECK(open.details.size() >= options + 1);
        CHECK(std::find(open.details.begin(), open.details.end(), words().text("after.separation.unknown")) ==
              open.details.end());
        app.handle(Press{1});
        CHECK(top<KnowledgeModel>(app).rows.size() == 3); // by team
        app.handle(Press{2});
        CHECK(top<KnowledgeModel>(app).rows.size() == 1); // by topic
    }

    TEST_CASE("killed at any step of a lesson, nothing that was shown is lost") {
        const Folder folder;
        TestProgram program(store_in(folder));
        App app = program.open();
        begin(app, hands, 3);
        Rng rng{5};
        std::size_t compared = 0;
        for (int step = 0; step < 150 && !shows<KnowledgeModel>(app); ++step) {
            if (shows<QuestionModel>(app) && top<QuestionModel>(app).keys == Keys::count) {
                app.handle(TypeText{std::to_string(1 + rng.below(9))});
                app.handle(Act{ActionId::go_on});
            } else if (rng.below(6) == 0) {
                app.handle(Act{ActionId::undo});
            } else {
                app.handle(Act{ActionId::go_on});
            }
            // A process that is killed here leaves the files as they are now.
            const Folder after;
            for (const char* name : {"progress.db", "progress.db-wal"}) {
                if (std::filesystem::exists(folder.path / name))
                    std::filesystem::copy_file(folder.path / name, after.path / name);
            }
            store::Store found = store_in(after);
            const auto rooms = found.profiles(store::ProfileKind::classroom).value();
            REQUIRE(rooms.size() == 1);
            const quiz::SessionHistory& now = program.game.rounds().runner().history();
            CHECK(quiz::replay(found.events(now.state.id).value()).state == now.state);
            ++compared;
        }
        CHECK(compared > 50);
        CHECK(state(program).asked.size() > 3);
    }

    TEST_CASE("totals are sums: what the strip shows is what the awards and the host gave") {
        for (const std::uint64_t seed : Campaign{"lessons added up", 10}) {
            CAPTURE(seed);
            TestProgram program;
            program.seed = seed;
            App app = program.open();
            begin(app, turns, 4);
            Rng rng{seed};
            for (int step = 0; step < 120 && !shows<KnowledgeModel>(app); ++step) {
                if (shows<DialogModel>(app) || shows<SettingsModel>(app)) app.handle(Act{ActionId::back});
                switch (rng.below(8)) {
                case 0: app.handle(Act{ActionId::undo}); break;
                case 1: app.handle(Act{ActionId::redo}); break;
                case 2: app.handle(Act{ActionId::blank}); break;
                case 3:
                    (void)program.game.rounds().runner().submit(
                        quiz::AdjustPoints{state(program).players[rng.below(4)].id, {50}, quiz::Reason::other});
                    break;
                case 4:
                case 5: app.handle(Choose{static_cast<int>(1 + rng.below(4))}); break;
                default: app.handle(Act{ActionId::go_on}); break;
                }
            }
            const quiz::SessionState& now = state(program);
            for (std::size_t seat = 0; seat < now.players.size(); ++seat) {
                std::int64_t sum = 0;
                for (const quiz::QuestionRecord& asked : now.asked) {
                    if (asked.revealed && !asked.voided && seat < asked.answers.size() && asked.answers[seat])
                        sum += asked.answers[seat]->award.points.count;
                }
                for (const quiz::Adjustment& adjustment : now.adjustments)
                    sum += adjustment.player == now.players[seat].id ? adjustment.points.count : 0;
                CHECK(now.scores[seat].points.count == sum);
            }
            CHECK(quiz::replay(program.game.rounds().runner().history().log).state == now);
        }
    }
}
