// Computes what answers earn in a session: when an answer is given, and again when its key is corrected.
#pragma once

#include <optional>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Returns the award of an answer. It applies the round's rules, the help this participant took, and the speed.
/// @param streak  full answers in a row before this one
[[nodiscard]] Award award_of(const SessionState& state, const QuestionRecord& asked, std::size_t seat,
                             const Judgement& answer, Fraction credit, int streak);

/// Returns every award that changes when a question is marked with this key, also of later answers whose
/// streaks change with it.
/// @param number  1-based number of a question that was asked
[[nodiscard]] std::vector<Regrade> regraded(const SessionState& state, int number, const Question& question,
                                            const Order& display_order);

} // namespace chelate::quiz
