// Fits memory weights to a person in the background. It takes values and returns values.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "engine/memory/fit.hpp"

namespace chelate::runner {

/// Runs one fit at a time. The destructor stops a running fit and waits for at most a few passes over the reviews.
class Fitting {
public:
    Fitting() = default;
    Fitting(const Fitting&) = delete;
    Fitting& operator=(const Fitting&) = delete;
    ~Fitting() { abandon(); }

    /// Starts a fit and abandons one that is running. Never fails: if no thread is available, nothing is fitted.
    void begin(std::vector<memory::FitReview> reviews, const memory::Weights& so_far);
    [[nodiscard]] bool running() const { return result_.valid(); }
    /// The result of a fit.
    struct Outcome {
        /// Number of reviews the fit was given.
        int reviews = 0;
        /// Nothing: the reviews gave no fit (see memory::fit_weights).
        std::optional<memory::Fit> fit{};
    };
    /// Returns the result of the last fit, once; nothing while it runs, or if none was started.
    [[nodiscard]] std::optional<Outcome> take();
    /// Stops a running fit, waits for it and drops its result.
    void abandon();

private:
    std::future<Outcome> result_;
    std::shared_ptr<std::atomic<bool>> stop_;
};

} // namespace chelate::runner
