// Names the writing systems whose letters the program's own fonts lack, with the Debian packages that have them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chelate {

/// A writing system.
struct Script {
    std::string_view name;    ///< as in the language files: "script.<name>"
    std::string_view package; ///< Debian package of its font
    std::string_view font;    ///< file name of the font without its weight, such as "NotoSansArabic"
    bool breaks_anywhere;     ///< lines may end between any two letters, as in Chinese
    bool right_to_left;
};

/// Returns the writing system of a character, or null for Latin, Greek, Cyrillic, and what belongs to no script.
[[nodiscard]] const Script* script_of(char32_t code);

/// A letter of a text that belongs to a writing system.
struct ScriptLetter {
    const Script* script = nullptr;
    std::string_view letter; ///< its bytes
};

/// Returns the letters of a text that script_of knows, in order. @param text  valid UTF-8
[[nodiscard]] std::vector<ScriptLetter> script_letters(std::string_view text);

} // namespace chelate
