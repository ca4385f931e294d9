// Finds facts that do not fit together: a question that contradicts them, and a value far from those of its kind.
#pragma once

#include <vector>

#include "game/lint/lint.hpp"

namespace chelate::lint {

/// Returns what the facts of a pack say against its questions and against each other.
[[nodiscard]] std::vector<Finding> fact_findings(const content::Pack& pack, const content::WordingRules& rules);

} // namespace chelate::lint
