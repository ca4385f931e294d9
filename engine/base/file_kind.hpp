// Recognises files of other programs by their first bytes.
#pragma once

#include <string_view>

namespace chelate {

/// Returns the kind of a file that begins with fixed bytes: "pdf", "rtf", "latex", "old-office", "sqlite", "picture",
/// "binary" (an address card), "archive" (compressed, but no zip), or for a zip archive "docx", "xlsx", "pptx", "odt",
/// "ods", "anki", "qti", "h5p" or "zip". Empty: none of these.
[[nodiscard]] std::string_view known_file_kind(std::string_view bytes);

} // namespace chelate
