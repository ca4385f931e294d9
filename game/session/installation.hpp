// Where the program's own files are.
#pragma once

#include <filesystem>

namespace chelate::session {

/// The folder that holds `assets` and `content`: two above the program's file (build/release/chelate), where a moved or
/// copied tree has them, else the tree it was built from.
[[nodiscard]] std::filesystem::path installation_root();

} // namespace chelate::session
