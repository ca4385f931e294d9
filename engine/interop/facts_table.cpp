#include "engine/interop/facts_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "engine/base/csv.hpp"
#include "engine/base/text.hpp"
#include "engine/base/written_number.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_name_of_thing = 200; ///< code points, as for every name in a pack
constexpr std::size_t longest_unit = 60;
constexpr std::size_t longest_cell = 2000;
constexpr std::size_t longest_part = 34; ///< bytes of an id; two of them and a dot fit into the 80 of a fact's id
constexpr int most_decimals_of_fact = 6;
constexpr double largest_value = 1e30; ///< the largest number of a fact

/// What a column contains.
enum class FactsRole { id, thing, source, attribute };

struct FactsColumn {
    FactsRole role = FactsRole::attribute;
    std::string header{};
    std::size_t attribute = 0; ///< index into FactsTable::attributes
    std::string unit{};        ///< from the header; empty: not given there
};

/// Returns a text with a small first letter, unless it begins with an abbreviation such as "pH" or "DNA".
std::string with_small_start(std::string text) {
    const auto is_small = [&](std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && is_small(1)) text[0] = static_cast<char>(text[0] + 32);
    return text;
}

/// Splits "Mass (kg)" or "Mass [kg]" into a name and a unit.
std::pair<std::string, std::string> name_and_unit(const std::string& header) {
    const char close = header.empty() ? ' ' : header.back();
    const std::size_t open = close == ')' ? header.rfind('(') : close == ']' ? header.rfind('[') : std::string::npos;
    if (open == std::string::npos || open == 0) return {header, ""};
    return {std::string(trimmed(std::string_view(header).substr(0, open))),
            std::string(trimmed(std::string_view(header).substr(open + 1, header.size() - open - 2)))};
}

/// Makes ids that are each given once.
class FreeIds {
public:
    std::string take(std::string_view text, std::string_view otherwise) {
        std::string id = id_of(text).substr(0, longest_part);
        while (id.ends_with('-')) id.pop_back();
        if (id.empty()) id = std::string(otherwise) + '-' + std::to_string(taken_.size() + 1);
        std::string free = id;
        for (int again = 2; !taken_.insert(free).second; ++again) free = id + '-' + std::to_string(again);
        return free;
    }

private:
    std::set<std::string> taken_;
};

class FactsReader {
public:
    explicit FactsReader(std::string_view source) : default_source_(tidied(source)) {}

    FactsTable read(std::string_view text) && {
        if (const auto bad = first_invalid_utf8(text)) {
            const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
            problem(static_cast<std::size_t>(lines) + 1, "", "not-utf8");
            return std::move(table_);
        }
        records_ = read_csv_table(text);
        std::erase_if(records_, [](const CsvRecord& record) {
            return std::all_of(record.cells.begin(), record.cells.end(), is_blank_line);
        });
        for (CsvRecord& record : records_) {
            for (std::string& cell : record.cells) cell = tidied(without_unshowable(cell));
        }
        if (records_.size() < 2) {
            problem(1, "", "no-rows");
            return std::move(table_);
        }
        read_header(records_.front());
        if (!table_.problems.empty()) return std::move(table_);
        find_decimal_sign();
        find_number_columns();
        for (std::size_t i = 1; i < records_.size(); ++i) read_row(records_[i]);
        finish_attributes();
        if (table_.facts.empty() && table_.problems.empty()) problem(records_.front().line, "", "no-values");
        return std::move(table_);
    }

private:
    void problem(std::size_t line, const std::string& column, std::string code, std::string detail = {},
                 std::string another = {}) {
        table_.problems.push_back({line, column, std::move(code), std::move(detail), std::move(another)});
    }

