#include <doctest/doctest.h>

#include "engine/quiz/view.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

const std::vector<Participant> two_players{{ada, "Ada"}, {ben, "Ben"}};

template <class E>
E only(const tl::expected<std::vector<Event>, Rejection>& decision) {
    REQUIRE(decision.has_value());
    REQUIRE(decision->size() == 1);
    return std::get<E>(decision->front().body);
}

} // namespace

TEST_SUITE("quiz/session") {
    TEST_CASE("nothing happens before a session is started, and it starts once") {
        SessionHistory fresh;
        CHECK(decide(fresh, {{0}, AskQuestion{QuestionRef(a_question())}}).error() == Rejection::not_started);
        CHECK(decide(fresh, {{0}, Undo{}}).error() == Rejection::not_started);
        CHECK(decide(fresh, {{0}, StartSession{SessionId{"s"}, SessionPlanRef(a_program()), {}}}).error() ==
              Rejection::nobody_plays);
        CHECK(decide(fresh,
                     {{0}, StartSession{SessionId{"s"}, SessionPlanRef(a_program()), {{ada, "Ada"}, {ada, "Ada"}}}})
                  .error() == Rejection::name_taken);
        Script session;
        CHECK(refused(session.when(StartSession{SessionId{"t"}, SessionPlanRef(a_program()), {{ben, "Ben"}}})) ==
              Rejection::already_started);
    }

    TEST_CASE("the right answer of one person is judged and revealed at once") {
        Script session;
        session.ask();
        const auto events = session.when(SubmitAnswer{ada, session.key()}, 4000);
        REQUIRE(events.has_value());
        REQUIRE(events->size() == 2);
        const auto& judged = std::get<AnswerJudged>((*events)[0].body);
        CHECK(judged.award.points.count == 1000);
        CHECK(judged.taken.count == 4000);
        CHECK(std::get<QuestionRevealed>((*events)[1].body).number == 1);
        CHECK(session.history.state.phase == Phase::revealed);
        CHECK(session.history.state.scores[0] == Score{{1000}, {1000}, 1, 1, 1});
    }

    TEST_CASE("a wrong answer earns nothing and costs nothing") {
        Script session;
        session.ask().must(SubmitAnswer{ada, session.wrong()});
        CHECK(session.history.state.scores[0] == Score{{0}, {1000}, 0, 1, 0});
    }

    TEST_CASE("an order with one swap of neighbours earns most of the points") {
        Script session;
        session.ask(an_order_question(4));
        auto response = std::get<Arranged>(session.key());
        std::swap(response.positions[1], response.positions[2]);
        session.must(SubmitAnswer{ada, response});
        CHECK(session.history.state.scores[0].points.count == 667);
        CHECK(session.history.state.scores[0].right == 0);
    }

    TEST_CASE("with two players the question is open until both have answered") {
        Script session(two_players);
        session.ask();
        CHECK(only<AnswerJudged>(session.when(SubmitAnswer{ada, session.key()})).player == ada);
        CHECK(session.history.state.phase == Phase::asked);
        CHECK(session.history.state.scores[0].points.count == 0);
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()})) == Rejection::already_answered);
        session.must(SubmitAnswer{ben, session.wrong()});
        CHECK(session.history.state.phase == Phase::revealed);
        CHECK(session.history.state.scores[0].points.count == 1000);
        CHECK(session.history.state.scores[1].points.count == 0);
    }

    TEST_CASE("closing a question judges those who did not answer with credit 0") {
        Script session(two_players);
        session.ask().must(SubmitAnswer{ada, session.key()}).must(CloseQuestion{});
        const auto& answers = session.history.state.asked[0].answers;
        REQUIRE(answers[1].has_value());
        CHECK_FALSE(answers[1]->response.has_value());
        CHECK(answers[1]->award.points.count == 0);
        CHECK(session.history.state.scores[1].asked == 1);
    }

    TEST_CASE("an answer that is none of the question's is rejected") {
        Script session;
        session.ask();
        CHECK(refused(session.when(SubmitAnswer{ada, Picked{4}})) == Rejection::answer_does_not_fit);
        CHECK(refused(session.when(SubmitAnswer{ada, Arranged{{0, 1, 2, 3}}})) == Rejection::answer_does_not_fit);
        CHECK(refused(session.when(SubmitAnswer{ben, session.key()})) == Rejection::unknown_player);
        session.must(SubmitAnswer{ada, session.key()}).ask(an_order_question(3));
        CHECK(refused(session.when(SubmitAnswer{ada, Arranged{{0, 1}}})) == Rejection::answer_does_not_fit);
        CHECK(refused(session.when(SubmitAnswer{ada, Arranged{{0, 1, 1}}})) == Rejection::answer_does_not_fit);
        CHECK(refused(session.when(SubmitAnswer{ada, Arranged{{0, 1, 3}}})) == Rejection::answer_does_not_fit);
    }

    TEST_CASE("an answer after the deadline is rejected and costs nothing") {
        Rules rules;
        rules.clock = Clock{{20000}, 2};
        Script session({{ada, "Ada"}, {ben, "Ben", 150}}, a_program(3, rules));
        session.ask();
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()}, 20001)) == Rejection::too_late);
        // Ben's time factor gives him half as much time again.
        session.must(SubmitAnswer{ben, session.key()}, 9000);
        session.must(CloseQuestion{});
        CHECK(session.history.state.scores[0].points.count == 0);
        CHECK(session.history.state.scores[1].points.count > 500);
    }

    TEST_CASE("a streak pays from the second full answer on and ends with a wrong one") {
        Rules rules;
        rules.streak = true;
        Script session({{ada, "Ada"}}, a_program(4, rules));
        session.ask().must(SubmitAnswer{ada, session.key()});
        CHECK(session.history.state.scores[0].points.count == 1000);
        session.ask().must(SubmitAnswer{ada, session.key()});
        CHECK(session.history.state.scores[0].points.count == 2100);
        session.ask().must(SubmitAnswer{ada, session.wrong()});
        session.ask().must(SubmitAnswer{ada, session.key()});
        CHECK(session.history.state.scores[0].points.count == 3100);
    }

    TEST_CASE("hints are shown one after another, and together halve the credit once") {
        Rules rules;
        rules.hints = true;
        Script session({{ada, "Ada"}, {ben, "Ben"}}, a_program(3, rules));
        Question question = a_question();
        question.hints = {"One.", "Two."};
        session.ask(question);
        const auto seen_by = [&](const PlayerId& player) {
            return project(session.history, {Role::player, player}).question->hints;
        };
        CHECK(project(session.history, {Role::player, ada}).question->hints_there == 2);
        CHECK(seen_by(ada).empty());
        session.must(TakeHint{ada});
        CHECK(seen_by(ada) == std::vector<std::string>{"One."});
        session.must(TakeHint{ada});
        CHECK(seen_by(ada) == question.hints);
        CHECK(seen_by(ben).empty());
        CHECK(refused(session.when(TakeHint{ada})) == Rejection::hint_taken);
        session.must(SubmitAnswer{ada, session.key()}).must(SubmitAnswer{ben, session.key()});
        CHECK(session.history.state.scores[0].points.count == 500);
        CHECK(session.history.state.scores[1].points.count == 1000);
        question.hints.clear();
        CHECK(refused(session.ask(question).when(TakeHint{ada})) == Rejection::no_hint);
    }

    TEST_CASE("a voided question counts for nobody, and can be unvoided by undo") {
        Script session(two_players);
        session.ask().must(SubmitAnswer{ada, session.key()}).must(SubmitAnswer{ben, session.wrong()});
        session.must(VoidQuestion{1});
        CHECK(session.history.state.scores[0].points.count == 0);
        CHECK(session.history.state.scores[0].possible.count == 0);
        CHECK(refused(session.when(VoidQuestion{1})) == Rejection::already_voided);
        CHECK(refused(session.when(VoidQuestion{2})) == Rejection::unknown_question);
        CHECK(refused(session.when(VoidQuestion{0})) == Rejection::unknown_question);
        session.must(Undo{});
        CHECK(session.history.state.scores[0].points.count == 1000);
    }

    TEST_CASE("voiding the open question leads on to the next one") {
        Script session;
        session.ask().must(VoidQuestion{1});
        CHECK(session.history.state.phase == Phase::between);
        session.ask();
        CHECK(session.history.state.asked.size() == 2);
    }

    TEST_CASE("undo takes back an answer with its reveal; redo brings both back; a new answer forgets them") {
        Script session;
        session.ask().must(SubmitAnswer{ada, session.wrong()});
        const SessionState answered = session.history.state;
        const auto undone = only<Undone>(session.when(Undo{}));
        CHECK(undone == Undone{2, 3});
        CHECK(session.history.state.phase == Phase::asked);
        CHECK(session.history.state.scores[0].asked == 0);
        session.must(Redo{});
        CHECK(session.history.state == answered);
        CHECK(refused(session.when(Redo{})) == Rejection::nothing_to_redo);
        session.must(Undo{}).must(SubmitAnswer{ada, session.key()});
        CHECK(refused(session.when(Redo{})) == Rejection::nothing_to_redo);
        CHECK(session.history.state.scores[0].points.count == 1000);
    }

    TEST_CASE("nothing is answered, asked or undone in a pause, and time stands still") {
        Script session;
        session.ask().must(Pause{});
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()})) == Rejection::paused);
        CHECK(refused(session.when(Pause{})) == Rejection::paused);
        CHECK(refused(session.when(Undo{})) == Rejection::paused);
        session.must(Resume{{123}});
        CHECK(refused(session.when(Resume{{124}})) == Rejection::not_paused);
        session.must(SubmitAnswer{ada, session.key()});
    }

    TEST_CASE("time that went back is rejected") {
        Script session;
        session.ask();
        CHECK(refused(session.when(SubmitAnswer{ada, session.key()}, -1500)) == Rejection::time_went_back);
    }

    TEST_CASE("no more questions than planned, and the end is complete only then") {
        Script session({{ada, "Ada"}}, a_program(1));
        session.ask().must(SubmitAnswer{ada, session.key()});
        CHECK(refused(session.when(AskQuestion{QuestionRef(a_question())})) == Rejection::all_asked);
        CHECK(only<SessionFinished>(session.when(FinishSession{})).complete);
        CHECK(refused(session.when(FinishSession{})) == Rejection::finished);
        CHECK(refused(session.when(VoidQuestion{1})) == Rejection::finished);
        session.must(Undo{});
        CHECK(session.history.state.phase == Phase::revealed);
    }

    TEST_CASE("a round that ends early drops the open question and keeps the rest") {
        Script session;
        session.ask().must(SubmitAnswer{ada, session.key()}).ask();
        session.must(FinishSession{});
        CHECK(session.history.state.phase == Phase::finished);
        CHECK(session.history.state.asked[1].voided);
        CHECK(session.history.state.scores[0] == Score{{1000}, {1000}, 1, 1, 1});
        CHECK_FALSE(std::get<SessionFinished>(session.history.log.back().body).complete);
    }

    TEST_CASE("players join whenever they come, also in the middle of a question") {
        Script session;
        session.ask().must(SubmitAnswer{ada, session.key()}).must(JoinPlayer{{ben, "Ben"}});
        CHECK(refused(session.when(JoinPlayer{{ben, "Ben"}})) == Rejection::name_taken);
        session.ask().must(SubmitAnswer{ben, session.key()}).must(SubmitAnswer{ada, session.key()});
        CHECK(session.history.state.scores[1].points.count == 1000);
        CHECK(session.history.state.scores[1].asked == 1);
    }

    TEST_CASE("a question without a possible key is refused") {
        Script session;
        CHECK(refused(session.when(AskQuestion{QuestionRef(a_question(1))})) == Rejection::question_does_not_fit);
        CHECK(refused(session.when(AskQuestion{QuestionRef(a_question(4, 4))})) == Rejection::question_does_not_fit);
        CHECK(refused(session.when(AskQuestion{QuestionRef()})) == Rejection::question_does_not_fit);
    }

    TEST_CASE("the options' order comes from the seed and is kept in the event") {
        Script one({{ada, "Ada"}}, a_program(50));
        Script two({{ada, "Ada"}}, a_program(50));
        std::vector<int> key_positions(4);
        for (int i = 0; i < 50; ++i) {
            one.ask().must(SubmitAnswer{ada, one.wrong()});
            two.ask().must(SubmitAnswer{ada, two.key()});
            CHECK(one.history.state.asked.back().display_order == two.history.state.asked.back().display_order);
            ++key_positions[std::get<Picked>(key_response(*one.history.state.asked.back().question,
                                                          one.history.state.asked.back().display_order))
                                .position];
        }
        for (const int count : key_positions) CHECK(count > 4);
    }
}
