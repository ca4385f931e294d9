// Says which SQLite the program uses.
#pragma once

#include <string>

namespace chelate::store {

/// Returns the version of the SQLite library that was loaded, for example "3.40.1".
[[nodiscard]] std::string sqlite_version();

} // namespace chelate::store
