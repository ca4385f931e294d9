// The plan of a session: its pack and round, its seed, and how answers are taken and marked. It is fixed
// when the session starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/shared.hpp"
#include "engine/base/units.hpp"
#include "engine/content/asking.hpp"
#include "engine/content/script.hpp"
#include "engine/quiz/hosting.hpp"

namespace chelate::quiz {

/// A time limit for each question, and how much speed counts. A round without a clock has no deadlines.
struct Clock {
    Millis limit{};
    int loss_quarters = 0; ///< see speed_factor
    /// The limit is counted from the end of the time to read the question (see reading_time).
    bool after_reading = false;
    bool operator==(const Clock&) const = default;
};

/// What becomes of the confidence that a player states with an answer.
enum class ConfidenceUse : std::uint8_t {
    none,  ///< nobody is asked for it
    noted, ///< it is kept for calibration and memory, and changes no points; an answer may come without it
    marked ///< it decides the points; there is no speed factor and no streak
};

/// Settings that decide how answers are taken and marked. They are fixed for a session, except that a host may change
/// how much speed counts.
struct Rules {
    Points possible{1000}; ///< for one question; not used where confidence is marked
    bool streak = false;
    bool reveal_when_all_answered = true;
    std::optional<Clock> clock{};
    ConfidenceUse confidence = ConfidenceUse::none;
    /// A player may pass a question: credit 0, no penalty. Where confidence is asked, this is the answer "no idea".
    bool passing = false;
    bool hints = false; ///< a player may take a question's hint, which halves the credit
    /// With 2, a player may correct a first answer without full credit, for half the credit. This works only without
    /// a clock and where confidence is not marked, and only when the question does not have exactly two options.
    int tries = 1;
    bool feedback_at_end = false; ///< nothing is revealed after an answer, and everything at the end
    ResponseMode response_mode = ResponseMode::each;
    /// Share of all points that the class wins by reaching together. 0: participants play against each other.
    int goal_percent = 0;
    /// Session-active time at which the round ends; nothing is asked or answered after it. 0: never.
    Millis bell{};
    bool operator==(const Rules&) const = default;
};

/// A round that a user has put together: which questions of the whole pack it may use.
struct OwnRound {
    content::Pool pool;
    content::Mixing mixing = content::Mixing::shuffled;
    int count = 10;
    bool operator==(const OwnRound&) const = default;
};

/// A study session. It goes on until nothing is left to ask.
struct StudyRound {
    int expected = 0;      ///< number of questions, as estimated at the start
    bool practice = false; ///< answers leave the review schedule unchanged
    bool operator==(const StudyRound&) const = default;
};

/// A workshop: the script that is shown, and how many steps each of its scenes has. With them the core knows without a
/// pack what can be shown.
struct WorkshopPlan {
    content::ScriptId script;
    std::vector<int> steps; ///< by scene; each is at least 1
    bool operator==(const WorkshopPlan&) const = default;
};

/// Which pack and round a session plays, and how it is seeded.
struct SessionPlan {
    std::string pack;
    std::string pack_hash;
    content::RoundId round;
    std::uint64_t seed = 0;
    int planned = 0; ///< number of questions; in a study session, the most there may be
    /// Which questions of the round under this seed, counted from 0. Empty: the first `planned`.
    std::vector<std::uint32_t> question_indices{};
    ItemList excluded_items{};               ///< items this person has suspended (see content::Pool)
    std::optional<OwnRound> own{};           ///< empty: the pack's round with that id
    std::optional<StudyRound> study_round{}; ///< empty: an ordinary round
    std::optional<WorkshopPlan> workshop{};  ///< set: a workshop, which has no players and asks no questions
    Rules rules;
    bool operator==(const SessionPlan&) const = default;
};

/// A shared session plan for commands and events. Held by value, a plan would make every command and event as large
/// as the largest alternative.
using SessionPlanRef = Shared<SessionPlan>;

} // namespace chelate::quiz
