// Makes the handout of a workshop: everything its script shows, with verdicts and sources, as a page to print.
#pragma once

#include <string>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

/// Returns the handout of a script as a page of HTML. A question that a template makes is left out, because it may be
/// another one each time. @pre the script belongs to the pack
/// @param host  one sentence about who hosts the workshop and what they sell  @param css  see Page
[[nodiscard]] Document make_handout(const content::Pack& pack, const text::Language& words,
                                    const content::Script& script, const std::string& host, const std::string& css);

} // namespace chelate::print
