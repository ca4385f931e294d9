// The database schema: its tables and versions, and the checks a file must pass before anything in it is changed.
#pragma once

#include <cstdint>
#include <filesystem>

#include "engine/base/result.hpp"
#include "engine/store/sqlite.hpp"

namespace chelate::store {

/// "Chel" in the file's header marks the database as ours.
inline constexpr std::int64_t application_id = 0x4368656C;

/// Largest file that is opened, in bytes. A million answers take about 400 MB, which is 50 a day for 55 years.
inline constexpr std::uintmax_t largest_file = std::uintmax_t{2} * 1024 * 1024 * 1024;

/// Prepares an opened file for use. Checks it first, and refuses a newer, foreign or damaged file without changing a
/// byte. Then creates the tables of a new file or upgrades an older one.
[[nodiscard]] Result<void> make_ready(Connection& connection);

/// Turns on the write-ahead log and takes the lock that keeps other processes out until this one ends.
[[nodiscard]] Result<void> lock(Connection& connection);

/// Suffix of a copy that is not complete yet. SQLite's own journal of the copy adds its suffix after it.
inline constexpr const char* unfinished = ".making";

/// Writes a complete, consistent copy of a database. The database is checked first; the copy is written under a
/// temporary name, synced and renamed.
/// Error besides the common ones: file-not-written.
[[nodiscard]] Result<void> copy_database(Connection& connection, const std::filesystem::path& file);

/// Does the same as `make_ready` for a database in memory.
[[nodiscard]] Result<void> make_ready_in_memory(Connection& connection);

} // namespace chelate::store
