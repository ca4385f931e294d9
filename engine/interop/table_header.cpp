#include "engine/interop/table_header.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/base/csv.hpp"
#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr int rows_searched = 12; ///< for the header

/// Turns what looks like a role but cannot be one into an unknown column: the second question, or a lone "A".
void drop_doubtful(std::vector<Column>& columns) {
    std::array<bool, static_cast<std::size_t>(ColumnRole::unknown) + 1> seen{};
    const auto is_bare = [](const Column& column) { return column.is_lettered && column.name.size() == 1; };
    const auto bare = std::count_if(columns.begin(), columns.end(), is_bare);
    for (Column& column : columns) {
        if (bare == 1 && is_bare(column)) column.role = ColumnRole::unknown;
        switch (column.role) {
        case ColumnRole::choice:
        case ColumnRole::wrong:
        case ColumnRole::media:
        case ColumnRole::unused:
        case ColumnRole::unknown: break;
        default:
            if (std::exchange(seen[static_cast<std::size_t>(column.role)], true)) column.role = ColumnRole::unknown;
        }
    }
}

std::vector<Column> columns_named(const std::vector<std::string>& names) {
    std::vector<Column> columns;
    for (const std::string& name : names) columns.push_back(column_named(name));
    while (!columns.empty() && columns.back().name.empty()) columns.pop_back();
    drop_doubtful(columns);
    return columns;
}

/// Returns how many columns have a role that matters, or 0 if the columns are not enough for questions.
std::size_t header_worth(const std::vector<Column>& columns) {
    const auto count_of = [&](ColumnRole role) {
        return std::count_if(columns.begin(), columns.end(), [role](const Column& one) { return one.role == role; });
    };
    if (count_of(ColumnRole::question) == 0 || count_of(ColumnRole::answer) == 0) return 0;
    return columns.size() - static_cast<std::size_t>(count_of(ColumnRole::unknown));
}

/// The lines above the table that say how it is written.
class Preamble {
public:
    explicit Preamble(TableLayout& layout) : layout_(layout) {}

    /// Reads the lines and takes them off `layout.rows`.
    void read() {
        if (layout_.rows.starts_with(byte_order_mark)) layout_.rows.remove_prefix(byte_order_mark.size());
        while (!layout_.rows.empty()) {
            const std::size_t end = std::min(layout_.rows.find_first_of("\r\n"), layout_.rows.size());
            if (!line(trimmed(layout_.rows.substr(0, end)))) return;
            const std::size_t next = layout_.rows.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
            layout_.rows.remove_prefix(std::min(next, layout_.rows.size()));
            ++layout_.first_line;
        }
    }

    bool has_separator = false;
    std::string column_names{};      ///< of "#columns:"
    std::size_t tags_column = 0;     ///< 1-based; 0: none
    std::vector<std::size_t> unused; ///< 1-based columns that are known and not needed

private:
    bool line(std::string_view text) {
        const std::string low = folded(valid_utf8(text.substr(0, 60)));
        if (low.starts_with("sep=") && text.size() <= 5) {
            separator(text.size() == 5 ? text.substr(4) : std::string_view("\t"));
            return true;
        }
        if (!text.starts_with('#')) return false;
        const std::size_t colon = low.find(':');
        if (colon == std::string::npos) return anki_;
        const std::string key = low.substr(1, colon - 1);
        const std::string_view value = text.substr(std::min(text.find(':') + 1, text.size()));
        const bool is_known = key == "separator" || key == "html" || key == "columns" || key == "deck" ||
                              key == "notetype" || key == "tags" || key.ends_with(" column") || key == "if matches";
        if (!is_known) return anki_;
        anki_ = true;
        if (key == "separator") separator(trimmed(value).empty() ? value : trimmed(value));
        if (key == "html") layout_.format = folded(value) == "true" ? TextFormat::html : TextFormat::plain;
        if (key == "columns") column_names = value;
        if (key == "deck") layout_.topic = tidied(valid_utf8(trimmed(value)));
        std::size_t number = 0;
        (void)std::from_chars(trimmed(value).data(), trimmed(value).data() + trimmed(value).size(), number);
        if (key == "tags column") tags_column = number;
        else if (key.ends_with(" column")) unused.push_back(number);
        return true;
    }

    void separator(std::string_view written) {
        static constexpr std::array<std::pair<std::string_view, char>, 6> names{
            {{"tab", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}, {"space", ' '}, {"colon", ':'}}};
        const std::string low = folded(valid_utf8(written));
        const auto named = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == low; });
        if (named != names.end()) layout_.separator = named->second;
        else if (written.starts_with("\\t")) layout_.separator = '\t';
        else if (!written.empty()) layout_.separator = written.front();
        has_separator = true;
    }

    TableLayout& layout_;
    bool anki_ = false; ///< a line of Anki was seen
};

