// The verb `chelate lint`.
#pragma once

#include "game/cli/verbs.hpp"
#include "game/lint/lint.hpp"

namespace chelate::cli {

/// Reads the packs, checks them and reports each finding at the line of its item.
/// @param lint_display_checks  the checks that need fonts and the smallest window
/// @param today  used when the command names no day
/// @return 0 when nothing was found, otherwise 1
[[nodiscard]] int lint_packs(const LintCommand& command, const text::Language& words,
                             const lint::LintBasis& lint_display_checks, const std::string& today, Streams to);

} // namespace chelate::cli
