// Backups of the progress file: complete copies, each checked before it is made, and removed when outdated.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/base/units.hpp"
#include "engine/store/store.hpp"

namespace chelate::store {

struct Backup {
    std::filesystem::path file;
    Millis made{};           ///< wall clock, milliseconds since 1970, UTC; to the second
    std::int64_t number = 0; ///< how many backups there were with it; 0: unknown, as before schema version 7
    bool operator==(const Backup&) const = default;
};

/// Returns the folder for the backups of a progress file: "backups" beside it.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& progress);

/// Returns the file name of a backup made at this time: "progress-20261127T150312Z.db".
[[nodiscard]] std::string backup_name(Millis wall);

/// Returns all backups in a folder, newest first; other files are ignored. The number in a backup decides which is
/// newer, because a clock can be wrong for a day. Only backups without a number are sorted by their time.
/// Never fails: a missing folder has none.
[[nodiscard]] std::vector<Backup> backups_in(const std::filesystem::path& folder);

/// Returns the newest backup that can be restored (see restore), or nothing. Each is checked by opening a copy of it.
[[nodiscard]] std::optional<Backup> newest_sound(const std::filesystem::path& folder);

/// Returns whether a progress file was emptied: it has no bytes, but there are backups. To the store it looks like a
/// new file.
[[nodiscard]] bool is_emptied(const std::filesystem::path& progress);

/// Returns the backups that are no longer needed. Kept are the newest backup of each of the last 7 days that have
/// one, of the last 4 such weeks and of the last 6 such months. Days, weeks (from Monday) and months are UTC.
/// "Last" is by number, so that a backup from a wrong clock takes the place of one day only.
/// @param all  in any order
[[nodiscard]] std::vector<Backup> outdated(std::vector<Backup> all);

inline constexpr int daily_backups = 7;
inline constexpr int weekly_backups = 4;
inline constexpr int monthly_backups = 6;

/// Opens a copy of a progress file, with the log beside it, which is applied to the copy. The file and its folder stay
/// as they are.
/// @param copy  a new file in a private folder
/// @pre this process does not have the file open
/// Errors, which name `file`: those of Store::open and copy_private; store-locked when a process uses the file;
/// store-unfinished {path} when a rollback journal is beside it.
[[nodiscard]] Result<Store> open_copy(const std::filesystem::path& file, const std::filesystem::path& copy);

/// Replaces the progress file by a backup. The old file is kept beside it under another name. No process may have the
/// file open.
/// @param count  counts what is in the checked copy, before anything is moved; an error refuses the backup
/// @return the new path of the old file; nothing when there was none
/// Errors: those of open_copy and Store::check_rows for the backup (names and times are checked unless it is one of our
/// own), store-locked when another process has the progress file open, store-failed, store-full, file-not-written. An
/// error leaves everything as it was.
[[nodiscard]] Result<std::optional<std::filesystem::path>>
restore(const std::filesystem::path& backup, const std::filesystem::path& progress, Millis wall,
        const std::function<Result<void>(const Store&)>& count = {});

} // namespace chelate::store
