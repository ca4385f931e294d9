// Where the word that ends kiosk mode comes from: the command line, or a file.
#pragma once

#include <string>

#include "engine/base/result.hpp"
#include "game/cli/cli.hpp"

namespace chelate::cli {

/// Returns the exit word that the command names; empty when it names none.
/// Errors: those of check_exit_word and read_file, exit-word-readable {path} when every user can read the file: the
/// word is then no better kept than in the list of processes.
[[nodiscard]] Result<std::string> exit_word_of(const PlayCommand& command);

/// Overwrites the exit word among the program's arguments, where every user can read them. The kernel shows the
/// changed ones.
void hide_exit_word(const PlayCommand& command, int count, char* const* arguments);

} // namespace chelate::cli
