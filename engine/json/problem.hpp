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

    std::string item{};    ///< item of a pack that has the problem, such as "source:s"; empty: not known
    std::string because{}; ///< item whose own problem causes this one; empty: this is a cause

    bool operator==(const Problem&) const = default;
};

/// Makes the problems of one text. Problems mostly come in the order of the text, so it remembers the last place.
class Locator {
public:
    /// Makes a problem at a byte offset, with its line, column and an excerpt. @param text  always the same
    [[nodiscard]] Problem problem(std::string_view text, const std::string& file, std::size_t offset,
                                  std::string_view code, std::string message);

private:
    std::vector<std::uint32_t> line_starts_; ///< filled when the first problem is made
    std::size_t placed_offset_ = 0;          ///< offset of the last problem made; its column follows
    std::size_t placed_column_ = 1;
};

/// Sorts causes before what follows from them; within each by file, line, column, then code.
void sort(std::vector<Problem>& problems);

/// A problem to mend, and how many items have problems only because of it.
struct Cause {
    const Problem* problem = nullptr;
    std::size_t dependents = 0;
};

/// Returns the problems to mend, in the given order, without those that follow from another. When an item has several
/// problems, its dependents are counted at the last. A problem whose cause is not in the list counts as a cause.
/// @param problems  must outlive the result
[[nodiscard]] std::vector<Cause> causes_of(const std::vector<Problem>& problems);

/// Returns `file:line:column: error[code]: message`, with the severity as a word, then the line and a caret under the
/// column. A long line is cut to a window around the caret. For a whole file, returns only its name and the message.
/// The text ends with a line break.
[[nodiscard]] std::string to_text(const Problem& problem);

} // namespace chelate::json
