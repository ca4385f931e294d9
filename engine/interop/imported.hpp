// Reads question files of other programs, keeps the valid questions, and notes every repair and refusal with its line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/content/asking.hpp"

namespace chelate::interop {

/// What a note is about.
enum class NoteKind : std::uint8_t {
    repaired, ///< a question was kept, but something in it was changed or lost
    left_out, ///< a question was refused
    file      ///< the whole file was read in a certain way, or a part of it was not read
};

/// What was repaired in a question, or why it was left out. The sentence is made from the text `import.<code>`.
struct ImportNote {
    std::size_t line = 1;  ///< 1-based line on which the question begins
    std::string code{};    ///< stable, kebab-case
    std::string detail{};  ///< a value for the sentence, which can be shown on one line; may be empty
    std::size_t limit = 0; ///< the largest number that is allowed, for sentences that name it
    NoteKind kind = NoteKind::repaired;
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

/// The largest number of questions in one file. A file with more gives none, and the note `too-many-questions`.
inline constexpr std::size_t most_imported = 100'000;

/// Reads Moodle's GIFT. The text must be UTF-8; a byte order mark and any line endings are accepted. Never fails:
/// every question that cannot be read becomes a note.
[[nodiscard]] Import read_gift(std::string_view text);

/// Reads Aiken: a question of one or more lines, choices "A) ...", and "ANSWER: B", in the spellings that people use.
[[nodiscard]] Import read_aiken(std::string_view text);

/// Reads a table separated by commas, semicolons, tabs or bars. The header is found among its first rows; two columns
/// without a header are questions and answers. See table_header.hpp for the names of columns.
[[nodiscard]] Import read_csv(std::string_view text);

/// Returns the questions as pack files, laid out for people to read and edit.
/// @param most_bytes  largest size of a file that has more than one question
[[nodiscard]] std::vector<std::string> question_files(const Import& import, std::size_t most_bytes);

/// Returns a list of ids as JSON: those of the questions from index `from` to before `end`.
[[nodiscard]] std::string question_ids(const Import& import, std::size_t from, std::size_t end);

/// Returns the topics as a manifest lists them: [{"id": ..., "name": ...}].
[[nodiscard]] std::string topics_list(const Import& import);

/// Makes an id from a text: at most 60 lowercase letters, digits and dashes. It is empty when nothing is left.
[[nodiscard]] std::string id_of(std::string_view text);

/// Makes an id for a pack from the name of its folder: as id_of, without accents. Where the name has letters that an
/// id cannot have, a short hash of the name is added, so that two such names have different ids. Never empty.
/// @param name  any bytes
[[nodiscard]] std::string pack_id_of(std::string_view name);

} // namespace chelate::interop
