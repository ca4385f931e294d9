#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"
#include "engine/runner/runner.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::runner;
using namespace chelate::test;

namespace {

/// Returns the text of a recorded session of three questions, with an undo and a pause.
std::string a_recording() {
    ManualClock clock({0});
    Runner runner(
        clock,
        [](const quiz::SessionState& state) { return state.asked.size() == 1 ? an_order_question(3) : a_question(); },
        {});
    std::string text;
    runner.record([&](std::string_view line) { text += std::string(line) + "\n"; });
    (void)runner.start(quiz::SessionId{"s"}, a_program(3), {{ada, "Ada"}});
    while (runner.advance() && runner.history().state.phase == quiz::Phase::asked) {
        clock.advance({1500});
        const quiz::QuestionRecord& asked = runner.history().state.asked.back();
        const auto key = quiz::key_response(*asked.question, asked.display_order);
        (void)runner.submit(quiz::SubmitAnswer{ada, key});
        (void)runner.submit(quiz::Undo{});
        (void)runner.submit(quiz::Redo{});
        (void)runner.submit(quiz::Pause{});
        clock.advance({60000});
        (void)runner.submit(quiz::Resume{clock.wall()});
    }
    return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_SUITE("runner/recording") {
    TEST_CASE("a recording decides to itself again, with the same final line") {
        const auto replayed = replay_recording(a_recording());
        REQUIRE(replayed.has_value());
        CHECK_FALSE(replayed->difference.has_value());
        CHECK(session_result(replayed->history) ==
              R"({"type":"session_result","round":"round","points":3000,"possible":3000,"right":3,"asked":3})");
        // A pause does not count: three answers take 1.5 s each, and nothing else takes time.
        CHECK(replayed->history.now.count == 4500);
    }

    TEST_CASE("a changed award, a left-out line, an added one and a cut end are found where they are") {
        const std::string text = a_recording();
        struct Row {
            std::string text;
            const char* about;
        };
        for (const Row& row : {Row{replaced(text, "\"points\":1000", "\"points\":1001"), "award"},
                               Row{replaced(text, "{\"event\":\"question-revealed\",\"number\":1,",
                                            "{\"event\":\"question-revealed\",\"number\":2,"),
                                   "number"},
                               Row{text + "{\"event\":\"paused\",\"at\":9000,\"step\":99}\n", "added"},
                               Row{text.substr(0, text.rfind("{\"event\"")), "cut"}}) {
            CAPTURE(row.about);
            const auto replayed = replay_recording(row.text);
            REQUIRE(replayed.has_value());
            REQUIRE(replayed->difference.has_value());
            CHECK(replayed->difference->line > 1);
        }
    }

    TEST_CASE("an older recording may show items in their right order, a new one never does") {
        const quiz::Question question = an_order_question(2);
        bool solved = false;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            quiz::SessionPlan plan = a_program(1);
            plan.seed = seed;
            for (const bool older : {true, false}) {
                Script session({{ada, "Ada"}}, plan);
                const auto events = session.when(quiz::AskQuestion{quiz::QuestionRef(question), older});
                REQUIRE(events.has_value());
                const auto& order = std::get<quiz::QuestionAsked>(events->front().body).display_order;
                const bool in_order = std::is_sorted(order.begin(), order.end());
                solved = solved || in_order;
                if (!older) CHECK_FALSE(in_order);
            }
        }
        CHECK(solved);
        const std::string now = quiz::encode(quiz::Command{{0}, quiz::AskQuestion{quiz::QuestionRef(question)}});
        const std::string before = replaced(now, ",\"unsolved\":true", "");
        CHECK_FALSE(std::get<quiz::AskQuestion>(quiz::decode_command(now)->body).may_come_solved);
        CHECK(std::get<quiz::AskQuestion>(quiz::decode_command(before)->body).may_come_solved);
        CHECK(quiz::encode(*quiz::decode_command(before)) == before);
    }

    TEST_CASE("what is no recording is told so") {
        for (const char* text : {"", "{}", "hello", "{\"recording\":1}\n", "[1]\n"}) {
            CAPTURE(text);
            const auto replayed = replay_recording(text);
            REQUIRE_FALSE(replayed.has_value());
            CHECK(replayed.error().code == "recording-broken");
        }
        CHECK(replay_recording("{\"recording\":99,\"taken_up\":0}\n").error().code == "recording-newer");
        CHECK(replay_recording(recording_header(0) + "\nnonsense\n").error().code == "recording-broken");
    }

    TEST_CASE("a session recorded from its middle on replays, cut short it is told so") {
        ManualClock clock({0});
        std::string text;
        Runner first(clock, [](const quiz::SessionState&) { return a_question(); }, {});
        (void)first.start(quiz::SessionId{"s"}, a_program(2), {{ada, "Ada"}});
        (void)first.advance();
        (void)first.submit(quiz::SubmitAnswer{ada, quiz::Picked{0}});
        (void)first.submit(quiz::Undo{});
        Runner second(clock, [](const quiz::SessionState&) { return an_order_question(3); }, {});
        REQUIRE(second.resume({quiz::SessionId{"s"}, first.history()}).has_value());
        second.record([&](std::string_view line) { text += std::string(line) + "\n"; });
        const std::string taken_up = text;
        (void)second.submit(quiz::SubmitAnswer{ada, quiz::Picked{1}});
        (void)second.advance();
        const auto replayed = replay_recording(text);
        REQUIRE(replayed.has_value());
        CHECK_FALSE(replayed->difference.has_value());
        CHECK(replayed->history == second.history());
        CHECK(replay_recording(taken_up).has_value());
        const auto cut = replay_recording(taken_up.substr(0, taken_up.rfind("{\"event\"")));
        REQUIRE_FALSE(cut.has_value());
        CHECK(cut.error().code == "recording-broken");
    }

    TEST_CASE("a recording's events are validated: those without a command, and those its commands lead to") {
        quiz::SessionPlan plan = a_program(3);
        const auto started = quiz::SessionStarted{quiz::SessionId{"s"}, quiz::SessionPlanRef(plan), {{ada, "Ada"}}};
        const std::string taken_up = recording_header(2) + "\n" + quiz::encode(quiz::Event{{0}, 0, started}) + "\n" +
                                     quiz::encode(quiz::Event{{1}, 1, quiz::QuestionRevealed{1}}) + "\n";
        const auto replayed = replay_recording(taken_up);
        REQUIRE_FALSE(replayed.has_value());
        CHECK(replayed.error().code == "recording-broken");
        CHECK(replayed.error().args.front() == std::pair<std::string, std::string>{"line", "3"});
        plan.planned = std::numeric_limits<int>::max();
        const quiz::StartSession huge{quiz::SessionId{"s"}, quiz::SessionPlanRef(plan), {{ada, "Ada"}}};
        const std::string late =
            quiz::encode(quiz::Command{{std::numeric_limits<std::int64_t>::max()}, quiz::Pause{}}) + "\n";
        const std::string turned = replaced(a_recording(), "\"name\":\"Ada\"", "\"name\":\"\\u202eAda\"");
        for (const std::string& text : {recording_header(0) + "\n" + quiz::encode(quiz::Command{{0}, huge}) + "\n",
                                        a_recording() + late, turned}) {
            const auto refused = replay_recording(text);
            REQUIRE_FALSE(refused.has_value());
            CHECK(refused.error().code == "recording-broken");
        }
    }

    TEST_CASE("whatever a session did, a recording can take it up") {
        for (const std::uint64_t seed : Campaign{"random sessions taken up", 100}) {
            CAPTURE(seed);
            const RandomSession played = a_random_session(seed);
            std::string text = recording_header(played.events.size()) + "\n";
            for (const quiz::Event& event : played.events) text += quiz::encode(event) + "\n";
            const auto replayed = replay_recording(text);
            REQUIRE(replayed.has_value());
            CHECK(replayed->history == played.history);
        }
    }

    TEST_CASE("a class of forty questions with eight teams replays to the same bytes, whatever its host did") {
        for (int how = 0; how < 5; ++how) {
            CAPTURE(how);
            quiz::SessionPlan plan = a_program(40);
            plan.rules.response_mode = static_cast<quiz::ResponseMode>(how);
            plan.rules.reveal_when_all_answered = plan.rules.response_mode == quiz::ResponseMode::buzzers;
            plan.rules.passing = true;
            plan.rules.clock = quiz::Clock{{30000}, 2};
            std::vector<quiz::Participant> teams;
            for (int team = 0; team < 8; ++team)
                teams.push_back({quiz::PlayerId{"t" + std::to_string(team)}, "Team", 100});
            Rng rng{static_cast<std::uint64_t>(how)};
            ManualClock clock({5000});
            std::string text;
            Runner run(
                clock,
                [&rng](const quiz::SessionState&) { return a_question(4, static_cast<std::uint8_t>(rng.below(4))); },
                {});
            run.record([&](std::string_view line) { text += std::string(line) + "\n"; });
            REQUIRE(run.start(quiz::SessionId{"class"}, plan, teams).has_value());
            const auto somebody = [&] { return teams[rng.below(teams.size())].id; };
            for (int step = 0; step < 4000 && run.history().state.phase != quiz::Phase::finished; ++step) {
                clock.advance({static_cast<std::int64_t>(rng.below(2000))});
                const bool open = run.history().state.phase == quiz::Phase::asked;
                switch (rng.below(14)) {
                case 0: (void)run.submit(quiz::Undo{}); break;
                case 1: (void)run.submit(quiz::Redo{}); break;
                case 2: (void)run.submit(quiz::AdjustPoints{somebody(), {50}, quiz::Reason::fair_play}); break;
                case 3:
                    (void)run.submit(quiz::CorrectKey{static_cast<int>(rng.below(40)),
                                                      quiz::Picked{static_cast<std::uint8_t>(rng.below(4))}});
                    break;
                case 4: (void)run.submit(quiz::VoidQuestion{static_cast<int>(rng.below(200))}); break;
                case 5: (void)run.submit(quiz::OpenBuzzers{}); break;
                case 6: (void)run.submit(quiz::Buzz{{somebody(), somebody()}}); break;
                case 7: (void)run.submit(quiz::GiveTime{somebody(), {2000}}); break;
                case 8:
                    (void)run.submit(quiz::CountHands{
                        {{somebody(), quiz::Raised{{1, 2, 3, static_cast<std::uint16_t>(rng.below(9))}}}}});
                    break;
                case 9: (void)run.tick(); break;
                case 10:
                    if (open) (void)run.submit(quiz::CloseQuestion{});
                    else (void)run.advance();
                    break;
                default:
                    (void)run.submit(
                        quiz::SubmitAnswer{somebody(), quiz::Picked{static_cast<std::uint8_t>(rng.below(4))}});
                    break;
                }
            }
            CHECK(run.history().state.asked.size() >= 30);
            const auto replayed = replay_recording(text);
            REQUIRE(replayed.has_value());
            CHECK_FALSE(replayed->difference.has_value());
            CHECK(replayed->history == run.history());
            std::string once_more = recording_header(0) + "\n";
            quiz::SessionHistory history;
            for (const quiz::Command& command : replayed->commands) {
                once_more += quiz::encode(command) + "\n";
                const auto events = quiz::decide(history, command);
                REQUIRE(events.has_value());
                for (const quiz::Event& event : *events) {
                    once_more += quiz::encode(event) + "\n";
                    history = quiz::evolve(std::move(history), event);
                }
            }
            CHECK(once_more == text);
        }
    }

    TEST_CASE("golden replays: every recording kept with the tests still decides to itself") {
        std::size_t found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(CHELATE_SOURCE_DIR "/tests/runner/replays")) {
            CAPTURE(entry.path().string());
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const auto replayed = replay_recording(text.str());
            REQUIRE(replayed.has_value());
            if (replayed->difference)
                FAIL_CHECK("line " << replayed->difference->line << ": " << replayed->difference->decided);
            ++found;
        }
        CHECK(found >= 6);
    }
}

