// Turns keys and typed text into intents, by the table of actions and the traits of the top screen.
#pragma once

#include <vector>

#include "engine/stage/input.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

/// Returns what a key or a typed character means; nothing for other input. Scrolling changes only `state`.
/// @param scroll_seconds  duration of a scroll; 0 with reduced motion
/// @param unit  pixels of a grid unit
[[nodiscard]] std::vector<screens::Intent> key_intents(const stage::Input& input, const screens::UiModel& ui,
                                                       ViewState& state, Seconds now, float scroll_seconds, float unit);

} // namespace chelate::window
