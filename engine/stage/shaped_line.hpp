// Shapes lines in scripts that need more than one picture a letter: joined letters, conjuncts, writing from the right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/stage/fonts.hpp"

namespace chelate::stage {

/// A glyph at its place on a line.
struct PlacedGlyph {
    Glyph glyph;
    float x = 0;          ///< of the pen, pixels from the start of the line
    std::uint32_t id = 0; ///< in its font; 0: a glyph of the atlas
};

/// The glyphs of a line from left to right, with positions as in Glyph.
struct ShapedLine {
    std::vector<PlacedGlyph> glyphs;
    float width = 0; ///< pixels
};

/// A letter with its accents, which no line break divides.
struct Cluster {
    std::uint32_t begin = 0; ///< bytes from the start of the text
    std::uint32_t end = 0;
    float width = 0; ///< pixels
};

/// Returns whether a text has characters that are not simply drawn one after another from the atlas. Most have none.
[[nodiscard]] bool needs_shaping(std::string_view text, TextStyle style);

/// Returns whether a paragraph is written from right to left, which its first letter decides.
[[nodiscard]] bool is_right_to_left(std::string_view paragraph);

/// Shapes a line and puts its parts in the order in which they are seen (Unicode's bidirectional algorithm).
/// @param right_to_left  the direction of the paragraph
[[nodiscard]] ShapedLine shape_line(const Fonts& fonts, std::string_view text, TextStyle style, bool right_to_left);

/// Returns where the caret of a line is, in pixels from its left end. Behind a letter that is written from the right,
/// it is at the left of that letter.
/// @param caret  a place between two characters, in bytes from the start of the text
[[nodiscard]] float caret_x(const Fonts& fonts, std::string_view text, std::size_t caret, TextStyle style);

/// Returns the clusters of a text in the order of its bytes.
[[nodiscard]] std::vector<Cluster> clusters_of(const Fonts& fonts, std::string_view text, TextStyle style);

} // namespace chelate::stage
