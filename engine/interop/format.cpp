#include "engine/interop/format.hpp"

#include <algorithm>

#include "engine/base/csv.hpp"
#include "engine/base/file_kind.hpp"
#include "engine/base/text.hpp"
#include "engine/interop/aiken_lines.hpp"
#include "engine/interop/collector.hpp"
#include "engine/interop/table_header.hpp"

namespace chelate::interop {
namespace {

using namespace std::string_view_literals;

std::string_view xml_format(std::string_view text) {
    const std::string head = folded(valid_utf8(text.substr(0, 4096)));
    const auto has = [&](std::string_view word) { return head.find(word) != std::string::npos; };
    const bool begins_xml = head.starts_with("<?xml") || head.starts_with("<quiz>") || head.starts_with("<!--");
    if (head.starts_with("<!doctype html") || (head.starts_with("<html") && has("<body"))) return "html";
    if (head.starts_with("<html") && has("<head>")) return "html";
    if (begins_xml && has("<quiz") && has("<question")) return "moodle-xml";
    if (has("questestinterop") || has("<assessmentitem") || has("<qti-") || has("imsqti")) {
        if (head.starts_with("<")) return "qti";
    }
    return head.starts_with("<?xml") ? (has("<html") ? "html" : "xml") : "";
}

/// Returns whether a text is JSON: an object whose first key is quoted, or a list of objects, lists or strings.
bool is_json(std::string_view text) {
    if (!text.starts_with('{') && !text.starts_with('[')) return false;
    const bool is_object = text.front() == '{';
    const std::string_view inside = trimmed(text.substr(1, 4096));
    if (is_object && inside.starts_with('"')) {
        const std::size_t end = inside.find('"', 1);
        return end != std::string_view::npos && trimmed(inside.substr(end + 1)).starts_with(':');
    }
    return !is_object && (inside.starts_with('{') || inside.starts_with("[\"") || inside.starts_with('"')) &&
           trimmed(text).ends_with(']');
}

/// Returns whether a pair of braces with answers begins here. @param inside  the text behind the opening brace
bool begins_answers(std::string_view inside) {
    inside = trimmed(inside.substr(0, 200));
    if (inside.empty()) return false;
    if (std::string_view("=~#").find(inside.front()) != std::string_view::npos) return true;
    const std::string word = folded(valid_utf8(inside.substr(0, std::min(inside.find_first_of("}#"), inside.size()))));
    return word == "t" || word == "f" || word == "true" || word == "false" || inside.front() == '/';
}

bool has_answers_in_braces(std::string_view text) {
    const std::size_t last = text.rfind('}');
    if (last == std::string_view::npos) return false;
    std::size_t looked_at = 0;
    for (std::size_t at = text.find('{'); at < last; at = text.find('{', at + 1)) {
        if (begins_answers(text.substr(at + 1))) return true;
        if (++looked_at > 10'000) return false;
    }
    return false;
}

/// Returns whether each of the first rows has exactly two cells with text.
bool has_two_cells_everywhere(const TableLayout& layout) {
    CsvReader reader(layout.rows, layout.separator, layout.first_line, most_columns);
    CsvRecord record;
    int rows = 0;
    while (rows < 12 && reader.next(record)) {
        if (std::all_of(record.cells.begin(), record.cells.end(), is_blank_line)) continue;
        if (record.cells.size() != 2 || is_blank_line(record.cells[0]) || is_blank_line(record.cells[1])) return false;
        ++rows;
    }
    return rows > 0;
}

} // namespace

std::string_view name_of(Format format) {
    switch (format) {
    case Format::gift: return "gift";
    case Format::aiken: return "aiken";
    case Format::table: return "csv";
    }
    return {};
}

std::string_view unreadable_format(std::string_view bytes) {
    if (const std::string_view kind = known_file_kind(bytes); !kind.empty()) return kind;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return {}; // UTF-16
    if (bytes.find('\0') != std::string_view::npos) return "binary";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const std::string_view text = trimmed(bytes);
    if (const std::string_view xml = xml_format(text); !xml.empty()) return xml;
    return is_json(text) ? "json"sv : std::string_view();
}

std::optional<Format> Recognised::best() const {
    if (table) return Format::table;
    if (gift) return Format::gift;
    if (aiken) return Format::aiken;
    if (table_without_header) return Format::table;
    if (has_gift_signs) return Format::gift;
    return std::nullopt;
}

bool Recognised::may_be(Format format) const {
    const bool is_another = gift || aiken || table;
    switch (format) {
    case Format::gift: return gift || (has_gift_signs && !is_another);
    case Format::aiken: return aiken || !is_another;
    case Format::table: return table || !is_another;
    }
    return false;
}

Recognised recognise(std::string_view text) {
    Recognised found;
    found.gift = has_answers_in_braces(text);
    const TableLayout layout = find_layout(text);
    found.table = layout.has_header;
    found.table_without_header =
        layout.is_known && !layout.has_header && (text.starts_with('#') || has_two_cells_everywhere(layout));
    int choices = 0;
    int answers = 0;
    Lines lines(text);
    while (const auto line = lines.next()) {
        const std::string_view bare = without_bold(*line);
        if (bare.empty()) continue;
        if (bare.starts_with("::") || bare.starts_with("$CATEGORY:")) found.has_gift_signs = true;
        if (answers > 0 && choices > 1) continue;
        if (aiken_answer_in(bare)) ++answers;
        else if (aiken_choice_in(bare)) ++choices;
    }
    found.aiken = answers > 0 && choices > 1;
    found.has_gift_signs = found.has_gift_signs || text.find('{') != std::string_view::npos;
    return found;
}

} // namespace chelate::interop
