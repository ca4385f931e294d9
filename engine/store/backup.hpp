// Backups of the file with everybody's progress: whole, checked before they are made, as many as are worth keeping.
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
    Millis made{}; ///< wall clock
    bool operator==(const Backup&) const = default;
};

/// Where the backups of a progress file lie: the folder "backups" beside it.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& progress);

/// What a backup made at this time is called: "progress-20261127T150312Z.db".
[[nodiscard]] std::string backup_name(Millis wall);

/// All that are there, the newest first; other files are left out. Never fails: a folder that is not there has none.
[[nodiscard]] std::vector<Backup> backups_in(const std::filesystem::path& folder);

/// The newest one that can be taken (see restore): opened in a copy and looked over. Nothing when there is none.
[[nodiscard]] std::optional<Backup> newest_sound(const std::filesystem::path& folder);

/// Whether somebody has emptied a progress file: nothing stands in it, but there are backups. To the store it is a
/// new one.
[[nodiscard]] bool is_emptied(const std::filesystem::path& progress);

/// Those that nobody needs any more: kept are the newest of each of the last 7 days there are backups of, of the last
/// 4 weeks
/// and of the last 6 months. Days, weeks (from Monday) and months are UTC. @param all in any order
[[nodiscard]] std::vector<Backup> outdated(std::vector<Backup> all);

inline constexpr int daily_backups = 7;
inline constexpr int weekly_backups = 4;
inline constexpr int monthly_backups = 6;

/// Puts a backup in place of the progress file, which is kept beside it under another name. Nobody may have the file
/// open.
/// @return where what was there before is now; nothing when there was none
/// Errors: those of Store::open for the backup (a damaged one is not taken), store-locked when somebody has the
/// progress
/// open, store-failed, store-full. What was there stays as it was then.
[[nodiscard]] Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& backup,
                                                                   const std::filesystem::path& progress, Millis wall);

} // namespace chelate::store
