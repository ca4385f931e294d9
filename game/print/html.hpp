// Pieces of HTML for paper.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quiz/option.hpp"

namespace chelate::print {

/// A text with the signs that mean something in HTML written as themselves.
[[nodiscard]] std::string html_text(std::string_view text);

/// The beginning of an element: <p class="small">, with one more attribute where it is named.
[[nodiscard]] std::string html_begin(std::string_view element, std::string_view looks, std::string_view attribute = {},
                                     std::string_view value = {});

/// A line to write on.
[[nodiscard]] std::string html_line();

/// What somebody puts into the box of an option: a cross where one is right or several are, or a number.
enum class Box { one, several, number };

/// Options as a list with boxes before them.
void write_boxes(std::ostream& out, const std::vector<quiz::OptionView>& options, Box box);

} // namespace chelate::print
