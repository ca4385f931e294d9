// A theme: every colour, size and duration a view uses, read from assets/themes/<name>.json.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/stage/rgba.hpp"

namespace chelate::stage {

/// Colours by what they are for. Pairs *_top/*_bottom are the ends of a gentle vertical gradient.
struct Colours {
    Rgba ground_top, ground_bottom;         ///< the whole window
    Rgba ground_glow_near, ground_glow_far; ///< two faint pools of light in it
    Rgba surface_top, surface_bottom;       ///< cards
    Rgba surface_edge;                      ///< their hairline
    Rgba surface_shine;                     ///< the lit upper rim of a card
    Rgba raised_top, raised_bottom;         ///< a card that has focus
    Rgba sunken, sunken_edge;               ///< what has stepped back: wrong answers, tracks
    Rgba panel_top, panel_bottom;           ///< overlays
    Rgba text, text_quiet;                  ///< both at least 7:1 on ground, surface, raised, sunken and panel
    Rgba light, light_glow;                 ///< the one warm light: focus, progress, right answers
    Rgba primary_top, primary_bottom, primary_edge, primary_text;
    Rgba key_top, key_bottom, key_edge; ///< key caps and number caps
    Rgba ink_dark, ink_light;           ///< symbols on a slot's colour: whichever stands out more
    Rgba mark_ink;                      ///< check and cross where they stand on the light
    Rgba shadow, veil;
};

/// Lengths in units of the grid (8 px in a window 720 px high).
struct Lengths {
    float grid = 8;       ///< pixels at a height of 720
    float margin = 5;     ///< around a screen
    float gap = 2;        ///< between cards
    float padding = 2.5F; ///< inside a card
    float radius_card = 2;
    float radius_cap = 1;
    float edge = 0.125F; ///< hairline
    float focus_edge = 0.3F;
    float shadow_blur = 3;
    float glow_blur = 3;
    float target = 5.5F; ///< least height of anything that can be clicked
    float bar = 1;       ///< progress and scroll bars
};

/// Font sizes as shares of the window's height, before the person's text scale.
struct TypeSizes {
    float caption = 0.0209F;
    float body = 0.0264F;
    float title = 0.0389F;
    float display = 0.0667F;
    float leading = 1.36F;       ///< line height of caption and body as a multiple of the size
    float leading_tight = 1.22F; ///< of title and display
};

/// Seconds.
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
    std::array<Rgba, 6> answers{}; ///< of the choices in a room; never a slot's colour
    Lengths length;
    TypeSizes type;
    Durations duration;

    /// Colour of a subject's slot. @param slot 1..12; anything else gives the quiet text colour
    [[nodiscard]] Rgba slot(int slot) const;
    /// Colour of a choice in a room. @param position 0 and up; after six they begin again
    [[nodiscard]] Rgba answer(std::size_t position) const { return answers[position % answers.size()]; }
};

/// Reads `<folder>/<name>.json`. Errors: those of read_file, and theme-faulty {path, problem} with the first problem as
/// `line:column: message`.
[[nodiscard]] Result<Theme> load_theme(const std::filesystem::path& folder, std::string_view name);

} // namespace chelate::stage
