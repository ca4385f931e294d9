#include "engine/memory/fsrs.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "engine/base/rng.hpp"

namespace chelate::memory {

namespace {

int index_of(Rating rating) { return static_cast<int>(rating) - 1; }
double offset_of(Rating rating) { return static_cast<double>(rating) - 3; }
double kept_stability(double days) { return std::clamp(days, least_stability, most_stability); }

} // namespace

// Source: the parameter clipper of FSRS-6, with same-day reviews included (w19 from 0.01).
const std::array<Range, 21> weight_ranges{
    {{0.001, 100},  {0.001, 100}, {0.001, 100}, {0.001, 100}, {1, 10},    {0.001, 4},    {0.001, 4},
     {0.001, 0.75}, {0, 4.5},     {0, 0.8},     {0.001, 3.5}, {0.001, 5}, {0.001, 0.25}, {0.001, 0.9},
     {0, 4},        {0, 1},       {1, 6},       {0, 2},       {0, 2},     {0.01, 0.8},   {0.1, 0.8}}};

Result<Weights> weights_from(std::span<const double> list) {
    if (list.size() != 17 && list.size() != 19 && list.size() != 21)
        return fail("weights-count", {{"count", std::to_string(list.size())}});
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!std::isfinite(list[i])) return fail("weights-not-finite", {{"place", std::to_string(i)}});
    }
    Weights weights{};
    std::copy(list.begin(), list.end(), weights.begin());
    if (list.size() == 17) { // FSRS-4.5 defined difficulty differently
        weights[4] += 2 * weights[5];
        weights[5] = std::log(3 * weights[5] + 1) / 3;
        weights[6] += 0.5;
    }
    if (list.size() < 21) weights[20] = 0.5; // older versions had this fixed decay
    for (std::size_t i = 0; i < weights.size(); ++i) {
        // The logarithm of a negative weight is NaN, which goes to the low end like any value that is too small.
        weights[i] =
            weights[i] >= weight_ranges[i].low ? std::min(weights[i], weight_ranges[i].high) : weight_ranges[i].low;
    }
    return weights;
}

double retrievability(double days, double stability, const Weights& weights) {
    return Fsrs(weights).retrievability(days, stability);
}

Fsrs::Fsrs(const Weights& weights)
    : w_(weights),
      decay_(-w_[20]),
      inverse_decay_(1 / decay_),
      factor_(std::pow(0.9, inverse_decay_) - 1),
      easiest_(w_[4] - std::exp(w_[5] * 3) + 1),
      growth_(std::exp(w_[8])),
      forget_ceiling_(std::exp(w_[17] * w_[18])),
      same_day_{} {
    for (const Rating rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
        same_day_[static_cast<std::size_t>(index_of(rating))] = std::exp(w_[17] * (offset_of(rating) + w_[18]));
    }
}

double Fsrs::retrievability(double days, double stability) const {
    return std::pow(1 + factor_ * days / stability, decay_);
}

State Fsrs::first(Rating rating) const {
    const int g = index_of(rating);
    return {std::max(w_[static_cast<std::size_t>(g)], 0.1), std::clamp(w_[4] - std::exp(w_[5] * g) + 1, 1.0, 10.0)};
}

double Fsrs::next_difficulty(double difficulty, Rating rating) const {
    const double damped = difficulty - w_[6] * offset_of(rating) * (10 - difficulty) / 9;
    return std::clamp(w_[7] * easiest_ + (1 - w_[7]) * damped, 1.0, 10.0);
}

State Fsrs::after(const std::optional<State>& before, int days, Rating rating) const {
    if (!before) return first(rating);
    const double s = kept_stability(before->stability);
    const double d = std::clamp(before->difficulty, 1.0, 10.0);
    State next{s, next_difficulty(d, rating)};
    if (days <= 0) {
        const double k = same_day_[static_cast<std::size_t>(index_of(rating))] * std::pow(s, -w_[19]);
        next.stability = s * (rating == Rating::again ? k : std::max(k, 1.0));
    } else if (rating == Rating::again) {
        const double missing = 1 - retrievability(days, s);
        const double forgotten =
            w_[11] * std::pow(d, -w_[12]) * (std::pow(s + 1, w_[13]) - 1) * std::exp(w_[14] * missing);
        next.stability = std::min(kept_stability(s / forget_ceiling_), kept_stability(forgotten));
    } else {
        const double missing = 1 - retrievability(days, s);
        const double rated = rating == Rating::hard ? w_[15] : rating == Rating::easy ? w_[16] : 1;
        next.stability = s * (1 + growth_ * (11 - d) * std::pow(s, -w_[9]) * std::expm1(w_[10] * missing) * rated);
    }
    next.stability = kept_stability(next.stability);
    return next;
}

double Fsrs::interval_factor(double retention) const {
    return (std::pow(std::clamp(retention, least_retention, most_retention), inverse_decay_) - 1) / factor_;
}

double Fsrs::exact_interval(double stability, double retention) const { return stability * interval_factor(retention); }

int Fsrs::interval(double stability, double retention) const {
    const double days = std::floor(exact_interval(stability, retention) + 0.5);
    return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(longest_interval)));
}

// Source: the fuzz of FSRS-6. It widens by 15% of the days from 2.5 to 7, 10% of those to 20 and 5% of the rest.
int fuzzed(int interval, int elapsed, double chance, int longest) {
    const double days = interval;
    if (days < 2.5) return std::clamp(interval, 1, longest);
    const double delta = 1 + 0.15 * std::max(std::min(days, 7.0) - 2.5, 0.0) +
                         0.10 * std::max(std::min(days, 20.0) - 7, 0.0) + 0.05 * std::max(days - 20, 0.0);
    int low = std::max(2, static_cast<int>(std::floor(days - delta + 0.5)));
    const int high = std::min(static_cast<int>(std::floor(days + delta + 0.5)), longest);
    if (interval > elapsed) low = std::max(low, elapsed + 1);
    low = std::min(low, high);
    return static_cast<int>(std::floor(chance * (high - low + 1))) + low;
}

double fuzz_chance(const ItemId& item, std::uint32_t reviews) {
    // 64-bit FNV-1a over the item's text form, without building the string
    std::uint64_t seed = 0xCBF29CE484222325ULL;
    const auto add = [&](std::string_view bytes) {
        for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    };
    add(item.prefix());
    add(item.id);
    Rng rng = stream_of(seed, reviews);
    return static_cast<double>(rng.below(1U << 30U)) / static_cast<double>(1U << 30U);
}

} // namespace chelate::memory
