// Reads and writes CSV tables (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chelate {

struct CsvRecord {
    std::vector<std::string> cells;
    std::size_t line = 1;       ///< 1-based line on which the record begins
    bool has_more_text = false; ///< a cell beyond the largest number that is kept has text
};

/// Reads a table record by record, so that a large file needs little memory. A quote opens a quoted cell only at the
/// start of the cell. Inside one, two quotes mean one, and line breaks are allowed. A quote that is never closed ends
/// with the text.
class CsvReader {
public:
    static constexpr std::size_t all_cells = static_cast<std::size_t>(-1);

    /// @param text  UTF-8 without a byte order mark; must outlive the reader
    /// @param line  number of its first line
    /// @param most_cells  number of cells of a record that are kept
    CsvReader(std::string_view text, char separator, std::size_t line = 1, std::size_t most_cells = all_cells)
        : text_(text), separator_(separator), line_(line), most_cells_(most_cells) {}

    /// Reads the next record into `record`. Returns false after the last one.
    [[nodiscard]] bool next(CsvRecord& record);
    /// Returns what has not been read yet.
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] std::size_t line() const { return line_; } ///< of the beginning of rest()

private:
    void read_cell(std::string& value);

    std::string_view text_;
    char separator_;
    std::size_t line_;
    std::size_t most_cells_;
    std::size_t at_ = 0;
    bool more_in_line_ = false; ///< the last cell ended with a separator
};

/// Reads a table in UTF-8, with or without a byte order mark, and with any line ends. Cells are separated by the comma,
/// semicolon or tab that is most frequent in the first line. Never fails: a quote that is never closed ends with the
/// text.
[[nodiscard]] std::vector<CsvRecord> read_csv_table(std::string_view text);

/// Writes a table with commas. Cells are quoted where necessary. A cell that a spreadsheet would run as a formula gets
/// an apostrophe in front, which stays when the table is read again.
[[nodiscard]] std::string write_csv_table(const std::vector<std::vector<std::string>>& rows);

} // namespace chelate
