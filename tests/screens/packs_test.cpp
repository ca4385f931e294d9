// Chooses among several packs.
#include "game/session/packs.hpp"

#include <fstream>
#include <map>

#include "engine/base/text.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

content::Pack second_pack() { return std::move(*content::read_pack(CHELATE_SOURCE_DIR "/content/intervals").pack); }

} // namespace

TEST_SUITE("screens/packs") {
    TEST_CASE("another pack is chosen in the settings, and home shows it") {
        TestProgram program;
        auto packs = session::find_packs({CHELATE_SOURCE_DIR "/content"});
        std::stable_partition(packs.begin(), packs.end(), [](const auto& pack) { return pack.id == "magnesium"; });
        program.game.offer_packs(packs);
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

    TEST_CASE("whatever a manifest has for a name, the list shows one short line") {
        const Folder folder;
        std::string endless = "\u202EA\\u001b";
        for (int i = 0; i < 20000; ++i) endless += "\\nA";
        std::string joined = "a";
        for (int i = 0; i < 20000; ++i) joined += "\u0301";
        const std::map<std::string, std::string> names{
            {"endless", endless}, {"joined", joined}, {"blank", "\u200B\u2029"}, {"plain", "Two words"}};
        for (const auto& [id, name] : names) {
            std::filesystem::create_directory(folder.path / id);
            std::ofstream(folder.path / id / "pack.json") << R"({"id": ")" << id << R"(", "name": ")" << name << "\"}";
        }
        const auto packs = session::find_packs({folder.path});
        REQUIRE(packs.size() == names.size());
        for (const session::FoundPack& pack : packs) {
            CAPTURE(pack.id);
            CHECK_FALSE(first_unshowable(pack.name));
            CHECK_FALSE(is_blank(pack.name));
            CHECK(pack.name.find('\n') == std::string::npos);
            CHECK(graphemes(pack.name) <= 60);
            CHECK(pack.name.size() < 3000);
            if (pack.id == "plain") CHECK(pack.name == "Two words");
        }
    }

    TEST_CASE("without a choice there is no row; what cannot be changed says why") {
        {
            TestProgram program;
            App app = program.open();
            app.handle(Press{corner_of(app, "home.settings")});
            CHECK(top<SettingsModel>(app).rows.size() == 4);
        }
        TestProgram program;
        program.game.offer_packs({{"magnesium", program.game.pack().name, "/y"}, {"broken", "Broken", "/x"}});
        App app = program.open();
        app.handle(Press{corner_of(app, "home.settings")});
        app.handle(SetOption{4, 1});
        CHECK(top<SettingsModel>(app).rows[4].chosen == 0);
        CHECK(top<SettingsModel>(app).rows[4].about.find("/x") != std::string::npos);
    }

    TEST_CASE("packs with the same id can both be chosen, and the page says that their progress is one") {
        TestProgram program;
        const std::string folder = CHELATE_SOURCE_DIR "/content/intervals";
        program.game.offer_packs({{"magnesium", "Magnesium", "/y"},
                                  {"", "broken", "/x", false, Error{"pack-manifest-not-read", {{"path", "/x"}}}},
                                  {"intervals", "Intervals (a)", folder, true},
                                  {"intervals", "Intervals (b)", folder + "/../intervals", true}});
        App app = program.open();
        app.handle(Press{corner_of(app, "home.settings")});
        const auto row = [&] { return top<SettingsModel>(app).rows[4]; };
        CHECK(row().disabled == std::vector<bool>{false, true, false, false});
        app.handle(SetOption{4, 1});
        CHECK(row().chosen == 0);
        CHECK(row().about.find("validate /x") != std::string::npos);
        app.handle(Adjust{.by = 1}); // passes the broken one over
        CHECK(row().chosen == 2);
        CHECK(row().about == words().text("settings.pack_shares_id", {{"id", "intervals"}}));
        app.handle(Activate{});
        CHECK(row().chosen == 3);
        app.handle(Adjust{.by = -1});
        CHECK(row().chosen == 2);
    }

    TEST_CASE("a round that is not saved keeps its pack") {
        TestProgram program(session::Progress{});
        session::Game& game = program.game;
        REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
        REQUIRE(game.rounds().start(content::RoundId{"which-has-more"}, 3).has_value());
        (void)game.rounds().runner().advance();
        const auto changed = game.change_pack(second_pack());
        REQUIRE_FALSE(changed.has_value());
        CHECK(changed.error().code == "rounds-not-saved");
        CHECK(game.rounds().interrupted().has_value());
        CHECK(game.pack().id == "magnesium");
    }
}