    void read_header(const CsvRecord& header) {
        const bool has_ids = header.cells.size() > 1 && folded(header.cells[0]) == "id";
        std::set<std::string> seen;
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            FactsColumn column{.header = header.cells[i]};
            const std::string name = folded(column.header);
            if (has_ids && i == 0) column.role = FactsRole::id;
            else if (i == (has_ids ? 1U : 0U)) column.role = FactsRole::thing;
            else if (name == "source" || name == "sources") column.role = FactsRole::source;
            if (column.role == FactsRole::thing) table_.group = with_small_start(column.header);
            if (column.header.empty() && column.role == FactsRole::attribute) {
                const bool is_used = std::any_of(records_.begin(), records_.end(), [&](const CsvRecord& record) {
                    return i < record.cells.size() && !record.cells[i].empty();
                });
                if (is_used) problem(header.line, "", "no-column-name", std::to_string(i + 1));
            }
            if (!column.header.empty() && !seen.insert(name).second)
                problem(header.line, column.header, "column-twice");
            if (column.role == FactsRole::attribute && !column.header.empty()) add_attribute(column, header.line);
            columns_.push_back(std::move(column));
        }
        if (is_blank(table_.group) || code_points(table_.group) > longest_name_of_thing) table_.group = "thing";
        if (table_.attributes.empty() && table_.problems.empty()) problem(header.line, "", "no-attributes");
    }

    void add_attribute(FactsColumn& column, std::size_t line) {
        const auto [name, unit] = name_and_unit(column.header);
        if (code_points(name) > longest_name_of_thing || code_points(unit) > longest_unit)
            problem(line, column.header, "too-long");
        column.attribute = table_.attributes.size();
        column.unit = unit;
        table_.attributes.push_back({attribute_ids_.take(name, "attribute"), with_small_start(name), unit});
    }

    template <class Visit>
    void for_each_value(Visit visit) const {
        for (std::size_t r = 1; r < records_.size(); ++r) {
            for (std::size_t c = 0; c < std::min(records_[r].cells.size(), columns_.size()); ++c) {
                const bool is_value = columns_[c].role == FactsRole::attribute && !columns_[c].header.empty();
                if (is_value && !records_[r].cells[c].empty()) visit(columns_[c], records_[r].cells[c]);
            }
        }
    }

    /// Learns from the numbers with one reading how to read those with two.
    void find_decimal_sign() {
        bool commas = false;
        bool points = false;
        for_each_value([&](const FactsColumn&, const std::string& cell) {
            const auto number = read_written_number(cell);
            if (!number) return;
            commas = commas || number->shows() == DecimalSign::comma;
            points = points || number->shows() == DecimalSign::point;
        });
        if (commas != points) decimal_sign_ = commas ? DecimalSign::comma : DecimalSign::point;
    }

    /// A column is of texts when none of its cells begins with a number.
    void find_number_columns() {
        std::set<std::size_t> of_numbers;
        for_each_value([&](const FactsColumn& column, const std::string& cell) {
            if (read_written_number(cell)) of_numbers.insert(column.attribute);
        });
        for (std::size_t i = 0; i < table_.attributes.size(); ++i)
            table_.attributes[i].is_number = of_numbers.contains(i);
    }

    void read_row(const CsvRecord& record) {
        for (std::size_t c = columns_.size(); c < record.cells.size(); ++c) {
            if (!record.cells[c].empty()) problem(record.line, "", "too-many-cells", record.cells[c]);
        }
        const auto cell_of = [&](FactsRole role) -> std::string {
            for (std::size_t c = 0; c < std::min(record.cells.size(), columns_.size()); ++c) {
                if (columns_[c].role == role) return record.cells[c];
            }
            return {};
        };
        const std::string name = cell_of(FactsRole::thing);
        if (name.empty()) return problem(record.line, "", "no-name");
        if (code_points(name) > longest_name_of_thing) return problem(record.line, "", "too-long");
        if (const auto [first, is_new] = lines_of_things_.emplace(folded(name), record.line); !is_new)
            return problem(record.line, "", "thing-twice", name, std::to_string(first->second));
        const std::string wanted_id = cell_of(FactsRole::id);
        const std::size_t thing = table_.things.size();
        table_.things.push_back({thing_ids_.take(wanted_id.empty() ? name : wanted_id, "thing"), name});
        const std::string own_source = cell_of(FactsRole::source);
        for (std::size_t c = 0; c < std::min(record.cells.size(), columns_.size()); ++c) {
            const FactsColumn& column = columns_[c];
            if (column.role != FactsRole::attribute || column.header.empty() || record.cells[c].empty()) continue;
            TableFact fact{.thing = thing, .attribute = column.attribute};
            if (!read_cell(record, column, record.cells[c], fact)) continue;
            const std::string& source = own_source.empty() ? default_source_ : own_source;
            if (source.empty()) {
                problem(record.line, "", "no-source");
                return;
            }
            fact.source = source_of(source);
            table_.facts.push_back(std::move(fact));
        }
    }

    std::size_t source_of(const std::string& text) {
        for (std::size_t i = 0; i < table_.sources.size(); ++i) {
            if (table_.sources[i].text == text) return i;
        }
        table_.sources.push_back({source_ids_.take(text, "source"), text});
        return table_.sources.size() - 1;
    }

    /// Reads a cell into a fact. @return whether it could be read; otherwise a problem says why
    bool read_cell(const CsvRecord& record, const FactsColumn& column, const std::string& cell, TableFact& fact) {
        const auto refuse = [&](const char* code, const std::string& detail, const std::string& another = {}) {
            problem(record.line, column.header, code, detail, another);
            return false;
        };
        if (!table_.attributes[column.attribute].is_number) {
            fact.text = cell;
            return code_points(cell) <= longest_cell || refuse("too-long", "");
        }
        std::vector<WrittenNumber> numbers;
        if (auto number = read_written_number(cell)) numbers.push_back(std::move(*number));
        else return refuse("no-number", cell);
        for (const std::string_view dash : {"-", "\u2013", "\u2014", "to "}) {
            const std::string_view rest = numbers.front().rest;
            if (!rest.starts_with(dash)) continue;
            auto number = read_written_number(rest.substr(dash.size()));
            if (!number) return refuse("no-number", cell);
            numbers.push_back(std::move(*number));
            break;
        }
        std::vector<WrittenNumber::Reading> meant;
        for (const WrittenNumber& number : numbers) {
            const WrittenNumber::Reading* reading = number.meant(decimal_sign_);
            if (reading == nullptr) return refuse("two-readings", number.whole->plain(), number.with_decimals->plain());
            meant.push_back(*reading);
        }
        const std::string& unit = numbers.back().rest;
        if (!check_unit(column, unit)) return refuse("other-unit", unit, table_.attributes[column.attribute].unit);
        if (!check_size(column, meant)) return refuse("no-such-size", cell);
        if (meant.size() == 1) {
            fact.value = meant.front().value();
            return true;
        }
        fact.low = meant.front().value();
        fact.high = meant.back().value();
        return *fact.low < *fact.high || refuse("empty-range", cell);
    }

    /// Returns whether a unit after a number fits its column. The first number gives it to a column without a unit.
    bool check_unit(const FactsColumn& column, const std::string& unit) {
        std::string& known = table_.attributes[column.attribute].unit;
        const bool is_first = units_from_cells_.emplace(column.attribute, unit).second && column.unit.empty();
        if (is_first && code_points(unit) <= longest_unit) known = unit;
        return column.unit.empty() ? unit == known : unit.empty() || unit == known;
    }

    /// Returns whether numbers are small enough and have few enough decimals, and widens the attribute to show them.
    bool check_size(const FactsColumn& column, const std::vector<WrittenNumber::Reading>& numbers) {
        for (const WrittenNumber::Reading& number : numbers) {
            const int decimals = number.needed_decimals();
            if (decimals > most_decimals_of_fact || std::abs(number.value()) > largest_value) return false;
            int& shown = table_.attributes[column.attribute].decimals;
            shown = std::max(shown, decimals);
        }
        return true;
    }

    void finish_attributes() {
        std::map<std::size_t, std::set<double>> values;
        for (const TableFact& fact : table_.facts) {
            if (fact.value) values[fact.attribute].insert(*fact.value);
        }
        for (std::size_t i = 0; i < table_.attributes.size(); ++i)
            table_.attributes[i].is_askable = values[i].size() >= 2;
    }

    std::string default_source_;
    FactsTable table_;
    std::vector<CsvRecord> records_;
    std::vector<FactsColumn> columns_;
    std::map<std::string, std::size_t> lines_of_things_;  ///< by folded name
    std::map<std::size_t, std::string> units_from_cells_; ///< unit of the first number of each attribute
    FreeIds attribute_ids_;
    FreeIds thing_ids_;
    FreeIds source_ids_;
    DecimalSign decimal_sign_ = DecimalSign::unknown;
};

} // namespace

FactsTable read_facts_table(std::string_view text, std::string_view source) { return FactsReader(source).read(text); }

} // namespace chelate::interop
