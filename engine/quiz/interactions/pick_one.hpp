// Answering by picking the right one of several options. interactions.hpp lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The position on the screen that was picked.
struct Picked {
    static constexpr std::string_view name = "picked";
    std::uint8_t position = 0;
    bool operator==(const Picked&) const = default;
};

/// What a player sees before the reveal: options in their screen order.
struct ChoiceView {
    std::vector<OptionView> options;
    bool operator==(const ChoiceView&) const = default;
};

struct PickOne {
    static constexpr std::string_view name = "pick-one";
    static constexpr bool is_marked = true;
    using Response = Picked;
    using View = ChoiceView;

    std::vector<Option> options;
    std::uint8_t key = 0; ///< index of the right option

    bool operator==(const PickOne&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const PickOne& interaction) { return interaction.options; }
[[nodiscard]] bool is_sound(const PickOne& interaction);
[[nodiscard]] bool fits(const Picked& response, const PickOne& interaction);
[[nodiscard]] Fraction credit_of(const Picked& response, const PickOne& interaction, const Order& display_order);
[[nodiscard]] Picked key_of(const PickOne& interaction, const Order& display_order);
[[nodiscard]] Picked wrong_of(const PickOne& interaction, const Order& display_order);
[[nodiscard]] Picked random_of(const PickOne& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] ChoiceView view_of(const PickOne& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const PickOne& interaction);
[[nodiscard]] bool rekey(const Picked& response, PickOne& interaction, Order& display_order);

void write(json::Writer& out, const PickOne& interaction);
void read(const json::Value& object, PickOne& interaction);
void write(json::Writer& out, const Picked& response);
void read(const json::Value& object, Picked& response);

} // namespace chelate::quiz
