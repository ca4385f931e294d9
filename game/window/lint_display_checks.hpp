// The lint checks that need a screen: characters our fonts lack, and texts that do not fit the smallest window.
#pragma once

#include <filesystem>

#include "game/lint/lint.hpp"

namespace chelate::window {

/// Returns the checks; empty when the fonts or the theme cannot be read. Needs no display.
/// @param themes  folder of the themes
[[nodiscard]] lint::LintBasis lint_display_checks(const std::filesystem::path& themes);

} // namespace chelate::window
