// Makes packs: a small one to start with, or one from a question file of another program.
#pragma once

#include "game/cli/verbs.hpp"

namespace chelate::cli {

/// Writes a small, complete pack that validates and plays. The folder must not exist yet, or must be empty.
/// Makes one zip file of a pack. It never overwrites a file.
[[nodiscard]] int zip_pack(const PackCommand& command, const text::Language& words, Streams to);
[[nodiscard]] int new_pack(const NewPackCommand& command, const text::Language& words, Streams to);

/// Makes a pack from a question file. Tells what was changed and what was left out, grouped by reason, before it writes
/// anything.
[[nodiscard]] int import_questions(const ImportCommand& command, const text::Language& words, Streams to);

} // namespace chelate::cli
