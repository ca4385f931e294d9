// A kiosk: visitors play, nothing of them stays, and the host leaves by a word.
#include "game/session/game.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/shipped_pack.hpp"

using namespace chelate;
using namespace chelate::session;
using namespace chelate::test;

TEST_SUITE("session/kiosk") {
    TEST_CASE("the exit word counts wherever it ends what was typed, and nothing else does") {
        Kiosk kiosk({}, "bekata", false, {});
        const auto type = [&](std::string_view typed) {
            bool leaves = false;
            for (const char c : typed) leaves = kiosk.type(static_cast<char32_t>(c));
            return leaves;
        };
        CHECK_FALSE(type("bekat"));
        CHECK(type("a"));
        CHECK_FALSE(type("ekata"));
        CHECK(type("hello bekata"));
        CHECK_FALSE(type("bek"));
        kiosk.forget_typed();
        CHECK_FALSE(type("ata"));
        CHECK_FALSE(kiosk.type(U'\n'));
    }

    TEST_CASE("a drawn exit word can be typed on every keyboard") {
        for (const std::uint64_t seed : Campaign{"drawn exit words", 200}) {
            CAPTURE(seed);
            const std::string word = new_exit_word(seed);
            CHECK(word.size() == 6);
            CHECK(word.find_first_not_of("bdfgkmnprstvaeu") == std::string::npos);
        }
        CHECK(new_exit_word(1) != new_exit_word(2));
    }

    TEST_CASE("visitors write nothing, and the host's player and settings are back afterwards") {
        const Folder folder;
        runner::ManualClock clock{{1000000}};
        Game game(
            shipped_pack(), clock,
            {.store = store::Store::open(folder.path / "progress.db").value(), .file = folder.path / "progress.db"},
            LocalFiles(folder.path));
        REQUIRE(game.submit(PlayAs{"Ada"}).has_value());
        const Settings before = game.files().settings();
        REQUIRE_FALSE(game.submit(EnterKiosk{"Visitor"}).has_value()); // none is prepared
        REQUIRE(game.submit(PrepareKiosk{default_script(game.pack())}).has_value());
        REQUIRE(game.submit(EnterKiosk{"Visitor"}).has_value());
        REQUIRE(game.kiosk() != nullptr);
        CHECK(game.files().settings().full_screen);
        const std::uint64_t seed = game.kiosk()->seed();
        REQUIRE(game.submit(StartRound{game.pack().rounds.front()}).has_value());
        CHECK_FALSE(game.rounds().keeps_journal());
        REQUIRE(game.submit(ForgetVisitor{}).has_value());
        CHECK_FALSE(game.rounds().playing());
        CHECK_FALSE(game.rounds().interrupted().has_value());
        CHECK(game.kiosk()->seed() != seed);
        REQUIRE(game.submit(LeaveKiosk{}).has_value());
        CHECK(game.kiosk() == nullptr);
        CHECK(game.players().name() == "Ada");
        CHECK(game.players().names() == std::vector<std::string>{"Ada"});
        CHECK(game.files().settings() == before);
        CHECK(load_settings(folder.path) == before);
    }
}
