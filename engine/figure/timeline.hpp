// What a figure looks like at a moment of a step. The picture is a function of the step and of the seconds within it,
// so it is the same whether one came there forward, backward or directly.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/content/figure.hpp"

namespace chelate::figure {

using Point = content::DrawingPoint;

/// A rectangle of a drawing, in its units.
struct Box {
    Point corner; ///< upper left
    double width = 0;
    double height = 0;
    [[nodiscard]] Point centre() const { return {corner.x + width / 2, corner.y + height / 2}; }
};

/// A part where it is drawn. Parts stand in drawing order, and the copies of a template where the template is.
struct PlacedPart {
    std::size_t part = 0; ///< index into the drawing's parts
    Point moved;          ///< from where it is in the drawing
    double opacity = 1;   ///< 0..1; parts that are not to be seen are left out
    double glow = 0;      ///< 0..1
    bool operator==(const PlacedPart&) const = default;
};

/// The path of a flow, drawn as three marks that point along it where nothing moves.
struct FlowPath {
    std::vector<Point> points; ///< two or three
    double opacity = 1;
    bool operator==(const FlowPath&) const = default;
};

/// One of the marks of a flow.
struct FlowMark {
    Point at;
    double degrees = 0; ///< where it points: 0 right, 90 down
};

/// Returns the three marks of a flow, at a quarter, half and three quarters of its path.
[[nodiscard]] std::vector<FlowMark> marks_of(const FlowPath& flow);

/// Everything that is to be drawn at one moment.
struct Frame {
    std::vector<PlacedPart> parts;
    std::vector<FlowPath> flows;
    std::vector<double> gauges;                ///< reading of each gauge of the figure
    std::map<std::string, std::string> labels; ///< text by anchor
    bool moving = false;                       ///< the step has changes and its time is not over
    bool operator==(const Frame&) const = default;
};

/// Says that a figure plays as it usually does.
inline constexpr std::size_t no_variant = static_cast<std::size_t>(-1);

/// How a figure plays: which of its variants, and whether movement is replaced by cross-fades.
struct Playing {
    std::size_t variant = no_variant; ///< index
    bool reduced_motion = false;
};

/// Returns what is drawn.
/// @param boxes  where each part of the drawing lies; see Renderer::boxes
/// @param step  0: before the first step; 1..steps: during and after that one
/// @param seconds  since the step began; anything past its end gives its last picture
[[nodiscard]] Frame frame_at(const content::Figure& figure, const std::vector<Box>& boxes, const Playing& playing,
                             std::size_t step, double seconds);

/// Returns the last picture of a step.
[[nodiscard]] Frame still_of(const content::Figure& figure, const std::vector<Box>& boxes, const Playing& playing,
                             std::size_t step);

/// Returns the readings of the gauges at the end of a step. They need no boxes, so the words beside a figure can be
/// made where nothing is drawn.
[[nodiscard]] std::vector<double> readings_of(const content::Figure& figure, const Playing& playing,
                                              std::size_t step);

/// Returns how long a step takes, in seconds; what moves in it moves as fast as that needs. @param step  0 takes none
[[nodiscard]] double seconds_of(const content::Figure& figure, const Playing& playing, std::size_t step);

} // namespace chelate::figure
