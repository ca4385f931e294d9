// The program's own rules on statements about health, in English: no amount for a person to take, no promise that
// something is safe in pregnancy, no promise of a cure. A pack with "rules": ["health"] is refused where it breaks one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack_texts.hpp"
#include "engine/content/wording_rules.hpp"

namespace chelate::content {

/// Returns whether a pack's language is English, for which these rules are made. @param tag  such as "en-GB"
[[nodiscard]] bool is_english(std::string_view tag);

/// Returns the rules. The id of each is the code of its problem: health-amount, health-pregnancy, health-cure.
[[nodiscard]] const std::vector<WordingRule>& health_rules();

/// A sentence of a pack that breaks a rule on health.
struct HealthProblem {
    const WordingRule* rule = nullptr;
    std::string sentence{};
};

/// Returns the first sentence of a text that breaks a rule, or nothing. Only what a pack states, asks or says of itself
/// can break one: not what it quotes or presents as false or unproven, not a question, and not a denial.
[[nodiscard]] std::optional<HealthProblem> health_problem_of(const PackText& text);

} // namespace chelate::content
