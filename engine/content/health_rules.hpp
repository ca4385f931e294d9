// The program's own rules on statements about health, in English: no amount for a person to take, no promise that
// something is safe in pregnancy, no promise of a cure. A pack with "rules": ["health"] is refused where it breaks one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack_texts.hpp"
#include "engine/content/pattern.hpp"

namespace chelate::content {

/// Returns whether a pack's language is English, for which these rules are made. @param tag  such as "en-GB"
[[nodiscard]] bool is_english(std::string_view tag);

/// A sentence of a pack that breaks a rule on health.
struct HealthProblem {
    std::string code{}; ///< health-amount, health-pregnancy or health-cure
    std::string why{};  ///< what is wrong, as a part of a sentence
    std::string sentence{};
};

/// The compiled rules. They take some milliseconds to make and a megabyte to use, so they live as long as one check.
class HealthRules {
public:
    HealthRules();

    /// Returns the first sentence of a text that breaks a rule, or nothing. Only what a pack states, asks or says of
    /// itself can break one: not what it quotes or presents as false or unproven, not a question, and not a denial.
    [[nodiscard]] std::optional<HealthProblem> problem_of(const PackText& text) const;

private:
    /// The rules on one kind of statement.
    struct Kind {
        std::string code;
        std::string why;
        Pattern topic; ///< is in every sentence that a rule catches; most sentences lack it
        std::vector<Pattern> statements;
        Pattern denial; ///< sentences that match this pattern pass
    };
    std::vector<Kind> kinds_;
};

} // namespace chelate::content
