// Wording rules that a language and a pack provide: how to write, words that claim too much, and what a pack must
// never state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/content/pattern.hpp"
#include "engine/json/problem.hpp"

namespace chelate::content {

/// A kind of sentence that should not be written.
struct WordingRule {
    std::string id{};
    std::string why{}; ///< shown to the author: what is wrong, or what to write instead
    Pattern pattern{};
    std::optional<Pattern> unless{}; ///< sentences that match this pattern pass

    /// Returns whether the rule finds fault with a sentence.
    [[nodiscard]] bool catches(std::string_view sentence) const;
};

/// A kind of statement that a pack's own rules forbid.
struct NeverRule : WordingRule {
    bool asked_too = false;   ///< also applies to texts that only ask
    bool refuted_too = false; ///< also applies to texts shown as not true
};

/// A rule on how a language is written.
struct StyleRule : WordingRule {
    /// Where it applies: in packs and in the program's texts, in the program's texts only, or only in the program's
    /// buttons, headings and other short texts that are no sentence.
    enum class Scope : std::uint8_t { everywhere, program, labels };
    Scope scope = Scope::everywhere;
};

/// The wording rules of a language and a pack. Each part may be empty.
struct WordingRules {
    std::optional<Pattern> strong{};   ///< words that claim more than evidence can show
    std::optional<Pattern> absolute{}; ///< words that give a wrong choice away
    std::optional<Pattern> article{};  ///< a prompt that ends in an article
    std::vector<StyleRule> style{};
    std::size_t longest_sentence = 0;                     ///< words; 0: no limit
    std::vector<WordingRule> cues{};                      ///< words that tell a true claim from a false one
    std::optional<WordingRule> certainty{};               ///< a certainty of evidence in words
    std::optional<WordingRule> order_cue{};               ///< words that tell which place a step has
    std::optional<WordingRule> most{};                    ///< a prompt that asks for the largest
    std::optional<WordingRule> least{};                   ///< a prompt that asks for the smallest
    std::optional<WordingRule> uncertain{};               ///< a statement that is itself about uncertainty
    std::vector<std::pair<std::string, Pattern>> units{}; ///< units, and how a prompt may word each
    std::vector<NeverRule> never{};
    std::vector<std::string> unnamed{}; ///< fingerprints of names that must not appear
};

/// Returns the fingerprint of a name, as listed in `unnamed`. @param words  lower case, one space between words
[[nodiscard]] std::string fingerprint_of_name(std::string_view words);

/// The file of a pack's own rules, in its folder. A pack need not have one, and the manifest does not list it.
inline constexpr const char* pack_rules_file = "lint.json";

/// Reads the rules of a pack and tries each rule on its own examples.
/// @return the problems of the rules themselves
[[nodiscard]] std::vector<json::Problem> read_pack_rules(const std::string& file, std::string text,
                                                         WordingRules& rules);

/// Reads the rules in a pack's folder. Without such a file there are no rules and no problems. A file that cannot be
/// read is a problem (file-not-read, path-outside, too-large).
[[nodiscard]] std::vector<json::Problem> read_pack_rules(const std::filesystem::path& folder, WordingRules& rules);

/// Reads the rules of a language (assets/lint/<language>.json), and tries those with examples on them.
/// @return as read_pack_rules
[[nodiscard]] std::vector<json::Problem> read_language_rules(const std::string& file, std::string text,
                                                             WordingRules& rules);

} // namespace chelate::content
