#include <doctest/doctest.h>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/view.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

constexpr int most_step = 3; ///< of the scenes of a_workshop

/// Three scenes with 1, 4 and 2 steps.
SessionPlan a_workshop() {
    SessionPlan plan = a_program(0);
    plan.workshop = WorkshopPlan{content::ScriptId{"ten-minutes"}, {1, 4, 2}};
    return plan;
}

Script a_running_workshop() { return Script({}, a_workshop()); }

/// Returns a random command of a workshop. Most of them are legal.
CommandBody a_workshop_command(Rng& rng) {
    switch (rng.below(8)) {
    case 0: return Undo{};
    case 1: return Redo{};
    case 2: return Pause{};
    case 3: return Resume{{static_cast<std::int64_t>(rng.below(1000))}};
    case 4:
    case 5: return ShowScene{rng.below(4), static_cast<int>(rng.below(most_step + 2)) - 1};
    default: {
        CountVotes count{rng.below(4), rng.below(3), {}};
        for (std::uint64_t option = rng.below(5); option > 0; --option)
            count.hands.push_back(static_cast<std::uint16_t>(rng.below(3)));
        return count;
    }
    }
}

WorkshopView shown(const SessionHistory& history) { return project(history, {Role::host, {}}).workshop.value(); }

} // namespace

