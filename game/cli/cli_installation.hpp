// Says which program this is, where its files are, and what is wrong with them. Its sentences are in English and in
// the code, because the language file may be the one that is missing.
#pragma once

#include <iosfwd>
#include <string>

#include "engine/base/result.hpp"
#include "game/cli/cli.hpp"
#include "game/cli/program.hpp"

namespace chelate::cli {

/// Returns what is wrong with a file of the installation and what to do about it.
/// @param broken  an error of session::find_broken_file or text::Language::load
[[nodiscard]] std::string broken_installation(const Error& broken);

/// Prints the version and the commit. A verbose command also prints where the program's files are, the versions of
/// its libraries, and what would draw the window.
void print_version(const VersionCommand& command, const char* commit, const Windows& windows, std::ostream& out);

} // namespace chelate::cli
