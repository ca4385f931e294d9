// Finds rounds that promise more questions than they can ask.
#pragma once

#include <vector>

#include "game/lint/lint.hpp"

namespace chelate::lint {

/// Returns the rounds that run out of questions before their `count`, because nothing is asked twice. Their `detail` is
/// the number of questions, or the fewest and the most where it depends on chance.
[[nodiscard]] std::vector<Finding> round_findings(const content::Pack& pack);

} // namespace chelate::lint
