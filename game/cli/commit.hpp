// The commit that the program was built from. The build writes its source: see commit.cmake.
#pragma once

namespace chelate::cli {

/// The short hash of the commit, with "-dirty" when tracked files differed from it; "unknown" when neither git nor an
/// exported archive says.
extern const char* const commit;

} // namespace chelate::cli
