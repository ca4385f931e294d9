// Finds steps of figures in which nothing happens, and parts of drawings that nothing uses.
#pragma once

#include <vector>

#include "game/lint/lint.hpp"

namespace chelate::lint {

/// Returns what could be better in the figures of a pack. A finding on a drawing names the first mechanism that uses
/// it.
[[nodiscard]] std::vector<Finding> figure_findings(const content::Pack& pack);

} // namespace chelate::lint
