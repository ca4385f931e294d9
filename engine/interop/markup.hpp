// Turns a text with HTML into a plain one. Private to this module.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::interop {

/// How a text says that it has markup.
enum class TextFormat : std::uint8_t {
    by_content, ///< nothing says it: only what is surely HTML is taken as markup
    html,       ///< every known tag and every entity is markup
    plain       ///< nothing is markup
};

struct PlainText {
    std::string text{};
    bool changed = false;            ///< markup was removed or entities were read
    std::vector<std::string> lost{}; ///< names of pictures, sounds and films that were in the text
};

/// Returns a text without its markup. Block elements and list items begin a new line, table cells a new word, and
/// superscripts and subscripts become the characters that Unicode has for them, or "^(...)" and "_(...)". What is no
/// known HTML tag stays: "vector<int> v", "a<b and c>d". Takes time in proportion to the text. Never fails.
[[nodiscard]] PlainText without_markup(std::string_view text, TextFormat format);

/// Returns the format of an answer that does not say its own: that of its question. Where the question has markup
/// without saying so, an answer without tags is read as HTML too, so that its entities are read.
[[nodiscard]] inline TextFormat format_beside(TextFormat question, bool question_has_markup, std::string_view answer) {
    const bool as_html =
        question == TextFormat::by_content && question_has_markup && answer.find('<') == std::string_view::npos;
    return as_html ? TextFormat::html : question;
}

} // namespace chelate::interop
