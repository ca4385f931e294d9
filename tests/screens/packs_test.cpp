// Choosing among the packs that are there.
#include "game/session/packs.hpp"

#include <fstream>

#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;
namespace fs = std::filesystem;

namespace {

content::Pack second_pack() { return std::move(*content::read_pack(CHELATE_SOURCE_DIR "/content/intervals").pack); }

} // namespace

TEST_SUITE("app/packs") {
    TEST_CASE("packs are found in their folders, each id once, broken ones left out") {
        const Folder folder;
        for (const char* name : {"b", "a", "broken", "nameless"}) fs::create_directories(folder.path / "mine" / name);
        std::ofstream(folder.path / "mine/a/pack.json") << R"({"id": "one", "name": "One"})";
        std::ofstream(folder.path / "mine/b/pack.json") << R"({"id": "magnesium", "name": "Not the shipped one"})";
        std::ofstream(folder.path / "mine/broken/pack.json") << "{";
        std::ofstream(folder.path / "mine/nameless/pack.json") << R"({"id": "x"})";
        const auto found =
            session::find_packs({CHELATE_SOURCE_DIR "/content", folder.path / "mine", folder.path / "nothing"});
        REQUIRE(found.size() == 3);
        CHECK(found[0].id == "intervals");
        CHECK(found[1].id == "magnesium");
        CHECK(found[1].name != "Not the shipped one");
        CHECK(found[2].name == "One");
        CHECK(found[2].folder == folder.path / "mine/a");
    }

    TEST_CASE("another pack is chosen in the settings, and home shows it") {
        TestProgram program;
        program.packs = {program.game.pack().name, "Musical intervals"};
        program.choose_pack = [&](std::size_t place) {
            return program.game.change_pack(place == 1 ? second_pack() : shipped_pack());
        };
        App app = program.open();
        app.handle(Press{corner_of(app, "home.settings")});
        REQUIRE(top<SettingsModel>(app).rows.size() == 5);
        CHECK(top<SettingsModel>(app).rows[4].chosen == 0);
        app.handle(SetOption{4, 1});
        CHECK(top<SettingsModel>(app).rows[4].chosen == 1);
        app.handle(Act{ActionId::back});
        REQUIRE(shows<HomeModel>(app));
        CHECK(top<HomeModel>(app).tagline == program.game.pack().about);
        CHECK(program.game.pack().id == "intervals");
        app.handle(Choose{1});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).round == "First steps");
    }

    TEST_CASE("without a choice there is no row; what cannot be changed says why") {
        {
            TestProgram program;
            App app = program.open();
            app.handle(Press{corner_of(app, "home.settings")});
            CHECK(top<SettingsModel>(app).rows.size() == 4);
        }
        TestProgram program;
        program.packs = {program.game.pack().name, "Broken"};
        program.choose_pack = [](std::size_t) -> Result<void> { return fail("pack-refused", {{"path", "/x"}}); };
        App app = program.open();
        app.handle(Press{corner_of(app, "home.settings")});
        app.handle(SetOption{4, 1});
        CHECK(top<SettingsModel>(app).rows[4].chosen == 0);
        CHECK(top<SettingsModel>(app).rows[4].about.find("/x") != std::string::npos);
    }

    TEST_CASE("a round that is not saved keeps its pack") {
        runner::ManualClock clock{{1000000}};
        session::Game game(shipped_pack(), clock, std::nullopt);
        REQUIRE(game.play_as("Ada").has_value());
        REQUIRE(game.start(content::RoundId{"which-has-more"}, 3, quiz::SessionId{"s"}).has_value());
        (void)game.run().advance();
        const auto changed = game.change_pack(second_pack());
        REQUIRE_FALSE(changed.has_value());
        CHECK(changed.error().code == "rounds-not-saved");
        CHECK(game.interrupted().has_value());
        CHECK(game.pack().id == "magnesium");
    }
}
