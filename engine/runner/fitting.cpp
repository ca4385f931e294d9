#include "engine/runner/fitting.hpp"

#include <chrono>
#include <system_error>
#include <utility>

namespace chelate::runner {

void Fitting::begin(std::vector<memory::FitReview> reviews, const memory::Weights& so_far) {
    abandon();
    stop_ = std::make_shared<std::atomic<bool>>(false);
    try {
        result_ = std::async(std::launch::async, [reviews = std::move(reviews), so_far, stop = stop_] {
            return Outcome{static_cast<int>(reviews.size()), memory::fit_weights(reviews, so_far, stop.get())};
        });
    } catch (const std::system_error&) {
        result_ = {}; // the weights so far will do
    }
}

std::optional<Fitting::Outcome> Fitting::take() {
    if (!result_.valid() || result_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
    return result_.get();
}

void Fitting::abandon() {
    if (stop_) *stop_ = true;
    if (result_.valid()) result_.wait();
    result_ = {};
}

} // namespace chelate::runner
