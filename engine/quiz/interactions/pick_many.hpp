// Answering by ticking every right option. ways.hpp says what every way gives.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The positions on the screen that were ticked, rising, at least one.
struct Ticked {
    static constexpr std::string_view name = "ticked";
    Order positions;
    bool operator==(const Ticked&) const = default;
};

/// What is seen of it: options in their screen order. How many are right is not said.
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
    Order key; ///< indices of the right options, rising, at least one

    bool operator==(const PickMany&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const PickMany& body) { return body.options; }
[[nodiscard]] bool is_sound(const PickMany& body);
[[nodiscard]] bool fits(const Ticked& response, const PickMany& body);
[[nodiscard]] Fraction credit_of(const Ticked& response, const PickMany& body, const Order& display_order);
[[nodiscard]] Ticked key_of(const PickMany& body, const Order& display_order);
[[nodiscard]] Ticked wrong_of(const PickMany& body, const Order& display_order);
[[nodiscard]] Ticked random_of(const PickMany& body, const Order& display_order, Rng& rng);
[[nodiscard]] TickView view_of(const PickMany& body, const Order& display_order);
[[nodiscard]] std::string key_text(const PickMany& body);
[[nodiscard]] bool rekey(const Ticked& response, PickMany& body, Order& display_order);

void write(json::Writer& out, const PickMany& body);
void read(const json::Value& object, PickMany& body);
void write(json::Writer& out, const Ticked& response);
void read(const json::Value& value, Ticked& response);

/// Credit for ticks: max(0, hits / right - false / wrong), so that ticking all or guessing earns nothing in the mean;
/// where
/// every option is right, hits / right. Source: marking rules, sections 3 and 10.
/// @param options, right  how many there are, and how many of them are right (at least 1)
/// @param hits, wrong  ticks on right options, and on wrong ones
[[nodiscard]] Fraction ticks_credit(std::int64_t options, std::int64_t right, std::int64_t hits, std::int64_t wrong);

} // namespace chelate::quiz
