// Backups of the progress file: complete copies, each checked before it is made, and removed when outdated.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/base/units.hpp"

namespace chelate::store {

struct Backup {
    std::filesystem::path file;
    Millis made{}; ///< wall clock, milliseconds since 1970, UTC; to the second
    bool operator==(const Backup&) const = default;
};

/// Returns the folder for the backups of a progress file: "backups" beside it.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& progress);

/// Returns the file name of a backup made at this time: "progress-20261127T150312Z.db".
[[nodiscard]] std::string backup_name(Millis wall);

/// Returns all backups in a folder, newest first; other files are ignored. Never fails: a missing folder has none.
[[nodiscard]] std::vector<Backup> backups_in(const std::filesystem::path& folder);

/// Returns the newest backup that can be restored (see restore), or nothing. Each is checked by opening a copy of it.
[[nodiscard]] std::optional<Backup> newest_sound(const std::filesystem::path& folder);

/// Returns whether a progress file was emptied: it has no bytes, but there are backups. To the store it looks like a
/// new file.
[[nodiscard]] bool is_emptied(const std::filesystem::path& progress);

/// Returns the backups that are no longer needed. Kept are the newest backup of each of the last 7 days that have
/// one, of the last 4 such weeks and of the last 6 such months. Days, weeks (from Monday) and months are UTC.
/// @param all  in any order
[[nodiscard]] std::vector<Backup> outdated(std::vector<Backup> all);

inline constexpr int daily_backups = 7;
inline constexpr int weekly_backups = 4;
inline constexpr int monthly_backups = 6;

/// Replaces the progress file by a backup. The old file is kept beside it under another name. No process may have the
/// file open.
/// @return the new path of the old file; nothing when there was none
/// Errors: those of Store::open for the backup (a damaged one is refused), store-locked when another process has the
/// progress file open, store-failed, store-full. An error before the old file is moved leaves everything as it was.
[[nodiscard]] Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& backup,
                                                                   const std::filesystem::path& progress, Millis wall);

} // namespace chelate::store
