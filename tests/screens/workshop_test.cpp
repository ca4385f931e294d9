#include <fstream>
#include <numeric>
#include <sstream>

#include "engine/quiz/scene_question.hpp"
#include "game/screens/workshop/workshop_exports.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

void open_door(App& app) {
    app.handle(Press{corner_of(app, "home.workshop")});
    REQUIRE(shows<SettingsModel>(app));
}

void begin(App& app, int script) {
    open_door(app);
    app.handle(SetOption{0, script});
    app.handle(Act{ActionId::go_on});
    REQUIRE(shows<SceneModel>(app));
}

void count(App& app, const std::vector<int>& hands) {
    for (const int number : hands) {
        app.handle(TypeText{std::to_string(number)});
        app.handle(Activate{});
    }
    app.handle(Activate{});
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_SUITE("app/workshop") {
    TEST_CASE("the shipped scripts: ten and thirty minutes, five statements each in words of their own, questions for "
              "hands") {
        const content::Pack pack = shipped_pack();
        REQUIRE(pack.scripts.size() == 2);
        CHECK(pack.scripts[0].length() == Millis{600000});
        CHECK(pack.scripts[1].length() == Millis{1800000});
        for (const content::Script& script : pack.scripts) {
            const auto statements = content::statements_of(script);
            CHECK(statements.size() == 5);
            std::set<content::Verdict> verdicts;
            for (const content::WallStatement& statement : statements) {
                CHECK(statement.text != pack.claims.at(statement.claim).statement);
                verdicts.insert(pack.claims.at(statement.claim).verdict);
            }
            CHECK(verdicts.size() >= 3); // neither all right nor all wrong
            for (const content::Scene& scene : script.scenes) {
                if (const auto* asked = std::get_if<content::QuestionScene>(&scene.body))
                    CHECK(quiz::takes_hands(*quiz::question_of(pack, *asked, 1)));
            }
            CHECK_FALSE(content::sources_of(script, pack).empty());
        }
    }

    TEST_CASE("one key leads from the welcome to the closing, another one back, and every picture stands") {
        for (const int script : {0, 1}) {
            TestProgram program;
            App app = program.open();
            begin(app, script);
            const content::Script& played = program.game.pack().scripts[static_cast<std::size_t>(script)];
            int steps = 0;
            for (const content::Scene& scene : played.scenes) steps += session::steps_of(program.game.pack(), scene);
            const std::string first = top<SceneModel>(app).heading;
            std::vector<std::string> seen;
            std::uint64_t before = app.ui().screen_id;
            int moved = 0;
            for (int guard = 0; guard < 200; ++guard) {
                app.handle(Act{ActionId::go_on});
                if (app.ui().screen_id == before) break;
                before = app.ui().screen_id;
                ++moved;
                CHECK(app.ui().for_projector);
                CHECK_FALSE(app.ui().footer.empty());
            }
            CHECK(moved == steps - 1);
            CHECK(top<SceneModel>(app).heading == played.scenes.back().title);
            CHECK_FALSE(top<SceneModel>(app).sources.empty());
            for (int i = 0; i < moved; ++i) app.handle(Act{ActionId::undo});
            CHECK(top<SceneModel>(app).heading == first);
        }
    }

    TEST_CASE("the first and last pictures name the host and what they sell, or say that the host has not said it") {
        TestProgram program;
        App app = program.open();
        begin(app, 0);
        const std::string unsaid = program.game.pack().scripts[0].interest.unsaid;
        CHECK(top<SceneModel>(app).note == unsaid);
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::end_round});
        REQUIRE(shows<SettingsModel>(app));
        app.handle(SetOption{1, 2});
        CHECK(top<SettingsModel>(app).rows[1].about == unsaid); // without a name nothing is said of anybody
        app.handle(Press{4});                                   // rows, begin, go on, holder
        REQUIRE(shows<NameModel>(app));
        app.handle(TypeName{"Ines Marsh"});
        app.handle(Activate{});
        app.handle(Act{ActionId::go_on});
        CHECK(top<SceneModel>(app).note.find("Ines Marsh") != std::string::npos);
        CHECK(top<SceneModel>(app).note.find("sells") != std::string::npos);
        app.handle(Act{ActionId::back});
        app.handle(Choose{6});
        CHECK(top<SceneModel>(app).note.find("Ines Marsh") != std::string::npos);
    }

    TEST_CASE(
        "the wall: voted before and after, nothing told in between, and the shift is the difference of the counts") {
        TestProgram program;
        Folder folder;
        program.kept_in = folder.path.string();
        App app = program.open();
        app.keep_files(folder.path);
        begin(app, 0);
        app.handle(Act{ActionId::back});
        app.handle(Choose{3});
        REQUIRE(top<SceneModel>(app).rows.size() == 5);
        CHECK(top<SceneModel>(app).rows[0].detail.empty()); // no verdict before the vote
        app.handle(Act{ActionId::go_on});
        count(app, {1, 2, 3, 4});
        REQUIRE(shows<RevealModel>(app));
        CHECK_FALSE(top<RevealModel>(app).why.empty());
        CHECK_FALSE(top<RevealModel>(app).sources.empty());
        CHECK(std::holds_alternative<ReadModel>(
            top<RevealModel>(app).answer)); // the first vote is not shown to be followed
        app.handle(Act{ActionId::go_on});
        count(app, {6, 2, 1, 1});
        // Going back to a vote shows what was counted, and it can be counted anew.
        app.handle(Act{ActionId::undo});
        CHECK(std::get<TallyModel>(top<QuestionModel>(app).answer).counts[0] == "6");
        app.handle(Adjust{-1, 1});
        app.handle(Act{ActionId::go_on});
        for (int i = 0; i < 12; ++i) app.handle(Act{ActionId::go_on});
        REQUIRE(shows<SceneModel>(app));
        const SceneRow& row = top<SceneModel>(app).rows[0];
        REQUIRE(row.stacks.size() == 2);
        CHECK(std::accumulate(row.stacks[0].parts.begin(), row.stacks[0].parts.end(), 0.0) == doctest::Approx(1));
        CHECK(row.stacks[0].text.find("3 of 10") != std::string::npos);
        CHECK(row.stacks[1].text.find("9 of 11") != std::string::npos);
        CHECK(top<SceneModel>(app).rows[1].stacks.empty()); // not voted on

        app.handle(Act{ActionId::export_table});
        REQUIRE(shows<DialogModel>(app));
        const std::string table = text_of(folder.path / "reports" / "Ten-minutes-at-the-table.csv");
        CHECK(table.find(",1,2,3,4,7,2,1,1,52\r\n") != std::string::npos); // 9 of 11 less 3 of 10: 52 of 100
        CHECK(std::count(table.begin(), table.end(), '\n') == 2);
        CHECK(table.find("Ada") == std::string::npos);

        // What a room voted is kept while the workshop lasts, and gone with the next one.
        const session::WorkshopFile kept = session::load_workshop(folder.path);
        REQUIRE(kept.under_way);
        CHECK(session::hands_at(*kept.under_way, 2, session::place_of_vote(0, true)) ==
              std::vector<std::uint16_t>{7, 2, 1, 1});
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::end_round});
        app.handle(Act{ActionId::go_on});
        CHECK(session::load_workshop(folder.path).under_way->hands.empty());
    }

    TEST_CASE("killed at any picture, it goes on there") {
        TestProgram program;
        Folder folder;
        App app = program.open();
        app.keep_files(folder.path);
        begin(app, 1);
        for (int i = 0; i < 40; ++i) {
            app.handle(Act{ActionId::go_on});
            const session::WorkshopFile kept = session::load_workshop(folder.path);
            TestProgram again;
            Context context = again.context();
            context.workshop = kept;
            REQUIRE(again.game.play_as("Ada").has_value());
            App resumed(std::move(context), {});
            open_door(resumed);
            resumed.handle(Press{3}); // go on
            CHECK(resumed.ui().screens.back().index() == app.ui().screens.back().index());
        }
        std::ofstream(folder.path / "workshop.json", std::ios::trunc) << "no json";
        CHECK(session::load_workshop(folder.path) == session::WorkshopFile{});
        CHECK(std::filesystem::exists(folder.path / "workshop.json.broken"));
    }

    TEST_CASE("the handout has every statement with its verdict and its sources, and the disclaimer") {
        TestProgram program;
        Context context = program.context();
        for (const content::Script& script : program.game.pack().scripts) {
            const std::string page = workshop_handout(context, script).text;
            for (const content::WallStatement& statement : content::statements_of(script)) {
                CHECK(page.find(statement.text) != std::string::npos);
                const content::Claim& claim = program.game.pack().claims.at(statement.claim);
                CHECK(page.find(program.game.pack().words.verdicts[static_cast<std::size_t>(claim.verdict)]) !=
                      std::string::npos);
                const std::string title = program.game.pack().sources.at(claim.sources.front()).title;
                CHECK(page.find(title.substr(0, 20)) != std::string::npos);
            }
            CHECK(page.find(script.interest.unsaid) != std::string::npos);
            CHECK(page.find(program.game.pack().disclaimer.substr(0, 30)) != std::string::npos);
        }
    }

    TEST_CASE("the host's window has the notes of the scene and what comes next; the time runs on") {
        TestProgram program;
        App app = program.open();
        begin(app, 0);
        app.handle(Act{ActionId::host_window});
        REQUIRE(app.ui().host);
        CHECK(app.ui().host->notes == program.game.pack().scripts[0].scenes[0].notes);
        CHECK(app.ui().host->next.find(program.game.pack().scripts[0].scenes[1].title) != std::string::npos);
        CHECK(app.ui().host->time == "0:00 of 10:00");
        program.clock.advance({65000});
        app.tick();
        CHECK(app.ui().host->time == "1:05 of 10:00");
        app.handle(Act{ActionId::go_on});
        CHECK(app.ui().host->time == "1:05 of 10:00");
        app.handle(Act{ActionId::back}); // a look at the list of scenes takes time too
        program.clock.advance({10000});
        app.handle(Choose{1});
        CHECK(app.ui().host->time == "1:15 of 10:00");
    }
}