TEST_SUITE("runner") {
    TEST_CASE("what is saved is what happened, and a taken-up session goes on with its open question") {
        ManualClock clock({5000});
        auto store = store::Store::in_memory().value();
        const auto profile = store.profile_named("Ada", {5000}).value();
        const auto source = [](const quiz::SessionState&) { return a_question(); };
        Runner first(clock, source, {&store, profile.id});
        (void)first.start(quiz::SessionId{"s"}, a_program(2), {{ada, "Ada"}});
        (void)first.advance();
        clock.advance({1000});
        CHECK_FALSE(first.trouble().has_value());
        const auto kept = store.interrupted(profile.id).value();
        REQUIRE(kept.has_value());
        CHECK(kept->history.log == first.history().log);

        clock.advance({100000});
        Runner second(clock, source, {&store, profile.id});
        REQUIRE(second.resume(*kept).has_value());
        CHECK(second.history().state.phase == quiz::Phase::asked);
        CHECK(second.history().state.asked[0].display_order == first.history().state.asked[0].display_order);
        (void)second.submit(quiz::SubmitAnswer{ada, quiz::Picked{0}});
        (void)second.advance();
        (void)second.submit(quiz::SubmitAnswer{ada, quiz::Picked{0}});
        (void)second.advance();
        CHECK(second.history().state.phase == quiz::Phase::finished);
        CHECK_FALSE(store.interrupted(profile.id).value().has_value());
        CHECK(store.events(quiz::SessionId{"s"}).value() == second.history().log);
        CHECK(store.history(profile.id).value().size() == 1);
    }
}
