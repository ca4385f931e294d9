// The session takes commands. What each part holds afterwards is what presenters will see.
#include <algorithm>

#include "game/session/game.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/shipped_pack.hpp"

using namespace chelate;
using namespace chelate::session;
using namespace chelate::test;

namespace {

struct Program {
    runner::ManualClock clock{{1'795'800'000'000}};
    std::uint64_t seed = 5;
    int sessions = 0;
    Game game;

    explicit Program(Progress progress = {.store = store::Store::in_memory().value()}, LocalFiles files = {})
        : game(shipped_pack(), clock, std::move(progress), std::move(files),
               {[this] { return seed++; },
                [this] { return quiz::SessionId{"session-" + std::to_string(++sessions)}; }}) {
        REQUIRE(game.submit(PlayAs{"Ada"}).has_value());
    }

    [[nodiscard]] const content::Round& first_round() const { return game.pack().rounds.front(); }
    [[nodiscard]] quiz::Phase phase() const { return game.rounds().view().phase; }
    /// Answers the open question rightly.
    void answer() {
        const quiz::QuestionRecord& asked = game.rounds().runner().history().state.asked.back();
        REQUIRE(game
                    .submit(quiz::CommandBody{quiz::SubmitAnswer{
                        game.players().current().seat, quiz::key_response(*asked.question, asked.display_order), {}}})
                    .has_value());
    }
};

} // namespace

TEST_SUITE("session/game") {
    TEST_CASE("a started round stands at its first question, and going on brings the next") {
        Program program;
        CHECK_FALSE(program.game.rounds().playing());
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        CHECK(program.phase() == quiz::Phase::asked);
        CHECK(program.game.rounds().view().question->number == 1);
        program.answer();
        CHECK(program.phase() == quiz::Phase::revealed);
        CHECK(program.game.rounds().revealed().size() == 1);
        REQUIRE(program.game.submit(GoOn{}).has_value());
        CHECK(program.game.rounds().view().question->number == 2);
    }

    TEST_CASE("a round without a seed draws one, and the same seed gives the same questions") {
        Program program;
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        const std::string prompt = program.game.rounds().view().question->prompt;
        CHECK(program.game.rounds().plan().seed == 5);
        CHECK(program.seed == 6);
        REQUIRE(program.game.submit(StartRound{program.first_round(), 5}).has_value());
        CHECK(program.game.rounds().view().question->prompt == prompt);
        CHECK(program.seed == 6);
    }

    TEST_CASE("a round that is left is offered again and resumes where it was") {
        Program program;
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        program.answer();
        REQUIRE(program.game.submit(GoOn{}).has_value());
        const std::string prompt = program.game.rounds().view().question->prompt;
        REQUIRE(program.game.submit(LeaveRound{}).has_value());
        CHECK_FALSE(program.game.rounds().playing());
        const auto left = program.game.rounds().interrupted();
        REQUIRE(left.has_value());
        CHECK(left->round == program.first_round().id);
        CHECK(left->asked == 2);
        REQUIRE(program.game.submit(ResumeRound{}).has_value());
        CHECK(program.game.rounds().view().question->prompt == prompt);
        CHECK_FALSE(program.game.rounds().interrupted().has_value());
    }

    TEST_CASE("each player has their own rounds; a class and visitors leave none to a person") {
        Program program;
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        REQUIRE(program.game.submit(PlayAs{"Ben"}).has_value());
        CHECK_FALSE(program.game.rounds().interrupted().has_value());
        REQUIRE(program.game.submit(EnterClassroom{"7b"}).has_value());
        CHECK(program.game.players().is_classroom());
        CHECK(program.game.study().learner() == nullptr);
        REQUIRE(program.game.submit(LeaveClassroom{}).has_value());
        CHECK(program.game.players().name() == "Ben");
        CHECK(program.game.study().learner() != nullptr);
        REQUIRE(program.game.submit(PlayAs{"ada"}).has_value());
        CHECK(program.game.players().name() == "Ada"); // the same profile, however it is typed
        CHECK(program.game.rounds().interrupted().has_value());
    }

    TEST_CASE("a refused command changes nothing and says why") {
        Program program;
        const auto code = [&](const Command& command) {
            const auto done = program.game.submit(command);
            REQUIRE_FALSE(done.has_value());
            return done.error().code;
        };
        CHECK(code(PlayAs{"  "}) == "name-empty");
        CHECK(code(RenamePlayer{std::string(41, 'x')}) == "name-too-long");
        REQUIRE(program.game.submit(PlayAs{"Ben"}).has_value());
        CHECK(code(RenamePlayer{"Ada"}) == "name-taken");
        CHECK(program.game.players().name() == "Ben");
        content::Round unknown = program.first_round();
        unknown.id = content::RoundId{"no-such-round"};
        CHECK(code(StartRound{unknown}) == "unknown-round");
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        program.answer();
        const quiz::View before = program.game.rounds().view();
        CHECK(code(quiz::CommandBody{quiz::SubmitAnswer{program.game.players().current().seat, quiz::Noted{}, {}}}) ==
              "no-open-question");
        CHECK(program.game.rounds().view() == before);
    }

    TEST_CASE("undo takes a step back and asks nothing new") {
        Program program;
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        const quiz::View open = program.game.rounds().view();
        program.answer();
        CHECK(program.game.rounds().view().can_undo);
        REQUIRE(program.game.submit(quiz::CommandBody{quiz::Undo{}}).has_value());
        CHECK(program.phase() == quiz::Phase::asked);
        CHECK(program.game.rounds().view().question->number == open.question->number);
        CHECK(program.game.rounds().view().can_redo);
        REQUIRE(program.game.submit(quiz::CommandBody{quiz::Redo{}}).has_value());
        CHECK(program.phase() == quiz::Phase::revealed);
    }

    TEST_CASE("the player who plays is remembered for the next start, except where it is said not to be") {
        const Folder folder;
        Program program({.store = store::Store::in_memory().value()}, LocalFiles(folder.path));
        CHECK(load_settings(folder.path).profile == "Ada");
        REQUIRE(program.game.submit(PlayAs{"Guest", false}).has_value());
        CHECK(program.game.players().name() == "Guest");
        CHECK(load_settings(folder.path).profile == "Ada");
        REQUIRE(program.game.submit(RenamePlayer{"Grace"}).has_value());
        CHECK(load_settings(folder.path).profile == "Grace");
    }

    TEST_CASE("a removed player is gone with everything") {
        Program program;
        REQUIRE(program.game.submit(StartRound{program.first_round()}).has_value());
        REQUIRE(program.game.submit(RemovePlayer{}).has_value());
        CHECK(program.game.players().name().empty());
        CHECK(program.game.players().names().empty());
        REQUIRE(program.game.submit(PlayAs{"Ada"}).has_value());
        CHECK_FALSE(program.game.rounds().interrupted().has_value());
        CHECK(program.game.history().rounds().empty());
    }
}
