// Breaks text into lines and measures their width and height.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/stage/fonts.hpp"

namespace chelate::stage {

struct TextLine {
    std::string text;
    float width = 0;
    bool right_to_left = false; ///< it belongs to a paragraph in a script that is written from the right
};

/// A text that is broken into lines and ready to be drawn.
struct TextBlock {
    TextStyle style;
    std::vector<TextLine> lines;
    float width = 0;       ///< width of the widest line, pixels
    float line_height = 0; ///< pixels
    [[nodiscard]] float height() const { return line_height * static_cast<float>(lines.size()); }
};

/// How lines are set. `leading` is the line height as a multiple of the em, from the theme.
struct Setting {
    float max_width = 0;    ///< pixels; 0 means no limit
    int max_characters = 0; ///< most characters in a line; 0 means no limit
    float leading = 1.4F;
    bool balanced = false; ///< lines have about the same length, for headings
};

/// Breaks a text into lines at spaces, in Chinese and Japanese between letters, and in Thai and Lao between some
/// syllables. A number and its unit stay together (see is_inside_amount). A word or an amount wider than a whole line
/// is broken after a hyphen, dash, slash or space, or else anywhere. A newline always breaks a line. An empty text has
/// no lines.
[[nodiscard]] TextBlock lay_out(const Fonts& fonts, std::string_view text, TextStyle style, const Setting& setting);

/// Returns the width of a text on one line, in pixels.
[[nodiscard]] float text_width(const Fonts& fonts, std::string_view text, TextStyle style);

} // namespace chelate::stage
