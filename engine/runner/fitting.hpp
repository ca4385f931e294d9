// Weights of memory fitted to a person in the background: values go in, values come out.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "engine/memory/fit.hpp"

namespace chelate::runner {

/// One fit at a time. Ends with its owner, at the latest after one look over the reviews.
class Fitting {
public:
    Fitting() = default;
    Fitting(const Fitting&) = delete;
    Fitting& operator=(const Fitting&) = delete;
    ~Fitting() { abandon(); }

    /// Begins; one that runs is given up. Never fails: without a thread to be had nothing is fitted.
    void begin(std::vector<memory::FitReview> reviews, const memory::Weights& so_far);
    [[nodiscard]] bool running() const { return result_.valid(); }
    /// What came out, once: of how many reviews, and the fit, if there is one. Nothing while it runs and when none
    /// was begun.
    struct Outcome {
        int reviews = 0;
        std::optional<memory::Fit> fit{};
    };
    [[nodiscard]] std::optional<Outcome> take();
    void abandon();

private:
    std::future<Outcome> result_;
    std::shared_ptr<std::atomic<bool>> stop_;
};

} // namespace chelate::runner
