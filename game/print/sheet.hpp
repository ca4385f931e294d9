// Makes a round as a sheet to print: the questions first, then their answers and sources on pages of their own.
#pragma once

#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

struct SheetQuestion {
    quiz::QuestionRef question;
    quiz::Order display_order; ///< the order in which its options are printed
};

/// Returns the sheet as a page of HTML. Its questions are in the order given, and nothing before the answers depends
/// on a key.
/// @param title  name of the round  @param css  see Page
[[nodiscard]] Document make_sheet(const content::Pack& pack, const text::Language& words, const std::string& title,
                                  const std::vector<SheetQuestion>& questions, const std::string& css);

} // namespace chelate::print
