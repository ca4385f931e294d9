// What a session plays: which pack and round, how it is seeded, how answers are taken and marked. Fixed from its start.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/shared.hpp"
#include "engine/base/units.hpp"
#include "engine/content/asking.hpp"
#include "engine/quiz/hosting.hpp"

namespace chelate::quiz {

/// A time limit for each question and what speed is worth; a round without one has no deadline.
struct Clock {
    Millis limit{};
    int loss_quarters = 0; ///< see speed_factor
    /// the limit is counted from the end of the time to read the question (see reading_time)
    bool after_reading = false;
    bool operator==(const Clock&) const = default;
};

/// Settings that decide how answers are taken and marked; fixed for a session.
struct Rules {
    Points possible{1000}; ///< of one question; not in certainty rounds
    bool streak = false;
    bool reveal_when_all_answered = true;
    std::optional<Clock> clock{};
    bool asks_confidence = false; ///< answers come with how sure they are; no speed, no streak
    /// a question may be passed: credit 0, no penalty ("no idea" where certainty is asked)
    bool passing = false;
    bool hints = false; ///< a question's hint may be taken: it halves the credit
    /// 2: a first answer without full credit may be mended for half the credit; without clock and certainty, where
    /// there is more than one other answer
    int tries = 1;
    bool feedback_at_end = false; ///< nothing is told after an answer, all at the end
    ResponseMode response_mode = ResponseMode::each;
    /// of all points, which the room wins by reaching together; 0: seats play against each other
    int goal_percent = 0;
    /// when the round ends, in session-active time: nothing is asked or answered after it; 0: never
    Millis bell{};
    bool operator==(const Rules&) const = default;
};

/// A round that somebody has put together: what may come of the whole pack.
struct OwnRound {
    content::Pool pool;
    content::Mixing mixing = content::Mixing::shuffled;
    int count = 10;
    bool operator==(const OwnRound&) const = default;
};

/// A sitting of study: it goes on until nothing is left to ask.
struct StudyRound {
    int expected = 0;      ///< questions, as far as was known at its start
    bool practice = false; ///< what is answered leaves the schedule of memory alone
    bool operator==(const StudyRound&) const = default;
};

/// Which pack and round a session plays, and how it is seeded.
struct SessionPlan {
    std::string pack;
    std::string pack_hash;
    content::RoundId round;
    std::uint64_t seed = 0;
    int planned = 0; ///< number of questions; of a sitting the most there may be
    /// which questions of the round under this seed, from 0; empty: the first `planned`
    std::vector<std::uint32_t> question_indices{};
    ItemList excluded_items{};               ///< what this person has suspended (see content::Pool)
    std::optional<OwnRound> own{};           ///< nothing: the pack's round of that id
    std::optional<StudyRound> study_round{}; ///< nothing: a round
    Rules rules;
    bool operator==(const SessionPlan&) const = default;
};

/// A program as a command and an event hold it: they would all be as large as the largest of them.
using SessionPlanRef = Shared<SessionPlan>;

} // namespace chelate::quiz
