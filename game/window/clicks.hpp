// What a click on a hint of the footer means, and what tells a kiosk that somebody is there.
#pragma once

#include <optional>
#include <vector>

#include "engine/stage/input.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::window {

/// The intent of the key the hint names; nothing for a hint that only tells.
[[nodiscard]] std::optional<screens::Intent> intent_of(screens::ActionId click);

/// A key, a letter, a click, a turn of the wheel. A pointer that only moves may be a table that shakes.
[[nodiscard]] std::vector<screens::Intent> stirs(const stage::Input& input);

} // namespace chelate::window
