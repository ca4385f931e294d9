// Item difficulty: estimates how hard each item is from people's first answers to it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/item_id.hpp"

namespace chelate::study {

/// Estimates how hard items are from each person's first answer to each item. The method is Elo as a running Rasch
/// model with a term for guessing: P = c + (1 - c) / (1 + exp(-(skill - difficulty))). Both skill and difficulty move
/// by `step` (right - P). A constant step did as well as a falling one in a simulation.
/// Source: Pelánek 2016, "Applications of the Elo rating system in adaptive educational systems".
class ItemDifficulties {
public:
    static constexpr double step = 0.1;
    static constexpr int least_answers = 30; ///< fewer answers give no figure

    /// Takes a person's answer to an item; only their first answer to each item counts.
    /// @param right  credit, 0 to 1
    /// @param chance  chance of a right answer without any knowledge, 0 to below 1
    void add(const std::string& person, const ItemId& item, double right, double chance);

    /// Returns the difficulty in logits; 0 matches the skill of a new person. Nothing below `least_answers`.
    [[nodiscard]] std::optional<double> of(const ItemId& item) const;
    /// Returns the number of first answers to the item.
    [[nodiscard]] int answers(const ItemId& item) const;

private:
    struct Item {
        double difficulty = 0;
        std::vector<std::string> answered_by{};
    };
    std::map<ItemId, Item> items_;
    std::map<std::string, double, std::less<>> skills_;
};

} // namespace chelate::study
