// Draws everything on the glass: the screen, an overlay over it, the banner, the footer, and how a new screen comes in.
#pragma once

#include "game/window/context.hpp"

namespace chelate::window {

/// Draws one frame. Intents of overlays are appended to `out`; those of the stage come from `intents_of`, which uses
/// what this leaves in `state`. True: something is moving, draw again soon.
bool draw(const screens::UiModel& glass, stage::Canvas& canvas, ViewState& state, std::vector<screens::Intent>& out);

} // namespace chelate::window
