// Finds the folder for a program's files and writes files so that a crash leaves either the old or the new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace chelate {

/// Reads an environment variable; returns nothing when it is not set. Tests pass in a reader of their own.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// Returns a reader of the process's own environment.
[[nodiscard]] Environment process_environment();

/// Returns the folder for progress and profiles: $XDG_DATA_HOME/chelate, else ~/.local/share/chelate (XDG Base
/// Directory Specification 0.8; relative values are ignored, as it requires). When HOME is not set, the password
/// database supplies the home folder. Does not create the folder.
/// Error: no-home when neither the environment nor the password database gives a home folder.
[[nodiscard]] Result<std::filesystem::path> data_folder(const Environment& environment);

/// Creates the folder and its parents. Only the owner can read the last folder (mode 0700).
/// Errors: folder-is-file {path}, folder-not-made {path, reason}.
[[nodiscard]] Result<void> make_folder(const std::filesystem::path& folder);

/// Who may read a new file.
enum class FileMode : std::uint8_t {
    owner_only, ///< 0600, for progress and whatever else says something about a person
    by_umask    ///< 0666 without the bits of the umask, as for any document
};

/// Writes a whole file: writes and syncs a temporary file in the same folder, renames it and syncs the folder.
/// An existing file keeps its mode. A symbolic link is kept, and the file it points to is replaced.
/// @param mode  who may read a new file
/// Error: file-not-written {path, reason}; the old file is then still there and complete.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes,
                                      FileMode mode = FileMode::owner_only);

/// Makes a file that other code has written durable: syncs the file and its folder, so that neither a crash nor a
/// power failure can lose the file or its name.
/// Error: file-not-written {path, reason}.
[[nodiscard]] Result<void> sync_file(const std::filesystem::path& path);

/// Reads a whole file of at most `limit` bytes.
/// Errors: file-missing {path}, file-not-read {path, reason} (also for a folder, pipe or device),
/// file-too-large {path, limit}.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Reads a file, a pipe or a device to its end, but at most `limit` bytes. Waits for a pipe that has no writer yet.
/// @param path  "-" is the standard input
/// Errors: file-missing {path}, file-not-read {path, reason} (also for a folder), file-too-large {path, limit}.
[[nodiscard]] Result<std::string> read_stream(const std::filesystem::path& path, std::size_t limit);

} // namespace chelate
