// Finds out how a table is laid out: its separator, its header and what each column contains. Private to this module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/interop/markup.hpp"

namespace chelate::interop {

enum class ColumnRole : std::uint8_t {
    question,
    answer,      ///< the right answer, or which choice it is
    choice,      ///< one choice of a question
    choice_list, ///< all choices of a question in one cell
    wrong,       ///< a wrong answer
    wrong_list,  ///< all wrong answers in one cell
    explanation,
    topic,
    tags,
    source,
    kind,   ///< what type of question it is
    media,  ///< a picture, sound or link, which is lost
    unused, ///< known, and not needed
    unknown
};

struct Column {
    ColumnRole role = ColumnRole::unknown;
    /// Of a choice or wrong answer: the number in its name, or 1 for A, 2 for B and so on; -1: it has none.
    int number = -1;
    bool is_lettered = false; ///< `number` comes from a letter
    bool is_index = false;    ///< of an answer: the name says that it is an index
    bool is_position = false; ///< of an answer: the name says that it is the number of a choice
    int stated_base = -1;     ///< of an answer: the name says that choices are counted from 0 or 1; -1: it does not
    std::string name{};       ///< as in the file; empty: none
};

/// How a table is to be read.
struct TableLayout {
    bool is_known = false;        ///< it has a header, or two columns without one
    bool has_two_answers = false; ///< two columns seem to be the right answer, so the table is not known
    bool has_header = false;      ///< also when the columns are named by a line such as "#columns:"
    std::vector<Column> columns{};
    std::size_t header_line = 1;
    std::string found_columns{}; ///< the columns that were found when none of the rows is a header
    char separator = ',';
    TextFormat format = TextFormat::by_content; ///< of all cells
    std::string topic{};                        ///< of all questions; empty: none
    std::string_view rows{};                    ///< the text below the header and the lines that describe it
    std::size_t first_line = 1;                 ///< number of the first line of `rows`

    /// Returns the index of the first column with this role, or npos.
    [[nodiscard]] std::size_t column(ColumnRole role) const;
};

/// The largest number of columns that are read.
inline constexpr std::size_t most_columns = 256;

/// Finds the layout among the first rows. Obeys the lines "sep=;" of Excel and "#separator:tab", "#html:true",
/// "#columns:", "#tags column:3" and "#deck:" of Anki. Takes time in proportion to the text at most.
/// @param text  UTF-8
[[nodiscard]] TableLayout find_layout(std::string_view text);

/// Returns what the name of a column says it contains.
[[nodiscard]] Column column_named(std::string_view name);

/// What a row says about its type of question.
enum class RowKind : std::uint8_t { open, choice, several, typed, statement, unreadable };
/// Returns the kind that a type of question such as "Multiple Choice" is; open for a type that is not known.
[[nodiscard]] RowKind row_kind(std::string_view written);

} // namespace chelate::interop
