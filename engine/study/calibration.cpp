#include "engine/study/calibration.hpp"

namespace chelate::study {

Calibration calibration_of(std::span<const memory::Review> reviews) {
    Calibration all{};
    for (const memory::Review& review : reviews) {
        if (!review.first || review.confidence < 1 || review.confidence > 3) continue;
        ConfidenceGroup& one = all[static_cast<std::size_t>(review.confidence) - 1];
        ++one.answers;
        if (review.credit == 1000) ++one.right;
    }
    return all;
}

} // namespace chelate::study
