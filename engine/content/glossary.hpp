// The words of a pack that a beginner may not know, and what they mean. Plain values, no JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::content {

using GlossaryId = Id<struct GlossaryTag>;

/// A word with its meaning. `also` lists other spellings as texts use them, such as the plural.
struct GlossaryEntry {
    GlossaryId id;
    std::string word;
    std::vector<std::string> also;
    std::string meaning;           ///< one or two sentences
    std::vector<SourceId> sources; ///< may be empty: everyday words need none
};

/// Returns the entries whose word, or another spelling of it, occurs in the text as a whole word, in the order in
/// which they first occur. Letter case does not matter. Of two entries at one place the longer spelling counts:
/// “parathyroid hormone” is found, “hormone” inside it is not.
[[nodiscard]] std::vector<const GlossaryEntry*> words_in(std::string_view text,
                                                         const std::vector<GlossaryEntry>& glossary);

} // namespace chelate::content
