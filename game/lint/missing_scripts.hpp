// Finds the writing systems of a pack that no installed font has.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "engine/base/scripts.hpp"
#include "engine/content/pack.hpp"

namespace chelate::lint {

/// Returns the writing systems of the pack's texts that cannot be shown in full, each once, by their first use.
/// @param can_show  whether the screen has all the letters of a text
[[nodiscard]] std::vector<const Script*> missing_scripts(const content::Pack& pack,
                                                         const std::function<bool(std::string_view)>& can_show);

} // namespace chelate::lint
