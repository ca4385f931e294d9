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

    TEST_CASE(
        "packs are found in their folders, those with the same id or name are told apart, and broken ones say why") {
        const Folder folder;
        for (const char* name : {"b", "a", "broken", "nameless"}) fs::create_directories(folder.path / "mine" / name);
        std::ofstream(folder.path / "mine/a/pack.json") << R"({"id": "one", "name": "One"})";
        std::ofstream(folder.path / "mine/b/pack.json") << R"({"id": "magnesium", "name": "Not the shipped one"})";
        std::ofstream(folder.path / "mine/broken/pack.json") << "{";
        std::ofstream(folder.path / "mine/nameless/pack.json") << R"({"id": "x"})";
        fs::create_directories(folder.path / "mine" / "c");
        std::ofstream(folder.path / "mine/c/pack.json") << R"({"id": "three", "name": "ONE"})";
        fs::create_directory_symlink(folder.path / "mine", folder.path / "again");
        const auto found = find_packs(
            {CHELATE_SOURCE_DIR "/content", folder.path / "mine", folder.path / "again", folder.path / "nothing"});
        REQUIRE(found.size() == 7);
        CHECK(found[0].id == "intervals");
        CHECK_FALSE(found[0].shares_id);
        CHECK(found[1].id == "magnesium");
        CHECK(found[1].shares_id);
        CHECK(found[1].name.ends_with(" (magnesium)"));
        CHECK(found[2].name == "One (a)");
        CHECK_FALSE(found[2].shares_id);
        CHECK(found[2].folder == folder.path / "mine/a");
        CHECK(found[3].name == "Not the shipped one (b)");
        CHECK(found[3].shares_id);
        CHECK(found[4].name == "broken");
        REQUIRE(found[4].trouble.has_value());
        CHECK(found[4].trouble->code == "pack-manifest-not-read");
        CHECK(found[5].name == "ONE (c)");
        CHECK(found[6].name == "nameless");
        CHECK(found[6].trouble.has_value());
    }

    TEST_CASE("the chosen pack is the one in its folder, and when the folder has moved the first with its id") {
        std::vector<FoundPack> packs{{"one", "One", "/a"}, {"two", "Two", "/b"}, {"two", "Two again", "/c"}};
        Settings settings;
        CHECK(chosen_pack(packs, settings) == nullptr);
        settings.pack = "two";
        CHECK(chosen_pack(packs, settings) == &packs[1]);
        settings.pack_folder = "/c";
        CHECK(chosen_pack(packs, settings) == &packs[2]);
        settings.pack_folder = "/a"; // has another pack now
        CHECK(chosen_pack(packs, settings) == &packs[1]);
        settings.pack = "three";
        CHECK(chosen_pack(packs, settings) == nullptr);
    }
}
