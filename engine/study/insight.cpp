#include "engine/study/insight.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/study/ledger.hpp"

namespace chelate::study {

Calibration calibration_of(std::span<const memory::Review> reviews) {
    Calibration all{};
    for (const memory::Review& review : reviews) {
        if (!review.first || review.sureness < 1 || review.sureness > 3) continue;
        Sureness& one = all[static_cast<std::size_t>(review.sureness) - 1];
        ++one.answers;
        if (review.credit == 1000) ++one.right;
    }
    return all;
}

void Difficulties::add(const std::string& person, const std::string& item, double right, double chance) {
    Item& there = items_[item];
    const auto place = std::lower_bound(there.answered_by.begin(), there.answered_by.end(), person);
    if (place != there.answered_by.end() && *place == person) return;
    there.answered_by.insert(place, person);
    double& skill = skills_[person];
    const double expected = chance + (1 - chance) / (1 + std::exp(there.difficulty - skill));
    const double surprise = right - expected;
    skill += step * surprise;
    there.difficulty -= step * surprise;
}

std::optional<double> Difficulties::of(std::string_view item) const {
    const auto found = items_.find(item);
    if (found == items_.end() || static_cast<int>(found->second.answered_by.size()) < least_answers)
        return std::nullopt;
    return found->second.difficulty;
}

int Difficulties::answers(std::string_view item) const {
    const auto found = items_.find(item);
    return found == items_.end() ? 0 : static_cast<int>(found->second.answered_by.size());
}

std::vector<memory::FitReview> to_fit(std::vector<memory::Review> reviews, int start_hour) {
    std::map<std::string, std::uint32_t, std::less<>> numbers;
    std::vector<memory::FitReview> fit;
    fit.reserve(reviews.size());
    // Days and ratings are the same under all weights.
    (void)Ledger::of(std::move(reviews), {.start_hour = start_hour},
                     [&](const memory::Review& review, int days, memory::Rating rating) {
                         const auto number =
                             numbers.try_emplace(review.item, static_cast<std::uint32_t>(numbers.size())).first->second;
                         fit.push_back({number, days, rating});
                     });
    return fit;
}

} // namespace chelate::study
