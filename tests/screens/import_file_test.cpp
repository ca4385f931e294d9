// Imports a file as a pack from the settings: a question file and a zipped pack, and what cannot be imported.
#include <fstream>

#include "engine/base/new_file.hpp"
#include "game/session/pack_import.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Opens the page for a path that is typed, from the settings.
void open_path_page(App& app) {
    app.handle(Press{corner_of(app, "home.settings")});
    const auto& settings = top<SettingsModel>(app);
    REQUIRE(settings.more.back() == words().text("import_file.title"));
    app.handle(Press{static_cast<int>(settings.rows.size() + settings.more.size())});
    const auto& list = top<DialogModel>(app);
    REQUIRE(list.buttons.size() >= 2);
    app.handle(Press{static_cast<int>(list.buttons.size()) - 2});
    REQUIRE(shows<NameModel>(app));
}

void type_path(App& app, const std::filesystem::path& path) {
    app.handle(TypeName{path.string()});
    app.handle(Activate{});
}

void find_packs_in(TestProgram& program, const Folder& folder) {
    const auto find = [folder = folder.path] {
        return session::find_packs({CHELATE_SOURCE_DIR "/content", folder / session::packs_folder});
    };
    program.game.offer_packs(find());
    program.game.find_packs_with(find);
}

} // namespace

TEST_SUITE("screens/import_file") {
    TEST_CASE("a question file is summed up before anything is written, and a wrong path says so") {
        const Folder folder;
        const Folder elsewhere;
        std::ofstream(elsewhere.path / "capitals.csv") << "question,answer\nCapital of France?,Paris\n"
                                                          "Capital of Italy?,Rome\nCapital of Spain?,\n";
        TestProgram program(folder);
        find_packs_in(program, folder);
        App app = program.open();
        open_path_page(app);
        type_path(app, elsewhere.path / "none.csv");
        CHECK(top<NameModel>(app).problem.find("none.csv") != std::string::npos);
        type_path(app, elsewhere.path);
        CHECK(top<NameModel>(app).problem.find("not a file") != std::string::npos);
        type_path(app, elsewhere.path / "capitals.csv");
        const auto summary = top<DialogModel>(app);
        CHECK(summary.title == "capitals.csv");
        CHECK(summary.text.starts_with("2 questions can be imported. Changed: 0. Left out: 1.\n"));
        CHECK_FALSE(std::filesystem::exists(folder.path / session::packs_folder));
        CHECK(summary.buttons.size() == 2);
        app.handle(Act{ActionId::back});
        CHECK(shows<NameModel>(app));
    }

    TEST_CASE("a path that was typed is not lost by Esc without a question") {
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        open_path_page(app);
        app.handle(Act{ActionId::back}); // nothing was typed
        REQUIRE(shows<DialogModel>(app));
        app.handle(Press{static_cast<int>(top<DialogModel>(app).buttons.size()) - 2});
        app.handle(TypeName{"/home/ada/Downloads/long-name.csv"});
        app.handle(Act{ActionId::back});
        REQUIRE(top<DialogModel>(app).title == words().text("unsaved.path_title"));
        app.handle(Act{ActionId::back});
        CHECK(top<NameModel>(app).text == "/home/ada/Downloads/long-name.csv");
        app.handle(Press{2});
        app.handle(Choose{1}); // do not keep it
        REQUIRE(shows<DialogModel>(app));
        CHECK(top<DialogModel>(app).title == words().text("import_file.title"));
    }

    TEST_CASE("a zipped pack is added under a free name, also when a pack with its id is there") {
        const Folder folder;
        const Folder elsewhere;
        std::vector<json::Problem> problems;
        const auto zipped = session::zip_pack(CHELATE_SOURCE_DIR "/tests/content/capitals", problems);
        REQUIRE(zipped.has_value());
        REQUIRE(write_new_file(elsewhere.path / "given.zip", zipped->bytes).has_value());
        TestProgram program(folder);
        find_packs_in(program, folder);
        for (int i = 0; i < 2; ++i) {
            App app = program.open();
            open_path_page(app);
            type_path(app, elsewhere.path / "given.zip");
            CHECK(top<DialogModel>(app).text == "The pack “capitals”, with 12 written questions.");
            app.handle(Activate{});
            if (i == 0) continue;
            app.handle(Activate{}); // plays it
            REQUIRE(shows<HomeModel>(app));
            CHECK(program.game.pack().id == "capitals");
            CHECK(program.game.playing_pack() == 3);
            CHECK(program.game.files().settings().pack_folder.ends_with("capitals-2"));
            CHECK(top<HomeModel>(app).resume->detail.find("10 new questions") != std::string::npos);
        }
        REQUIRE(program.game.packs().size() == 4);
        CHECK(program.game.packs()[2].name == "capitals");
        CHECK(program.game.packs()[2].shares_id);
        CHECK(program.game.packs()[3].name == "capitals (capitals-2)");
        CHECK(program.game.added_pack() == 3);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) // no private folder is left
            CHECK_FALSE(entry.path().filename().string().starts_with('.'));
    }

    TEST_CASE("what cannot be imported says why, and there is nothing to add") {
        const Folder folder;
        const Folder elsewhere;
        std::ofstream(elsewhere.path / "broken.zip") << "PK\x03\x04 not really";
        std::ofstream(elsewhere.path / "page.txt") << "<!DOCTYPE html><html><body>Hello</body></html>";
        TestProgram program(folder);
        App app = program.open();
        open_path_page(app);
        for (const char* name : {"broken.zip", "page.txt"}) {
            type_path(app, elsewhere.path / name);
            const auto& page = top<DialogModel>(app);
            CAPTURE(page.text);
            CHECK(page.buttons.size() == 1);
            CHECK(page.text.find(name) != std::string::npos);
            app.handle(Activate{});
        }
        CHECK_FALSE(std::filesystem::exists(folder.path / session::packs_folder));
    }

    TEST_CASE("files that can be imported are found, the newest first") {
        const Folder home;
        std::filesystem::create_directory(home.path / "Downloads");
        const auto file = [&](const char* name, int age) {
            std::ofstream(home.path / name) << "x";
            std::filesystem::last_write_time(home.path / name,
                                             std::filesystem::file_time_type::clock::now() - std::chrono::hours(age));
        };
        file("Downloads/old.csv", 30'000);
        file("new.gift", -30'000);
        file("newer.zip", -30'001);
        file("notes.odt", -30'002);
        file(".hidden.csv", -30'002);
        const Environment environment = [&](const std::string& name) -> std::optional<std::string> {
            return name == "HOME" ? std::optional(home.path.string()) : std::nullopt;
        };
        const auto files = session::importable_files(environment, 2);
        REQUIRE(files.size() == 2);
        CHECK(files[0].filename() == "newer.zip");
        CHECK(files[1].filename() == "new.gift");
    }
}
