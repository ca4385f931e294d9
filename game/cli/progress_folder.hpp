// Opens the folder in which progress is kept.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "game/session/archive.hpp"

namespace chelate::cli {

/// The data folder with the progress in it.
struct DataFolder {
    std::filesystem::path folder{}; ///< empty: there is none
    session::Progress progress{};
    /// The backup to restore when the file is damaged; empty: there is none, or none is needed.
    std::filesystem::path backup{};
    std::optional<Error> no_backup{}; ///< why today's backup could not be made
};

/// Returns the folder for progress. @param data_dir  a folder that the user named; empty: the usual one
[[nodiscard]] Result<std::filesystem::path> progress_folder(const std::string& data_dir);

/// Opens the data folder, makes it if needed, and makes one backup a day. Never fails: what is wrong is in the result.
[[nodiscard]] DataFolder open_data_folder(const std::string& data_dir);

/// Opens the file with progress. An empty file counts as new, unless it had progress before; then it is damaged.
/// Errors: those of Store::open.
[[nodiscard]] Result<store::Store> open_unless_emptied(const std::filesystem::path& file);

/// Returns whether a backup helps against this error: the file was damaged or altered, or says what nobody can have
/// played.
[[nodiscard]] bool backup_helps(const Error& error);

} // namespace chelate::cli
