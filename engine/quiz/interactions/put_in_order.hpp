// Answering by putting items in order. interactions.hpp lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// Screen positions from first to last, in the order the player chose.
struct Arranged {
    static constexpr std::string_view name = "arranged";
    Order positions;
    bool operator==(const Arranged&) const = default;
};

/// What a player sees before the reveal: items in their screen order, and the labels of the two ends.
struct OrderView {
    std::vector<OptionView> items;
    std::string first_label;
    std::string last_label;
    bool operator==(const OrderView&) const = default;
};

struct PutInOrder {
    static constexpr std::string_view name = "put-in-order";
    static constexpr bool is_marked = true;
    using Response = Arranged;
    using View = OrderView;

    std::vector<Option> items; ///< in the right order, first to last
    std::string first_label{};
    std::string last_label{};

    bool operator==(const PutInOrder&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const PutInOrder& interaction) { return interaction.items; }
[[nodiscard]] bool is_sound(const PutInOrder& interaction);
[[nodiscard]] bool fits(const Arranged& response, const PutInOrder& interaction);
[[nodiscard]] Fraction credit_of(const Arranged& response, const PutInOrder& interaction, const Order& display_order);
[[nodiscard]] Arranged key_of(const PutInOrder& interaction, const Order& display_order);
[[nodiscard]] Arranged wrong_of(const PutInOrder& interaction, const Order& display_order);
[[nodiscard]] Arranged random_of(const PutInOrder& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] OrderView view_of(const PutInOrder& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const PutInOrder& interaction);
[[nodiscard]] bool rekey(const Arranged& response, PutInOrder& interaction, Order& display_order);

void write(json::Writer& out, const PutInOrder& interaction);
void read(const json::Value& object, PutInOrder& interaction);
void write(json::Writer& out, const Arranged& response);
void read(const json::Value& value, Arranged& response);

/// Returns the credit for an order: max(0, Kendall's tau) = max(0, (concordant - discordant) / pairs). Before the cut
/// at 0 a random order earns nothing on average, and swapping two neighbours costs little.
/// @param places  the right place of the item put at each position, each once; at least 2
[[nodiscard]] Fraction order_credit(const Order& places);

} // namespace chelate::quiz
