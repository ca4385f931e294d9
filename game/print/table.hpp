// A table for spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "game/print/document.hpp"

namespace chelate::print {

/// Returns a report as CSV (see write_csv_table). Cells may come from outside: what can be shown of them is written.
/// @param name  what the file is called after
[[nodiscard]] Document make_table(std::string name, std::vector<std::vector<std::string>> rows);

} // namespace chelate::print
