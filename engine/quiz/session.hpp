// The core: a session of one or many players as commands in, events out. It has no clock, no screen and no memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "engine/base/rng.hpp"
#include "engine/quiz/commands.hpp"
#include "engine/quiz/events.hpp"

namespace chelate::quiz {

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
    std::optional<Confidence> confidence{};
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
    int loss_quarters = 0;           ///< what speed was worth when it was asked
    bool corrected = false;          ///< a host has given it another key
    bool operator==(const QuestionRecord&) const = default;
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
struct SessionState {
    Phase phase = Phase::not_started;
    bool paused = false;
    SessionId id;
    SessionPlan plan;
    Rng rng{};
    std::vector<Participant> players;
    std::vector<Score> scores; ///< by seat
    std::vector<bool> gone;    ///< by seat: they left, and their points stay
    std::vector<Adjustment> adjustments;
    std::vector<QuestionRecord> asked;
    bool operator==(const SessionState&) const = default;
};

struct SessionHistory {
    SessionState state;
    Millis now{};
    std::uint32_t next_step = 0;
    std::vector<Event> log;
    std::vector<bool> live;                                ///< by log index; undone events are not
    std::vector<std::pair<std::size_t, std::size_t>> redo; ///< ranges that Redo brings back, last first
    bool operator==(const SessionHistory&) const = default;
};

/// All the rules: what follows from a command, or why nothing does. Changes nothing.
[[nodiscard]] tl::expected<std::vector<Event>, Rejection> decide(const SessionHistory& history, const Command& command);

/// Takes an event as a fact. Holds no rule and never fails on events that `decide` made. Move the state in.
[[nodiscard]] SessionHistory evolve(SessionHistory&& history, const Event& event);

/// The state after a whole journal.
[[nodiscard]] SessionHistory replay(const std::vector<Event>& events);

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
[[nodiscard]] Millis deadline_of(const SessionState& state, std::size_t seat);

/// Whether the open question still waits for this seat: it is theirs, they are here, and have not answered.
[[nodiscard]] bool is_awaited(const SessionState& state, std::size_t seat);

/// Whether an event is of a pause: it is no step, nothing is undone by it and nothing lost.
[[nodiscard]] bool is_pause(const EventBody& body);

/// Seat of a player, or nothing.
[[nodiscard]] std::optional<std::size_t> seat_of(const SessionState& state, const PlayerId& player);

} // namespace chelate::quiz
