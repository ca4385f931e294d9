#include "engine/base/file_kind.hpp"

#include <algorithm>
#include <array>

namespace chelate {
namespace {

struct Sign {
    std::string_view bytes;
    std::string_view kind;
};

constexpr std::array beginnings{Sign{"%PDF-", "pdf"},
                                Sign{"{\\rtf", "rtf"},
                                Sign{"\xD0\xCF\x11\xE0", "old-office"},
                                Sign{"SQLite format 3", "sqlite"},
                                Sign{"\x89PNG", "picture"},
                                Sign{"\xFF\xD8\xFF", "picture"},
                                Sign{"GIF8", "picture"},
                                Sign{"\x1F\x8B", "archive"},
                                Sign{"7z\xBC\xAF", "archive"},
                                Sign{"Rar!", "archive"},
                                Sign{"\\documentclass", "latex"},
                                Sign{"BEGIN:VCARD", "binary"}};

/// Names inside a zip archive that say which program wrote it.
constexpr std::array names_in_zip{Sign{"collection.anki2", "anki"},
                                  Sign{"word/", "docx"},
                                  Sign{"xl/", "xlsx"},
                                  Sign{"ppt/", "pptx"},
                                  Sign{"imsmanifest.xml", "qti"},
                                  Sign{"h5p.json", "h5p"},
                                  Sign{"opendocument.text", "odt"},
                                  Sign{"opendocument.spreadsheet", "ods"},
                                  Sign{"opendocument.presentation", "pptx"}};

std::string_view zip_kind(std::string_view bytes) {
    constexpr std::size_t searched = 256 * 1024; // at each end, where the names of the first files and all names are
    const std::string_view begin = bytes.substr(0, searched);
    const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), searched));
    for (const Sign& name : names_in_zip) {
        if (begin.find(name.bytes) != std::string_view::npos || end.find(name.bytes) != std::string_view::npos)
            return name.kind;
    }
    return "zip";
}

} // namespace

std::string_view known_file_kind(std::string_view bytes) {
    for (const Sign& beginning : beginnings) {
        if (bytes.starts_with(beginning.bytes)) return beginning.kind;
    }
    const bool is_zip = bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
    return is_zip ? zip_kind(bytes) : std::string_view();
}

} // namespace chelate
