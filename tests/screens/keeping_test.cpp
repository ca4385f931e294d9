// Backups in the settings and at the start, and files that were put aside.
#include <fstream>

#include "engine/store/backup.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

int button_of(const std::vector<std::string>& texts, const char* key) {
    const auto found = std::find(texts.begin(), texts.end(), words().text(key));
    REQUIRE(found != texts.end());
    return static_cast<int>(found - texts.begin());
}

/// A program with its progress in a file.
struct Kept {
    Folder folder;
    std::filesystem::path file = folder.path / "progress.db";
    TestProgram program{folder};

    /// Opens the page of players from home and presses one of its buttons.
    void players(App& app, const char* key) {
        app.handle(Press{corner_of(app, "home.players")});
        std::vector<std::string> texts;
        for (const auto& button : top<DialogModel>(app).buttons) texts.push_back(button.text);
        app.handle(Press{button_of(texts, key)});
    }

    void play_a_round(App& app) {
        app.handle(Choose{1});
        play_out(app, program.game, true);
        app.handle(Act{ActionId::back});
    }
};

} // namespace

TEST_SUITE("screens/keeping") {
    TEST_CASE("a backup is made in the settings, and one goes back to it there") {
        Kept kept;
        App app = kept.program.open();
        kept.play_a_round(app);
        app.handle(Press{corner_of(app, "home.settings")});
        const auto& settings = top<SettingsModel>(app);
        const int backups = static_cast<int>(settings.rows.size()) + 1 + button_of(settings.more, "backups.title");
        app.handle(Press{backups});
        REQUIRE(top<DialogModel>(app).title == words().text("backups.title"));
        CHECK(top<DialogModel>(app).buttons.size() == 2); // make one, back
        app.handle(Press{0});
        CHECK(top<DialogModel>(app).text.find("progress-") != std::string::npos);
        REQUIRE(store::backups_in(store::backup_folder(kept.file)).size() == 1);
        app.handle(Activate{}); // closes it
        app.handle(Act{ActionId::back});

        kept.play_a_round(app);
        REQUIRE(kept.program.game.history().rounds().size() == 2);
        app.handle(Press{corner_of(app, "home.settings")});
        app.handle(Press{backups});
        REQUIRE(top<DialogModel>(app).buttons.size() == 3);
        app.handle(Press{1});
        CHECK(top<DialogModel>(app).title.find("November, ") != std::string::npos);
        CHECK(top<DialogModel>(app).focus == 1); // another Enter does nothing
        app.handle(Press{0});
        CHECK(top<DialogModel>(app).text.find("set-aside") != std::string::npos);
        app.handle(Activate{});
        REQUIRE(shows<HomeModel>(app));
        CHECK(kept.program.game.history().rounds().size() == 1);
        CHECK(kept.program.game.players().name() == "Ada");
        CHECK_FALSE(kept.program.game.trouble().has_value());
        // The game continues from there, and is saved.
        kept.play_a_round(app);
        CHECK(kept.program.game.history().rounds().size() == 2);
        CHECK_FALSE(kept.program.game.trouble().has_value());
    }

    TEST_CASE("progress is exported to another machine and back, once each, and a backup is made before") {
        Kept home;
        App app = home.program.open();
        home.play_a_round(app);
        home.players(app, "players.export_profile");
        const auto file = home.folder.path / "exchange" / "Ada-2026-11-27.db";
        CHECK(top<DialogModel>(app).text.find(file.string()) != std::string::npos);
        REQUIRE(std::filesystem::exists(file));
        app.handle(Activate{});

        Kept away;
        away.program.sessions = 10; // no two sessions have the same id
        App there = away.program.open();
        away.players(there, "players.import_profiles");
        CHECK(top<DialogModel>(there).buttons.size() == 1); // there is no file yet; the text names the folder for it
        CHECK(top<DialogModel>(there).text.find((away.folder.path / "exchange").string()) != std::string::npos);
        there.handle(Activate{});
        there.handle(Act{ActionId::back});
        std::filesystem::copy_file(file, away.folder.path / "exchange" / "from home.db");
        away.players(there, "players.import_profiles");
        REQUIRE(top<DialogModel>(there).buttons.size() == 2);
        CHECK(top<DialogModel>(there).buttons[0].text == "from home.db");
        there.handle(Press{0});
        // Ada here has another identity than Ada in the file. Only the person at the screen knows who is who.
        const auto& question = top<DialogModel>(there);
        CHECK(question.title == words().text("import_profiles.same_title", {{"name", "Ada"}}));
        CHECK(question.text.find(words().plural("import_profiles.answers", 0)) != std::string::npos);
        CHECK(question.text.find(", last played on 27 November") != std::string::npos);
        REQUIRE(question.buttons.size() == 3);
        CHECK(question.focus == 2); // another Enter does nothing
        CHECK(away.program.game.history().rounds().empty());
        there.handle(Press{0});
        CHECK(
            top<DialogModel>(there).text ==
            words().text("import_profiles.more", {{"name", "Ada"}, {"sessions", words().plural("kept.sessions", 1)}}));
        there.handle(Activate{});
        REQUIRE(shows<HomeModel>(there));
        CHECK(away.program.game.history().rounds().size() == 1);
        CHECK(away.program.game.study().learner()->records() == home.program.game.study().learner()->records());
        CHECK(store::backups_in(store::backup_folder(away.file)).size() == 1);

        // Play continues there and comes back. What is here already is not imported again.
        away.play_a_round(there);
        away.players(there, "players.export_profile");
        there.handle(Activate{});
        std::filesystem::copy_file(away.folder.path / "exchange" / "Ada-2026-11-27.db",
                                   home.folder.path / "exchange" / "back.db");
        for (const char* key : {"import_profiles.more", "import_profiles.nothing"}) {
            CAPTURE(key);
            home.players(app, "players.import_profiles");
            const auto& files = top<DialogModel>(app).buttons;
            REQUIRE(files.size() == 3);
            app.handle(Press{files[0].text == "back.db" ? 0 : 1});
            CHECK(top<DialogModel>(app).title == words().text("import_profiles.same_title", {{"name", "Ada"}}));
            app.handle(Press{0});
            CHECK(top<DialogModel>(app).text ==
                  words().text(key, {{"name", "Ada"}, {"sessions", words().plural("kept.sessions", 1)}}));
            app.handle(Activate{});
            CHECK(home.program.game.history().rounds().size() == 2);
            CHECK(home.program.game.study().learner()->records() == away.program.game.study().learner()->records());
        }
        CHECK_FALSE(home.program.game.trouble().has_value());
        home.play_a_round(app);
        CHECK(home.program.game.history().rounds().size() == 3);
    }

    TEST_CASE("the clock of another machine does not move today") {
        Kept home;
        App app = home.program.open();
        home.play_a_round(app);
        const int today = home.program.game.study().today();
        Kept away;
        away.program.sessions = 10; // no two sessions have the same id
        away.program.clock.advance({20 * 3'600'000});
        App there = away.program.open();
        away.play_a_round(there);
        const auto file = home.folder.path / "ahead.db";
        REQUIRE(away.program.game.export_profile(file).has_value());
        const auto clash = home.program.game.import_profiles(file);
        REQUIRE(clash.has_value());
        REQUIRE(clash->clashes.size() == 1);
        const auto imported =
            home.program.game.import_profiles(file, {{clash->clashes.front().there.profile.id, true}});
        REQUIRE(imported.has_value());
        CHECK(imported->people.front().merged.sessions == 1);
        CHECK(home.program.game.study().today() == today);
        CHECK_FALSE(home.program.game.study().take_clock_jump().has_value());
        // A clock that is further ahead is wrong, or ours is.
        away.program.clock.advance({20 * 3'600'000});
        away.play_a_round(there);
        REQUIRE(away.program.game.export_profile(home.folder.path / "later.db").has_value());
        const auto refused = home.program.game.import_profiles(home.folder.path / "later.db");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "store-wrong-clock");
        CHECK(home.program.game.history().rounds().size() == 2);
    }

    TEST_CASE("somebody else of the same name is kept apart under another name") {
        Kept home;
        App app = home.program.open();
        home.play_a_round(app);
        home.players(app, "players.export_profile");
        app.handle(Activate{});
        Kept away;
        away.program.sessions = 10; // no two sessions have the same id
        App there = away.program.open();
        away.play_a_round(there);
        std::filesystem::create_directory(away.folder.path / "exchange");
        std::filesystem::copy_file(home.folder.path / "exchange" / "Ada-2026-11-27.db",
                                   away.folder.path / "exchange" / "other.db");
        away.players(there, "players.import_profiles");
        there.handle(Press{0});
        there.handle(Press{1});
        CHECK(
            top<DialogModel>(there).text ==
            words().text("import_profiles.new", {{"name", "Ada 2"}, {"sessions", words().plural("kept.sessions", 1)}}));
        there.handle(Activate{});
        CHECK(away.program.game.players().name() == "Ada");
        CHECK(away.program.game.history().rounds().size() == 1);
        CHECK(away.program.game.players().names().size() == 2);
    }

    TEST_CASE("a file that is no progress brings nothing and says so; who plays goes on") {
        Kept kept;
        App app = kept.program.open();
        kept.play_a_round(app);
        std::filesystem::create_directory(kept.folder.path / "exchange");
        std::ofstream(kept.folder.path / "exchange" / "letter.db") << "Dear aunt";
        kept.players(app, "players.import_profiles");
        app.handle(Press{0});
        CHECK(top<DialogModel>(app).text.find("letter.db") != std::string::npos);
        app.handle(Activate{});
        CHECK(kept.program.game.history().rounds().size() == 1);
        CHECK_FALSE(kept.program.game.trouble().has_value());
        kept.play_a_round(app);
        CHECK(kept.program.game.history().rounds().size() == 2);
    }

    TEST_CASE("a backup that cannot be taken changes nothing and says why") {
        Kept kept;
        App app = kept.program.open();
        kept.play_a_round(app);
        const auto made = kept.program.game.back_up();
        REQUIRE(made.has_value());
        std::filesystem::resize_file(*made, 3000);
        const auto restored = kept.program.game.restore_backup(*made);
        REQUIRE_FALSE(restored.has_value());
        CHECK(restored.error().code == "store-damaged");
        CHECK(kept.program.game.history().rounds().size() == 1);
        CHECK_FALSE(kept.program.game.trouble().has_value());
    }

    TEST_CASE("progress that is damaged at the beginning: the newest good backup is offered, and taken") {
        Folder folder;
        const auto file = folder.path / "progress.db";
        std::filesystem::path backup;
        {
            TestProgram program(folder);
            App app = program.open();
            app.handle(Choose{1});
            play_out(app, program.game, true);
            app.handle(Act{ActionId::back});
            backup = program.game.back_up().value();
        }
        std::filesystem::resize_file(file, 5000);
        const auto opened = store::Store::open(file);
        REQUIRE_FALSE(opened.has_value());
        REQUIRE(store::newest_sound(store::backup_folder(file)).has_value());

        TestProgram program({.why_not = opened.error(), .file = file}, session::LocalFiles(folder.path));
        App app = program.open({.backup = backup});
        REQUIRE(shows<DialogModel>(app));
        CHECK(top<DialogModel>(app).text.find("damaged") != std::string::npos);
        CHECK_FALSE(app.ui().banner.text.empty());
        app.handle(Press{0});
        app.handle(Activate{});
        REQUIRE(shows<HomeModel>(app));
        CHECK(app.ui().banner.text.empty());
        CHECK(program.game.history().rounds().size() == 1);
    }

    TEST_CASE("a settings file that cannot be read is put aside, never written over, and said") {
        Folder folder;
        const auto file = folder.path / "settings.json";
        for (int time = 1; time <= 2; ++time) {
            std::ofstream(file) << "{\"theme\": \"light\"";
            std::vector<Error> told;
            CHECK(session::load_settings(folder.path, &told) == session::Settings{});
            REQUIRE(told.size() == 1);
            CHECK(told.front().code == "file-put-aside");
            CHECK(
                std::filesystem::exists(folder.path / (time == 1 ? "settings.json.broken" : "settings.json.broken-2")));
            CHECK_FALSE(std::filesystem::exists(file));
            TestProgram program;
            App app = program.open({.notices = told});
            REQUIRE(shows<DialogModel>(app));
            CHECK(top<DialogModel>(app).text.find("settings.json.broken") != std::string::npos);
        }
    }
}
