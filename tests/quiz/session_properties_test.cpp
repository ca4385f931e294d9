#include <doctest/doctest.h>

#include <map>
#include <utility>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/view.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::test;

namespace {

/// Returns each participant's points, added up from the log alone: live answers to revealed questions that were not
/// voided, and the points a host gave.
std::vector<std::int64_t> points_by_events(const SessionHistory& history) {
    std::vector<std::int64_t> sums(history.state.players.size());
    for (std::size_t seat = 0; seat < sums.size(); ++seat) {
        std::map<int, std::int64_t> last; // by question, with its current marking
        std::vector<bool> voided(history.state.asked.size());
        std::vector<bool> revealed(history.state.asked.size());
        for (std::size_t i = 0; i < history.log.size(); ++i) {
            if (!history.live[i]) continue;
            if (const auto* event = std::get_if<QuestionVoided>(&history.log[i].body))
                voided[static_cast<std::size_t>(event->number) - 1] = true;
            if (const auto* event = std::get_if<QuestionRevealed>(&history.log[i].body))
                revealed[static_cast<std::size_t>(event->number) - 1] = true;
        }
        for (std::size_t i = 0; i < history.log.size(); ++i) {
            if (!history.live[i]) continue;
            const PlayerId& player = history.state.players[seat].id;
            if (const auto* judged = std::get_if<AnswerJudged>(&history.log[i].body);
                judged != nullptr && judged->player == player) {
                last[judged->number] = judged->award.points.count;
            }
            if (const auto* corrected = std::get_if<KeyCorrected>(&history.log[i].body)) {
                for (const Regrade& regrade : corrected->regrades) {
                    if (regrade.player == player) last[regrade.number] = regrade.award.points.count;
                }
            }
            const auto* adjusted = std::get_if<PointsAdjusted>(&history.log[i].body);
            if (adjusted != nullptr && adjusted->player == player) sums[seat] += adjusted->points.count;
        }
        for (const auto& [number, points] : last) {
            const auto index = static_cast<std::size_t>(number) - 1;
            if (revealed[index] && !voided[index]) sums[seat] += points;
        }
    }
    return sums;
}

/// Makes two events that look the same on screen but have different right orders. The second event's items are
/// permuted and shown so that every screen position has the same text as in the first.
std::pair<Event, Event> order_twins(Question question, Rng& rng) {
    const std::size_t count = options_of(question.interaction).size();
    Order right(count);
    for (std::size_t i = 0; i < count; ++i) right[i] = static_cast<std::uint8_t>(i);
    Order display_order = right;
    rng.shuffle(display_order);
    rng.shuffle(right);
    const Event first{{1000}, 1, QuestionAsked{1, QuestionRef(question), display_order, Rng{1}}};
    const auto items = std::get<PutInOrder>(question.interaction).items;
    Order shown_of_second(count);
    for (std::size_t i = 0; i < count; ++i) std::get<PutInOrder>(question.interaction).items[i] = items[right[i]];
    for (std::size_t p = 0; p < count; ++p) {
        for (std::size_t i = 0; i < count; ++i) {
            if (right[i] == display_order[p]) shown_of_second[p] = static_cast<std::uint8_t>(i);
        }
    }
    return {first, Event{{1000}, 1, QuestionAsked{1, QuestionRef(question), shown_of_second, Rng{1}}}};
}

} // namespace