std::vector<CsvRecord> first_records(std::string_view text, char separator, std::size_t line) {
    std::vector<CsvRecord> records;
    CsvReader reader(text, separator, line, most_columns);
    CsvRecord record;
    while (records.size() < rows_searched && reader.next(record)) records.push_back(record);
    return records;
}

/// Looks for a header among the first rows and takes everything up to it off `layout.rows`.
bool find_header(TableLayout& layout, char separator) {
    const std::vector<CsvRecord> records = first_records(layout.rows, separator, layout.first_line);
    const CsvRecord* best = nullptr;
    std::size_t worth = 0;
    for (const CsvRecord& record : records) {
        const std::size_t its = header_worth(columns_named(record.cells));
        if (its <= worth) continue;
        worth = its;
        best = &record;
    }
    if (best == nullptr) return false;
    layout.columns = columns_named(best->cells);
    layout.separator = separator;
    layout.header_line = best->line;
    layout.is_known = layout.has_header = true;
    CsvReader reader(layout.rows, separator, layout.first_line, most_columns);
    CsvRecord passed;
    do (void)reader.next(passed);
    while (passed.line != best->line);
    layout.first_line = reader.line();
    layout.rows = reader.rest();
    return true;
}

std::size_t filled_cells(const CsvRecord& record) {
    return static_cast<std::size_t>(
        std::count_if(record.cells.begin(), record.cells.end(), [](const auto& cell) { return !is_blank_line(cell); }));
}

/// Takes the columns of a table without a header: a question and an answer, and what Anki says about the others.
void lay_out_without_header(TableLayout& layout, const Preamble& preamble) {
    const std::vector<CsvRecord> records = first_records(layout.rows, layout.separator, layout.first_line);
    std::size_t width = 0;
    bool has_pair = false;
    for (const CsvRecord& record : records) {
        if (filled_cells(record) > 0) width = std::max(width, record.cells.size());
        has_pair = has_pair || filled_cells(record) >= 2;
    }
    layout.columns.resize(std::min(width, most_columns));
    const auto mark = [&](std::size_t number, ColumnRole role) {
        if (number >= 1 && number <= layout.columns.size()) layout.columns[number - 1].role = role;
    };
    mark(preamble.tags_column, ColumnRole::tags);
    for (const std::size_t number : preamble.unused) mark(number, ColumnRole::unused);
    std::vector<Column*> free;
    for (Column& column : layout.columns) {
        if (column.role == ColumnRole::unknown) free.push_back(&column);
    }
    const bool says_more = preamble.has_separator || preamble.tags_column > 0 || !preamble.unused.empty();
    if (!has_pair || free.size() < 2 || (free.size() > 2 && !says_more)) return;
    free[0]->role = ColumnRole::question;
    free[1]->role = ColumnRole::answer;
    layout.header_line = layout.first_line;
    layout.is_known = true;
}

/// Returns the cells of a row for a person to read.
std::string cells_found(const std::vector<CsvRecord>& records) {
    std::string found;
    for (const CsvRecord& record : records) {
        if (filled_cells(record) < 2 && &record != &records.back()) continue;
        for (const std::string& cell : record.cells) {
            if (!is_blank_line(cell) && found.size() < 400) found += (found.empty() ? "" : ", ") + cell.substr(0, 100);
        }
        break;
    }
    return found;
}

} // namespace

std::size_t TableLayout::column(ColumnRole role) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [role](const Column& one) { return one.role == role; });
    return found == columns.end() ? std::string::npos : static_cast<std::size_t>(found - columns.begin());
}

TableLayout find_layout(std::string_view text) {
    TableLayout layout;
    layout.rows = text;
    Preamble preamble(layout);
    preamble.read();
    if (!preamble.column_names.empty()) {
        CsvReader reader(preamble.column_names, layout.separator);
        CsvRecord names;
        (void)reader.next(names);
        layout.columns = columns_named(names.cells);
        if (preamble.tags_column >= 1 && preamble.tags_column <= layout.columns.size())
            layout.columns[preamble.tags_column - 1].role = ColumnRole::tags;
        layout.has_header = layout.is_known = header_worth(layout.columns) > 0;
        if (layout.is_known) return layout;
    }
    // The separators, most frequent first, as far as the beginning of the text tells.
    std::vector<char> separators{',', ';', '\t', '|'};
    const std::string_view beginning = layout.rows.substr(0, 4096);
    std::stable_sort(separators.begin(), separators.end(), [&](char a, char b) {
        return std::count(beginning.begin(), beginning.end(), a) > std::count(beginning.begin(), beginning.end(), b);
    });
    if (preamble.has_separator) separators = {layout.separator};
    for (const char separator : separators) {
        if (find_header(layout, separator)) return layout;
    }
    layout.separator = separators.front();
    lay_out_without_header(layout, preamble);
    layout.found_columns = cells_found(first_records(layout.rows, layout.separator, layout.first_line));
    return layout;
}

} // namespace chelate::interop
