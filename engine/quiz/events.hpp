// Events: what happened in a session, with its results. The journal is a list of events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/quiz/commands.hpp"

namespace chelate::quiz {

// Each event contains its results, so an old journal can be read without the rules that produced it.
struct SessionStarted {
    SessionId id;
    SessionPlanRef plan;
    std::vector<Participant> players;
    bool operator==(const SessionStarted&) const = default;
};
struct PlayerJoined {
    Participant player;
    bool operator==(const PlayerJoined&) const = default;
};
struct QuestionAsked {
    int number = 0; ///< 1-based
    QuestionRef question;
    Order display_order;
    Rng rng_after{};
    std::optional<PlayerId> turn{}; ///< whose question it is, in a round with turns
    bool operator==(const QuestionAsked&) const = default;
};
struct HintTaken {
    int number = 0;
    PlayerId player;
    bool operator==(const HintTaken&) const = default;
};
/// A first answer that the player may still correct.
struct AnswerTried {
    int number = 0;
    PlayerId player;
    Response response;
    Millis taken{};
    Fraction credit = Fraction::zero();
    bool operator==(const AnswerTried&) const = default;
};
struct AnswerJudged {
    int number = 0;
    PlayerId player;
    std::optional<Response> response; ///< empty: the player passed, or had not answered when the question closed
    Millis taken{};
    Award award;
    std::optional<Confidence> confidence{};
    bool passed = false;
    bool operator==(const AnswerJudged&) const = default;
};
struct QuestionRevealed {
    int number = 0;
    bool operator==(const QuestionRevealed&) const = default;
};
struct QuestionVoided {
    int number = 0;
    bool operator==(const QuestionVoided&) const = default;
};
struct Paused {
    bool operator==(const Paused&) const = default;
};
struct Resumed {
    Millis wall{};
    bool operator==(const Resumed&) const = default;
};
struct SessionFinished {
    bool complete = true;
    bool operator==(const SessionFinished&) const = default;
};
/// Takes back events `first` to `last`, which are indices into the log.
struct Undone {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const Undone&) const = default;
};
struct Redone {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const Redone&) const = default;
};

// Events of sessions with a host.
struct PlayerLeft {
    PlayerId player;
    bool operator==(const PlayerLeft&) const = default;
};
struct BuzzersOpened {
    int number = 0;
    bool operator==(const BuzzersOpened&) const = default;
};
struct Buzzed {
    int number = 0;
    PlayerId player;              ///< the player who may answer
    std::vector<PlayerId> tied{}; ///< all players among whom a draw decided; empty: nobody else pressed
    Rng rng_after{};
    bool operator==(const Buzzed&) const = default;
};
struct BuzzedEarly {
    int number = 0;
    PlayerId player;
    Millis until{};
    bool operator==(const BuzzedEarly&) const = default;
};
struct KeyCorrected {
    int number = 0;
    QuestionRef question;          ///< the question with its new key
    Order display_order;           ///< keeps every option at its place on the screen
    std::vector<Regrade> regrades; ///< one for every answer whose award changed
    bool operator==(const KeyCorrected&) const = default;
};
struct PointsAdjusted {
    PlayerId player;
    Points points{};
    Reason reason = Reason::other;
    bool operator==(const PointsAdjusted&) const = default;
};
struct SpeedLossSet {
    int quarters = 0;
    bool operator==(const SpeedLossSet&) const = default;
};
struct TimeGiven {
    int number = 0;
    PlayerId player;
    Millis time{};
    bool operator==(const TimeGiven&) const = default;
};

// Events of a workshop.
struct SceneShown {
    std::size_t scene = 0;
    int step = 0;
    bool operator==(const SceneShown&) const = default;
};
struct VotesCounted {
    std::size_t scene = 0;
    std::size_t place = 0;
    std::vector<std::uint16_t> hands; ///< by option
    bool operator==(const VotesCounted&) const = default;
};

using EventBody =
    std::variant<SessionStarted, PlayerJoined, QuestionAsked, HintTaken, AnswerTried, AnswerJudged, QuestionRevealed,
                 QuestionVoided, Paused, Resumed, SessionFinished, Undone, Redone, PlayerLeft, BuzzersOpened, Buzzed,
                 BuzzedEarly, KeyCorrected, PointsAdjusted, SpeedLossSet, TimeGiven, SceneShown, VotesCounted>;
struct Event {
    Millis at{};
    std::uint32_t step = 0; ///< events of one command have the same step
    EventBody body;
    bool operator==(const Event&) const = default;
};

} // namespace chelate::quiz
