// Calibration: how often a person is right at each level of confidence.
#pragma once

#include <array>
#include <span>

#include "engine/memory/review.hpp"

namespace chelate::study {

/// Smallest number of answers for which a share means anything.
inline constexpr int enough_answers = 20;

/// The answers given with one level of confidence.
struct ConfidenceGroup {
    int answers = 0;
    int right = 0; ///< answers with full credit
    [[nodiscard]] double share() const { return answers > 0 ? static_cast<double>(right) / answers : 0; }
    bool operator==(const ConfidenceGroup&) const = default;
};
/// By confidence: guess, think so, sure.
using Calibration = std::array<ConfidenceGroup, 3>;
/// Returns the calibration of one person. Answers without a confidence are left out.
[[nodiscard]] Calibration calibration_of(std::span<const memory::Review> reviews);

/// The range of shares of right answers in which each confidence pays best. Source: certainty-based marking with
/// three levels, where the mean marks of neighbouring levels are equal at 2/3 and at 0.8.
struct ShareRange {
    double low;
    double high;
};
inline constexpr std::array<ShareRange, 3> fair_shares{ShareRange{0, 2.0 / 3}, ShareRange{2.0 / 3, 0.8},
                                                       ShareRange{0.8, 1}};

} // namespace chelate::study
