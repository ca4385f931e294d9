// Finds the files that come with the program: packs, texts, themes and pages.
#pragma once

#include <filesystem>
#include <optional>

#include "engine/base/result.hpp"

namespace chelate::session {

/// Returns the program's own file, with symbolic links resolved. It is empty when /proc is not mounted.
[[nodiscard]] std::filesystem::path program_file();

/// Returns the folder that contains `assets` and `content`. There is one rule. A program whose folder has a
/// CMakeCache.txt is in a build tree and uses the source tree that the build tree belongs to. Any other program is
/// installed: PREFIX/bin/chelate uses PREFIX/share/chelate. Both work after their folders were moved together.
/// The folder may be missing: see find_broken_file.
[[nodiscard]] std::filesystem::path installation_root();

/// Checks the files that the program needs for every pack. A pack's own files are checked when it is read.
/// @param root  see installation_root
/// @return what is wrong with the first one that cannot be read, or that its folder is missing; nothing when all is
/// well. The errors are those of read_file.
[[nodiscard]] std::optional<Error> find_broken_file(const std::filesystem::path& root);

} // namespace chelate::session
