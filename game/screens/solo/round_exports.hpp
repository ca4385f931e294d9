// Takes from the round under way what its printed sheet and the report on one of its questions need.
#pragma once

#include <string>

#include "engine/content/pack.hpp"
#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::session {
class Rounds;
} // namespace chelate::session

namespace chelate::screens {

/// Returns the revealed questions of the round as a sheet to print. Voided questions are left out.
/// @param css  style sheet; without one the page is plain  @pre a round is under way
[[nodiscard]] print::Document round_sheet(const content::Pack& pack, const text::Language& words,
                                          const session::Rounds& rounds, const std::string& css);

/// Returns the report on a question that seems wrong. @param program  name and version of the program
/// @param number  1-based number of a revealed question of the round under way
[[nodiscard]] print::Document question_report(const content::Pack& pack, const text::Language& words,
                                              const session::Rounds& rounds, const std::string& program, int number);

} // namespace chelate::screens
