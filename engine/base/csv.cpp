#include "engine/base/csv.hpp"

#include <algorithm>

#include "engine/base/text.hpp"

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

bool CsvReader::next(CsvRecord& record) {
    if (at_ >= text_.size()) return false;
    record.line = line_;
    record.has_more_text = false;
    std::size_t count = 0;
    std::string beyond;
    do {
        const bool kept = count < most_cells_;
        if (kept && count == record.cells.size()) record.cells.emplace_back();
        std::string& value = kept ? record.cells[count++] : beyond;
        value.clear();
        read_cell(value);
        if (!kept && value.find_first_not_of(" \t\r\n") != std::string::npos) record.has_more_text = true;
    } while (more_in_line_);
    record.cells.resize(count);
    return true;
}

void CsvReader::read_cell(std::string& value) {
    bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) ++at_;
    for (more_in_line_ = false; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (quoted) {
            const bool two_quotes = c == '"' && text_.substr(at_ + 1).starts_with('"');
            if (c == '"' && !two_quotes) {
                quoted = false;
                continue;
            }
            if (two_quotes) ++at_;
            else if (c == '\n' || (c == '\r' && !text_.substr(at_ + 1).starts_with('\n'))) ++line_;
        } else if (c == separator_) {
            ++at_;
            more_in_line_ = true;
            return;
        } else if (c == '\r' || c == '\n') {
            at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
            ++line_;
            return;
        }
        value += c;
    }
}

std::vector<CsvRecord> read_csv_table(std::string_view text) {
    const char separator = separator_of(text);
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<CsvRecord> records;
    CsvRecord record;
    for (CsvReader reader(text, separator); reader.next(record);) records.push_back(record);
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
