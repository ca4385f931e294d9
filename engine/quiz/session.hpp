// The core: runs a session of one or more players. Commands go in and events come out. It has no clock,
// no screen and no storage.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "engine/base/rng.hpp"
#include "engine/quiz/commands.hpp"
#include "engine/quiz/events.hpp"

namespace chelate::quiz {

/// Why a command was rejected. A rejected command changes nothing.
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
    no_clock,
    is_workshop,
    not_a_workshop,
    no_such_scene,
    already_shown,
    votes_do_not_fit,
    already_counted
};
[[nodiscard]] std::string_view to_string(Rejection rejection);

enum class Phase : std::uint8_t { not_started, between, asked, revealed, finished };

/// One player's answer to one question.
struct Judgement {
    std::optional<Response> response;
    Millis taken{};
    Award award;
    std::optional<Confidence> confidence{};
    bool passed = false;
    bool operator==(const Judgement&) const = default;
};

/// What one player did before the answer that counted.
struct Attempt {
    int hints = 0;                            ///< how many the player has taken
    std::optional<Response> first;            ///< a first answer that the player corrected or may still correct
    Fraction first_credit = Fraction::zero(); ///< credit that the first answer would have earned
    bool operator==(const Attempt&) const = default;
};

/// A question that was asked, with each player's judgement by seat; empty: no answer yet.
struct QuestionRecord {
    QuestionRef question;
    Order display_order;
    Millis at{};
    bool revealed = false;
    bool voided = false;
    std::vector<std::optional<Judgement>> answers;
    std::vector<Attempt> attempts; ///< by seat
    std::optional<PlayerId> turn{};
    Buzzers buzzers{};
    std::vector<Millis> more_time{}; ///< by seat
    int loss_quarters = 0;           ///< how much speed counted when the question was asked
    bool corrected = false;          ///< a host has changed its key
    bool operator==(const QuestionRecord&) const = default;
};

/// What counts for one player: revealed questions that are not voided.
struct Score {
    Points points{};
    Points possible{};
    int right = 0; ///< full credit on the first try, without help
    int asked = 0; ///< number of marked questions
    int streak = 0;
    bool operator==(const Score&) const = default;
};

/// Hands by option, for each vote of a workshop: the scene, and its place within the scene.
using VoteCounts = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint16_t>>;

/// What a workshop shows, and how its participants voted.
struct WorkshopState {
    std::size_t scene = 0;
    int step = 0;
    VoteCounts votes{};
    bool operator==(const WorkshopState&) const = default;
};

/// Everything that folding the live events gives.
struct SessionState {
    Phase phase = Phase::not_started;
    bool paused = false;
    SessionId id;
    SessionPlan plan;
    Rng rng{};
    std::vector<Participant> players;
    std::vector<Score> scores; ///< by seat
    std::vector<bool> gone;    ///< by seat: this player left; the points stay
    std::vector<Adjustment> adjustments;
    std::vector<QuestionRecord> asked;
    std::optional<WorkshopState> workshop{}; ///< only in a workshop
    bool operator==(const SessionState&) const = default;
};

/// First and last index in the log of the events of one step.
using StepRange = std::pair<std::size_t, std::size_t>;

/// Earlier states of a session, which spare an undo from folding it from its beginning. They follow from the log, so
/// two histories that differ only in them are equal.
struct Waypoints {
    struct Waypoint {
        std::size_t steps = 0; ///< number of live steps that are folded in it
        SessionState state;
    };
    std::vector<Waypoint> list{}; ///< by number of steps
    bool operator==(const Waypoints&) const { return true; }
};

struct SessionHistory {
    SessionState state;
    Millis now{};
    std::uint32_t next_step = 0;
    std::vector<Event> log;
    std::vector<bool> live; ///< by log index; false for events that were undone
    /// live steps in their order, without pauses; Undo takes the last one
    std::vector<StepRange> steps;
    std::vector<StepRange> redo; ///< steps that Redo can bring back; it takes the last one first
    Waypoints waypoints{};
    bool operator==(const SessionHistory&) const = default;
};

/// Applies all the rules: returns the events that follow from a command, or why it is rejected. Changes nothing.
[[nodiscard]] tl::expected<std::vector<Event>, Rejection> decide(const SessionHistory& history, const Command& command);

/// Applies an event. It contains no rules and never fails on events that `decide` made. Events from outside must be
/// validated first (see validation.hpp). Move the state in.
[[nodiscard]] SessionHistory evolve(SessionHistory&& history, const Event& event);
/// Applies an undo or redo to everything but the state, for a reader that has many of them in a row. `refold` must
/// follow before the state is used.
void take_back(SessionHistory& history, const Event& event);
/// Folds the live steps into the state anew.
void refold(SessionHistory& history);
/// Returns whether an event is an undo or a redo.
[[nodiscard]] bool takes_back(const EventBody& body);

/// Returns the state after a whole journal of events that were decided here or validated.
[[nodiscard]] SessionHistory replay(const std::vector<Event>& events);

/// Returns whether the round's bell has ended it by this session-active time.
[[nodiscard]] bool bell_has_rung(const Rules& rules, Millis at);

/// How long a player has for a question, counted from when it was asked.
struct QuestionTime {
    Millis reading{}; ///< time to read the question, in which no speed is lost
    Millis all{};     ///< time until the deadline
    bool operator==(const QuestionTime&) const = default;
};
/// Computes the time for a question. @param time_factor_percent  the person's factor, 100 or more
[[nodiscard]] QuestionTime time_of(const Question& question, const Clock& clock, int time_factor_percent);

/// Returns the deadline, in session-active time, by which a participant may answer the open question. @pre the round
/// has a clock
[[nodiscard]] Millis deadline_of(const SessionState& state, std::size_t seat);

/// Returns whether the open question still waits for this participant: it is theirs to answer, they have not left,
/// and they have not answered.
[[nodiscard]] bool is_awaited(const SessionState& state, std::size_t seat);

/// Returns whether an event pauses or resumes the session. Such an event is not a step: Undo skips it, and it does
/// not clear the list for Redo.
[[nodiscard]] bool is_pause(const EventBody& body);

/// Returns how many hints a player may take for a question.
[[nodiscard]] inline int hints_of(const SessionState& state, const QuestionRecord& asked) {
    return state.plan.rules.hints ? static_cast<int>(asked.question->hints.size()) : 0;
}

/// Returns the seat of a player, or nothing when the player is unknown.
[[nodiscard]] std::optional<std::size_t> seat_of(const SessionState& state, const PlayerId& player);

} // namespace chelate::quiz
