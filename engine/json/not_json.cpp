#include "engine/json/not_json.hpp"

#include <algorithm>
#include <iterator>

#include "engine/base/file_kind.hpp"
#include "engine/base/text.hpp"

namespace chelate::json {
namespace {

/// A kind of known_file_kind(), and what to do with such a file.
struct Advice {
    std::string_view kind;
    std::string_view sentence;
};

constexpr Advice advice[] = {
    {"docx",
     "this is a Word file, not plain text; open it, save it as plain text with the encoding UTF-8, and list that file"},
    {"odt", "this is an OpenDocument text, not plain text; open it, save it as plain text (UTF-8), and list that file"},
    {"xlsx", "this is an Excel file; save its table as CSV and turn it into facts with 'chelate import --as facts'"},
    {"ods", "this is a spreadsheet; save its table as CSV and turn it into facts with 'chelate import --as facts'"},
    {"pptx", "this is a presentation; copy its text into a plain text file, and list that file"},
    {"old-office",
     "this is a file of an older version of Word or Excel; open it, save it as plain text (UTF-8), and list that file"},
    {"rtf", "this is an RTF document; open it, save it as plain text (UTF-8), and list that file"},
    {"pdf", "this is a PDF file; copy its text into a plain text file, and list that file"},
    {"picture", "this is a picture; list only JSON files"},
    {"sqlite", "this is a database; list only JSON files"},
    {"latex", "this is a LaTeX document; list only JSON files"},
    {"binary", "this is an address card; list only JSON files"},
    {"archive", "this is a compressed archive; unpack it and list the files inside it"},
};
constexpr std::string_view advice_for_zip = "this is a zip archive; unpack it and list the files inside it";

} // namespace

std::string_view why_not_json(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (bytes.starts_with('<')) return "this is a web page or an XML file; list only JSON files";
    const std::string_view kind = known_file_kind(bytes);
    if (kind.empty()) return {};
    const auto* found =
        std::find_if(std::begin(advice), std::end(advice), [&](const Advice& row) { return row.kind == kind; });
    return found == std::end(advice) ? advice_for_zip : found->sentence;
}

} // namespace chelate::json
