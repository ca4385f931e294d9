// The core: a session of one or many players as commands in, events out. It has no clock, no screen and no memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "engine/base/rng.hpp"
#include "engine/quiz/hosting.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/program.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

using SessionId = Id<struct SessionTag>;

// Commands: what somebody wants. `at` is session-active time: it stands still in a pause and never falls.
struct StartSession {
    SessionId id;
    ProgramRef program;
    std::vector<Seat> players;
    bool operator==(const StartSession&) const = default;
};
struct JoinPlayer {
    Seat player;
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
    std::optional<Sureness> sure{};
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

using CommandBody = std::variant<StartSession, JoinPlayer, AskQuestion, SubmitAnswer, PassQuestion, TakeHint,
                                 CloseQuestion, VoidQuestion, Pause, Resume, FinishSession, Undo, Redo, LeavePlayer,
                                 OpenBuzzers, Buzz, CountHands, CorrectKey, AdjustPoints, SetSpeedLoss, GiveTime>;
struct Command {
    Millis at{};
    CommandBody body;
    bool operator==(const Command&) const = default;
};

// Events: what happened, with its results. An old journal needs no rule to be read.
struct SessionStarted {
    SessionId id;
    ProgramRef program;
    std::vector<Seat> players;
    bool operator==(const SessionStarted&) const = default;
};
struct PlayerJoined {
    Seat player;
    bool operator==(const PlayerJoined&) const = default;
};
struct QuestionAsked {
    int number = 0; ///< 1-based
    QuestionRef question;
    Order shown;
    Rng rng_after{};
    std::optional<PlayerId> turn{}; ///< whose question it is, where seats take turns
    bool operator==(const QuestionAsked&) const = default;
};
struct HintTaken {
    int number = 0;
    PlayerId player;
    bool operator==(const HintTaken&) const = default;
};
struct AnswerTried { ///< a first answer that may be mended
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
    std::optional<Response> response; ///< nothing: passed, or no answer when the question closed
    Millis taken{};
    Award award;
    std::optional<Sureness> sure{};
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
/// indices into the log
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

using EventBody =
    std::variant<SessionStarted, PlayerJoined, QuestionAsked, HintTaken, AnswerTried, AnswerJudged, QuestionRevealed,
                 QuestionVoided, Paused, Resumed, SessionFinished, Undone, Redone, PlayerLeft, BuzzersOpened, Buzzed,
                 BuzzedEarly, KeyCorrected, PointsAdjusted, SpeedLossSet, TimeGiven>;
struct Event {
    Millis at{};
    std::uint32_t step = 0; ///< events of one command share it
    EventBody body;
    bool operator==(const Event&) const = default;
};

/// Why a command was refused. Nothing happened then.
enum class Rejection : std::uint8_t {
    already_started,
    not_started,
    finished,
    paused,
    not_paused,
    time_went_back,
    nobody_plays,
    name_taken,
    unknown_player,
    question_open,
    no_open_question,
    already_answered,
    answer_does_not_fit,
    too_late,
    unknown_question,
    already_voided,
    question_does_not_fit,
    all_asked,
    nothing_to_undo,
    nothing_to_redo,
    may_not_pass,
    no_hint,
    hint_taken,
    already_tried,
    not_their_turn,
    no_buzzers,
    buzzers_open,
    buzzers_closed,
    must_wait,
    has_left,
    no_other_key,
    no_clock
};
[[nodiscard]] std::string_view to_string(Rejection rejection);

enum class Phase : std::uint8_t { not_started, between, asked, revealed, finished };

/// One player's answer to one question.
struct Judgement {
    std::optional<Response> response;
    Millis taken{};
    Award award;
    std::optional<Sureness> sure{};
    bool passed = false;
    bool operator==(const Judgement&) const = default;
};

/// What one player did before the answer that counted.
struct Attempt {
    bool hinted = false;
    std::optional<Response> first;            ///< a first answer that was mended, or may still be
    Fraction first_credit = Fraction::zero(); ///< what it would have earned
    bool operator==(const Attempt&) const = default;
};

/// A question that was asked, with everybody's judgement (by seat; nothing: not answered yet).
struct Asked {
    QuestionRef question;
    Order shown;
    Millis at{};
    bool revealed = false;
    bool voided = false;
    std::vector<std::optional<Judgement>> answers;
    std::vector<Attempt> attempts; ///< by seat
    std::optional<PlayerId> turn{};
    Buzzers buzzers{};
    std::vector<Millis> more_time{}; ///< by seat
    int loss_quarters = 0;           ///< what speed was worth when it was asked
    bool corrected = false;          ///< a host has given it another key
    bool operator==(const Asked&) const = default;
};

/// What counts of one player: revealed questions that are not voided.
struct Score {
    Points points{};
    Points possible{};
    int right = 0; ///< full credit, without help and at the first try
    int asked = 0; ///< that are marked
    int streak = 0;
    bool operator==(const Score&) const = default;
};

/// Everything the fold of live events gives.
struct Board {
    Phase phase = Phase::not_started;
    bool paused = false;
    SessionId id;
    Program program;
    Rng rng{};
    std::vector<Seat> players;
    std::vector<Score> scores; ///< by seat
    std::vector<bool> gone;    ///< by seat: they left, and their points stay
    std::vector<Adjustment> adjustments;
    std::vector<Asked> asked;
    bool operator==(const Board&) const = default;
};

struct State {
    Board board;
    Millis now{};
    std::uint32_t next_step = 0;
    std::vector<Event> log;
    std::vector<bool> live;                                ///< by log index; undone events are not
    std::vector<std::pair<std::size_t, std::size_t>> redo; ///< ranges that Redo brings back, last first
    bool operator==(const State&) const = default;
};

/// All the rules: what follows from a command, or why nothing does. Changes nothing.
[[nodiscard]] tl::expected<std::vector<Event>, Rejection> decide(const State& state, const Command& command);

/// Takes an event as a fact. Holds no rule and never fails on events that `decide` made. Move the state in.
[[nodiscard]] State evolve(State&& state, const Event& event);

/// The state after a whole journal.
[[nodiscard]] State replay(const std::vector<Event>& events);

/// Whether a round is over by its bell at this session-active time.
[[nodiscard]] bool bell_has_rung(const Rules& rules, Millis at);

/// How long somebody has for a question, counted from when it was asked.
struct QuestionTime {
    Millis reading{}; ///< to read it, before the clock runs
    Millis all{};     ///< until the bell
    bool operator==(const QuestionTime&) const = default;
};
/// @param time_factor_percent of the person, 100 and more
[[nodiscard]] QuestionTime time_of(const Question& question, const Clock& clock, int time_factor_percent);

/// Until when, in session-active time, a seat may answer the open question. @pre the round has a clock
[[nodiscard]] Millis deadline_of(const Board& board, std::size_t seat);

/// Whether the open question still waits for this seat: it is theirs, they are here, and have not answered.
[[nodiscard]] bool is_awaited(const Board& board, std::size_t seat);

/// Whether an event is of a pause: it is no step, nothing is undone by it and nothing lost.
[[nodiscard]] bool is_pause(const EventBody& body);

/// Seat of a player, or nothing.
[[nodiscard]] std::optional<std::size_t> seat_of(const Board& board, const PlayerId& player);

} // namespace chelate::quiz
