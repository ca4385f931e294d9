// Tests that no event from outside is folded unchecked: what can follow is taken, all else is refused or does no harm.
#include <doctest/doctest.h>

#include <bit>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/validation.hpp"
#include "engine/quiz/view.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// Folds a journal as it is read: each event is validated before. Nothing: one was refused.
std::optional<SessionHistory> replay_validated(std::span<const Event> events) {
    ValidatedFold fold;
    for (const Event& event : events) {
        if (!fold.add(event)) return std::nullopt;
    }
    return std::move(fold).take();
}

/// Returns why the last of these events is refused; empty when none is. Throws when an earlier one is.
std::string refusal(const std::vector<EventBody>& bodies) {
    SessionHistory history;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Event event{{0}, static_cast<std::uint32_t>(i), bodies[i]};
        if (const auto valid = validate(history, event); !valid) {
            if (i + 1 < bodies.size()) throw std::runtime_error("refused early: " + std::string(valid.error()));
            return std::string(valid.error());
        }
        history = evolve(std::move(history), event);
    }
    return {};
}

QuestionAsked asked(Question question, Order display_order, int number = 1) {
    return {number, QuestionRef(std::move(question)), std::move(display_order), Rng{1}};
}

AnswerJudged judged(const PlayerId& player, Response response, Fraction credit = Fraction::one(), int number = 1) {
    return {number, player, std::move(response), {0}, award_for({1000}, credit, Fraction::one(), {})};
}

SessionStarted started(SessionPlan plan = a_program(3), std::vector<Participant> players = {{ada, "Ada"}}) {
    return {SessionId{"s"}, SessionPlanRef(std::move(plan)), std::move(players)};
}

SessionPlan with_rules(const Rules& rules) { return a_program(3, rules); }

/// Fails when a history shows something impossible: a score that does not follow from its answers, or a view that
/// cannot be made.
void must_be_sound(const SessionHistory& history) {
    const SessionState& state = history.state;
    for (const Role role : {Role::host, Role::everyone}) (void)project(history, {role, {}});
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        (void)project(history, {Role::player, state.players[seat].id});
        Points points{};
        int right = 0;
        int marked = 0;
        for (const QuestionRecord& record : state.asked) {
            if (!record.revealed || record.voided || !is_marked(*record.question)) continue;
            if (seat >= record.answers.size() || !record.answers[seat]) continue;
            const Award& award = record.answers[seat]->award;
            points = points + award.points;
            right += award.earned() == Fraction::one() ? 1 : 0;
            ++marked;
            CHECK(award.points.count <= award.possible.count + 500);
        }
        for (const Adjustment& adjustment : state.adjustments) {
            if (adjustment.player == state.players[seat].id) points = points + adjustment.points;
        }
        CHECK(state.scores[seat].points == points);
        CHECK(state.scores[seat].right == right);
        CHECK(state.scores[seat].asked == marked);
    }
}

std::vector<Event> events_in(const std::filesystem::path& recording) {
    std::vector<Event> events;
    std::ifstream file(recording);
    for (std::string line; std::getline(file, line);) {
        if (auto event = decode_event(line)) events.push_back(std::move(*event));
    }
    return events;
}

/// Puts each mutation of an event in its place. It must be refused, or everything that can follow it is harmless.
/// @return how many mutations were refused, and how many were not
std::pair<int, int> mutate(const std::vector<Event>& events, std::size_t at, const SessionHistory& before) {
    std::pair<int, int> counts;
    for (const std::string& line : mutations_of(encode(events[at]))) {
        CAPTURE(line.substr(0, 2000));
        const auto event = decode_event(line);
        if (!event || !validate(before, *event)) {
            ++counts.first;
            continue;
        }
        ++counts.second;
        SessionHistory history = evolve(SessionHistory(before), *event);
        for (std::size_t i = at + 1; i < events.size() && validate(history, events[i]); ++i)
            history = evolve(std::move(history), events[i]);
        must_be_sound(history);
    }
    return counts;
}

} // namespace

