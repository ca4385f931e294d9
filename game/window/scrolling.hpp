// Scrolls what the last frame drew, for both keys and mouse.
#pragma once

#include "game/window/context.hpp"

namespace chelate::window {

/// Moves a region by a number of pixels. Returns false when it is already at its end.
/// @param seconds  duration of the movement; 0 with reduced motion
bool move_scroll(Scroll& scroll, float by, Seconds now, float seconds);

/// Moves every region that is shown by a number of pixels. Returns whether any moved.
bool scroll_by(ViewState& state, float by, Seconds now, float seconds);

/// Moves by shares of the visible height, or, for an overlay, of the height of its panel.
void scroll_pages(ViewState& state, bool is_overlay, float pages, Seconds now, float seconds);

/// Returns most of the height of the first region that is shown, in pixels; 0 when none is shown.
[[nodiscard]] float page_step(const ViewState& state);

/// Returns the index of the focused thing of a screen; 0 where a model has no focus.
[[nodiscard]] int focus_of(const screens::ScreenModel& screen);

} // namespace chelate::window