TEST_SUITE("quiz/session properties") {
    TEST_CASE("whatever is sent, nothing breaks: replay equals live, points equal the events, time never falls") {
        std::size_t accepted = 0;
        std::size_t refused = 0;
        std::size_t undone = 0;
        const Campaign sessions{"random sessions", 600};
        for (const std::uint64_t seed : sessions) {
            CAPTURE(seed);
            const RandomSession session = a_random_session(seed);
            accepted += session.accepted.size();
            refused += session.refused;
            CHECK(replay(session.events) == session.history);
            const auto sums = points_by_events(session.history);
            for (std::size_t seat = 0; seat < sums.size(); ++seat)
                CHECK(session.history.state.scores[seat].points.count == sums[seat]);
            for (std::size_t i = 1; i < session.events.size(); ++i)
                CHECK(session.events[i - 1].at <= session.events[i].at);
            for (const Event& event : session.events) undone += std::holds_alternative<Undone>(event.body) ? 1 : 0;
        }
        // The random commands do get somewhere, and some of them are rejected.
        if (!sessions.is_whole()) return;
        CHECK(accepted > sessions.size() * 5);
        CHECK(refused > sessions.size() * 5);
        CHECK(undone > 50);
    }

    TEST_CASE("a rejected command leaves no trace: the same command is judged alike again") {
        for (const std::uint64_t seed : Campaign{"random sessions with rejected commands", 100}) {
            CAPTURE(seed);
            const RandomSession session = a_random_session(seed, 30);
            const SessionHistory before = session.history;
            Rng rng{seed + 1000};
            for (int i = 0; i < 20; ++i) {
                const Command command{before.now, a_random_command(rng)};
                CHECK(decide(session.history, command) == decide(before, command));
            }
            CHECK(session.history == before);
        }
    }

    TEST_CASE("events survive encoding, whatever they are") {
        for (const std::uint64_t seed : Campaign{"random sessions encoded", 100}) {
            CAPTURE(seed);
            const RandomSession session = a_random_session(seed);
            for (const Event& event : session.events) {
                const std::string line = encode(event);
                const auto back = decode_event(line);
                REQUIRE(back.has_value());
                CHECK(*back == event);
                CHECK(encode(*back) == line);
            }
            for (const Command& command : session.accepted) {
                const auto back = decode_command(encode(command));
                REQUIRE(back.has_value());
                CHECK(*back == command);
            }
        }
    }

    TEST_CASE("nobody learns the key early: sessions that differ only in the key look alike until the reveal") {
        const std::vector<Audience> audiences{
            {Role::player, ada}, {Role::player, ben}, {Role::host, {}}, {Role::everyone, {}}};
        for (const std::uint64_t seed : Campaign{"sessions that differ in the key", 60}) {
            CAPTURE(seed);
            Rng rng{seed};
            SessionPlan plan = a_program(4);
            plan.seed = seed;
            if (seed % 3 == 0) plan.rules.clock = Clock{{20000}, 2};
            plan.rules.streak = seed % 5 == 0;
            Script one({{ada, "Ada"}, {ben, "Ben"}}, plan);
            Script two({{ada, "Ada"}, {ben, "Ben"}}, plan);
            const auto count = static_cast<std::size_t>(2 + rng.below(5));
            if (seed % 2 == 0) {
                const std::uint64_t key = rng.below(count);
                const std::uint64_t other = (key + 1 + rng.below(count - 1)) % count;
                one.ask(a_question(count, static_cast<std::uint8_t>(key)));
                two.ask(a_question(count, static_cast<std::uint8_t>(other)));
                REQUIRE(one.key() != two.key());
            } else {
                const auto [first, second] = order_twins(an_order_question(count), rng);
                one.history = evolve(std::move(one.history), first);
                two.history = evolve(std::move(two.history), second);
            }
            for (const Audience& audience : audiences)
                CHECK(project(one.history, audience) == project(two.history, audience));
            const Response same = seed % 2 == 0 ? Response{Picked{0}} : one.key();
            one.must(SubmitAnswer{ada, same});
            two.must(SubmitAnswer{ada, same});
            for (const Audience& audience : audiences) {
                CHECK(project(one.history, audience) == project(two.history, audience));
                CHECK_FALSE(project(one.history, audience).reveal.has_value());
            }
            // Pausing, undoing the answer and redoing it must not reveal anything either.
            for (const CommandBody& body :
                 {CommandBody{Undo{}}, CommandBody{Redo{}}, CommandBody{Pause{}}, CommandBody{Resume{{1}}}}) {
                one.must(body, 10);
                two.must(body, 10);
                for (const Audience& audience : audiences)
                    CHECK(project(one.history, audience) == project(two.history, audience));
            }
            one.must(SubmitAnswer{ben, same});
            CHECK(project(one.history, audiences[0]).reveal.has_value());
        }
    }
}
