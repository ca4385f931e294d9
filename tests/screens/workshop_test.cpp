#include <fstream>
#include <numeric>
#include <sstream>

#include "engine/base/amount.hpp"
#include "engine/quiz/scene_question.hpp"
#include "engine/runner/recording.hpp"
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

void begin_workshop(App& app, int script) {
    open_door(app);
    app.handle(SetOption{0, script});
    app.handle(Act{ActionId::go_on});
    REQUIRE(shows<SceneModel>(app));
}

void enter_hands(App& app, const std::vector<int>& numbers) {
    for (const int number : numbers) {
        app.handle(TypeText{std::to_string(number)});
        app.handle(Activate{});
    }
    app.handle(Activate{});
}

/// The vote on the first statement of the first script: its scene, and the step on which it is open.
constexpr std::size_t wall_scene = 2;

/// Shows the first vote on the claims wall of the first script.
void go_to_vote(App& app) {
    app.handle(Act{ActionId::back});
    app.handle(Choose{wall_scene + 1});
    app.handle(Act{ActionId::go_on});
    REQUIRE(shows<QuestionModel>(app));
}

std::string count_shown(const App& app, std::size_t option) {
    return std::get<TallyModel>(top<QuestionModel>(app).answer).counts[option];
}

/// Copies progress as it is on the disk now, as after a crash, and opens the copy.
store::Store crashed(const std::filesystem::path& from, const std::filesystem::path& to) {
    for (const char* name : {"progress.db", "progress.db-wal"}) {
        std::error_code none;
        std::filesystem::copy_file(from / name, to / name, std::filesystem::copy_options::overwrite_existing, none);
    }
    return store::Store::open(to / "progress.db").value();
}