TEST_SUITE("quiz/workshop") {
    TEST_CASE("a workshop starts at its first picture, without players") {
        Script workshop = a_running_workshop();
        CHECK(workshop.history.state.players.empty());
        const View view = project(workshop.history, {Role::everyone, {}});
        CHECK(view.workshop == WorkshopView{content::ScriptId{"ten-minutes"}, 0, 0, {}});
        CHECK_FALSE(view.question.has_value());
        CHECK(view.standings.empty());
        CHECK_FALSE(project(Script().history, {Role::everyone, {}}).workshop.has_value());
    }

    TEST_CASE("a workshop has no players, and at least one scene with at least one step") {
        const auto start = [](SessionPlan plan, std::vector<Participant> players) {
            return decide({}, {{}, StartSession{SessionId{"s"}, SessionPlanRef(std::move(plan)), std::move(players)}});
        };
        CHECK(refused(start(a_workshop(), {{ada, "Ada"}})) == Rejection::is_workshop);
        SessionPlan plan = a_workshop();
        plan.workshop->steps = {1, 0};
        CHECK(refused(start(plan, {})) == Rejection::no_such_scene);
        plan.workshop->steps.clear();
        CHECK(refused(start(plan, {})) == Rejection::no_such_scene);
    }

    TEST_CASE("a step of a scene is shown") {
        Script workshop = a_running_workshop();
        const auto events = workshop.when(ShowScene{1, 3});
        REQUIRE(events.has_value());
        CHECK(events->size() == 1);
        CHECK(std::get<SceneShown>(events->front().body) == SceneShown{1, 3});
        CHECK(shown(workshop.history).scene == 1);
        CHECK(shown(workshop.history).step == 3);
    }

    TEST_CASE("a scene or a step that is not there cannot be shown, nor what is shown already") {
        Script workshop = a_running_workshop();
        workshop.must(ShowScene{1, 2});
        CHECK(refused(workshop.when(ShowScene{3, 0})) == Rejection::no_such_scene);
        CHECK(refused(workshop.when(ShowScene{1, 4})) == Rejection::no_such_scene);
        CHECK(refused(workshop.when(ShowScene{1, -1})) == Rejection::no_such_scene);
        CHECK(refused(workshop.when(ShowScene{1, 2})) == Rejection::already_shown);
    }

    TEST_CASE("votes are counted for their scene and place, and counted again") {
        Script workshop = a_running_workshop();
        const auto events = workshop.when(CountVotes{1, 0, {3, 4}});
        REQUIRE(events.has_value());
        CHECK(std::get<VotesCounted>(events->front().body) == VotesCounted{1, 0, {3, 4}});
        workshop.must(CountVotes{1, 1, {5, 2}}).must(CountVotes{1, 0, {2, 5}});
        CHECK(shown(workshop.history).votes == VoteCounts{{{1, 0}, {2, 5}}, {{1, 1}, {5, 2}}});
        CHECK(refused(workshop.when(CountVotes{1, 0, {2, 5}})) == Rejection::already_counted);
        CHECK(refused(workshop.when(CountVotes{1, 0, {}})) == Rejection::votes_do_not_fit);
        CHECK(refused(workshop.when(CountVotes{3, 0, {1}})) == Rejection::no_such_scene);
    }

    TEST_CASE("a wrong jump and a wrong count can be undone and redone, at most back to the start") {
        Script workshop = a_running_workshop();
        workshop.must(ShowScene{1, 1}).must(CountVotes{1, 0, {9, 9}}).must(ShowScene{2, 0});
        workshop.must(Undo{});
        CHECK(shown(workshop.history).scene == 1);
        CHECK(shown(workshop.history).votes.size() == 1);
        workshop.must(Undo{});
        CHECK(shown(workshop.history).votes.empty());
        workshop.must(Redo{}).must(Redo{});
        CHECK(shown(workshop.history).scene == 2);
        CHECK(shown(workshop.history).votes.size() == 1);
        workshop.must(Undo{}).must(Undo{}).must(Undo{});
        CHECK(shown(workshop.history) == shown(a_running_workshop().history));
        CHECK(refused(workshop.when(Undo{})) == Rejection::nothing_to_undo);
    }

    TEST_CASE("nothing is shown or counted in a pause, after the end, or in another session") {
        Script workshop = a_running_workshop();
        workshop.must(Pause{});
        CHECK(refused(workshop.when(ShowScene{1, 0})) == Rejection::paused);
        CHECK(refused(workshop.when(CountVotes{1, 0, {1}})) == Rejection::paused);
        workshop.must(Resume{{5}}).must(FinishSession{});
        CHECK(refused(workshop.when(ShowScene{1, 0})) == Rejection::finished);
        CHECK(refused(workshop.when(CountVotes{1, 0, {1}})) == Rejection::finished);
        CHECK(refused(decide({}, {{}, ShowScene{}})) == Rejection::not_started);
        Script round;
        CHECK(refused(round.when(ShowScene{})) == Rejection::not_a_workshop);
        CHECK(refused(round.when(CountVotes{0, 0, {1}})) == Rejection::not_a_workshop);
    }

    TEST_CASE("a workshop asks no question and nobody joins it") {
        Script workshop = a_running_workshop();
        CHECK(refused(workshop.when(AskQuestion{QuestionRef(a_question())})) == Rejection::is_workshop);
        CHECK(refused(workshop.when(JoinPlayer{{ada, "Ada"}})) == Rejection::is_workshop);
    }

    TEST_CASE("a workshop that ends at its last picture is complete") {
        Script early = a_running_workshop();
        const auto ended = early.must(ShowScene{2, 0}).when(FinishSession{});
        CHECK_FALSE(std::get<SessionFinished>(ended->back().body).complete);
        Script whole = a_running_workshop();
        const auto complete = whole.must(ShowScene{2, 1}).when(FinishSession{});
        CHECK(std::get<SessionFinished>(complete->back().body).complete);
    }

    TEST_CASE("whatever is sent, Undo gives the state before, replay gives what is live, and lines come back") {
        std::size_t undone = 0;
        const Campaign seeds{"random workshops", 100};
        for (const std::uint64_t seed : seeds) {
            CAPTURE(seed);
            Rng rng{seed};
            Script workshop = a_running_workshop();
            for (int i = 0; i < 60; ++i) {
                // Commands of other sessions must break nothing either.
                const CommandBody body = rng.below(4) == 0 ? a_random_command(rng) : a_workshop_command(rng);
                if (std::holds_alternative<FinishSession>(body)) continue;
                const SessionHistory before = workshop.history;
                const auto events = workshop.when(body, static_cast<std::int64_t>(rng.below(5000)));
                if (!events) {
                    CHECK(workshop.history == before);
                    continue;
                }
                const Command command{workshop.at, body};
                CHECK(decode_command(encode(command)).value() == command);
                for (const Event& event : *events) {
                    CHECK(decode_event(encode(event)).value() == event);
                    CHECK(encode(decode_event(encode(event)).value()) == encode(event));
                }
                const bool is_step = !is_pause(events->front().body) &&
                                     !std::holds_alternative<Undone>(events->front().body) &&
                                     !std::holds_alternative<Redone>(events->front().body);
                if (!is_step) continue;
                SessionHistory taken_back = workshop.history;
                const auto taking_back = decide(taken_back, {workshop.at, Undo{}});
                REQUIRE(taking_back.has_value());
                for (const Event& event : *taking_back) taken_back = evolve(std::move(taken_back), event);
                CHECK(taken_back.state == before.state);
                CHECK(shown(taken_back) == shown(before));
                ++undone;
            }
            CHECK(replay(workshop.history.log) == workshop.history);
        }
        if (seeds.is_whole()) CHECK(undone > 400);
    }

    TEST_CASE("two workshops that differ only in the key of what they ask look alike") {
        // The core does not know what a scene asks. The seed decides it, and the view does not show the seed.
        SessionPlan other = a_workshop();
        other.seed += 1;
        Script one = a_running_workshop();
        Script two({}, other);
        for (const CommandBody& body :
             {CommandBody{ShowScene{1, 1}}, CommandBody{CountVotes{1, 0, {1, 2}}}, CommandBody{Undo{}}}) {
            one.must(body);
            two.must(body);
            for (const Role role : {Role::player, Role::host, Role::everyone})
                CHECK(project(one.history, {role, ada}) == project(two.history, {role, ada}));
        }
    }

    TEST_CASE("a line of a workshop with a wrong or missing member is told, not read") {
        const std::string line = encode(Event{{1}, 2, VotesCounted{1, 0, {3, 4}}});
        CHECK(line == "{\"event\":\"votes-counted\",\"scene\":1,\"place\":0,\"hands\":[3,4],\"at\":1,\"step\":2}");
        for (const char* bad :
             {"{\"event\":\"votes-counted\",\"scene\":-1,\"place\":0,\"hands\":[3],\"at\":1,\"step\":2}",
              "{\"event\":\"votes-counted\",\"scene\":1,\"place\":0,\"hands\":[70000],\"at\":1,\"step\":2}",
              "{\"event\":\"votes-counted\",\"scene\":1,\"place\":0,\"at\":1,\"step\":2}",
              "{\"event\":\"scene-shown\",\"scene\":1,\"at\":1,\"step\":2}"}) {
            CAPTURE(bad);
            CHECK(decode_event(bad).error().code == "recording-broken");
        }
        SessionPlan plan = a_workshop();
        std::string start = encode(Event{{}, 0, SessionStarted{SessionId{"s"}, SessionPlanRef(plan), {}}});
        CHECK(decode_event(start).has_value());
        start.replace(start.find("[1,4,2]"), 7, "[1,0,2]");
        CHECK(decode_event(start).error().code == "recording-broken");
    }
}
