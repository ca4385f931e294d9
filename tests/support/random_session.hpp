// Random commands, legal and illegal, for property tests: the same for the same seed.
#pragma once

#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "tests/support/builders.hpp"

namespace chelate::test {

inline quiz::Question a_random_question(Rng& rng) {
    const auto count = static_cast<std::size_t>(2 + rng.below(5));
    quiz::Question question = rng.below(3) == 0 ? an_order_question(count) : a_question(count, static_cast<std::uint8_t>(rng.below(count)));
    question.id += "/" + std::to_string(rng.below(1000));
    question.shuffle = rng.below(4) != 0;
    return question;
}

inline quiz::Response a_random_response(Rng& rng) {
    if (rng.below(2) == 0) return quiz::Picked{static_cast<std::uint8_t>(rng.below(7))};
    quiz::Arranged arranged;
    const std::uint64_t count = 2 + rng.below(5);
    for (std::uint64_t i = 0; i < count; ++i) arranged.positions.push_back(static_cast<std::uint8_t>(i));
    rng.shuffle(arranged.positions);
    if (rng.below(6) == 0) arranged.positions[0] = static_cast<std::uint8_t>(rng.below(9));
    return arranged;
}

inline quiz::PlayerId a_random_player(Rng& rng) { return quiz::PlayerId{"p" + std::to_string(rng.below(5))}; }

/// Any command; most of them are legal sooner or later in a session of `p0`, `p1` and `p2`.
inline quiz::CommandBody a_random_command(Rng& rng) {
    switch (rng.below(16)) {
    case 0: {
        quiz::Rules rules{.streak = rng.below(2) == 0, .reveal_when_all_answered = rng.below(4) != 0};
        if (rng.below(3) == 0) rules.clock = quiz::Clock{{static_cast<std::int64_t>(rng.below(60000))}, static_cast<int>(rng.below(3))};
        std::vector<quiz::Seat> seats;
        for (std::uint64_t i = 0; i < rng.below(4); ++i) seats.push_back({quiz::PlayerId{"p" + std::to_string(i)}, "P", 100});
        return quiz::StartSession{quiz::SessionId{"s"}, a_program(static_cast<int>(rng.below(12)), rules), seats};
    }
    case 1: return quiz::JoinPlayer{{a_random_player(rng), "late", static_cast<int>(100 + rng.below(100))}};
    case 2:
    case 3:
    case 4: return quiz::AskQuestion{quiz::QuestionRef(a_random_question(rng))};
    case 5: return quiz::CloseQuestion{};
    case 6: return quiz::VoidQuestion{static_cast<int>(rng.below(8))};
    case 7: return quiz::Pause{};
    case 8: return quiz::Resume{{static_cast<std::int64_t>(rng.below(1000000))}};
    case 9: return rng.below(8) == 0 ? quiz::CommandBody{quiz::FinishSession{}} : quiz::CommandBody{quiz::Resume{{5}}};
    case 10: return quiz::Undo{};
    case 11: return quiz::Redo{};
    default: return quiz::SubmitAnswer{a_random_player(rng), a_random_response(rng)};
    }
}

/// A session played by a monkey: commands it was sent (accepted ones), events and the live state.
struct RandomSession {
    quiz::State state;
    std::vector<quiz::Event> events;
    std::vector<quiz::Command> accepted;
    std::size_t refused = 0;
};

inline RandomSession a_random_session(std::uint64_t seed, int commands = 60) {
    Rng rng{seed};
    RandomSession session;
    Millis at{};
    for (int i = 0; i < commands; ++i) {
        at = at + Millis{static_cast<std::int64_t>(rng.below(9000)) - (rng.below(20) == 0 ? 9000 : 0)};
        const quiz::Command command{at, a_random_command(rng)};
        const auto decided = quiz::decide(session.state, command);
        if (!decided) {
            ++session.refused;
            continue;
        }
        session.accepted.push_back(command);
        for (const quiz::Event& event : *decided) {
            session.events.push_back(event);
            session.state = quiz::evolve(std::move(session.state), event);
        }
    }
    return session;
}

} // namespace chelate::test
