// Describes problems in content files as data (where, what, how to fix it) and prints them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::json {

/// A position in a text: 1-based line and column. A column counts code points.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const Position&) const = default;
};

/// Returns the position of a byte offset. Never fails: an offset past the end gives the position of the end.
/// A byte order mark takes no column.
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset);

/// How bad a problem is: it causes something to be left out; it should be mended; it is worth a thought.
enum class Severity : std::uint8_t { error, warning, remark };

/// One problem of one file.
struct Problem {
    std::string file{};    ///< path as the user gave it, with forward slashes
    Position at{};         ///< {1,1} with an empty `source_line` means the whole file
    std::string code{};    ///< stable, kebab-case: "unknown-key"
    std::string message{}; ///< one sentence without the code or the full stop
    /// The line of the file, or the part around `at` when it is long; empty means no excerpt.
    std::string source_line{};
    std::size_t source_column = 1; ///< column of the first code point of `source_line`

    Severity severity = Severity::error;

    bool operator==(const Problem&) const = default;
};

/// Sorts by file, line, column, then code.
void sort(std::vector<Problem>& problems);

/// Returns `file:line:column: error[code]: message`, with the severity as a word, then the line and a caret under the
/// column. A long line is cut to a window around the caret. For a whole file, returns only its name and the message.
/// The text ends with a line break.
[[nodiscard]] std::string to_text(const Problem& problem);

} // namespace chelate::json
