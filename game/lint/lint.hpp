// Finds what could be better in a correct pack: sources, dates, give-aways, wording, reach, and how texts fit.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/content/wording_rules.hpp"
#include "game/lint/pack_texts.hpp"

namespace chelate::lint {

/// Something that could be better. Its sentence comes from `lint.<code>` in the language file.
struct Finding {
    std::string kind{}; ///< kind of the item, for example "claim"; "pack" for the whole pack
    std::string id{};
    std::string code{}; ///< stable, kebab-case
    std::string detail{};
    std::string sentence{}; ///< the sentence of a pack's own rule; otherwise empty
    bool operator==(const Finding&) const = default;
};

/// What a language, a pack and a screen add to the rules. Each part may be empty.
struct LintBasis : content::WordingRules {
    /// Returns the characters of a text that our fonts lack.
    std::function<std::vector<char32_t>(std::string_view)> undrawable{};
    /// Returns whether a text is too large at 1024x768 and 200 % text size.
    std::function<bool(std::string_view text, Place place)> too_large{};
};

/// Returns all findings, in the order of the rules. @param today  a date such as 2026-11-26
[[nodiscard]] std::vector<Finding> lint(const content::Pack& pack, const LintBasis& basis, const std::string& today);

} // namespace chelate::lint
