#include "engine/json/file_kind.hpp"

#include <algorithm>
#include <iterator>

#include "engine/base/text.hpp"

namespace chelate::json {
namespace {

/// A kind of file: how it begins, what it also contains (empty: anything), and the sentence.
struct FileKind {
    std::string_view start;
    std::string_view inside;
    std::string_view sentence;
};

// A Word or OpenDocument file is a zip archive, so these come before the row for any archive.
constexpr FileKind kinds[] = {
    {"PK\x03\x04", "word/",
     "this is a Word file, not plain text; open it, save it as plain text with the encoding UTF-8, and list that file"},
    {"PK\x03\x04", "opendocument.text",
     "this is an OpenDocument text, not plain text; open it, save it as plain text (UTF-8), and list that file"},
    {"PK\x03\x04", "xl/",
     "this is an Excel file; save its table as CSV and turn it into facts with 'chelate import --as facts'"},
    {"PK\x03\x04", "opendocument.spreadsheet",
     "this is a spreadsheet; save its table as CSV and turn it into facts with 'chelate import --as facts'"},
    {"PK\x03\x04", "", "this is a zip archive; unpack it and list the files inside it"},
    {"\xD0\xCF\x11\xE0", "",
     "this is a file of an older version of Word or Excel; open it, save it as plain text (UTF-8), and list that file"},
    {"{\\rtf", "", "this is an RTF document; open it, save it as plain text (UTF-8), and list that file"},
    {"%PDF-", "", "this is a PDF file; copy its text into a plain text file, and list that file"},
    {"\x89PNG", "", "this is a picture; list only JSON files"},
    {"\xFF\xD8\xFF", "", "this is a picture; list only JSON files"},
    {"<", "", "this is a web page or an XML file; list only JSON files"},
};

} // namespace

std::optional<std::string> other_file_kind(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&](const FileKind& kind) {
        return bytes.starts_with(kind.start) && bytes.find(kind.inside) != std::string_view::npos;
    });
    return found == std::end(kinds) ? std::nullopt : std::optional(std::string(found->sentence));
}

} // namespace chelate::json
