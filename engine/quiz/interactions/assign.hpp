// Answering by assigning each item to one of several targets: matching, or sorting into groups. interactions.hpp
// lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// Entry p is the index of the target assigned to the item at screen position p.
struct Assigned {
    static constexpr std::string_view name = "assigned";
    Order targets;
    bool operator==(const Assigned&) const = default;
};

/// What a player sees before the reveal: items in their screen order, and targets in their own order.
struct AssignView {
    std::vector<OptionView> items;
    std::vector<OptionView> targets;
    bool one_each = false;
    bool operator==(const AssignView&) const = default;
};

struct Assign {
    static constexpr std::string_view name = "assign";
    static constexpr bool is_marked = true;
    using Response = Assigned;
    using View = AssignView;

    std::vector<Option> items;
    std::vector<Option> targets; ///< targets keep their order and items are shuffled; no two targets read alike
    Order key;                   ///< by item: index of its target
    bool one_each = false;       ///< a match: no target is used twice

    bool operator==(const Assign&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const Assign& interaction) { return interaction.items; }
[[nodiscard]] bool is_sound(const Assign& interaction);
[[nodiscard]] bool fits(const Assigned& response, const Assign& interaction);
[[nodiscard]] Fraction credit_of(const Assigned& response, const Assign& interaction, const Order& display_order);
[[nodiscard]] Assigned key_of(const Assign& interaction, const Order& display_order);
[[nodiscard]] Assigned wrong_of(const Assign& interaction, const Order& display_order);
[[nodiscard]] Assigned random_of(const Assign& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] AssignView view_of(const Assign& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const Assign& interaction);
[[nodiscard]] bool rekey(const Assigned& response, Assign& interaction, Order& display_order);

void write(json::Writer& out, const Assign& interaction);
void read(const json::Value& object, Assign& interaction);
void write(json::Writer& out, const Assigned& response);
void read(const json::Value& value, Assigned& response);

/// Returns the credit for assignments, corrected for guessing: max(0, (right/items - 1/targets) / (1 - 1/targets)).
/// @param targets  at least 2
[[nodiscard]] Fraction assign_credit(std::int64_t items, std::int64_t targets, std::int64_t right);

} // namespace chelate::quiz
