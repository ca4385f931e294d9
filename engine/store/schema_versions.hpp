// The tables of every version of the database, and the check that a file has exactly these and nothing else.
#pragma once

#include <cstdint>

#include "engine/base/result.hpp"
#include "engine/store/sqlite.hpp"

namespace chelate::store {

/// Versions of the schema that this program can read and upgrade. A newer file is left alone.
inline constexpr std::int64_t oldest_version = 1;
inline constexpr std::int64_t current_version = 7;

/// Returns the SQL that upgrades a database to this version from the one before. The oldest version creates it.
/// @pre oldest_version <= version <= current_version
[[nodiscard]] const char* upgrade_to(std::int64_t version);

/// Refuses a database whose tables, columns and indexes are not those of this version. A database can contain
/// triggers, views and expressions, which would run when we use it. So this check comes before any statement that
/// reads a table.
/// Errors: store-altered {path, what} for something that is not ours; store-damaged for a part that is missing or
/// different.
[[nodiscard]] Result<void> check_schema(const Connection& connection, std::int64_t version);

} // namespace chelate::store
