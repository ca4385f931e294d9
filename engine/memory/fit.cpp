#include "engine/memory/fit.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace chelate::memory {

namespace {

constexpr int steps = 120;
constexpr double pace = 0.03; ///< step size at the start, in widths of a weight
/// Share of the reviews that is used only to test the fit.
constexpr double held_back = 0.2;
constexpr double pull = 20;     ///< the penalty counts as much as this many reviews
constexpr double surest = 1e-6; ///< chances are clamped to at least this far from 0 and 1

/// Returns how far each weight usually lies from its default, which is the scale of its steps. The range of a weight
/// would be far too wide a scale for the initial stabilities, so the default limits it too.
std::array<double, 21> widths() {
    std::array<double, 21> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = std::min(weight_ranges[i].high - weight_ranges[i].low, std::max(0.05, default_weights[i])) * 0.5;
    return all;
}

/// The sum of the surprises of some reviews, and their number.
struct Surprise {
    double sum = 0;
    std::size_t count = 0;
};

Surprise surprise(std::span<const FitReview> reviews, const Weights& weights, std::size_t from, std::size_t to) {
    const Fsrs fsrs(weights);
    std::vector<State> states(reviews.size());
    Surprise found;
    for (std::size_t i = 0; i < to; ++i) {
        const FitReview& review = reviews[i];
        State& state = states[review.item];
        const bool is_new = state.stability == 0;
        if (!is_new && review.days > 0 && i >= from) {
            const double chance = std::clamp(fsrs.retrievability(review.days, state.stability), surest, 1 - surest);
            found.sum -= std::log(review.rating == Rating::again ? 1 - chance : chance);
            ++found.count;
        }
        state = fsrs.after(is_new ? std::nullopt : std::optional(state), is_new ? 0 : review.days, review.rating);
    }
    return found;
}

Weights kept_in_range(Weights weights) {
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = std::clamp(weights[i], weight_ranges[i].low, weight_ranges[i].high);
    return weights;
}

} // namespace

std::optional<double> log_loss(std::span<const FitReview> reviews, const Weights& weights, std::size_t from) {
    const Surprise found = surprise(reviews, weights, from, reviews.size());
    return found.count > 0 ? std::optional(found.sum / static_cast<double>(found.count)) : std::nullopt;
}

std::optional<Fit> fit_weights(std::span<const FitReview> reviews, const Weights& so_far,
                               const std::atomic<bool>* stop) {
    if (reviews.size() < least_reviews) return std::nullopt;
    const auto seen = static_cast<std::size_t>(static_cast<double>(reviews.size()) * (1 - held_back));
    const auto before = log_loss(reviews, so_far, seen);
    if (!before || surprise(reviews, so_far, 0, seen).count == 0) return std::nullopt;

    const std::array<double, 21> width = widths();
    const auto cost = [&](const Weights& weights) {
        double away = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            away += std::pow((weights[i] - default_weights[i]) / width[i], 2);
        const Surprise found = surprise(reviews, weights, 0, seen);
        return (found.sum + pull * away / 21) / static_cast<double>(found.count);
    };
    // Adam: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015. Steps are measured in widths.
    Weights weights = so_far;
    std::array<double, 21> mean{};
    std::array<double, 21> square{};
    for (int step = 1; step <= steps; ++step) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (stop != nullptr && stop->load()) return std::nullopt;
            const double small = width[i] * 1e-4;
            Weights up = weights;
            Weights down = weights;
            up[i] += small;
            down[i] -= small;
            const double slope = (cost(kept_in_range(up)) - cost(kept_in_range(down))) / 2e-4;
            mean[i] = 0.9 * mean[i] + 0.1 * slope;
            square[i] = 0.999 * square[i] + 0.001 * slope * slope;
        }
        const double fading = pace * (1 - static_cast<double>(step - 1) / steps);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double along = mean[i] / (1 - std::pow(0.9, step));
            const double size = std::sqrt(square[i] / (1 - std::pow(0.999, step))) + 1e-8;
            weights[i] -= fading * width[i] * along / size;
        }
        weights = kept_in_range(weights);
    }
    return Fit{weights, *before, log_loss(reviews, weights, seen).value_or(*before)};
}

} // namespace chelate::memory
