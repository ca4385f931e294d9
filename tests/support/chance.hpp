// Says whether a count can be due to chance, for tests of fairness whose samples vary in size.
#pragma once

#include <cmath>
#include <cstddef>

namespace chelate::test {

/// Returns whether chance explains how often something happened in independent rounds.
/// A count that chance explains is refused at most once in 10^11 checks. A run makes fewer than 100 such checks, so at
/// most one run in 10^9 fails by chance, whatever the size of the sample.
/// Source: Hoeffding, "Probability inequalities for sums of bounded random variables", 1963, theorem 1. The bound needs
/// only the mean of the probabilities; they may differ between rounds.
/// @param times in how many rounds it happened, at most `rounds`
/// @param expected the mean probability, between 0 and 1 and neither of them
[[nodiscard]] inline bool chance_explains(std::size_t times, std::size_t rounds, double expected) {
    if (rounds == 0) return true;
    const double share = static_cast<double>(times) / static_cast<double>(rounds);
    // x ln(x / y), which is 0 for no share at all
    const auto term = [](double x, double y) { return x > 0 ? x * std::log(x / y) : 0; };
    const double divergence = term(share, expected) + term(1 - share, 1 - expected);
    return static_cast<double>(rounds) * divergence <= std::log(2e11);
}

} // namespace chelate::test
