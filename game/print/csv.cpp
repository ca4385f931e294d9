#include "game/print/csv.hpp"

#include <string_view>

namespace chelate::print {

std::string csv_cell(const std::string& text) {
    // A spreadsheet would run a cell that begins like a formula. An apostrophe in front makes it text.
    const bool number =
        text.size() > 1 && text.front() == '-' && text.find_first_not_of("0123456789.", 1) == std::string::npos;
    const bool formula =
        !number && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const std::string safe = (formula ? "'" : "") + text;
    if (safe.find_first_of(",\"\n\r;") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return line + "\r\n"; // the line end of RFC 4180
}

} // namespace chelate::print
