// Wording rules that a language and a pack provide: words that claim too much, and what a pack must never state.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::content {

/// A kind of statement that a pack's own rules forbid.
struct NeverRule {
    std::string id{};
    std::string why{}; ///< the sentence shown to the author
    std::regex pattern{};
    std::optional<std::regex> unless{}; ///< sentences that match this pattern pass
    bool asked_too = false;             ///< also applies to texts that only ask
    bool refuted_too = false;           ///< also applies to texts shown as not true
};

/// The wording rules of a language and a pack. Each part may be empty.
struct WordingRules {
    std::optional<std::regex> strong{};   ///< words that claim more than evidence can show
    std::optional<std::regex> absolute{}; ///< words that give a wrong choice away
    std::optional<std::regex> article{};  ///< a prompt that ends in an article
    std::vector<NeverRule> never{};
    std::vector<std::string> unnamed{}; ///< fingerprints of names that must not appear
};

/// Returns the fingerprint of a name, as listed in `unnamed`. @param words  lower case, one space between words
[[nodiscard]] std::string fingerprint_of_name(std::string_view words);

/// Reads the rules of a pack (its lint.json) and tries each rule on its own examples.
/// @return the problems of the rules themselves, formatted for printing
[[nodiscard]] std::vector<std::string> read_pack_rules(const std::string& file, std::string text, WordingRules& rules);

/// Reads the word patterns of a language (assets/lint/<language>.json). @return as read_pack_rules
[[nodiscard]] std::vector<std::string> read_language_rules(const std::string& file, std::string text,
                                                           WordingRules& rules);

} // namespace chelate::content
