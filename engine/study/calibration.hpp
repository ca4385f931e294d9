// Calibration: how often a person is right when they say that they are sure.
#pragma once

#include <array>
#include <span>

#include "engine/memory/review.hpp"

namespace chelate::study {

/// From so many answers on a share means something.
inline constexpr int enough_answers = 20;

/// The answers given with one sureness.
struct ConfidenceGroup {
    int answers = 0;
    int right = 0; ///< full credit
    [[nodiscard]] double share() const { return answers > 0 ? static_cast<double>(right) / answers : 0; }
    bool operator==(const ConfidenceGroup&) const = default;
};
/// By sureness: a guess, think so, sure. Answers that did not say are left out.
using Calibration = std::array<ConfidenceGroup, 3>;
[[nodiscard]] Calibration calibration_of(std::span<const memory::Review> reviews);

/// Between which shares of right answers each sureness pays best (certainty-based marking of three levels: 2/3 and
/// 0.8 are where
/// the means of two levels meet).
struct ShareRange {
    double low;
    double high;
};
inline constexpr std::array<ShareRange, 3> fair_shares{ShareRange{0, 2.0 / 3}, ShareRange{2.0 / 3, 0.8},
                                                       ShareRange{0.8, 1}};

} // namespace chelate::study
