// Writes HTML for printing: a whole page, and the pieces that several documents use.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quiz/option.hpp"

namespace chelate::print {

/// Returns a text with the characters that are special in HTML escaped.
[[nodiscard]] std::string html_text(std::string_view text);

/// Returns the start of an element such as <p class="small">, with one more attribute when `attribute` is not empty.
[[nodiscard]] std::string html_begin(std::string_view element, std::string_view looks, std::string_view attribute = {},
                                     std::string_view value = {});

/// Returns a line to write on.
[[nodiscard]] std::string html_line();

/// What a person puts into the box of an option: a cross where one is right, crosses where several are, or a number.
enum class Box { one, several, number };

/// Writes options as a list with a box before each.
void write_boxes(std::ostream& out, const std::vector<quiz::OptionView>& options, Box box);

/// Writes a table whose first row is its header.
void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

/// Returns a whole page. It contains its own style sheet, so it fetches nothing and can be copied as one file.
/// @param language  tag of its language, such as "en"  @param css  style sheet; without one the page is plain
/// @param body  HTML
[[nodiscard]] std::string html_page(const std::string& language, const std::string& title, const std::string& css,
                                    const std::string& body);

/// Returns the style sheet of everything that is printed. @param root  see session::installation_root
/// Without its file it is empty; a page is then plain, but complete.
[[nodiscard]] std::string style_sheet(const std::filesystem::path& root);

} // namespace chelate::print
