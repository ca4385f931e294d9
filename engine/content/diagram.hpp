// A picture of a few plain shapes and places on it to point at. A pack describes it, and any front end can draw it.
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

/// One shape, in units of the diagram from its upper left corner. A box or a round shape spans two corners, a line or
/// an arrow runs from one place to another, and a label is centred on its place.
struct DiagramShape {
    ShapeForm form = ShapeForm::box;
    Tone tone = Tone::plain;
    int x = 0;
    int y = 0;
    int to_x = 0;
    int to_y = 0;
    std::string text{}; ///< shown in the middle of the shape; empty: none
    bool operator==(const DiagramShape&) const = default;
};

/// A place on a diagram, in the diagram's units.
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

inline constexpr int longest_side = 1000; ///< largest width or height of a diagram, in its units
inline constexpr std::size_t most_shapes = 60;

} // namespace chelate::content
