// Files and folders that only their owner can read, and temporary folders that survive nobody.
#pragma once

#include <cstdint>
#include <filesystem>

#include "engine/base/result.hpp"

namespace chelate {

/// Creates an empty file with mode 0600, whatever the umask. Errors: file-exists {path}, file-not-written.
[[nodiscard]] Result<void> make_private_file(const std::filesystem::path& path);

/// Copies a regular file, or the one a symbolic link leads to, into a new file with mode 0600.
/// @param limit  largest size in bytes
/// Errors: file-missing {path}, file-not-read {path, reason} (also for a folder, pipe or device), file-too-large {path,
/// limit}, file-exists {path}, file-not-written. After an error there is no copy.
[[nodiscard]] Result<void> copy_private(const std::filesystem::path& from, const std::filesystem::path& to,
                                        std::uintmax_t limit);

/// Moves a private file to a new name. Nothing is overwritten. On another file system it copies the file into a private
/// one beside the goal and renames that, so the goal is never there in part.
/// Errors: file-exists {path}, file-not-written {path, reason}; then the file is where it was.
[[nodiscard]] Result<void> move_private(const std::filesystem::path& from, const std::filesystem::path& to);

/// A temporary folder with mode 0700 inside a data folder. The destructor removes it with everything in it. It is
/// locked as long as its process runs, so that what a killed process left behind can be told from what is in use.
class WorkFolder {
public:
    /// Errors: folder-not-made {path, reason}.
    [[nodiscard]] static Result<WorkFolder> make(const std::filesystem::path& inside);
    /// Removes the work folders that no process uses. Never fails: what cannot be removed stays for the next time.
    static void clear_abandoned(const std::filesystem::path& inside);

    WorkFolder(WorkFolder&& other) noexcept;
    WorkFolder& operator=(WorkFolder&&) = delete;
    ~WorkFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    WorkFolder(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_; ///< empty: moved from
    int descriptor_;             ///< of the folder; has the lock
};

} // namespace chelate
