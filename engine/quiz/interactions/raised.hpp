// How a class answers: hands or cards held up, counted for each option. It is a second response for each interaction
// in which one option is picked.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"

namespace chelate::quiz {

/// Number of hands for each option, by position on the screen.
struct Raised {
    static constexpr std::string_view name = "raised";
    std::vector<std::uint16_t> hands;
    bool operator==(const Raised&) const = default;
};

/// Largest number of hands for one option.
inline constexpr int most_hands = 9999;

[[nodiscard]] std::int64_t sum_of(const Raised& raised);
/// Returns whether the counts fit a question with this many options: one for each, and at least one hand in all.
[[nodiscard]] bool fits(const Raised& raised, std::size_t options);

void write(json::Writer& out, const Raised& response);
void read(const json::Value& value, Raised& response);

} // namespace chelate::quiz