std::vector<std::uint16_t> hands_of(const session::WorkshopRun& run, std::size_t statement, bool after) {
    return session::hands_at(run.view().value(), wall_scene, session::place_of_vote(statement, after));
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_SUITE("screens/workshop") {
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
            begin_workshop(app, script);
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
            for (int i = 0; i < moved; ++i) app.handle(Act{ActionId::previous});
            CHECK(top<SceneModel>(app).heading == first);
        }
    }

    TEST_CASE("the first and last pictures name the host and what they sell, or say that the host has not said it") {
        TestProgram program;
        App app = program.open();
        begin_workshop(app, 0);
        const std::string unsaid = program.game.pack().scripts[0].interest.unsaid;
        CHECK(top<SceneModel>(app).note == unsaid);
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::end_round});
        REQUIRE(shows<SettingsModel>(app));
        app.handle(SetOption{1, 2});
        CHECK(top<SettingsModel>(app).rows[1].about == unsaid); // without a name nothing is said about anybody
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
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        begin_workshop(app, 0);
        app.handle(Act{ActionId::back});
        app.handle(Choose{3});
        REQUIRE(top<SceneModel>(app).rows.size() == 5);
        CHECK(top<SceneModel>(app).rows[0].detail.empty()); // no verdict before the vote
        app.handle(Act{ActionId::go_on});
        enter_hands(app, {1, 2, 3, 4});
        REQUIRE(shows<RevealModel>(app));
        CHECK_FALSE(top<RevealModel>(app).why.empty());
        CHECK_FALSE(top<RevealModel>(app).sources.empty());
        CHECK(std::holds_alternative<ReadModel>(
            top<RevealModel>(app).answer)); // the first vote is not shown, so that nobody follows it
        app.handle(Act{ActionId::go_on});
        enter_hands(app, {6, 2, 1, 1});
        // Going back to a vote shows the count, and it can be counted again.
        app.handle(Act{ActionId::previous});
        CHECK(count_shown(app, 0) == "6");
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
        const std::string table = text_of(folder.path / "reports" / "10-minutes-at-the-table.csv");
        CHECK(table.find(",1,2,3,4,7,2,1,1,52\r\n") != std::string::npos); // 9 of 11 less 3 of 10: 52 of 100
        CHECK(std::count(table.begin(), table.end(), '\n') == 2);
        CHECK(table.find("Ada") == std::string::npos);

        // The votes stay while the workshop lasts. The next one begins without them.
        CHECK(hands_of(program.game.workshop(), 0, true) == std::vector<std::uint16_t>{7, 2, 1, 1});
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::end_round});
        REQUIRE(shows<SettingsModel>(app));
        app.handle(Press{static_cast<int>(top<SettingsModel>(app).rows.size())}); // starts a new one
        CHECK(program.game.workshop().view()->votes.empty());
    }

    TEST_CASE("killed at any picture, it goes on there, and the time the program was closed does not count") {
        Folder folder;
        TestProgram program(store_in(folder));
        App app = program.open();
        begin_workshop(app, 1);
        for (int i = 0; program.game.workshop().next(); ++i) {
            CAPTURE(i);
            program.clock.advance({1000});
            app.handle(Act{ActionId::go_on});
            Folder copy;
            TestProgram again(crashed(folder.path, copy.path));
            again.clock.advance({i * 100000});
            App resumed = again.open();
            open_door(resumed);
            resumed.handle(Press{3}); // go on
            CHECK(resumed.ui().screens.back().index() == app.ui().screens.back().index());
            CHECK(again.game.workshop().view() == program.game.workshop().view());
            CHECK(again.game.workshop().used() == program.game.workshop().used());
        }
    }

    TEST_CASE("hands of a workshop stop at the number given in the setup, or at 200, and can be lowered and raised") {
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        begin_workshop(app, 0);
        go_to_vote(app);
        const auto note = [&] { return std::get<TallyModel>(top<QuestionModel>(app).answer).note; };
        app.handle(TypeText{"150"});
        app.handle(Activate{});
        app.handle(TypeText{"60"});
        CHECK(count_shown(app, 1) == "50");
        CHECK(note() == words().plural("hands.most", 200));
        app.handle(EditText{Edit::backspace});
        CHECK(count_shown(app, 1) == "5");
        CHECK(note().empty());
        app.handle(Act{ActionId::back});
        app.handle(Act{ActionId::end_round});
        const auto& more = top<SettingsModel>(app).more;
        const auto people = std::find(more.begin(), more.end(), words().text("people.ask"));
        REQUIRE(people != more.end());
        app.handle(Press{static_cast<int>(top<SettingsModel>(app).rows.size() + 1 + (people - more.begin()))});
        app.handle(TypeName{"170"});
        app.handle(Press{1});
        CHECK(program.game.files().holder().people == 170);
        CHECK(session::LocalFiles(folder.path).holder().people == 170);
        app.handle(Act{ActionId::go_on});
        CHECK(count_shown(app, 0) == "150");
        app.handle(MoveFocus{1});
        app.handle(TypeText{"99"});
        CHECK(count_shown(app, 1) == "20");
        CHECK(note() == words().plural("hands.all_people", 170));
    }

    TEST_CASE("a workshop that was left waits in the store, and time stands still") {
        Folder folder;
        quiz::WorkshopView left;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            begin_workshop(app, 0);
            go_to_vote(app);
            enter_hands(app, {1, 2, 3, 4});
            program.clock.advance({60000});
            app.handle(Act{ActionId::back});
            app.handle(Act{ActionId::end_round});
            REQUIRE(shows<SettingsModel>(app));
            program.clock.advance({500000});
            CHECK(program.game.workshop().used() == Millis{60000});
            left = program.game.workshop().view().value();
            // No person's results or memory have anything of it.
            CHECK(program.game.players().names() == std::vector<std::string>{"Ada"});
            CHECK(program.game.history().rounds().empty());
            CHECK(program.game.history().totals_by_topic().empty());
            CHECK(program.game.study().reviews().empty());
            app.handle(Act{ActionId::quit});
        }
        TestProgram program(store_in(folder));
        App app = program.open();
        open_door(app);
        CHECK(program.game.workshop().view() == left);
        app.handle(Press{3});
        CHECK(shows<RevealModel>(app));
        CHECK(program.game.workshop().used() == Millis{60000});
        CHECK(hands_of(program.game.workshop(), 0, false) == std::vector<std::uint16_t>{1, 2, 3, 4});
        // What was shown before the restart can be taken back too.
        app.handle(Act{ActionId::undo});
        CHECK(count_shown(app, 0) == "1");
        app.handle(Act{ActionId::undo});
        CHECK(count_shown(app, 0) != "1");
    }

    TEST_CASE("the program is closed in the middle of a workshop, and the time until then counts") {
        const Folder folder;
        {
            TestProgram program(store_in(folder));
            App app = program.open();
            begin_workshop(app, 0);
            program.clock.advance({45000});
            app.handle(Act{ActionId::quit});
            CHECK(app.wants_to_leave());
        }
        TestProgram program(store_in(folder));
        App app = program.open();
        open_door(app);
        CHECK(program.game.workshop().used() == Millis{45000});
    }

    TEST_CASE("Ctrl+Z takes back a wrong jump and a wrong count, Ctrl+Y does it again; Page Up shows what was before") {
        TestProgram program;
        App app = program.open();
        begin_workshop(app, 0);
        const std::string first = top<SceneModel>(app).heading;
        app.handle(Act{ActionId::undo}); // nothing to take back
        CHECK(top<SceneModel>(app).heading == first);
        app.handle(Act{ActionId::back});
        app.handle(Choose{6});
        const std::string wrong = top<SceneModel>(app).heading;
        CHECK(wrong != first);
        app.handle(Act{ActionId::undo});
        CHECK(top<SceneModel>(app).heading == first);
        app.handle(Act{ActionId::redo});
        CHECK(top<SceneModel>(app).heading == wrong);
        app.handle(Act{ActionId::undo});

        go_to_vote(app);
        enter_hands(app, {1, 2, 3, 4});
        REQUIRE(shows<RevealModel>(app));
        app.handle(Act{ActionId::undo}); // back to the vote, which is counted
        CHECK(count_shown(app, 3) == "4");
        app.handle(Act{ActionId::undo}); // the count
        CHECK(hands_of(program.game.workshop(), 0, false).empty());
        app.handle(Act{ActionId::redo});
        CHECK(count_shown(app, 3) == "4");
        // Hands that were entered and not yet taken are the last step.
        app.handle(Adjust{-1, 1});
        CHECK(count_shown(app, 0) == "2");
        app.handle(Act{ActionId::undo});
        CHECK(count_shown(app, 0) == "1");
        CHECK(hands_of(program.game.workshop(), 0, false) == std::vector<std::uint16_t>{1, 2, 3, 4});
        // Page Up goes to the picture before; it takes nothing back.
        app.handle(Act{ActionId::previous});
        CHECK(shows<SceneModel>(app));
        CHECK(hands_of(program.game.workshop(), 0, false) == std::vector<std::uint16_t>{1, 2, 3, 4});
    }

    TEST_CASE("a recording of a workshop replays to the same bytes, also one that begins in its middle") {
        for (const bool from_the_middle : {false, true}) {
            CAPTURE(from_the_middle);
            TestProgram program;
            std::string text;
            const auto record = [&] {
                program.game.workshop().record_next([&](std::string_view line) { text += std::string(line) + "\n"; });
            };
            if (!from_the_middle) record();
            App app = program.open();
            begin_workshop(app, 0);
            go_to_vote(app);
            enter_hands(app, {1, 2, 3, 4});
            if (from_the_middle) {
                record();
                app.handle(Act{ActionId::back});
                app.handle(Act{ActionId::end_round});
                program.clock.advance({90000});
                app.handle(Press{3});
            }
            program.clock.advance({5000});
            app.handle(Act{ActionId::undo});
            app.handle(Act{ActionId::redo});
            app.handle(Act{ActionId::go_on});
            app.handle(Act{ActionId::previous});
            app.handle(Act{ActionId::back});
            app.handle(Act{ActionId::end_round});
            const auto replayed = runner::replay_recording(text);
            REQUIRE(replayed.has_value());
            if (replayed->difference) FAIL_CHECK(replayed->difference->decided);
            const auto view = quiz::project(replayed->history, {quiz::Role::host, {}}).workshop;
            CHECK(view == program.game.workshop().view());
            // What its scenes ask follows from the seed in the recording.
            const std::uint64_t seed = replayed->history.state.plan.seed;
            const content::Pack& pack = program.game.pack();
            for (std::size_t scene = 0; scene < pack.scripts[0].scenes.size(); ++scene) {
                const auto* asked = std::get_if<content::QuestionScene>(&pack.scripts[0].scenes[scene].body);
                if (asked == nullptr) continue;
                const auto question = session::scene_question(pack, *asked, seed, scene);
                const auto live = program.game.workshop().question(pack, *asked, scene);
                REQUIRE(question.has_value());
                CHECK(question->question == live->question);
                CHECK(question->display_order == live->display_order);
            }
        }
    }

    TEST_CASE("a workshop that an earlier version left in workshop.json becomes a session, once") {
        Folder folder;
        const char* old = R"({"holder":"Ines Marsh","sells":"no","under_way":{"pack":"magnesium","script":"%s",
            "seed":"12345678901234567890","scene":2,"step":2,"used_seconds":75,
            "hands":[{"scene":2,"place":0,"counts":[1,2,3,4]},{"scene":0,"place":7,"counts":[5]}]}})";
        const std::string script = shipped_pack().scripts[0].id.value;
        std::string text = old;
        text.replace(text.find("%s"), 2, script);
        std::ofstream(folder.path / "workshop.json") << text;
        {
            REQUIRE(session::load_workshop(folder.path).under_way.has_value());
            const TestProgram program(folder);
        }
        const session::WorkshopFile file = session::load_workshop(folder.path);
        CHECK(file == session::WorkshopFile{{"Ines Marsh", session::Holder::Sells::no}, {}});
        CHECK(text_of(folder.path / "workshop.json").find("under_way") == std::string::npos);
        TestProgram program(store_in(folder));
        program.sessions = 50;
        App app = program.open();
        open_door(app);
        app.handle(Press{3});
        REQUIRE(shows<RevealModel>(app)); // the evidence of the first statement
        CHECK(program.game.workshop().used() == Millis{75000});
        CHECK(hands_of(program.game.workshop(), 0, false) == std::vector<std::uint16_t>{1, 2, 3, 4});
        CHECK_FALSE(program.game.workshop().can_undo()); // what was carried over is no step
        app.handle(Act{ActionId::previous});
        app.handle(Act{ActionId::undo});
        CHECK(shows<RevealModel>(app));
        while (program.game.workshop().next()) app.handle(Act{ActionId::go_on}); // the script has all its steps
        CHECK(top<SceneModel>(app).heading == program.game.pack().scripts[0].scenes.back().title);
        REQUIRE(program.game.archive().store() != nullptr);
        const auto profile = program.game.archive().store()->profiles(store::ProfileKind::workshop).value().at(0);
        const auto left = program.game.archive().store()->interrupted(profile.id).value();
        CHECK(left->session == quiz::SessionId{"session-51"}); // the one before has ended
    }

    TEST_CASE("without a store a workshop runs in memory, and workshop.json keeps what it cannot take over") {
        Folder folder;
        runner::ManualClock clock{{1'795'800'000'000}};
        std::uint64_t seed = 3;
        session::WorkshopRun run(clock, [] { return nullptr; },
                                 {[&] { return seed++; }, [&] { return quiz::SessionId{std::to_string(seed)}; }});
        const content::Pack pack = shipped_pack();
        run.start(pack, pack.scripts[0]);
        REQUIRE(run.submit(quiz::ShowScene{wall_scene, 1}).has_value());
        clock.advance({4000});
        run.leave();
        clock.advance({9000});
        run.look_up();
        REQUIRE(run.can_resume(pack));
        CHECK(run.used() == Millis{4000});
        run.resume(pack);
        CHECK(run.is_running());
        CHECK(run.view()->scene == wall_scene);
        CHECK_FALSE(run.trouble().has_value());

        session::WorkshopFile file;
        file.under_way = session::CarriedWorkshop{pack.id, 9, {5000}, {pack.scripts[1].id, 1, 0, {}}};
        CHECK_FALSE(run.take_over(*file.under_way));
        REQUIRE(run.can_resume(pack));
        run.resume(pack);
        CHECK(run.view()->script == pack.scripts[1].id);
        CHECK(run.used() == Millis{5000});
        REQUIRE(session::save_workshop(folder.path, file).has_value());
        CHECK_FALSE(std::filesystem::exists(folder.path / "workshop.json"));
    }

    TEST_CASE("on a full disk a workshop goes on in memory, and is saved when there is space again") {
        Folder folder;
        TestProgram program(store_in(folder));
        App app = program.open();
        begin_workshop(app, 0);
        {
            const FullDisk full(folder.path);
            app.handle(Act{ActionId::go_on});
            CHECK(program.game.workshop().has_unsaved());
            CHECK_FALSE(app.ui().banner.text.empty());
            app.handle(Act{ActionId::back});
            app.handle(Act{ActionId::end_round});
            REQUIRE(shows<SettingsModel>(app));
            CHECK(program.game.workshop().has_unsaved());
        }
        app.save_again();
        CHECK_FALSE(program.game.workshop().has_unsaved());
        CHECK(app.ui().banner.text.empty());
        app.handle(Press{3});
        CHECK(program.game.workshop().view()->scene == 1);
    }

    TEST_CASE("a script that has changed since goes on at the same picture with the same votes") {
        TestProgram program;
        content::Pack pack = shipped_pack();
        session::WorkshopRun& run = program.game.workshop();
        run.start(pack, pack.scripts[0]);
        REQUIRE(run.submit(quiz::ShowScene{wall_scene, 2}).has_value());
        REQUIRE(run.submit(quiz::CountVotes{wall_scene, 0, {1, 2, 3, 4}}).has_value());
        program.clock.advance({7000});
        run.leave();
        const auto before = run.view();
        auto& wall = std::get<content::WallScene>(pack.scripts[0].scenes[wall_scene].body);
        wall.statements.pop_back();
        REQUIRE(run.can_resume(pack));
        run.resume(pack);
        CHECK(run.view() == before);
        CHECK(run.used() == Millis{7000});
        CHECK(run.submit(quiz::ShowScene{wall_scene, 16}).error() == quiz::Rejection::no_such_scene);
        pack.scripts[0].scenes.resize(wall_scene);
        run.leave();
        CHECK_FALSE(run.can_resume(pack));
    }

    TEST_CASE("a broken workshop.json is put aside") {
        Folder folder;
        std::ofstream(folder.path / "workshop.json", std::ios::trunc) << "no json";
        CHECK(session::load_workshop(folder.path) == session::WorkshopFile{});
        CHECK(std::filesystem::exists(folder.path / "workshop.json.broken"));
    }

    TEST_CASE("the handout has every statement with its verdict and its sources, and the disclaimer") {
        TestProgram program;
        for (const content::Script& script : program.game.pack().scripts) {
            const std::string page =
                workshop_handout(program.game.pack(), words(), script, program.game.files().holder(), {}).text;
            for (const content::WallStatement& statement : content::statements_of(script)) {
                CHECK(page.find(with_unbroken_amounts(statement.text)) != std::string::npos);
                const content::Claim& claim = program.game.pack().claims.at(statement.claim);
                CHECK(page.find(program.game.pack().words.verdicts[static_cast<std::size_t>(claim.verdict)]) !=
                      std::string::npos);
                const std::string title = program.game.pack().sources.at(claim.sources.front()).title;
                CHECK(page.find(with_unbroken_amounts(title).substr(0, 20)) != std::string::npos);
            }
            CHECK(page.find(with_unbroken_amounts(script.interest.unsaid)) != std::string::npos);
            CHECK(page.find(with_unbroken_amounts(program.game.pack().disclaimer).substr(0, 30)) != std::string::npos);
        }
    }

    TEST_CASE("the host's window has the notes of the scene and what comes next; the time runs on") {
        TestProgram program;
        App app = program.open();
        begin_workshop(app, 0);
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
