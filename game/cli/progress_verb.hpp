// `chelate progress`: looks after what is kept.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// The file with everybody's progress in a folder.
inline constexpr const char* progress_file = "progress.db";

/// @param folder where progress is kept @return 0; 1 when it cannot be read, does not hold together, or what was
/// asked is not to be done
[[nodiscard]] int look_after_progress(const ProgressCommand& command, const std::filesystem::path& folder,
                                      const text::Language& words, Streams to);

} // namespace chelate::cli
