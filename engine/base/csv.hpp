// Reads and writes CSV tables (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chelate {

struct CsvRecord {
    std::vector<std::string> cells;
    std::size_t line = 1; ///< 1-based line on which the record begins
};

/// Reads a table in UTF-8, with or without a byte order mark, and with any line ends. Cells are separated by the comma,
/// semicolon or tab that is most frequent in the first line. Never fails: a quote that is never closed ends with the
/// text.
[[nodiscard]] std::vector<CsvRecord> read_csv_table(std::string_view text);

/// Writes a table with commas. Cells are quoted where necessary. A cell that a spreadsheet would run as a formula gets
/// an apostrophe in front, which stays when the table is read again.
[[nodiscard]] std::string write_csv_table(const std::vector<std::vector<std::string>>& rows);

} // namespace chelate
