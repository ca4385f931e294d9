// Finds what could be better in a correct pack: sources, dates, give-aways, wording, English, reach, how texts fit.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/content/pack_texts.hpp"
#include "engine/content/wording_rules.hpp"
#include "engine/text/language.hpp"

namespace chelate::lint {

/// Something that could be better. Its sentence comes from `lint.<code>` in the language file.
struct Finding {
    std::string kind{}; ///< kind of the item, for example "claim"; "pack" for the whole pack
    std::string id{};
    std::string code{}; ///< stable, kebab-case
    std::string detail{};
    std::string sentence{}; ///< the sentence of a rule that has its own; otherwise empty
    text::Args args{};      ///< what the sentence needs besides `detail`
    bool is_remark = false; ///< worth a thought, but no reason to call the pack faulty
    bool operator==(const Finding&) const = default;
};

/// What a language, a pack and a screen add to the rules. Each part may be empty.
struct LintBasis : content::WordingRules {
    /// Returns the characters of a text that our fonts lack.
    std::function<std::vector<char32_t>(std::string_view)> undrawable{};
    /// Returns whether a text is too large at 1024x768 and 200 % text size.
    std::function<bool(std::string_view text, content::Place place)> too_large{};
};

/// Returns all findings, in the order of the rules. @param today  a date such as 2026-11-26
[[nodiscard]] std::vector<Finding> lint(const content::Pack& pack, const LintBasis& basis, const std::string& today);

} // namespace chelate::lint
