// Weights fitted to one person: those under which what they recalled and forgot was least surprising.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// One review as the model sees it, in the order of time.
struct FitReview {
    std::uint32_t item = 0; ///< any number below the number of reviews
    int days = 0;           ///< since the review of this item before; what it is at the first one does not matter
    Rating rating = Rating::good;
};

/// So many reviews it takes before fitting means anything. Source: the authors of FSRS ask for as many.
inline constexpr std::size_t least_reviews = 400;

/// Mean surprise of what happened, in nats: -ln of the chance the model gave to it, over all reviews from `from` on
/// that came on a
/// later day than the one before. Nothing when there are none.
[[nodiscard]] std::optional<double> log_loss(std::span<const FitReview> reviews, const Weights& weights,
                                             std::size_t from = 0);

struct Fit {
    Weights weights = default_weights;
    double loss_before = 0; ///< of the held-back reviews, under the weights so far
    double loss_after = 0;  ///< the same under the fitted ones
    [[nodiscard]] bool is_better() const { return loss_after < loss_before; }
};

/// Fits by going downhill (Adam over differences, from the weights so far, held near the usual ones the more the
/// fewer reviews
/// there are) on the first four fifths of the reviews, and says how it does on the last fifth, which it has not seen.
/// Nothing below `least_reviews`, or when no review came on a later day. The same reviews give the same fit.
/// @param stop ends it early, with nothing, when somebody sets it; null: nobody does
[[nodiscard]] std::optional<Fit> fit_weights(std::span<const FitReview> reviews, const Weights& so_far,
                                             const std::atomic<bool>* stop = nullptr);

} // namespace chelate::memory
