// `chelate memory`: the memory model against vectors of another program.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Computes every result a file of vectors asks for (tests/memory/fsrs_vectors.json shows the form). With `json` the
/// document
/// is printed with our results under the same keys; without, how far they are from those it holds.
/// @return 0; 1 when the file cannot be used, or, without `json`, when a result is farther off than the file allows
[[nodiscard]] int compute_memory(const MemoryCommand& command, const text::Language& words, Streams to);

} // namespace chelate::cli
