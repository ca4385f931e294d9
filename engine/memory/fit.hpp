// Fits the weights of the memory model to one person, so that what they recalled and forgot is least surprising.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// One review as the model sees it. Lists of reviews are in the order of time.
struct FitReview {
    std::uint32_t item = 0; ///< index of the item; any number below the number of reviews
    /// Days since the previous review of this item. Ignored for an item's first review.
    int days = 0;
    Rating rating = Rating::good;
};

/// Smallest number of reviews for which fitting means anything. Source: the authors of FSRS ask for as many.
inline constexpr std::size_t least_reviews = 400;

/// Returns the mean surprise in nats: -ln of the chance that the model gave to what happened. The mean is over all
/// reviews from index `from` on that came on a later day than the previous review of their item. Returns nothing when
/// there are none.
[[nodiscard]] std::optional<double> log_loss(std::span<const FitReview> reviews, const Weights& weights,
                                             std::size_t from = 0);

struct Fit {
    Weights weights = default_weights;
    double loss_before = 0; ///< loss on the held-back reviews under the previous weights
    double loss_after = 0;  ///< loss on the same reviews under the fitted weights
    [[nodiscard]] bool is_better() const { return loss_after < loss_before; }
};

/// Fits weights by gradient descent (Adam on finite differences), starting from `so_far`. A penalty keeps them near
/// the default weights; it matters more the fewer reviews there are. The fit uses the first four fifths of the
/// reviews and is tested on the last fifth, which it has not seen. The same reviews give the same fit.
/// Returns nothing for fewer than `least_reviews` reviews, or when a part has no review on a later day.
/// @param reviews  in the order of time
/// @param stop  ends the fit early with no result once it is set; null: never
[[nodiscard]] std::optional<Fit> fit_weights(std::span<const FitReview> reviews, const Weights& so_far,
                                             const std::atomic<bool>* stop = nullptr);

} // namespace chelate::memory
