// The form of the database: its tables, its versions, and how a file is looked at before anything in it is changed.
#pragma once

#include <filesystem>

#include "engine/base/result.hpp"
#include "engine/store/sqlite.hpp"

namespace chelate::store {

/// "Chel" in the file's header: the database is ours.
inline constexpr std::int64_t application_id = 0x4368656C;

/// Versions of the schema this program can read and bring up to date; a newer one is left alone.
inline constexpr std::int64_t oldest_version = 1;
inline constexpr std::int64_t current_version = 5;

/// Makes an opened file ready: looks at it, refuses what is newer, foreign or damaged without changing a byte, makes
/// the
/// tables of a new one and takes the steps an older one needs.
[[nodiscard]] Result<void> make_ready(Connection& connection);

/// Turns the write-ahead log on and takes the lock that keeps other processes out until this one ends.
[[nodiscard]] Result<void> lock(Connection& connection);

/// What the name of a copy has at its end until all of it is there; SQLite's own journal of it comes after that.
inline constexpr const char* unfinished = ".making";

/// Writes a whole copy of a database that holds together: looked over first, written beside the name it will have,
/// synced,
/// renamed. Error besides the common ones: file-not-written.
[[nodiscard]] Result<void> copy_database(Connection& connection, const std::filesystem::path& file);

/// `make_ready` for a database in memory.
[[nodiscard]] Result<void> make_ready_in_memory(Connection& connection);

} // namespace chelate::store
