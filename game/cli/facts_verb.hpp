// Makes a pack, or a file of one, from a table of facts.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Reads the table and writes a new pack that validates and plays, or prints the file with the facts when the folder is
/// "-". If any cell cannot be read, reports each with its row and column and writes nothing.
[[nodiscard]] int import_facts(const ImportCommand& command, const text::Language& words, Streams to);

} // namespace chelate::cli
