// Takes from a workshop what its handout and the table of its votes need.
#pragma once

#include "engine/text/language.hpp"
#include "game/print/document.hpp"
#include "game/session/workshop.hpp"

namespace chelate::screens {

/// Returns everything that a script shows, with verdicts and sources, as a page to print. @param css  its style sheet
[[nodiscard]] print::Document workshop_handout(const content::Pack& pack, const text::Language& words,
                                               const content::Script& script, const session::Holder& holder,
                                               const std::string& css);

/// Returns a CSV table of the votes before and after the evidence, with one line for each statement that was voted on.
[[nodiscard]] print::Document votes_table(const content::Pack& pack, const text::Language& words,
                                          const content::Script& script, const quiz::WorkshopView& workshop);

} // namespace chelate::screens
