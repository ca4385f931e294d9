// Answering by ticking every right option. interactions.hpp lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The screen positions that were ticked, in ascending order, at least one.
struct Ticked {
    static constexpr std::string_view name = "ticked";
    Order positions;
    bool operator==(const Ticked&) const = default;
};

/// What a player sees before the reveal: options in their screen order, but not how many are right.
struct TickView {
    std::vector<OptionView> options;
    bool operator==(const TickView&) const = default;
};

struct PickMany {
    static constexpr std::string_view name = "pick-many";
    static constexpr bool is_marked = true;
    using Response = Ticked;
    using View = TickView;

    std::vector<Option> options;
    Order key; ///< indices of the right options, in ascending order, at least one

    bool operator==(const PickMany&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const PickMany& interaction) { return interaction.options; }
[[nodiscard]] bool is_sound(const PickMany& interaction);
[[nodiscard]] bool fits(const Ticked& response, const PickMany& interaction);
[[nodiscard]] Fraction credit_of(const Ticked& response, const PickMany& interaction, const Order& display_order);
[[nodiscard]] Ticked key_of(const PickMany& interaction, const Order& display_order);
[[nodiscard]] Ticked wrong_of(const PickMany& interaction, const Order& display_order);
[[nodiscard]] Ticked random_of(const PickMany& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] TickView view_of(const PickMany& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const PickMany& interaction);
[[nodiscard]] bool rekey(const Ticked& response, PickMany& interaction, Order& display_order);

void write(json::Writer& out, const PickMany& interaction);
void read(const json::Value& object, PickMany& interaction);
void write(json::Writer& out, const Ticked& response);
void read(const json::Value& value, Ticked& response);

/// Returns the credit for ticks: max(0, hits / right - wrong / (options - right)). Ticking everything earns 0, and
/// before the cut at 0 guessing earns nothing on average. Where every option is right, the credit is hits / right.
/// @param options, right  number of options, and how many of them are right (at least 1)
/// @param hits, wrong  number of ticks on right options, and on wrong options
[[nodiscard]] Fraction ticks_credit(std::int64_t options, std::int64_t right, std::int64_t hits, std::int64_t wrong);

} // namespace chelate::quiz
