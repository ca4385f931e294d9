// Simulates players who answer right with a given chance.
#pragma once

#include "engine/base/rng.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// Returns the picks of simulated players, one after another. Each pick is right with the given chance and otherwise
/// any wrong option, all equally likely. In a vote every option is equally likely.
/// @pre the question is answered by picking one option
/// @param right_percent  0..100
[[nodiscard]] std::vector<std::uint8_t> simulated_picks(const Question& question, const Order& display_order,
                                                        int players, int right_percent, Rng& rng);

} // namespace chelate::quiz
