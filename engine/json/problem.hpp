// Problems of content files, as data: where, what, how to mend it, and how they are printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::json {

/// A place in a text: 1-based line and column; a column counts code points.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const Position&) const = default;
};

/// Position of a byte offset. Offsets past the end give the end; a byte order mark takes no column. Never fails.
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset);

/// One problem of one file: an error, because of which something was left out, or a warning.
struct Problem {
    std::string file{};            ///< as the person named it, with forward slashes
    Position at{};                 ///< {1,1} with an empty `source_line` when the whole file is meant
    std::string code{};            ///< stable, kebab-case: "unknown-key"
    std::string message{};         ///< one sentence without the code or a full stop
    std::string source_line{};     ///< the line of the file (of a long one the part around `at`); empty: no excerpt
    std::size_t source_column = 1; ///< column of the first code point of `source_line`

    bool is_warning = false;

    bool operator==(const Problem&) const = default;
};

/// Sorts by file, line, column, then code.
void sort(std::vector<Problem>& problems);

/// `file:line:column: error[code]: message` (or warning), then the line (cut to a window around the caret when it is
/// long) and a
/// caret under the column; just `file: error[code]: message` when the whole file is meant. Ends with a line break.
[[nodiscard]] std::string to_text(const Problem& problem);

} // namespace chelate::json
