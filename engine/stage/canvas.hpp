// Bundles everything that a view needs to draw one frame.
#pragma once

#include <string_view>

#include "engine/stage/animation.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/theme.hpp"

namespace chelate::stage {

/// How the user wants the program to look. It may change at any time.
struct Appearance {
    std::string theme = "dark";
    float text_scale = 1;        ///< 1..2
    bool reduced_motion = false; ///< cross-fades replace movement
    bool full_screen = false;
    /// For reading from far away: capitals of body and title are at least 2.8 % and 3.5 % of the window's height.
    bool for_projector = false;
    bool operator==(const Appearance&) const = default;
};

/// Sizes in pixels of a grid unit and of the four type sizes for a window size. A narrow window limits the sizes, so
/// that 1024x768 does not get larger letters and shorter lines than 1280x720.
struct Measure {
    float unit = 8;
    std::array<float, 4> em{}; ///< caption, body, title, display
    [[nodiscard]] static Measure of(Vec window, const Theme& theme, float text_scale, bool for_projector = false);
};

struct Canvas {
    Painter& paint;
    const Fonts& fonts;
    const Theme& theme;
    Measure measure;
    Vec size; ///< of the window, pixels
    Seconds now = 0;
    bool reduced_motion = false;
    float text_scale = 1;

    /// Converts grid units to pixels.
    [[nodiscard]] float px(float units) const { return units * measure.unit; }
    [[nodiscard]] TextBlock lay_out(std::string_view text, TextStyle style, float max_width, int max_characters = 0,
                                    bool balanced = false) const;
};

} // namespace chelate::stage
