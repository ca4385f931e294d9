// The options a person chooses from or arranges, and their order on the screen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::quiz {

/// A choice, or an item to arrange.
struct Option {
    std::string text;
    /// set when the option is a subject being compared; its colour, shape and symbol are shown
    content::SubjectId subject{};
    std::string why{}; ///< why it is wrong; shown only after the reveal
    content::Image image{};

    bool operator==(const Option&) const = default;
};

/// Positions on the screen: entry p is the index of the option shown there.
using Order = std::vector<std::uint8_t>;

/// Largest number of options. Positions are checked with a 64-bit set.
inline constexpr std::size_t most_options = 64;

/// Returns whether an order names each of `count` options once.
[[nodiscard]] bool each_once(const Order& positions, std::size_t count);

/// Returns the screen position of the option with this index. @pre it is shown
[[nodiscard]] std::uint8_t position_of(std::uint8_t option, const Order& display_order);

/// An option as it may be seen before the reveal.
struct OptionView {
    std::string text;
    content::SubjectId subject;
    content::Image image{};
    bool operator==(const OptionView&) const = default;
};

/// Returns the options in their screen order.
[[nodiscard]] std::vector<OptionView> seen(const std::vector<Option>& options, const Order& display_order);

} // namespace chelate::quiz
