// Looks things up: turns everything a pack knows into entries to search, each with its sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

enum class EntryKind : std::uint8_t { claim, fact, mechanism, misconception, conflict, subject, word, question };

struct Entry {
    EntryKind kind = EntryKind::claim;
    std::string title{};
    std::string about{};                ///< a verdict, a unit or a place on one line; may be empty
    std::vector<std::string> details{}; ///< explanation, steps and caveat
    std::vector<std::string> sources{}; ///< citations
    std::vector<ItemId> items{};        ///< items that a question about it exercises; empty: nothing is asked about it
    content::Image image{};             ///< of a subject
    content::MechanismId drawn{};       ///< the mechanism whose figure can be shown; empty: none
    content::ClaimId graded{};          ///< the claim whose grade can be shown; empty: none
    std::string heading{};              ///< folded title, for searching
    std::string all{};                  ///< folded title, about and details, for searching
};

/// Returns everything in a pack that can be looked up, in the order of kinds and ids: its knowledge, and the questions
/// that are remembered by themselves.
[[nodiscard]] std::vector<Entry> entries_of(const content::Pack& pack, const text::Language& words);

/// Returns the entries that contain every word of the query, starting with those that have all of them in the title.
/// A query without words returns all entries. Case, accents and spaces do not matter, and a part of a word is enough.
[[nodiscard]] std::vector<const Entry*> found_in(const std::vector<Entry>& entries, std::string_view query);

/// Returns the value of a fact as it is shown: a number with its unit, a range or a text.
[[nodiscard]] std::string value_text(const content::Pack& pack, const content::Fact& fact);

[[nodiscard]] std::vector<std::string> citations(const content::Pack& pack,
                                                 const std::vector<content::SourceId>& sources);

/// Returns what is known of one attribute of a subject: several facts when they apply to different things.
[[nodiscard]] std::vector<const content::Fact*> facts_of(const content::Pack& pack, const content::SubjectId& subject,
                                                         const content::AttributeId& attribute);

/// A subject in a comparison.
struct ComparedFact {
    const content::Subject* subject = nullptr;
    const content::Fact* fact = nullptr; ///< null: nothing is known of it
};

/// Returns the facts of a group's subjects on one attribute, greatest value first. Subjects without a fact come last.
/// The pointers are to the pack.
[[nodiscard]] std::vector<ComparedFact> compared_facts(const content::Pack& pack, const std::string& group,
                                                       const content::AttributeId& attribute);

} // namespace chelate::wording
