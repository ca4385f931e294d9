// A picture drawn from a few plain shapes, with places on it that can be pointed at. Brought by a pack, drawn by
// anybody.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::content {

enum class ShapeForm : std::uint8_t { box, round, line, arrow, label };
inline constexpr std::array<std::string_view, 5> shape_forms{"box", "round", "line", "arrow", "label"};

/// How strongly a shape stands out.
enum class Tone : std::uint8_t { plain, quiet, strong };
inline constexpr std::array<std::string_view, 3> tones{"plain", "quiet", "strong"};

/// One shape, in units of the diagram from its upper left corner. A box or round spans two corners, a line or an arrow
/// goes from one place to another, a label stands in the middle of its place.
struct DiagramShape {
    ShapeForm form = ShapeForm::box;
    Tone tone = Tone::plain;
    int x = 0;
    int y = 0;
    int to_x = 0;
    int to_y = 0;
    std::string text{}; ///< in the middle; empty: none
    bool operator==(const DiagramShape&) const = default;
};

struct Spot {
    int x = 0;
    int y = 0;
    bool operator==(const Spot&) const = default;
};

struct Diagram {
    int width = 0;
    int height = 0;
    std::vector<DiagramShape> shapes{};
    bool operator==(const Diagram&) const = default;
};

inline constexpr int longest_side = 1000;
inline constexpr std::size_t most_shapes = 60;

} // namespace chelate::content
