// Turns input into intents: keys by the screen on top, the pointer by what the last frame drew and where.
#pragma once

#include <vector>

#include "engine/stage/input.hpp"
#include "engine/stage/theme.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

/// Returns what an input means for this model. Scrolling and dragging change only `state`. Call it only after a frame
/// of this model was drawn. @param unit  pixels of a grid unit
[[nodiscard]] std::vector<screens::Intent> intents_of(const stage::Input& input, const screens::UiModel& ui,
                                                      ViewState& state, Seconds now, const stage::Theme& theme,
                                                      float unit, bool reduced_motion);

} // namespace chelate::window
