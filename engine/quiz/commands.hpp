// Commands: what somebody wants of a session. decide() turns them into events or refuses them.
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

// Commands: what somebody wants. `at` is session-active time: it stands still in a pause and never falls.
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
/// only the runner sends it
struct AskQuestion {
    QuestionRef question;
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
/// reveals; who did not answer gets credit 0
struct CloseQuestion {
    bool operator==(const CloseQuestion&) const = default;
};
/// counts for nobody, 1-based
struct VoidQuestion {
    int number = 0;
    bool operator==(const VoidQuestion&) const = default;
};
struct Pause {
    bool operator==(const Pause&) const = default;
};
/// wall: milliseconds since 1970, UTC
struct Resume {
    Millis wall{};
    bool operator==(const Resume&) const = default;
};
struct FinishSession {
    bool operator==(const FinishSession&) const = default;
};
/// takes back the last step, up to the start; pauses stay
struct Undo {
    bool operator==(const Undo&) const = default;
};
struct Redo {
    bool operator==(const Redo&) const = default;
};

// What only a host does.
struct LeavePlayer {
    PlayerId player;
    bool operator==(const LeavePlayer&) const = default;
};
struct OpenBuzzers {
    bool operator==(const OpenBuzzers&) const = default;
};
/// Presses that came at once, as near as can be told.
struct Buzz {
    std::vector<PlayerId> players;
    bool operator==(const Buzz&) const = default;
};
/// Hands of one or more seats, taken together.
struct CountHands {
    std::vector<Count> counts;
    bool operator==(const CountHands&) const = default;
};
/// From now on `right` is the answer with full credit to a question that was asked; all answers to it are marked again.
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
/// see speed_factor; 0: speed counts no more
struct SetSpeedLoss {
    int quarters = 0;
    bool operator==(const SetSpeedLoss&) const = default;
};
/// more of it for the open question
struct GiveTime {
    PlayerId player;
    Millis time{};
    bool operator==(const GiveTime&) const = default;
};

using CommandBody = std::variant<StartSession, JoinPlayer, AskQuestion, SubmitAnswer, PassQuestion, TakeHint,
                                 CloseQuestion, VoidQuestion, Pause, Resume, FinishSession, Undo, Redo, LeavePlayer,
                                 OpenBuzzers, Buzz, CountHands, CorrectKey, AdjustPoints, SetSpeedLoss, GiveTime>;
struct Command {
    Millis at{};
    CommandBody body;
    bool operator==(const Command&) const = default;
};

} // namespace chelate::quiz
