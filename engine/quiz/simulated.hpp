// Players that are none: who answers while nobody plays, as well as it is said they do.
#pragma once

#include "engine/base/rng.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// What simulated players pick, one after the other: each is right with this chance, and otherwise picks any of the
/// wrong
/// options alike. Of a vote every option is as likely. @pre the question is answered by picking one option
/// @param right_percent 0..100
[[nodiscard]] std::vector<std::uint8_t> simulated_picks(const Question& question, const Order& display_order,
                                                        int players, int right_percent, Rng& rng);

} // namespace chelate::quiz
