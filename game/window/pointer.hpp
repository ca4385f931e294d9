// Turns mouse input into intents by what the last frame drew and where.
#pragma once

#include <vector>

#include "engine/stage/input.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

/// Returns what a mouse input means. Scrolling and dragging change only `state`.
/// @param scroll_seconds  duration of a scroll; 0 with reduced motion
/// @param unit  pixels of a grid unit
[[nodiscard]] std::vector<screens::Intent> pointer_intents(const stage::Input& input, const screens::ScreenModel& top,
                                                           ViewState& state, Seconds now, float scroll_seconds,
                                                           float unit);

} // namespace chelate::window
