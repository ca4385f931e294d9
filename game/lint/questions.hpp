// Finds questions and claims that give their answers away, or ask what cannot be answered fairly.
#pragma once

#include <vector>

#include "game/lint/lint.hpp"

namespace chelate::lint {

/// Returns what could be better in the questions of a pack, in the order of the rules.
[[nodiscard]] std::vector<Finding> question_findings(const content::Pack& pack, const content::WordingRules& rules);

/// Returns the chance that two shares differ at least as much as `few` of `all` and `others` of `all_others` do, when
/// nothing but chance makes them differ: Fisher's exact test, two-sided.
[[nodiscard]] double chance_of_difference(int few, int all, int others, int all_others);

} // namespace chelate::lint
