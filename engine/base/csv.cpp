#include "engine/base/csv.hpp"

#include <algorithm>

namespace chelate {
namespace {

/// Returns the separator that is most frequent in the first line.
char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {',', ';', '\t'}) {
        if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
            best = candidate;
    }
    return best;
}

/// Reads cells one after the other. A quote opens a quoted cell only at the start of the cell. Inside one, two quotes
/// mean one, and line breaks are allowed.
class CsvCells {
public:
    explicit CsvCells(std::string_view text) : text_(text), separator_(separator_of(text)) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

    CsvRecord record() {
        CsvRecord read{{}, line_};
        do read.cells.push_back(cell());
        while (more_in_line_);
        return read;
    }

private:
    std::string cell() {
        std::string value;
        bool quoted = !at_end() && text_[at_] == '"';
        if (quoted) ++at_;
        for (more_in_line_ = false; !at_end(); ++at_) {
            const char c = text_[at_];
            if (quoted) {
                const bool two_quotes = c == '"' && text_.substr(at_ + 1).starts_with('"');
                if (c == '"' && !two_quotes) {
                    quoted = false;
                    continue;
                }
                if (two_quotes) ++at_;
                else if (c == '\n') ++line_;
            } else if (c == separator_) {
                ++at_;
                more_in_line_ = true;
                return value;
            } else if (c == '\r' || c == '\n') {
                at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
                ++line_;
                return value;
            }
            value += c;
        }
        return value;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool more_in_line_ = false; ///< the last cell ended with a separator
};

/// Tells whether a spreadsheet would run a cell. Some also run a formula after white space, or one whose sign is of
/// full width (U+FF1D, U+FF0B, U+FF0D, U+FF20). A negative number is only a number.
bool is_formula(std::string_view text) {
    if (text.starts_with('\t') || text.starts_with('\r')) return true;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    for (const std::string_view wide : {"＝", "＋", "－", "＠"}) {
        if (text.starts_with(wide)) return true;
    }
    if (text.empty() || std::string_view("=+-@").find(text.front()) == std::string_view::npos) return false;
    const bool number =
        text.front() == '-' && text.size() > 1 && text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    return !number;
}

void write_cell(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of(",\"\n\r;") != std::string_view::npos;
    if (quoted) out += '"';
    if (is_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

} // namespace

std::vector<CsvRecord> read_csv_table(std::string_view text) {
    std::vector<CsvRecord> records;
    for (CsvCells cells(text); !cells.at_end();) records.push_back(cells.record());
    return records;
}

std::string write_csv_table(const std::vector<std::vector<std::string>>& rows) {
    std::string table;
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) table += ',';
            write_cell(table, row[i]);
        }
        table += "\r\n"; // the line end of RFC 4180
    }
    return table;
}

} // namespace chelate
