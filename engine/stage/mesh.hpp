// Turns outlines into triangles with a one-pixel feather, which makes edges smooth without MSAA.
#pragma once

#include <string_view>
#include <vector>

#include <SFML/Graphics/Vertex.hpp>

#include "engine/stage/geometry.hpp"
#include "engine/stage/rgba.hpp"

namespace chelate::stage {

/// Triangles with three vertices each.
using Mesh = std::vector<sf::Vertex>;
/// Corners in order, in either direction. The last is joined to the first unless a function says otherwise.
using Outline = std::vector<Vec>;

/// A vertical gradient from `top` at y0 to `bottom` at y1, or one colour when both are equal.
struct Paint {
    Rgba top;
    Rgba bottom;
    float y0 = 0;
    float y1 = 1;
    [[nodiscard]] static Paint solid(Rgba colour) { return {colour, colour, 0, 1}; }
    [[nodiscard]] Rgba at(float y) const;
};

[[nodiscard]] sf::Color to_sfml(Rgba colour);

/// Returns a rectangle with rounded corners. @param segments  pieces per corner; 0 chooses by the radius
[[nodiscard]] Outline round_rect(const Rect& rect, float radius, int segments = 0);
/// Returns an arc of `share` of a full turn, clockwise. A `from_turn` of 0 is the top. A share of 1 gives a closed
/// circle without a doubled point.
[[nodiscard]] Outline arc(Vec centre, float radius, float from_turn, float share);

/// Returns the area inside the outline; it is positive when the outline is clockwise on the screen.
[[nodiscard]] float signed_area(const Outline& outline);

/// Fills an outline that does not cross itself: full colour 0.5 px inside the edge, none 0.5 px outside it. Concave
/// outlines are filled by ear clipping. An outline with fewer than three corners draws nothing.
void fill(Mesh& mesh, const Outline& outline, const Paint& paint);

/// Draws along the outline with half the width on each side and a feather. Mitres are limited to three half-widths.
void stroke(Mesh& mesh, const Outline& outline, float width, const Paint& paint, bool closed);

/// Adds a soft shadow or glow around an opaque object. It has full colour `blur / 2` inside the rectangle's edge and
/// none `blur` outside it. The object covers the middle, so that is left out; `hollow` leaves out all of the inside.
void halo(Mesh& mesh, const Rect& rect, float radius, float blur, Rgba colour, bool hollow);

/// Adds light that fades from radius `inner` to radius `outer` around a point.
void glow(Mesh& mesh, Vec centre, float inner, float outer, Rgba colour);

/// Adds a feathered ring segment of this width with round ends, over `share` of a turn from `from_turn`.
void ring(Mesh& mesh, Vec centre, float radius, float width, float from_turn, float share, const Paint& paint);

/// Returns the outlines of the shapes of compared things: circle, square, triangle, diamond, hexagon, pentagon, star,
/// cross, ring, drop, crescent, shield. All look about equally large inside a circle of `radius`. The ring has two
/// outlines. Unknown names give a circle.
[[nodiscard]] std::vector<Outline> subject_shape(std::string_view name, Vec centre, float radius);

/// The position of a two-letter symbol on such a shape: its middle, relative to the centre in radii, and the width
/// available for it in radii. A `space` of 0 means that the symbol goes beside the shape, not on it.
struct SymbolPlace {
    Vec offset;
    float space = 0;
    bool on_ground = false; ///< the symbol is inside a hole, with the background behind it
};
[[nodiscard]] SymbolPlace symbol_place(std::string_view shape);

} // namespace chelate::stage
