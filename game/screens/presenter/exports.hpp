// Saves a printed document into the data folder and tells the person where it is.
#pragma once

#include <string>
#include <string_view>

#include "game/print/document.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// Returns the style sheet of everything that is printed. Without its file it is empty; a page is then plain, but
/// complete.
[[nodiscard]] std::string print_style();

/// Writes a document as a new file into the data folder. Returns a sentence with its path, or with the reason why it
/// could not be written. @param saved  key of the sentence with {path}
[[nodiscard]] std::string save_document(const Context& context, const print::Document& document,
                                        std::string_view saved);

/// Does the same and shows the sentence as a message.
[[nodiscard]] Transition save_and_show(const Context& context, const print::Document& document,
                                       std::string_view saved = "paper.written");

} // namespace chelate::screens
