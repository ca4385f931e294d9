// Draws options to choose from, in a row.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Draws a label and its options, as many side by side as fit, and returns the y below. A folded row shows only what is
/// chosen; it unfolds while the focus is in it.
/// @param screen  for focus_light  @param first  focus of the first option  @param folds  the row may be folded
float chip_row(Context& context, const screens::ChipRow& row, std::string_view screen, int first, int focus, Vec at,
               float width, ScrollBody& body, bool folds);

} // namespace chelate::window
