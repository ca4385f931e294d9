// What answers earn on the board of a session: once when they are given, again when a key is corrected.
#pragma once

#include <optional>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// The award of an answer, with the round's rules, the help this seat took, and how fast it was.
/// @param streak full answers in a row before this one
[[nodiscard]] Award award_of(const SessionState& state, const QuestionRecord& asked, std::size_t seat,
                             const Judgement& answer, Fraction credit, int streak);

/// Every award that is another one when a question is marked with this key, streaks of later answers among them.
/// @param number 1-based, of one asked
[[nodiscard]] std::vector<Regrade> regraded(const SessionState& state, int number, const Question& question,
                                            const Order& display_order);

} // namespace chelate::quiz
