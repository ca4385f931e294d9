// Finds texts that are not written as the language's rules ask for: long sentences, and words with a better one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/wording_rules.hpp"

namespace chelate::lint {

/// Where a text is, which decides what rules it follows.
enum class TextPlace : std::uint8_t { pack, program, label };

/// A place in a text that could be written better.
struct StyleFinding {
    std::string code{};   ///< id of the rule, or long-sentence or double-space
    std::string detail{}; ///< the sentence; how many words it has and how it starts; the word before two spaces
    std::string better{}; ///< what to write instead; empty for long-sentence and double-space
    bool operator==(const StyleFinding&) const = default;
};

/// Returns what the style rules find in a text.
[[nodiscard]] std::vector<StyleFinding> style_findings(std::string_view text, TextPlace place,
                                                       const content::WordingRules& rules);

/// Returns whether a text of a language file is a button, a heading or another short text that is no sentence.
/// @param key  of the text, such as "players.title"
[[nodiscard]] bool is_label(std::string_view key, std::string_view text);

} // namespace chelate::lint
