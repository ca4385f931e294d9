// Turns signals that ask the program to end into a flag.
#pragma once

#include <atomic>

namespace chelate::cli {

/// Makes SIGTERM, SIGINT and SIGHUP set the flag and end a waiting read of the standard input. Also makes writing to
/// a closed pipe harmless. Call once; the flag lives as long as the process.
[[nodiscard]] const std::atomic<bool>& stop_on_signals();

} // namespace chelate::cli
