// Imports a file into the data folder's packs, in two steps: a person sees what would come of it before it is written.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/base/result.hpp"
#include "game/session/import_pack.hpp"
#include "game/session/zipped_pack.hpp"

namespace chelate::session {

/// The folder of packs in the data folder.
inline constexpr const char* packs_folder = "packs";

/// A zipped pack that was read.
struct GivenPack {
    UnpackedPack unpacked;
    std::string name;
    std::size_t questions = 0; ///< written ones; templates make more
    std::size_t problems = 0;
};

/// A file that was read, and of which nothing is written yet.
struct ImportPreview {
    std::filesystem::path file;
    std::variant<QuestionFile, GivenPack> content;
};

/// Reads a file: a zipped pack, or a question file as read_question_file does.
/// @param data_folder  a zip is unpacked into a private folder in it
/// Errors: those of read_question_file; of a zip those of UnpackedPack::open, and pack-refused {path}.
[[nodiscard]] Result<ImportPreview> preview_import(const std::filesystem::path& file,
                                                   const std::filesystem::path& data_folder);

/// Writes the pack into a free folder of the data folder's packs, and returns that.
/// @param about  what a pack of imported questions says about itself, one sentence
/// Errors: those of write_imported_pack and UnpackedPack::add_to.
[[nodiscard]] Result<std::filesystem::path>
write_import(const ImportPreview& preview, const std::filesystem::path& data_folder, const std::string& about);

/// Returns files that can be imported, by their endings, the newest first: those in the folders for downloads and
/// documents, in the home folder and in the current one. @param most  how many at most
[[nodiscard]] std::vector<std::filesystem::path> importable_files(const Environment& environment, std::size_t most);

} // namespace chelate::session
