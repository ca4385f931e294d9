// Writes documents as new files into the data folder. An existing file is never overwritten: somebody may have
// written into it.
#pragma once

#include <filesystem>
#include <string>

#include "engine/base/result.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

/// Returns a path in a folder of the data folder where no file exists yet, and creates the folder. A second file of
/// the same name gets a number, for example "round-2.html".
/// @param name  its ASCII letters and digits become the name of the file, at most 60 characters
/// @param ending  ending of the file, with its dot
/// Errors: not-kept when `data_folder` is empty, make_folder's.
[[nodiscard]] Result<std::filesystem::path> new_file_path(const std::filesystem::path& data_folder,
                                                          const std::string& folder, const std::string& name,
                                                          const std::string& ending);

/// Writes a document as a new file and returns its path. Errors: not-kept when `data_folder` is empty,
/// make_folder's, file-not-written {path, reason}.
[[nodiscard]] Result<std::filesystem::path> write_document(const std::filesystem::path& data_folder,
                                                           const Document& document);

} // namespace chelate::print
