#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "engine/quiz/view.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/chance.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

const PlayerId cleo{"cleo"};

Rules response_mode(ResponseMode how) {
    Rules rules;
    rules.response_mode = how;
    rules.reveal_when_all_answered = how == ResponseMode::buzzers;
    return rules;
}

Script a_room(ResponseMode how, int planned = 6) {
    return Script({{ada, "Red"}, {ben, "Blue"}, {cleo, "Green"}}, a_program(planned, response_mode(how)));
}

std::int64_t points_of(const Script& session, std::size_t seat) {
    return session.history.state.scores[seat].points.count;
}

/// Undoes everything that can be undone.
void undo_all(Script& session) {
    for (int steps = 0; session.when(Undo{}).has_value(); ++steps) REQUIRE(steps < 10000);
}

} // namespace

TEST_SUITE("quiz/hosting") {
    TEST_CASE("in turns a question belongs to one seat, and nobody else can answer it") {
        Script session = a_room(ResponseMode::turns);
        for (const PlayerId& whose : {ada, ben, cleo, ada}) {
            session.ask();
            CHECK(project(session.history, {Role::everyone, {}}).question->turn == whose);
            for (const PlayerId& other : {ada, ben, cleo}) {
                if (other != whose)
                    CHECK(refused(session.when(SubmitAnswer{other, session.key()})) == Rejection::not_their_turn);
            }
            session.must(SubmitAnswer{whose, session.key()}).must(CloseQuestion{});
        }
        CHECK(points_of(session, 0) == 2000);
        CHECK(points_of(session, 1) == 1000);
        CHECK(session.history.state.scores[1].asked == 1); // the other teams' questions do not count for this one
    }

    TEST_CASE(
        "a question that was skipped costs nobody their turn; who left has none; who comes back has their points") {
        Script session = a_room(ResponseMode::turns);
        session.ask().must(VoidQuestion{1}).ask();
        CHECK(session.history.state.asked.back().turn == ada);
        session.must(SubmitAnswer{ada, session.key()}).must(CloseQuestion{}).must(LeavePlayer{ben}).ask();
        CHECK(session.history.state.asked.back().turn == cleo);
        CHECK(refused(session.when(LeavePlayer{ben})) == Rejection::has_left);
        session.must(CloseQuestion{}).must(LeavePlayer{ada}).must(JoinPlayer{{ada, "Red"}}).ask();
        CHECK(session.history.state.asked.back().turn == ada);
        CHECK(points_of(session, 0) == 1000);
    }

    TEST_CASE("the first to press answers, and after a wrong answer another may steal") {
        Script session = a_room(ResponseMode::buzzers);
        session.ask().must(OpenBuzzers{});
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()})) == Rejection::not_their_turn);
        session.must(Buzz{{ben}});
        CHECK(refused(session.when(Buzz{{ada}})) == Rejection::buzzers_closed);
        session.must(SubmitAnswer{ben, session.wrong()});
        CHECK(session.history.state.phase == Phase::asked);
        CHECK(refused(session.when(Buzz{{ben}})) == Rejection::must_wait); // one press is enough
        session.must(Buzz{{cleo}}).must(SubmitAnswer{cleo, session.key()});
        CHECK(session.history.state.phase == Phase::revealed);
        CHECK(points_of(session, 2) == 1000);
        CHECK(session.history.state.scores[0].asked == 0); // a team that did not press has lost nothing
        CHECK(session.history.state.scores[1].asked == 1);
    }

    TEST_CASE("when all have been wrong, the question is over") {
        Script session = a_room(ResponseMode::buzzers);
        session.ask().must(OpenBuzzers{});
        for (const PlayerId& player : {cleo, ada, ben}) {
            CHECK(session.history.state.phase == Phase::asked);
            session.must(Buzz{{player}}).must(SubmitAnswer{player, session.wrong()});
        }
        CHECK(session.history.state.phase == Phase::revealed);
    }

    TEST_CASE("a false start waits a second") {
        Script session = a_room(ResponseMode::buzzers);
        session.ask().must(Buzz{{ada}}).must(OpenBuzzers{}, 500);
        CHECK(refused(session.when(Buzz{{ada}}, 499)) == Rejection::must_wait);
        SUBCASE("then it counts") {
            session.must(Buzz{{ada}}, 1);
            CHECK(session.history.state.asked.back().buzzers.floor == ada);
        }
        SUBCASE("another is faster meanwhile, although they press at once") {
            session.must(Buzz{{ada, ben}}, 0);
            CHECK(session.history.state.asked.back().buzzers.floor == ben);
            CHECK(session.history.state.asked.back().buzzers.tied.empty());
        }
    }

    TEST_CASE(
        "presses of one poll are a dead heat: the lot is drawn from the seed, no matter who is named first, and fair") {
        const Campaign seeds{"draws among buzzers", 3000};
        std::array<std::size_t, 3> won{};
        for (const std::uint64_t seed : seeds) {
            CAPTURE(seed);
            SessionPlan plan = a_program(3, response_mode(ResponseMode::buzzers));
            plan.seed = seed;
            Script one({{ada, "Red"}, {ben, "Blue"}, {cleo, "Green"}}, plan);
            one.ask().must(OpenBuzzers{});
            Script two = one;
            one.must(Buzz{{ada, ben, cleo}});
            two.must(Buzz{{cleo, ada, ben, ada}});
            REQUIRE(one.history == two.history);
            const Buzzers& buzzers = one.history.state.asked.back().buzzers;
            REQUIRE(buzzers.tied == std::vector<PlayerId>{ada, ben, cleo});
            ++won[*seat_of(one.history.state, *buzzers.floor)];
        }
        for (const std::size_t times : won) CHECK(chance_explains(times, seeds.size(), 1.0 / 3));
    }

    TEST_CASE("hands: points are the sum of hands times points over hands, rounded once") {
        Script session = a_room(ResponseMode::hands);
        session.ask(); // it has four options
        const auto right = std::get<Picked>(session.key()).position;
        const auto show = [&](std::uint16_t hands, std::uint16_t others) {
            Raised raised{std::vector<std::uint16_t>(4, 0)};
            raised.hands[right] = hands;
            raised.hands[right == 0 ? 1 : 0] = others;
            return raised;
        };
        const auto events = session.when(CountHands{{{ada, show(7, 0)}, {ben, show(2, 1)}, {cleo, show(1, 5)}}});
        REQUIRE(events.has_value());
        CHECK(events->size() == 3); // one command is one step and one transaction
        CHECK(std::all_of(events->begin(), events->end(),
                          [&](const Event& event) { return event.step == events->front().step; }));
        session.must(CloseQuestion{});
        CHECK(points_of(session, 0) == 1000);
        CHECK(points_of(session, 1) == 667); // 2/3
        CHECK(points_of(session, 2) == 167); // 1/6
        CHECK(terms_of(session.history.state.asked[0].answers[1]->award) == "667 = 1000 x 0.67");
    }

    TEST_CASE("a count of hands that cannot be is refused whole") {
        Script session = a_room(ResponseMode::hands);
        session.ask();
        const SessionHistory before = session.history;
        const Raised good{{1, 2, 3, 4}};
        CHECK(refused(session.when(CountHands{{{ada, good}, {ben, Raised{{1, 2}}}}})) ==
              Rejection::answer_does_not_fit);
        CHECK(refused(session.when(CountHands{{{ada, good}, {ben, Raised{{0, 0, 0, 0}}}}})) ==
              Rejection::answer_does_not_fit);
        CHECK(refused(session.when(CountHands{{{ada, Raised{{0, 0, 0, 10000}}}}})) == Rejection::answer_does_not_fit);
        CHECK(refused(session.when(CountHands{{{ada, good}, {ada, good}}})) == Rejection::already_answered);
        CHECK(refused(session.when(CountHands{{{PlayerId{"nobody"}, good}}})) == Rejection::unknown_player);
        CHECK(refused(session.when(CountHands{})) == Rejection::answer_does_not_fit);
        CHECK(session.history == before);
        session.must(VoidQuestion{1}).ask(an_order_question());
        CHECK(refused(session.when(CountHands{{{ada, good}}})) ==
              Rejection::answer_does_not_fit); // a count of hands cannot put items in order
    }

    TEST_CASE("a key that is corrected marks all earlier answers again, and corrected back it is the first report") {
        for (const bool clock : {false, true}) {
            CAPTURE(clock);
            Rules rules = response_mode(ResponseMode::each);
            rules.streak = true;
            if (clock) rules.clock = Clock{{30000}, 2};
            Script session({{ada, "Red"}, {ben, "Blue"}}, a_program(6, rules));
            for (int i = 0; i < 3; ++i) {
                session.ask()
                    .must(SubmitAnswer{ada, session.key()}, 9000)
                    .must(SubmitAnswer{ben, session.wrong()}, 2000)
                    .must(CloseQuestion{});
            }
            const SessionState first = session.history.state;
            const Response right = key_response(*first.asked[1].question, first.asked[1].display_order);
            const Response other = wrong_response(*first.asked[1].question, first.asked[1].display_order);
            session.must(CorrectKey{2, other});
            const SessionState& now = session.history.state;
            CHECK(now.asked[1].corrected);
            CHECK(now.asked[1].answers[0]->award.points.count == 0);
            CHECK(now.asked[1].answers[1]->award.points.count > 0);
            CHECK(now.scores[0].right == 2);
            CHECK(now.scores[0].streak == 1);
            CHECK(now.asked[2].answers[0]->award.streak.count == 0); // the streak ended before this question
            CHECK(now.asked[2].answers[1]->award == first.asked[2].answers[1]->award);
            CHECK(refused(session.when(CorrectKey{2, other})) == Rejection::no_other_key);
            session.must(CorrectKey{2, right});
            CHECK(session.history.state.scores == first.scores);
            for (std::size_t i = 0; i < 3; ++i) CHECK(session.history.state.asked[i].answers == first.asked[i].answers);
        }
    }

    TEST_CASE("every way to answer can have its key corrected: what the host gives has full credit then, and nothing "
              "moves on the screen") {
        const Campaign questions{"questions with another key", 3000};
        std::map<std::size_t, int> tried;
        for (const std::uint64_t number : questions) {
            CAPTURE(number);
            Rng rng = stream_of(3, number);
            Question question = a_random_question(rng);
            Order display_order = draw_display_order(question, rng);
            const Question before = question;
            const Order shown_before = display_order;
            const Response right = random_response(question, display_order, rng);
            if (!rekey(right, question, display_order)) {
                CHECK(question == before);
                continue;
            }
            ++tried[question.interaction.index()];
            CHECK(can_be_asked(question));
            CHECK(credit_of(right, question, display_order) == Fraction::one());
            CHECK(is_order_of(display_order, question));
            for (std::size_t place = 0; place < display_order.size(); ++place) {
                CHECK(options_of(question.interaction)[display_order[place]].text ==
                      options_of(before.interaction)[shown_before[place]].text);
            }
        }
        // All interactions except a vote and a content card.
        if (questions.is_whole()) CHECK(tried.size() == 7);
    }

    TEST_CASE("points are given and taken with a reason, speed is taken out in the middle, one team gets more time") {
        Rules rules = response_mode(ResponseMode::each);
        rules.clock = Clock{{10000}, 2};
        Script session({{ada, "Red"}, {ben, "Blue"}}, a_program(6, rules));
        session.ask().must(GiveTime{ben, {5000}}).must(SubmitAnswer{ada, session.key()}, 8000);
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()}, 0)) == Rejection::already_answered);
        session.must(SubmitAnswer{ben, session.key()}, 4000).must(CloseQuestion{});
        CHECK(points_of(session, 0) < 1000);
        CHECK(points_of(session, 1) == 500); // all the usual time was used
        session.must(AdjustPoints{ben, {-50}, Reason::fair_play}).must(SetSpeedLoss{0}).ask();
        CHECK(points_of(session, 1) == 450);
        CHECK(session.history.state.adjustments == std::vector<Adjustment>{{ben, {-50}, Reason::fair_play}});
        session.must(SubmitAnswer{ada, session.key()}, 9000);
        CHECK(refused(session.when(SubmitAnswer{ben, session.key()}, 4000)) ==
              Rejection::too_late); // the extra time was for one question only
        session.must(CloseQuestion{});
        CHECK(session.history.state.asked[1].answers[0]->award.points.count == 1000);
    }

    TEST_CASE("who comes in the middle of a question can answer it; of whom nobody waits is not waited for") {
        Script session({{ada, "Red"}, {ben, "Blue"}});
        session.ask().must(LeavePlayer{ben}).must(JoinPlayer{{cleo, "Green"}}).must(SubmitAnswer{ada, session.key()});
        CHECK(session.history.state.phase == Phase::asked);
        CHECK(refused(session.when(SubmitAnswer{ben, session.key()})) == Rejection::has_left);
        session.must(SubmitAnswer{cleo, session.key()});
        CHECK(session.history.state.phase == Phase::revealed);
        CHECK(project(session.history, {Role::everyone, {}}).standings[1].gone);
    }

    TEST_CASE("undoing all steps gives the start, whatever was done; redoing all of them gives the end") {
        const Campaign seeds{"hosted sessions undone", 300};
        std::size_t accepted = 0;
        for (const std::uint64_t seed : seeds) {
            CAPTURE(seed);
            const ResponseMode how = static_cast<ResponseMode>(seed % 5);
            Script session = a_room(how, 20);
            const SessionState start = session.history.state;
            Rng rng{seed};
            for (int i = 0; i < 80; ++i) {
                CommandBody body = a_random_command(rng);
                const bool moves_time = std::holds_alternative<Undo>(body) || std::holds_alternative<Redo>(body);
                if (moves_time) continue;
                if (auto* buzz = std::get_if<Buzz>(&body)) buzz->players = {ada, ben};
                if (auto* submit = std::get_if<SubmitAnswer>(&body)) submit->player = rng.below(2) == 0 ? ada : ben;
                if (session.when(std::move(body), static_cast<std::int64_t>(rng.below(4000)))) ++accepted;
            }
            if (session.history.state.paused) session.must(Resume{{1}});
            const SessionState end = session.history.state;
            undo_all(session);
            CHECK(session.history.state == start);
            for (int steps = 0; session.when(Redo{}).has_value(); ++steps) REQUIRE(steps < 10000);
            CHECK(session.history.state == end);
        }
        if (seeds.is_whole()) CHECK(accepted > seeds.size() * 8);
    }
}
