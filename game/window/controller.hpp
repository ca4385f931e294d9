// Turns input into intents: keys by the screen that is on top, the pointer by what the last frame left where.
#pragma once

#include <vector>

#include "engine/stage/input.hpp"
#include "engine/stage/theme.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

/// What this input means for this model. Scrolling and dragging change `state` alone; call only after a frame of this
/// glass was drawn. @param unit  pixels of a grid unit
[[nodiscard]] std::vector<screens::Intent> intents_of(const stage::Input& input, const screens::UiModel& ui,
                                                      ViewState& state, Seconds now, const stage::Theme& theme,
                                                      float unit, bool reduced_motion);

} // namespace chelate::window
