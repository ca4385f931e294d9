// Finds the program's own files.
#pragma once

#include <filesystem>

namespace chelate::session {

/// Returns the folder with `assets` and `content`. It is two levels above the program's file (build/release/chelate);
/// if they are not there, it is the tree that the program was built from.
[[nodiscard]] std::filesystem::path installation_root();

} // namespace chelate::session
