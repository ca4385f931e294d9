// What there is to answer on a question's screen, and how it was answered on the reveal's: one plain model for each way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chelate::app {

/// How a compared thing looks everywhere: the theme's colour of this slot, an outline, two letters.
struct Look {
    int slot = 0;        ///< 1..12
    std::string shape;   ///< one of content::shapes()
    std::string symbol;  ///< "Gl"
    bool operator==(const Look&) const = default;
};

struct ChoiceCard {
    std::string number;          ///< "1": the key that chooses it
    std::string text;
    std::optional<Look> look;    ///< when it is a compared thing
    bool operator==(const ChoiceCard&) const = default;
};

enum class Mark : std::uint8_t { none, right, wrong, missed };

/// A choice after the reveal. `missed`: right, but not chosen.
struct MarkedChoice {
    ChoiceCard card;
    Mark mark = Mark::none;
    bool yours = false;
    std::string word;            ///< "Your answer, right", "Right answer"; empty
    std::string why;             ///< why it is wrong; may be empty
    bool operator==(const MarkedChoice&) const = default;
};

// Focusable in each: its cards or items, in reading order, from 0.

/// Cards, one of which is picked.
struct ChoiceModel {
    std::vector<ChoiceCard> choices;
    bool operator==(const ChoiceModel&) const = default;
};
struct MarkedChoices {
    std::vector<MarkedChoice> choices;
    bool operator==(const MarkedChoices&) const = default;
};

/// Items to arrange, in their present order.
struct OrderModel {
    std::vector<ChoiceCard> items;
    std::string first_label;
    std::string last_label;
    int held = -1;               ///< index of the item being carried; -1: none
    bool operator==(const OrderModel&) const = default;
};
struct MarkedOrder {
    std::string yours_heading;
    std::string right_heading;
    std::vector<MarkedChoice> yours;     ///< your order, marked place by place; empty: none was given
    std::vector<std::string> right;      ///< the right order
    bool operator==(const MarkedOrder&) const = default;
};

using AnswerModel = std::variant<ChoiceModel, OrderModel>;
using MarkedModel = std::variant<MarkedChoices, MarkedOrder>;

/// What the arrow keys do: move the focus, or carry what is held.
enum class Arrows : std::uint8_t { focus, carry };

} // namespace chelate::app
