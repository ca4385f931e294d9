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
        Kiosk kiosk({}, "nokuto", false, {});
        const auto type = [&](std::string_view typed) {
            bool leaves = false;
            for (const char c : typed) {
                CHECK_FALSE(kiosk.type(0, {0})); // the press of the key, which comes before its character
                leaves = kiosk.type(static_cast<char32_t>(c), {0});
            }
            return leaves;
        };
        CHECK_FALSE(type("nokut"));
        CHECK(type("o"));
        CHECK_FALSE(type("okuto"));
        CHECK(type("hello nokuto"));
        CHECK_FALSE(type("nok"));
        kiosk.forget_typed();
        CHECK_FALSE(type("uto"));
        CHECK_FALSE(type("nok"));
        CHECK_FALSE(kiosk.type(U'\n', {0}));
        CHECK_FALSE(type("uto"));
    }

    TEST_CASE("the exit word has to be typed within five seconds") {
        const auto leaves_after = [](std::int64_t step_ms) {
            Kiosk kiosk({}, "nokuto", false, {});
            bool leaves = false;
            std::int64_t now = 1000;
            for (const char c : std::string_view("nokuto")) {
                leaves = kiosk.type(static_cast<char32_t>(c), {now});
                now += step_ms;
            }
            return leaves;
        };
        CHECK(leaves_after(0));
        CHECK(leaves_after(1000));
        CHECK_FALSE(leaves_after(1001));
        CHECK_FALSE(leaves_after(60000));
    }

    TEST_CASE("a drawn exit word can be typed on every keyboard") {
        for (const std::uint64_t seed : Campaign{"drawn exit words", 200}) {
            CAPTURE(seed);
            const std::string word = new_exit_word(seed);
            CHECK(word.size() == 6);
            CHECK(word.find_first_not_of("kmnprstvwxzouy") == std::string::npos);
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
