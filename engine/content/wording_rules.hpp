// Rules on wording that a language and a pack bring: words that say too much, and what a pack must never state.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::content {

/// A text that a pack must never state, by its own rules.
struct NeverRule {
    std::string id{};
    std::string why{}; ///< the sentence that is shown
    std::regex pattern{};
    std::optional<std::regex> unless{}; ///< sentences that it lets pass
    bool asked_too = false;             ///< also in what only asks
    bool refuted_too = false;           ///< also in what is shown as not true
};

/// Each part may be empty.
struct WordingRules {
    std::optional<std::regex> strong{};   ///< words that say more than evidence can
    std::optional<std::regex> absolute{}; ///< words that give a wrong choice away
    std::optional<std::regex> article{};  ///< a prompt that ends in an article
    std::vector<NeverRule> never{};
    std::vector<std::string> unnamed{}; ///< fingerprints of names that stay out
};

/// Fingerprint of a name as `unnamed` holds it: words in lower case with one blank between.
[[nodiscard]] std::string fingerprint_of_name(std::string_view words);

/// Reads the rules of a pack (its lint.json) and tries each on its own examples.
/// @return what is wrong with the rules themselves, as problems are printed
[[nodiscard]] std::vector<std::string> read_pack_rules(const std::string& file, std::string text, WordingRules& rules);

/// Reads the words of a language (assets/lint/<language>.json). @return as above
[[nodiscard]] std::vector<std::string> read_language_rules(const std::string& file, std::string text,
                                                           WordingRules& rules);

} // namespace chelate::content
