// Makes random commands, legal and illegal, for property tests. The same seed gives the same commands.
#pragma once

#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "tests/support/builders.hpp"

namespace chelate::test {

/// Returns a interaction for a random interaction. Choice interactions keep the options of `interaction`.
inline quiz::Interaction a_random_interaction(quiz::Interaction interaction, std::size_t count, Rng& rng) {
    const std::vector<quiz::Option> options = quiz::options_of(interaction);
    switch (rng.below(10)) {
    case 0: {
        quiz::PickMany ticks{options, {}};
        for (std::size_t i = 0; i < count; ++i) {
            if (rng.below(2) == 0) ticks.key.push_back(static_cast<std::uint8_t>(i));
        }
        // At least one option is right and one is wrong, so that a wrong answer exists.
        if (ticks.key.empty()) ticks.key = {0};
        if (ticks.key.size() == count) ticks.key.pop_back();
        return ticks;
    }
    case 1: {
        quiz::Assign groups{options, {{"left", {}, {}}, {"right", {}, {}}}, {}, false};
        for (std::size_t i = 0; i < count; ++i) groups.key.push_back(static_cast<std::uint8_t>(rng.below(2)));
        return groups;
    }
    case 2: {
        quiz::Assign match{options, {}, {}, true};
        for (std::size_t i = 0; i <= count; ++i) match.targets.push_back({"target " + std::to_string(i), {}, {}});
        for (std::size_t i = 0; i < count; ++i) match.key.push_back(static_cast<std::uint8_t>(i));
        rng.shuffle(match.key);
        return match;
    }
    case 3: {
        const auto low = static_cast<std::int64_t>(10 + rng.below(40));
        return quiz::EnterNumber{{0, 200, 5, static_cast<int>(rng.below(3)), "kg"},
                                 low,
                                 low + static_cast<std::int64_t>(rng.below(20)),
                                 static_cast<std::int64_t>(rng.below(10))};
    }
    case 4: return quiz::WriteText{{{"iron", 100}, {"ferrum", 50}}, {"zinc"}};
    case 5: return quiz::Vote{options};
    case 6: return quiz::ReadOn{};
    case 7: {
        quiz::PointAt point{options,
                            {},
                            {200, 100, {{content::ShapeForm::arrow, content::Tone::strong, 3, 4, 90, 80, "here"}}},
                            static_cast<std::uint8_t>(rng.below(count))};
        for (std::size_t i = 0; i < count; ++i)
            point.spots.push_back({static_cast<int>(rng.below(200)), static_cast<int>(rng.below(100))});
        return point;
    }
    default: return interaction;
    }
}

inline quiz::Question a_random_question(Rng& rng) {
    const auto count = static_cast<std::size_t>(2 + rng.below(5));
    quiz::Question question =
        rng.below(3) == 0 ? an_order_question(count) : a_question(count, static_cast<std::uint8_t>(rng.below(count)));
    question.interaction = a_random_interaction(std::move(question.interaction), count, rng);
    if (rng.below(3) == 0) {
        const std::vector<std::string> hints{"Think of metals.", "Think of light ones.", "Its sign is Mg."};
        question.hints.assign(hints.begin(), hints.begin() + 1 + static_cast<std::ptrdiff_t>(rng.below(3)));
    }
    if (rng.below(4) == 0)
        question.panels = {{"A finding", "One line\nand another", "Author, 2020", rng.below(2) == 0}};
    question.id += "/" + std::to_string(rng.below(1000));
    question.shuffle = rng.below(4) != 0;
    return question;
}

inline quiz::Raised a_random_show(Rng& rng) {
    quiz::Raised raised;
    for (std::uint64_t i = 2 + rng.below(5); i > 0; --i)
        raised.hands.push_back(static_cast<std::uint16_t>(rng.below(30)));
    return raised;
}

inline quiz::Response a_random_response(Rng& rng) {
    if (rng.below(12) == 0) return a_random_show(rng);
    if (rng.below(2) == 0) return quiz::Picked{static_cast<std::uint8_t>(rng.below(7))};
    switch (rng.below(6)) {
    case 0: return quiz::Ticked{{static_cast<std::uint8_t>(rng.below(3)), static_cast<std::uint8_t>(3 + rng.below(3))}};
    case 1: return quiz::Assigned{quiz::Order(2 + rng.below(5), static_cast<std::uint8_t>(rng.below(2)))};
    case 2: return quiz::Entered{static_cast<std::int64_t>(rng.below(250))};
    case 3: return quiz::Written{rng.below(2) == 0 ? "iron" : "lead"};
    case 4: return quiz::Noted{};
    default: break;
    }
    quiz::Arranged arranged;
    const std::uint64_t count = 2 + rng.below(5);
    for (std::uint64_t i = 0; i < count; ++i) arranged.positions.push_back(static_cast<std::uint8_t>(i));
    rng.shuffle(arranged.positions);
    if (rng.below(6) == 0) arranged.positions[0] = static_cast<std::uint8_t>(rng.below(9));
    return arranged;
}

inline quiz::PlayerId a_random_player(Rng& rng) { return quiz::PlayerId{"p" + std::to_string(rng.below(5))}; }

/// Returns a random command. Most of them become legal at some point in a session of `p0`, `p1` and `p2`.
inline quiz::CommandBody a_random_command(Rng& rng) {
    switch (rng.below(27)) {
    case 0: {
        quiz::Rules rules{.streak = rng.below(2) == 0, .reveal_when_all_answered = rng.below(4) != 0};
        rules.confidence = static_cast<quiz::ConfidenceUse>(rng.below(3));
        if (rng.below(2) == 0) rules.response_mode = static_cast<quiz::ResponseMode>(rng.below(5));
        rules.passing = rng.below(2) == 0;
        rules.hints = rng.below(2) == 0;
        rules.tries = static_cast<int>(1 + rng.below(2));
        if (rng.below(3) == 0)
            rules.clock = quiz::Clock{{static_cast<std::int64_t>(rng.below(60000))}, static_cast<int>(rng.below(3))};
        std::vector<quiz::Participant> participants;
        for (std::uint64_t i = 0; i < rng.below(4); ++i)
            participants.push_back({quiz::PlayerId{"p" + std::to_string(i)}, "P", 100});
        return quiz::StartSession{quiz::SessionId{"s"},
                                  quiz::SessionPlanRef(a_program(static_cast<int>(rng.below(12)), rules)),
                                  participants};
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
    case 12: return quiz::PassQuestion{a_random_player(rng)};
    case 13: return quiz::TakeHint{a_random_player(rng)};
    case 14:
        return rng.below(3) == 0 ? quiz::CommandBody{quiz::LeavePlayer{a_random_player(rng)}}
                                 : quiz::CommandBody{quiz::OpenBuzzers{}};
    case 15:
    case 16: {
        quiz::Buzz buzz;
        for (std::uint64_t i = rng.below(3) + 1; i > 0; --i) buzz.players.push_back(a_random_player(rng));
        return buzz;
    }
    case 17: {
        quiz::CountHands count;
        for (std::uint64_t i = rng.below(3) + 1; i > 0; --i)
            count.counts.push_back({a_random_player(rng), a_random_show(rng)});
        return count;
    }
    case 18: return quiz::CorrectKey{static_cast<int>(rng.below(4)), a_random_response(rng)};
    case 19:
        return quiz::AdjustPoints{a_random_player(rng),
                                  {static_cast<std::int64_t>(rng.below(400)) - 200},
                                  static_cast<quiz::Reason>(rng.below(4))};
    case 20: return quiz::SetSpeedLoss{static_cast<int>(rng.below(3))};
    case 21: return quiz::GiveTime{a_random_player(rng), {static_cast<std::int64_t>(rng.below(30000))}};
    default:
        return quiz::SubmitAnswer{a_random_player(rng), a_random_response(rng),
                                  rng.below(2) == 0 ? std::nullopt
                                                    : std::optional(static_cast<quiz::Confidence>(1 + rng.below(3)))};
    }
}

/// A session driven by random commands: its history, its events and the commands that it accepted.
struct RandomSession {
    quiz::SessionHistory history;
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
        const auto decided = quiz::decide(session.history, command);
        if (!decided) {
            ++session.refused;
            continue;
        }
        session.accepted.push_back(command);
        for (const quiz::Event& event : *decided) {
            session.events.push_back(event);
            session.history = quiz::evolve(std::move(session.history), event);
        }
    }
    return session;
}

} // namespace chelate::test
