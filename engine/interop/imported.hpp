// Question files of other programs, read liberally: the good questions are kept, every repair and refusal is told
// with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/asking.hpp"

namespace chelate::interop {

/// What was mended in a question, or why it was left out. The sentence is made from `import.<code>`.
struct ImportNote {
    std::size_t line = 1;  ///< 1-based, where the question begins
    std::string code{};    ///< stable, kebab-case
    std::string detail{};  ///< a value for the sentence; may be empty
    bool left_out = false; ///< the question was refused; else it was mended
    bool operator==(const ImportNote&) const = default;
};

/// A question of a file, as an author of a pack would have written it, with nothing behind it.
struct Imported {
    content::AuthoredQuestion question{}; ///< id unique in the file; topic is an id of `topics`
    std::size_t line = 1;
};

struct ImportedTopic {
    std::string id{};
    std::string name{};
};

struct Import {
    std::vector<Imported> questions{};
    std::vector<ImportedTopic> topics{}; ///< in order of appearance; at least one when there are questions
    std::vector<ImportNote> notes{};     ///< in order of lines
};

/// Moodle's GIFT. UTF-8; a byte order mark and any line endings are taken. Never fails: what cannot be read is a
/// remark.
[[nodiscard]] Import read_gift(std::string_view text);

/// Aiken: a question in a line or several, choices "A) ...", "ANSWER: B".
[[nodiscard]] Import read_aiken(std::string_view text);

/// Comma, semicolon or tab; a header row names the columns: question, answer, choice1.. or wrong1.., explanation,
/// tags, source.
[[nodiscard]] Import read_csv(std::string_view text);

/// A file of a pack that holds these questions, to be read and changed by people.
[[nodiscard]] std::string questions_file(const Import& import);

/// Topics as a manifest lists them: [{"id": ..., "name": ...}].
[[nodiscard]] std::string topics_list(const Import& import);

/// A text as an id: lowercase letters, digits and dashes, at most 60; empty when nothing is left.
[[nodiscard]] std::string id_of(std::string_view text);

} // namespace chelate::interop
