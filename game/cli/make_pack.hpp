// Packs that the program makes: a small one to begin with, and one from a question file of another program.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Writes a small, complete pack that validates and plays. The folder must not be there yet, or be empty.
[[nodiscard]] int new_pack(const NewPackCommand& command, const text::Language& words, Streams to);

/// Reads a file of another program into a pack; tells every repair and every question that was left out, with its line.
[[nodiscard]] int import_questions(const ImportCommand& command, const text::Language& words, Streams to);

} // namespace chelate::cli
