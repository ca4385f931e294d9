// Where this platform keeps a program's files, and writing one of them so that a crash leaves the old or the new.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace chelate {

/// Reads a variable of the environment; nothing when it is not set. Passed in, so tests need no real environment.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The process's own environment.
[[nodiscard]] Environment process_environment();

/// Folder for progress and profiles: $XDG_DATA_HOME/chelate, else ~/.local/share/chelate (XDG Base Directory
/// Specification 0.8; relative values are ignored as it asks). With HOME unset the password database is asked.
/// Error: no-home when nothing tells where home is. The folder is not made.
[[nodiscard]] Result<std::filesystem::path> data_folder(const Environment& environment);

/// Makes the folder and its parents, the last one readable by its owner alone (0700).
/// Errors: folder-is-file {path}, folder-not-made {path, reason}.
[[nodiscard]] Result<void> make_folder(const std::filesystem::path& folder);

/// Writes a whole file: temporary in the same folder, write, fsync, rename, fsync of the folder. A new file is readable
/// by its owner alone; an old one keeps its mode; a symbolic link stays one and the file it names is replaced.
/// Error: file-not-written {path, reason}; the old file is then still there, whole.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes what another one has written last: syncs the file and its folder, so that neither a crash nor a cut of the
/// power
/// takes it or its name. Error: file-not-written {path, reason}.
[[nodiscard]] Result<void> sync_file(const std::filesystem::path& path);

/// Reads a whole file of at most `limit` bytes. Errors: file-missing {path}, file-not-read {path, reason},
/// file-too-large {path, limit}. A folder, pipe or device is file-not-read.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

} // namespace chelate
