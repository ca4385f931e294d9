// The parts of the reveal: what was answered, and why it is so.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Your answer and the right one as cards, the others quietly below; or the two orders. Returns the y below.
float draw_answers(Context& context, const app::RevealModel& model, Vec at, float width);
/// Why, badges and sources. Returns the y below.
float draw_reasons(Context& context, const app::RevealModel& model, Vec at, float width, ScrollBody& body);

} // namespace chelate::window
