// Reads what an author writes for a question, one overload of `read` for each kind. Private to this module.
#pragma once

#include "engine/content/draft.hpp"

namespace chelate::content {

/// One question while it is being read.
struct AuthoredReading {
    Draft& draft;
    const json::Document& document;
    json::ObjectReader& reader;
    const KindRow& row;
    bool unsourced = false; ///< no source supports the question, so wrong choices need no reason
};

/// Returns how messages name a question of this kind: "a question of kind 'single'".
[[nodiscard]] std::string called(const KindRow& row);

// Each overload reads its keys and reports what is wrong with them. It returns whether the objects inside were read
// without problems; the question's own reader knows about problems with the question's own keys.
[[nodiscard]] bool read(const AuthoredReading& reading, Choices& choices);
[[nodiscard]] bool read(const AuthoredReading& reading, Statement& statement);
[[nodiscard]] bool read(const AuthoredReading& reading, Items& items);
[[nodiscard]] bool read(const AuthoredReading& reading, Pairs& pairs);
[[nodiscard]] bool read(const AuthoredReading& reading, Groups& groups);
[[nodiscard]] bool read(const AuthoredReading& reading, Quantity& quantity);
[[nodiscard]] bool read(const AuthoredReading& reading, Texts& texts);
[[nodiscard]] bool read(const AuthoredReading& reading, ClaimVerdict& verdict);
[[nodiscard]] bool read(const AuthoredReading& reading, Nothing& nothing);

/// Returns whether a prompt contains a gap: three or more underscores.
[[nodiscard]] bool has_gap(std::string_view prompt);

/// Returns an empty value of the alternative that belongs to this kind of writing.
[[nodiscard]] Authored blank(Writing writing);

/// Checks that a list has as many entries as its kind allows, and reports if not. @return whether it has
bool has_wanted_count(const AuthoredReading& reading, std::string_view key, std::size_t count, std::string_view code,
                      std::string_view noun);

/// Reports each text that equals an earlier one.
/// @param folded_texts  the texts without differences of case, accents and spaces; empty ones are skipped
/// @param offsets  the place of each text in the file, one for each text
void report_equals(const AuthoredReading& reading, const std::vector<std::string>& folded_texts,
                   const std::vector<std::size_t>& offsets, std::string_view code, std::string_view message);

} // namespace chelate::content
