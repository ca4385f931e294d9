// What an author writes for a question, read part by part: one overload of `read` for each, in a file of its own.
// Private to this room.
#pragma once

#include "engine/content/draft.hpp"

namespace chelate::content {

/// One question while it is read.
struct AuthoredReading {
    Draft& draft;
    const json::Document& document;
    json::ObjectReader& reader;
    const KindRow& row;
    bool unsourced = false; ///< nothing stands behind it: wrong choices need no reason
};

/// "a question of kind 'single'": how messages name one.
[[nodiscard]] std::string called(const KindRow& row);

// Each reads its keys, reporting what is wrong with them. @return whether the objects inside were read well; what is
// wrong with the question's own keys is known to its reader
[[nodiscard]] bool read(const AuthoredReading& reading, Choices& choices);
[[nodiscard]] bool read(const AuthoredReading& reading, Statement& statement);
[[nodiscard]] bool read(const AuthoredReading& reading, Items& items);
[[nodiscard]] bool read(const AuthoredReading& reading, Pairs& pairs);
[[nodiscard]] bool read(const AuthoredReading& reading, Groups& groups);
[[nodiscard]] bool read(const AuthoredReading& reading, Quantity& quantity);
[[nodiscard]] bool read(const AuthoredReading& reading, Texts& texts);
[[nodiscard]] bool read(const AuthoredReading& reading, ClaimVerdict& verdict);
[[nodiscard]] bool read(const AuthoredReading& reading, Nothing& nothing);

/// Whether a prompt holds a gap.
[[nodiscard]] bool has_gap(std::string_view prompt);

/// An empty one of what is written for this kind.
[[nodiscard]] Authored blank(Writing writing);

/// Reports that a list has fewer or more entries than its kind wants. @return whether it has not
bool has_wanted_count(const AuthoredReading& reading, std::string_view key, std::size_t count, std::string_view code,
                      std::string_view noun);

/// Reports each text that reads like one before it, after case, accents and blanks are taken away.
/// @param offsets  where each stands, as many as there are texts
void report_equals(const AuthoredReading& reading, const std::vector<std::string>& folded_texts,
                   const std::vector<std::size_t>& offsets, std::string_view code, std::string_view message);

} // namespace chelate::content
