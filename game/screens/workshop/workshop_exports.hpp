// Takes from a workshop what its handout and the table of its votes need.
#pragma once

#include "game/print/document.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// Returns everything that a script shows, with verdicts and sources, as a page to print.
[[nodiscard]] print::Document workshop_handout(const Context& context, const content::Script& script);

/// Returns a CSV table of the votes before and after the evidence, with one line for each statement that was voted on.
[[nodiscard]] print::Document votes_table(const Context& context, const content::Script& script,
                                          const session::Workshop& workshop);

} // namespace chelate::screens
