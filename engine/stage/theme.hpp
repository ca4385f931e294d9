// Reads a theme, which has every colour, size and duration that a view uses, from assets/themes/<name>.json.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/stage/rgba.hpp"

namespace chelate::stage {

/// Colours by their purpose. Each pair *_top/*_bottom gives the ends of a gentle vertical gradient.
struct Colours {
    Rgba ground_top, ground_bottom;         ///< background of the whole window
    Rgba ground_glow_near, ground_glow_far; ///< two faint pools of light in the background
    Rgba surface_top, surface_bottom;       ///< cards
    Rgba surface_edge;                      ///< hairline around cards
    Rgba surface_shine;                     ///< lit upper rim of cards
    Rgba raised_top, raised_bottom;         ///< a card with the focus
    Rgba sunken, sunken_edge;               ///< de-emphasised elements, such as wrong answers and tracks
    Rgba panel_top, panel_bottom;           ///< overlays
    Rgba text, text_quiet;                  ///< both at least 7:1 on ground, surface, raised, sunken and panel
    Rgba light, light_glow;                 ///< the only warm light: focus, progress, right answers
    Rgba primary_top, primary_bottom, primary_edge, primary_text;
    Rgba key_top, key_bottom, key_edge; ///< key caps and number caps
    Rgba ink_dark, ink_light;           ///< symbols on a slot's colour; the one with more contrast is used
    Rgba mark_ink;                      ///< check mark and cross on the light colour
    Rgba shadow, veil;
};

/// Lengths in grid units. A grid unit is 8 px in a window that is 720 px high.
struct Lengths {
    float grid = 8;       ///< pixels in a window that is 720 px high
    float margin = 5;     ///< around a screen
    float gap = 2;        ///< between cards
    float padding = 2.5F; ///< inside a card
    float radius_card = 2;
    float radius_cap = 1;
    float edge = 0.125F; ///< width of a hairline
    float focus_edge = 0.3F;
    float shadow_blur = 3;
    float glow_blur = 3;
    float target = 5.5F; ///< least height of anything that can be clicked
    float bar = 1;       ///< progress and scroll bars
};

/// Font sizes as shares of the window's height, before the user's text scale is applied.
struct TypeSizes {
    float caption = 0.0209F;
    float body = 0.0264F;
    float title = 0.0389F;
    float display = 0.0667F;
    float leading = 1.36F;       ///< line height of caption and body as a multiple of the size
    float leading_tight = 1.22F; ///< the same for title and display
};

/// Durations in seconds.
struct Durations {
    float enter = 0.22F;
    float focus = 0.14F;
    float scroll = 0.16F;
    float bloom = 0.25F;
    float count_up = 0.25F;
};

struct Theme {
    std::string name;
    Colours colour;
    std::array<Rgba, 12> slots{};
    std::array<Rgba, 6> answers{}; ///< for the choices in a classroom; none is the colour of a slot
    Lengths length;
    TypeSizes type;
    Durations duration;

    /// Returns the colour of a subject's slot. @param slot 1..12; anything else gives the quiet text colour
    [[nodiscard]] Rgba slot(int slot) const;
    /// Returns the colour of a choice in a classroom. @param position 0 and up; the colours repeat after six
    [[nodiscard]] Rgba answer(std::size_t position) const { return answers[position % answers.size()]; }
};

/// Reads `<folder>/<name>.json`. Errors: those of read_file, and theme-faulty {path, problem} with the first problem
/// as `line:column: message`.
[[nodiscard]] Result<Theme> load_theme(const std::filesystem::path& folder, std::string_view name);

} // namespace chelate::stage