TEST_SUITE("quiz/validation") {
    TEST_CASE("whatever was decided is valid, and folds to the same session") {
        for (const std::uint64_t seed : Campaign{"random sessions validated", 600}) {
            CAPTURE(seed);
            const RandomSession session = a_random_session(seed);
            const auto history = replay_validated(session.events);
            REQUIRE(history.has_value());
            CHECK(*history == session.history);
            must_be_sound(*history);
        }
    }

    TEST_CASE("an event that cannot follow is refused, with its reason") {
        const auto good = asked(a_question(3), {0, 1, 2});
        SessionPlan workshop_plan = a_program(0);
        workshop_plan.workshop = WorkshopPlan{content::ScriptId{"w"}, {1, 3}};
        const auto workshop = started(workshop_plan, {});
        const auto buzzers =
            started(with_rules({.response_mode = ResponseMode::buzzers}), {{ada, "Ada"}, {ben, "Ben"}});
        const auto turns = started(with_rules({.response_mode = ResponseMode::turns}));
        auto with_indices = a_program(3);
        with_indices.question_indices = {0, 1};
        const auto without_question = QuestionAsked{1, QuestionRef{}, {0, 1, 2}, Rng{1}};
        auto more = judged(ada, Picked{0});
        more.award.points = {1001};
        auto swapped = judged(ada, Picked{1}, Fraction::zero());
        std::swap(swapped.award.credit, swapped.award.speed);
        auto shown_credit = judged(ada, Picked{0});
        shown_credit.response.reset();
        struct Row {
            std::vector<EventBody> events;
            std::string_view reason;
        };
        const std::vector<Row> rows{
            {{good}, "an event before the session begins"},
            {{started(), started()}, "a session that begins twice"},
            {{started(a_program(-1))}, "a number of questions out of range"},
            {{started(a_program(std::numeric_limits<int>::max()))}, "a number of questions out of range"},
            {{started(with_indices)}, "a list of questions that is not as long as planned"},
            {{started(a_program(), {})}, "a number of participants out of range"},
            {{started(a_program(), {{ada, "Ada"}, {ada, "Ada"}})}, "a participant who is named twice"},
            {{started(a_program(), {{ada, "\x1b[31mAda"}})}, "a name that cannot be shown"},
            {{started(a_program(), {{ada, std::string(300'000, 'a')}})}, "a name that cannot be shown"},
            {{started(a_program(), {{ada, "Ada", 0}})}, "a time factor out of range"},
            {{started(with_rules({.possible = {-5}}))}, "points out of range"},
            {{started(with_rules({.clock = Clock{{-1}, 0}}))}, "a clock out of range"},
            {{started(with_rules({.tries = 9}))}, "a number of tries out of range"},
            {{started(), without_question}, "a question that cannot be asked"},
            {{started(), asked(a_question(3, 3), {0, 1, 2})}, "a question that cannot be asked"},
            {{started(), asked(a_question(1), {0})}, "a question that cannot be asked"},
            {{started(), asked(a_question(3), {0})}, "an order that does not fit the question"},
            {{started(), asked(a_question(3), {0, 0, 1})}, "an order that does not fit the question"},
            {{started(), asked(a_question(3), {0, 1, 200})}, "an order that does not fit the question"},
            {{started(), asked(a_question(3), {0, 1, 2}, 2)}, "a number of a question that does not follow"},
            {{started(a_program(0)), good}, "a number of a question that does not follow"},
            {{turns, good}, "a turn that does not fit the round"},
            {{started(), good, good}, "a question before the last one is done"},
            {{started(), judged(ada, Picked{0})}, "an answer without an open question"},
            {{started(), good, judged(ben, Picked{0})}, "somebody who is not there"},
            {{started(), good, judged(ada, Picked{3})}, "an answer that does not fit its question"},
            {{started(), good, judged(ada, Arranged{{0, 1, 2}})}, "an answer that does not fit its question"},
            {{started(), good, judged(ada, Picked{0}), judged(ada, Picked{0})}, "an answer that was given before"},
            {{started(), good, judged(ada, Picked{0}, Fraction::one(), 2)}, "an answer without an open question"},
            {{started(), good, more}, "points that do not follow from the answer"},
            {{started(), good, swapped}, "points that do not follow from the answer"},
            {{started(), good, shown_credit}, "points that do not follow from the answer"},
            {{started(), good, PlayerLeft{ada}, judged(ada, Picked{0})}, "somebody who is not there"},
            {{started(), good, AnswerTried{1, ada, Picked{1}, {0}}}, "a try that the round does not give"},
            {{started(), good, HintTaken{1, ada}}, "a hint that is not there to take"},
            {{started(), good, PlayerJoined{{ada, "Ada"}}}, "a participant who joins twice"},
            {{started(), good, PlayerLeft{ben}}, "somebody who is not there"},
            {{started(), Paused{}, Paused{}}, "an event during a pause"},
            {{started(), Paused{}, good}, "an event during a pause"},
            {{started(), Resumed{{5}}}, "a pause that ends before it begins"},
            {{started(), Paused{}, Resumed{{-1}}}, "a time out of range"},
            {{started(), good, SessionFinished{}}, "an end before the last question is done"},
            {{started(), SessionFinished{}, good}, "an event after the end"},
            {{started(), QuestionVoided{1}}, "a question that is not there to void"},
            {{started(), good, QuestionVoided{0}}, "a question that is not there to void"},
            {{started(), good, BuzzersOpened{1}}, "buzzers that are not there"},
            {{buzzers, good, Buzzed{.number = 1, .player = ada}}, "a press while the buzzers are closed"},
            {{buzzers, good, BuzzersOpened{1}, Buzzed{.number = 1, .player = PlayerId{"?"}}},
             "a press by somebody who may not answer"},
            {{buzzers, good, judged(ada, Picked{0})}, "an answer out of turn"},
            {{buzzers, good, BuzzedEarly{1, PlayerId{"?"}, {5}}}, "somebody who is not there"},
            {{buzzers, good, BuzzedEarly{1, ben, {std::numeric_limits<std::int64_t>::max()}}}, "a time out of range"},
            {{started(), good, KeyCorrected{2, good.question, good.display_order, {}}}, "a key of no question"},
            {{started(), good, KeyCorrected{1, good.question, {0, 1}, {}}}, "a question that cannot be asked"},
            {{started(), good, KeyCorrected{1, QuestionRef(a_question(2)), {0, 1}, {}}}, "a key of another question"},
            {{started(), good, KeyCorrected{1, QuestionRef(an_order_question(3)), {0, 1, 2}, {}}},
             "a key of another question"},
            {{started(), PointsAdjusted{ben, {5}, Reason::other}}, "somebody who is not there"},
            {{started(), PointsAdjusted{ada, {std::numeric_limits<std::int64_t>::min()}, Reason::other}},
             "points out of range"},
            {{started(), SpeedLossSet{1}}, "a clock out of range"},
            {{started(), TimeGiven{1, ada, {5}}}, "time for no open question"},
            {{started(), QuestionRevealed{1}}, "a reveal without an open question"},
            {{started(), SceneShown{0, 0}}, "a scene that is not there"},
            {{started(), VotesCounted{0, 0, {1}}}, "a scene that is not there"},
            {{workshop, good}, "a question in a workshop"},
            {{workshop, SceneShown{2, 0}}, "a scene that is not there"},
            {{workshop, SceneShown{1, 3}}, "a step of no scene"},
            {{workshop, SceneShown{1, -1}}, "a step of no scene"},
            {{workshop, VotesCounted{2, 0, {1}}}, "a scene that is not there"},
            {{workshop, VotesCounted{0, 0, {}}}, "votes that fit no question"},
            {{started(), Undone{0, 0}}, "an undo of no whole step"},
            {{started(), good, Undone{0, 1}}, "an undo of no whole step"},
            {{started(), good, Undone{1, 2}}, "an undo of no whole step"},
            {{started(), good, judged(ada, Picked{0}), Undone{1, 1}}, "an undo of no whole step"},
            {{started(), good, Undone{1, 1}, Undone{1, 1}}, "an undo of no whole step"},
            {{started(), good, Undone{1, std::numeric_limits<std::size_t>::max()}}, "an undo of no whole step"},
            {{started(), good, Redone{1, 1}}, "a redo of nothing undone"},
            {{started(), good, Undone{1, 1}, Redone{0, 1}}, "a redo of nothing undone"},
        };
        for (std::size_t row = 0; row < rows.size(); ++row) {
            CAPTURE(row);
            CHECK(refusal(rows[row].events) == rows[row].reason);
        }
    }

    TEST_CASE("an undo takes back a whole step, never half of it") {
        const Event begin{{0}, 0, started()};
        const Event question{{0}, 1, asked(a_question(3), {0, 1, 2})};
        const Event answer{{0}, 2, judged(ada, Picked{0})};
        const Event reveal{{0}, 2, QuestionRevealed{1}};
        for (const auto& [range, is_whole] :
             {std::pair{Undone{2, 3}, true}, {Undone{2, 2}, false}, {Undone{3, 3}, false}, {Undone{1, 3}, false}}) {
            CAPTURE(range.first);
            CAPTURE(range.last);
            CHECK(replay_validated(std::vector{begin, question, answer, reveal, {{0}, 3, range}}).has_value() ==
                  is_whole);
        }
    }

    TEST_CASE("times and steps never go back, and no event hides in the step of an undo") {
        const Event begin{{5}, 5, started()};
        const EventBody question = asked(a_question(3), {0, 1, 2});
        const auto follows = [&](const Event& event) {
            return replay_validated(std::vector{begin, event}).has_value();
        };
        CHECK(follows({{5}, 6, question}));
        CHECK_FALSE(follows({{4}, 6, question}));
        CHECK_FALSE(follows({{5}, 4, question}));
        CHECK_FALSE(follows({longest_session + Millis{1}, 6, question}));
        CHECK_FALSE(follows({{std::numeric_limits<std::int64_t>::max()}, 6, question}));
        CHECK_FALSE(follows({{5}, std::numeric_limits<std::uint32_t>::max(), question}));
        CHECK_FALSE(replay_validated(std::vector<Event>{{{-1}, 0, started()}}).has_value());
        const Event asking{{5}, 6, question};
        const Event undone{{5}, 7, Undone{1, 1}};
        CHECK(replay_validated(std::vector{begin, asking, undone, Event{{5}, 8, question}}).has_value());
        CHECK_FALSE(replay_validated(std::vector{begin, asking, undone, Event{{5}, 7, question}}).has_value());
    }

    TEST_CASE("every change of any event of the recorded rounds is refused or harmless") {
        int refused = 0;
        int harmless = 0;
        std::vector<std::pair<std::vector<Event>, std::size_t>> all;
        for (const auto& entry : std::filesystem::directory_iterator("tests/runner/replays")) {
            const std::vector<Event> events = events_in(entry.path());
            REQUIRE(replay_validated(events).has_value());
            for (std::size_t at = 0; at < events.size(); ++at) all.emplace_back(events, at);
        }
        const Campaign places{"events of recorded rounds mutated", all.size()};
        for (const std::uint64_t place : places) {
            const auto& [events, at] = all[place];
            CAPTURE(place);
            const auto before = replay_validated(std::span(events).first(at));
            const auto [no, yes] = mutate(events, at, *before);
            refused += no;
            harmless += yes;
        }
        CHECK(refused > harmless);
    }

    TEST_CASE("every change of any event of a random session is refused or harmless") {
        for (const std::uint64_t seed : Campaign{"random sessions mutated", 60}) {
            CAPTURE(seed);
            const RandomSession session = a_random_session(seed, 40);
            SessionHistory before;
            for (std::size_t at = 0; at < session.events.size(); ++at) {
                (void)mutate(session.events, at, before);
                before = evolve(std::move(before), session.events[at]);
            }
        }
    }

    TEST_CASE("many undos and redos in a row give what folding from the beginning gives, with few states kept") {
        SessionHistory history;
        std::vector<Event> events;
        const auto add = [&](EventBody body) {
            events.push_back({{0}, static_cast<std::uint32_t>(events.size()), std::move(body)});
            REQUIRE(validate(history, events.back()).has_value());
            history = evolve(std::move(history), events.back());
        };
        const auto check = [&] {
            CHECK(history.state == replay(events).state);
            CHECK(history.steps == replay(events).steps);
            CHECK(history.waypoints.list.size() <= 2 + 2 * static_cast<std::size_t>(std::bit_width(events.size())));
        };
        add(started());
        for (int i = 0; i < 200; ++i) add(PlayerJoined{{PlayerId{"p" + std::to_string(i)}, "P"}});
        Rng rng{3};
        for (int turn = 0; turn < 40; ++turn) {
            const std::size_t many = rng.below(history.steps.size());
            for (std::size_t i = 0; i < many; ++i) {
                add(Undone{history.steps.back().first, history.steps.back().second});
                if (i % 16 == 0) check();
            }
            for (std::size_t i = rng.below(history.redo.size() + 1); i > 0; --i) {
                add(Redone{history.redo.back().first, history.redo.back().second});
                if (i % 16 == 0) check();
            }
            for (std::uint64_t i = rng.below(40); i > 0; --i) {
                add(PlayerJoined{{PlayerId{"p" + std::to_string(events.size())}, "P"}});
                if (rng.below(8) == 0) add(Paused{});
                if (history.state.paused) add(Resumed{{0}});
            }
            check();
        }
    }
}
