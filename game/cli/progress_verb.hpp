// The verb `chelate progress`: checks, backs up, restores and moves saved progress.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Name of the file with everybody's progress in its folder.
inline constexpr const char* progress_file = "progress.db";

/// Carries out one of the `chelate progress` commands. @param folder  where progress is saved
/// @return 0; 1 when the file cannot be read or is inconsistent, or when the command was refused
[[nodiscard]] int look_after_progress(const ProgressCommand& command, const std::filesystem::path& folder,
                                      const text::Language& words, Streams to);

} // namespace chelate::cli
