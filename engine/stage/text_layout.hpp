// Lines of text: where they break, how wide and high they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/stage/fonts.hpp"

namespace chelate::stage {

struct TextLine {
    std::string text;
    float width = 0;
};

/// A text broken into lines, ready to be drawn.
struct TextBlock {
    TextStyle style;
    std::vector<TextLine> lines;
    float width = 0;       ///< of the widest line, pixels
    float line_height = 0; ///< pixels
    [[nodiscard]] float height() const { return line_height * static_cast<float>(lines.size()); }
};

/// How lines are set. Leading is a multiple of the em, from the theme.
struct Setting {
    float max_width = 0;    ///< pixels; 0: one line for each line of the text
    int max_characters = 0; ///< a line; 0: no limit
    float leading = 1.4F;
    bool balanced = false; ///< lines of about one length, for headings
};

/// Breaks at spaces; a word wider than a whole line breaks after a hyphen, dash or slash, else anywhere.
/// Newlines break always. An empty text has no lines.
[[nodiscard]] TextBlock lay_out(const Fonts& fonts, std::string_view text, TextStyle style, const Setting& setting);

/// Width of a text on one line, pixels.
[[nodiscard]] float text_width(const Fonts& fonts, std::string_view text, TextStyle style);

} // namespace chelate::stage
