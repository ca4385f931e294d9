// Validates events that were not decided here and now: rows of a journal, lines of a recording, messages of another
// machine. `evolve` has no rules, so nothing from outside may reach it unchecked.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

// No session of ours comes near these limits. Within them, no sum overflows and a session fits into memory.
inline constexpr std::size_t most_events = 500'000;
inline constexpr std::size_t most_participants = 2'000;
inline constexpr int most_planned = 10'000;                             ///< questions
inline constexpr std::size_t most_answers = 200'000;                    ///< participants times questions asked
inline constexpr int most_time_factor = 1'000;                          ///< percent
inline constexpr std::int64_t most_possible = 1'000'000;                ///< points of one question
inline constexpr std::int64_t longest_limit = 86'400'000;               ///< milliseconds: a day
inline constexpr std::int64_t most_of_fraction = 1'000'000'000'000'000; ///< numerator and denominator of a credit
inline constexpr Millis longest_session{315'360'000'000};               ///< ten years of session-active time
inline constexpr Millis latest_wall{253'402'300'799'999};               ///< wall clock: the end of the year 9999

/// Checks that an event can follow a session's history. It asks what `decide` would ask, except where the answer may
/// have been different when the event was decided: whether an answer came in time, and what it earned. An award must
/// be one that marking can give, and its points must follow from its factors.
/// @return nothing, or why the event is refused: part of a sentence, such as "an answer without an open question"
[[nodiscard]] tl::expected<void, std::string_view> validate(const SessionHistory& history, const Event& event);

/// Folds the events of a session from outside, each after it was validated.
class ValidatedFold {
public:
    /// @return nothing, or why the event is refused (see validate); then it is not folded
    [[nodiscard]] tl::expected<void, std::string_view> add(const Event& event);
    /// Returns the session after the events so far.
    [[nodiscard]] const SessionHistory& history();
    [[nodiscard]] SessionHistory take() &&;

private:
    SessionHistory history_;
    bool is_behind_ = false; ///< undos and redos are not in the state yet: many in a row are folded once
};

} // namespace chelate::quiz
