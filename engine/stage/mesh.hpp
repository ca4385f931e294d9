// Outlines and their tessellation into triangles with a feather of one pixel: what makes edges smooth without MSAA.
#pragma once

#include <string_view>
#include <vector>

#include <SFML/Graphics/Vertex.hpp>

#include "engine/stage/geometry.hpp"
#include "engine/stage/rgba.hpp"

namespace chelate::stage {

/// Triangles, three vertices each.
using Mesh = std::vector<sf::Vertex>;
/// Corners in order, either way round, the last joined to the first unless a function says otherwise.
using Outline = std::vector<Vec>;

/// A vertical gradient from `top` at y0 to `bottom` at y1; one colour when both are equal.
struct Paint {
    Rgba top;
    Rgba bottom;
    float y0 = 0;
    float y1 = 1;
    [[nodiscard]] static Paint solid(Rgba colour) { return {colour, colour, 0, 1}; }
    [[nodiscard]] Rgba at(float y) const;
};

[[nodiscard]] sf::Color to_sfml(Rgba colour);

/// @param segments  pieces a corner; 0 chooses by the radius
[[nodiscard]] Outline round_rect(const Rect& rect, float radius, int segments = 0);
/// `share` of a full turn, clockwise from the top; 1 gives a closed circle without a doubled point.
[[nodiscard]] Outline arc(Vec centre, float radius, float from_turn, float share);

/// Area inside the outline, positive when it runs clockwise on the screen.
[[nodiscard]] float signed_area(const Outline& outline);

/// Fills an outline without self-crossings: at -0.5 px the full colour, at +0.5 px nothing. Concave ones by ear
/// clipping. Fewer than three corners draw nothing.
void fill(Mesh& mesh, const Outline& outline, const Paint& paint);

/// Draws along the outline, half the width to each side, feathered; mitres limited at three half-widths.
void stroke(Mesh& mesh, const Outline& outline, float width, const Paint& paint, bool closed);

/// A soft shadow or glow around an opaque thing: full colour `blur / 2` inside the rectangle's edge, nothing `blur`
/// outside it. Its middle is left out, for the thing covers it; `hollow` leaves out all of the inside.
void halo(Mesh& mesh, const Rect& rect, float radius, float blur, Rgba colour, bool hollow);

/// Light that fades from `inner` to `outer` around a point.
void glow(Mesh& mesh, Vec centre, float inner, float outer, Rgba colour);

/// The band between two radii, feathered, over `share` of a turn from `from_turn`, with round ends.
void ring(Mesh& mesh, Vec centre, float radius, float width, float from_turn, float share, const Paint& paint);

/// Outlines of the shapes of compared things (circle square triangle diamond hexagon pentagon star cross ring drop
/// crescent shield) of about equal weight inside a circle of `radius`; the ring has two. Unknown names give a circle.
[[nodiscard]] std::vector<Outline> subject_shape(std::string_view name, Vec centre, float radius);

/// Where a symbol of two letters stands on such a shape: its middle, relative to the centre in radii, and the width
/// it may take in radii; `room` 0: beside it, not on it.
struct SymbolPlace {
    Vec offset;
    float room = 0;
    bool on_ground = false; ///< inside a hole: the ground shows behind it
};
[[nodiscard]] SymbolPlace symbol_place(std::string_view shape);

} // namespace chelate::stage
