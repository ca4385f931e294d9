// How a room answers: hands, or cards held up, counted for each option. A second response to every way in which one
// picks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"

namespace chelate::quiz {

/// Hands for each option, by position on the screen.
struct Raised {
    static constexpr std::string_view name = "raised";
    std::vector<std::uint16_t> hands;
    bool operator==(const Raised&) const = default;
};

/// The most hands for one option.
inline constexpr int most_hands = 9999;

[[nodiscard]] std::int64_t sum_of(const Raised& raised);
/// Whether it can answer a question of so many options: a number for each, and somebody has raised a hand.
[[nodiscard]] bool fits(const Raised& raised, std::size_t options);

void write(json::Writer& out, const Raised& response);
void read(const json::Value& value, Raised& response);

} // namespace chelate::quiz
