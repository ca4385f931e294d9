// Reads question files of other programs, keeps the valid questions, and notes every repair and refusal with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/asking.hpp"

namespace chelate::interop {

/// What was repaired in a question, or why it was left out. The sentence is made from the text `import.<code>`.
struct ImportNote {
    std::size_t line = 1;  ///< 1-based line on which the question begins
    std::string code{};    ///< stable, kebab-case
    std::string detail{};  ///< a value for the sentence; may be empty
    bool left_out = false; ///< true: the question was refused; false: it was repaired
    bool operator==(const ImportNote&) const = default;
};

/// A question from a file, as the author of a pack would have written it, but without sources.
struct Imported {
    content::AuthoredQuestion question{}; ///< its id is unique in the file, and its topic is the id of one of `topics`
    std::size_t line = 1;
};

struct ImportedTopic {
    std::string id{};
    std::string name{};
};

struct Import {
    std::vector<Imported> questions{};
    std::vector<ImportedTopic> topics{}; ///< in order of appearance; at least one if there are questions
    std::vector<ImportNote> notes{};     ///< in line order
};

/// Reads Moodle's GIFT. The text must be UTF-8; a byte order mark and any line endings are accepted. Never fails:
/// every question that cannot be read becomes a note.
[[nodiscard]] Import read_gift(std::string_view text);

/// Reads Aiken: a question of one or more lines, choices "A) ...", and "ANSWER: B".
[[nodiscard]] Import read_aiken(std::string_view text);

/// Reads a table separated by commas, semicolons or tabs. The header row names the columns: question, answer,
/// choice1... or wrong1..., explanation, tags, source.
[[nodiscard]] Import read_csv(std::string_view text);

/// Returns a pack file with these questions, laid out for people to read and edit.
[[nodiscard]] std::string questions_file(const Import& import);

/// Returns the topics as a manifest lists them: [{"id": ..., "name": ...}].
[[nodiscard]] std::string topics_list(const Import& import);

/// Makes an id from a text: at most 60 lowercase letters, digits and dashes. It is empty when nothing is left.
[[nodiscard]] std::string id_of(std::string_view text);

} // namespace chelate::interop
