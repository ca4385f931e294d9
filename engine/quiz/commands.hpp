// Commands: requests to a session. decide() turns them into events or rejects them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/quiz/hosting.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/question.hpp"
#include "engine/quiz/session_plan.hpp"

namespace chelate::quiz {

using SessionId = Id<struct SessionTag>;

// A command's `at` is session-active time: it stops during a pause and never goes back.
struct StartSession {
    SessionId id;
    SessionPlanRef plan;
    std::vector<Participant> players;
    bool operator==(const StartSession&) const = default;
};
struct JoinPlayer {
    Participant player;
    bool operator==(const JoinPlayer&) const = default;
};
/// Asks the next question. Only the runner sends it.
struct AskQuestion {
    QuestionRef question;
    /// Items to put in order may come in their right order. Only recordings of older programs ask this way.
    bool may_come_solved = false;
    bool operator==(const AskQuestion&) const = default;
};
struct SubmitAnswer {
    PlayerId player;
    Response response;
    std::optional<Confidence> confidence{};
    bool operator==(const SubmitAnswer&) const = default;
};
struct PassQuestion {
    PlayerId player;
    bool operator==(const PassQuestion&) const = default;
};
struct TakeHint {
    PlayerId player;
    bool operator==(const TakeHint&) const = default;
};
/// Reveals the open question. A player who has not answered gets credit 0, except in a round with buzzers.
struct CloseQuestion {
    bool operator==(const CloseQuestion&) const = default;
};
/// Makes a question count for nobody. `number` is 1-based.
struct VoidQuestion {
    int number = 0;
    bool operator==(const VoidQuestion&) const = default;
};
struct Pause {
    bool operator==(const Pause&) const = default;
};
/// Ends a pause. `wall` is the wall-clock time in milliseconds since 1970, UTC.
struct Resume {
    Millis wall{};
    bool operator==(const Resume&) const = default;
};
struct FinishSession {
    bool operator==(const FinishSession&) const = default;
};
/// Takes back the last step, at most back to the start. Pauses are not undone.
struct Undo {
    bool operator==(const Undo&) const = default;
};
struct Redo {
    bool operator==(const Redo&) const = default;
};

// Commands of sessions with a host.
struct LeavePlayer {
    PlayerId player;
    bool operator==(const LeavePlayer&) const = default;
};
struct OpenBuzzers {
    bool operator==(const OpenBuzzers&) const = default;
};
/// Buzzer presses that came at the same time, as far as the front end can tell.
struct Buzz {
    std::vector<PlayerId> players;
    bool operator==(const Buzz&) const = default;
};
/// Counts of hands for one or more participants, recorded together.
struct CountHands {
    std::vector<Count> counts;
    bool operator==(const CountHands&) const = default;
};
/// Makes `right` the answer with full credit to a question that was asked, and regrades all answers to it.
struct CorrectKey {
    int number = 0;
    Response right;
    bool operator==(const CorrectKey&) const = default;
};
struct AdjustPoints {
    PlayerId player;
    Points points{};
    Reason reason = Reason::other;
    bool operator==(const AdjustPoints&) const = default;
};
/// Changes how much speed counts. `quarters` is as in speed_factor; with 0, speed no longer counts.
struct SetSpeedLoss {
    int quarters = 0;
    bool operator==(const SetSpeedLoss&) const = default;
};
/// Gives a player more time for the open question.
struct GiveTime {
    PlayerId player;
    Millis time{};
    bool operator==(const GiveTime&) const = default;
};

// Commands of a workshop. Scenes, steps and places count from 0.
/// Shows a step of a scene.
struct ShowScene {
    std::size_t scene = 0;
    int step = 0;
    bool operator==(const ShowScene&) const = default;
};
/// Records how many hands went up for each option of a vote, in place of an earlier count. `place` tells the votes of
/// one scene apart.
struct CountVotes {
    std::size_t scene = 0;
    std::size_t place = 0;
    std::vector<std::uint16_t> hands;
    bool operator==(const CountVotes&) const = default;
};

using CommandBody =
    std::variant<StartSession, JoinPlayer, AskQuestion, SubmitAnswer, PassQuestion, TakeHint, CloseQuestion,
                 VoidQuestion, Pause, Resume, FinishSession, Undo, Redo, LeavePlayer, OpenBuzzers, Buzz, CountHands,
                 CorrectKey, AdjustPoints, SetSpeedLoss, GiveTime, ShowScene, CountVotes>;
struct Command {
    Millis at{};
    CommandBody body;
    bool operator==(const Command&) const = default;
};

} // namespace chelate::quiz
