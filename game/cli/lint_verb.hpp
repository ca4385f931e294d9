// The verb `chelate lint`.
#pragma once

#include "game/cli/verbs.hpp"
#include "game/lint/lint.hpp"

namespace chelate::cli {

/// Reads packs and language files, checks them and reports each finding at its line. A language file is one in a
/// folder `i18n`; it is compared with `words`, which must be English, and checked against the rules of its language.
/// @param lint_display_checks  the checks that need fonts and the smallest window
/// @return 0 when nothing was found but remarks, otherwise 1
[[nodiscard]] int lint_paths(const LintCommand& command, const text::Language& words,
                             const lint::LintBasis& lint_display_checks, Streams to);

} // namespace chelate::cli
