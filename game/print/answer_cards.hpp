// Makes the cards that a class holds up to answer.
#pragma once

#include <string>

#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

/// Returns a page with four cards to cut out, each with the letter, the shape and the colour of one option.
/// @param language  tag of the page's language  @param css  see Page
[[nodiscard]] Document make_answer_cards(const std::string& language, const text::Language& words,
                                         const std::string& css);

} // namespace chelate::print
