// A poll: picking one of several options, none of which is right. It is never marked. interactions.hpp lists the
// functions of every interaction.
#pragma once

#include "engine/quiz/interactions/pick_one.hpp"

namespace chelate::quiz {

struct Vote {
    static constexpr std::string_view name = "vote";
    static constexpr bool is_marked = false;
    using Response = Picked;
    using View = ChoiceView;

    std::vector<Option> options;

    bool operator==(const Vote&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const Vote& interaction) { return interaction.options; }
[[nodiscard]] bool is_sound(const Vote& interaction);
[[nodiscard]] bool fits(const Picked& response, const Vote& interaction);
[[nodiscard]] Fraction credit_of(const Picked& response, const Vote& interaction,
                                 const Order& display_order);                       ///< always 0
[[nodiscard]] Picked key_of(const Vote& interaction, const Order& display_order);   ///< the first option: any will do
[[nodiscard]] Picked wrong_of(const Vote& interaction, const Order& display_order); ///< the last option
[[nodiscard]] Picked random_of(const Vote& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] ChoiceView view_of(const Vote& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const Vote& interaction); ///< always empty
[[nodiscard]] bool rekey(const Picked& response, Vote& interaction, Order& display_order);

void write(json::Writer& out, const Vote& interaction);
void read(const json::Value& object, Vote& interaction);

} // namespace chelate::quiz
