// Item difficulty: how hard each item is, estimated from first answers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/item_id.hpp"

namespace chelate::study {

/// How hard items are, by everybody's first answer to each: Elo as a running Rasch model with a term for guessing,
/// P = c + (1 - c) / (1 + exp(-(skill - difficulty))), both moved by `step` (right - P). Source: Pelánek 2016,
/// "Applications of
/// the Elo rating system in adaptive educational systems"; the constant step did as well as a falling one in a
/// simulation.
class ItemDifficulties {
public:
    static constexpr double step = 0.1;
    static constexpr int least_answers = 30; ///< before a figure means anything

    /// Takes somebody's answer; only their first to each item counts. @param right 0 to 1
    /// @param chance of a right answer that knows nothing, 0 to below 1
    void add(const std::string& person, const ItemId& item, double right, double chance);

    /// In logits, 0: as hard as somebody new is able. Nothing below `least_answers`.
    [[nodiscard]] std::optional<double> of(const ItemId& item) const;
    /// First answers there were to it.
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
