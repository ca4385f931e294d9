// Writes CSV tables (RFC 4180) that are safe to open in a spreadsheet.
#pragma once

#include <string>
#include <vector>

namespace chelate::print {

/// Returns a cell of a CSV table. It is quoted where necessary, and no spreadsheet takes it for a formula.
[[nodiscard]] std::string csv_cell(const std::string& text);

/// Returns a line of such cells with its line end.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

} // namespace chelate::print
