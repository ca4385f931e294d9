// The files beside the progress.
#include <fstream>

#include "game/session/local_files.hpp"
#include "game/session/packs.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::session;
using namespace chelate::test;
namespace fs = std::filesystem;

namespace {

Settings with_theme(const char* theme) {
    Settings settings;
    settings.theme = theme;
    return settings;
}

} // namespace

TEST_SUITE("session/local_files") {
    TEST_CASE("a change is saved at once and read by the next start") {
        const Folder folder;
        LocalFiles files(folder.path);
        Settings settings;
        settings.theme = "light";
        settings.text_percent = 150;
        files.change(settings);
        ClassFile classes;
        classes.classes.push_back({.name = "7b", .teams = {new_team(0), new_team(1)}});
        files.change(classes);
        files.change(Holder{.name = "Ida", .sells = Holder::Sells::no});
        const LocalFiles next(folder.path);
        CHECK(next.settings() == settings);
        CHECK(next.classes() == classes);
        CHECK(next.holder() == files.holder());
    }

    TEST_CASE("without a folder, and read-only, nothing is written") {
        const Folder folder;
        LocalFiles(folder.path).change(with_theme("light"));
        LocalFiles files = LocalFiles::read_only(folder.path);
        CHECK(files.settings().theme == "light");
        files.change(with_theme("dark"));
        CHECK(files.settings().theme == "dark");
        CHECK(load_settings(folder.path).theme == "light");
        LocalFiles none;
        none.change(with_theme("light"));
        CHECK(none.settings().theme == "light");
    }

    TEST_CASE("a file that cannot be read is put aside and said; the others are read") {
        const Folder folder;
        std::ofstream(folder.path / "classes.json") << "{";
        REQUIRE(save_settings(folder.path, with_theme("light")).has_value());
        std::vector<Error> told;
        const LocalFiles files(folder.path, &told);
        CHECK(files.settings().theme == "light");
        CHECK(files.classes() == ClassFile{});
        REQUIRE(told.size() == 1);
        CHECK(told.front().code == "file-put-aside");
        CHECK(fs::exists(folder.path / "classes.json.broken"));
    }

    TEST_CASE("packs are found in their folders, each id once, broken ones left out") {
        const Folder folder;
        for (const char* name : {"b", "a", "broken", "nameless"}) fs::create_directories(folder.path / "mine" / name);
        std::ofstream(folder.path / "mine/a/pack.json") << R"({"id": "one", "name": "One"})";
        std::ofstream(folder.path / "mine/b/pack.json") << R"({"id": "magnesium", "name": "Not the shipped one"})";
        std::ofstream(folder.path / "mine/broken/pack.json") << "{";
        std::ofstream(folder.path / "mine/nameless/pack.json") << R"({"id": "x"})";
        const auto found = find_packs({CHELATE_SOURCE_DIR "/content", folder.path / "mine", folder.path / "nothing"});
        REQUIRE(found.size() == 3);
        CHECK(found[0].id == "intervals");
        CHECK(found[1].id == "magnesium");
        CHECK(found[1].name != "Not the shipped one");
        CHECK(found[2].name == "One");
        CHECK(found[2].folder == folder.path / "mine/a");
    }
}
