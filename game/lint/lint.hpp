// What could be better in a pack that is correct: sources, dates, give-aways, wording, reach, and how texts fit.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/content/wording_rules.hpp"
#include "game/lint/pack_texts.hpp"

namespace chelate::lint {

/// Something that could be better. The sentence is made from `lint.<code>`.
struct Finding {
    std::string kind{}; ///< of the item: "claim"; "pack" for the whole
    std::string id{};
    std::string code{}; ///< stable, kebab-case
    std::string detail{};
    std::string sentence{}; ///< a pack's own rule brings its own; else empty
    bool operator==(const Finding&) const = default;
};

/// What a language, a pack and a screen bring to the rules; each may be empty.
struct LintBasis : content::WordingRules {
    std::function<std::vector<char32_t>(std::string_view)> undrawable{}; ///< signs of a text that our fonts lack
    std::function<bool(std::string_view text, Place place)> too_large{}; ///< at 1024x768 with 200 %
};

/// All findings, in the order of the rules. @param today  2026-11-26
[[nodiscard]] std::vector<Finding> lint(const content::Pack& pack, const LintBasis& basis, const std::string& today);

} // namespace chelate::lint
