#include "engine/store/sqlite_version.hpp"

#include <sqlite3.h>

namespace chelate::store {

std::string sqlite_version() { return sqlite3_libversion(); }

} // namespace chelate::store
