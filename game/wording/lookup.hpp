// Looking things up: everything a pack knows as entries one can search, each with its sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

enum class EntryKind : std::uint8_t { claim, fact, mechanism, misconception, conflict, word };

struct Entry {
    EntryKind kind = EntryKind::claim;
    std::string title{};
    std::string about{};                ///< a verdict, a unit, a place; one line, may be empty
    std::vector<std::string> details{}; ///< explanation, steps, caveat
    std::vector<std::string> sources{}; ///< cited
    std::vector<ItemId> items{};        ///< what a question on it exercises; empty: nothing is asked about it
    content::ClaimId graded{};          ///< whose grade can be looked into; empty: none
    std::string heading{};              ///< folded title, for searching
    std::string all{};                  ///< folded title, about and details
};

/// Everything in a pack that can be looked up, in the order of kinds and ids.
[[nodiscard]] std::vector<Entry> entries_of(const content::Pack& pack, const text::Language& words);

/// Entries that hold every word of the query, those with all of them in the title first; all entries without a word.
/// Case, accents and blanks do not matter, and a word may be a part of one.
[[nodiscard]] std::vector<const Entry*> found_in(const std::vector<Entry>& entries, std::string_view query);

/// A fact's value as it is shown: a number with its unit, a range, a text.
[[nodiscard]] std::string value_text(const content::Pack& pack, const content::Fact& fact);

[[nodiscard]] std::vector<std::string> citations(const content::Pack& pack,
                                                 const std::vector<content::SourceId>& sources);

} // namespace chelate::wording
