// The verb `chelate memory`: compares the memory model with vectors from another program.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Computes every result that a file of vectors asks for (tests/memory/fsrs_vectors.json shows the form). With `json`
/// it prints the document with our results under the same keys. Without, it prints how far they are from those in the
/// file.
/// @return 0; 1 when the file cannot be used, or, without `json`, when a result is farther off than the file allows
[[nodiscard]] int compute_memory(const MemoryCommand& command, const text::Language& words, Streams to);

} // namespace chelate::cli
