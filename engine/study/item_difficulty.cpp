#include "engine/study/item_difficulty.hpp"

#include <algorithm>
#include <cmath>

namespace chelate::study {

void ItemDifficulties::add(const std::string& person, const ItemId& item, double right, double chance) {
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

std::optional<double> ItemDifficulties::of(const ItemId& item) const {
    const auto found = items_.find(item);
    if (found == items_.end() || static_cast<int>(found->second.answered_by.size()) < least_answers)
        return std::nullopt;
    return found->second.difficulty;
}

int ItemDifficulties::answers(const ItemId& item) const {
    const auto found = items_.find(item);
    return found == items_.end() ? 0 : static_cast<int>(found->second.answered_by.size());
}

} // namespace chelate::study
