// What a click on a hint of the footer means.
#pragma once

#include <optional>

#include "game/app/screen.hpp"

namespace chelate::window {

/// The intent of the key the hint names; nothing for a hint that only tells.
[[nodiscard]] std::optional<app::Intent> intent_of(app::Click click);

} // namespace chelate::window
