// Draws the whole UI model: the screen, an overlay over it, the banner, the footer, and how a new screen enters.
#pragma once

#include "game/window/context.hpp"

namespace chelate::window {

/// Draws one frame. Intents of overlays are appended to `out`. Those of the screen come from `intents_of`, which uses
/// what this leaves in `state`. Returns true when something is moving and should be drawn again soon.
bool draw(const screens::UiModel& ui, stage::Canvas& canvas, ViewState& state, std::vector<screens::Intent>& out);

} // namespace chelate::window
