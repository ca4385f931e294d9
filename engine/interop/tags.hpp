// Finds the HTML tags in a text. Private to this module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chelate::interop {

/// What a tag does to the text around it.
enum class TagRole : std::uint8_t { inline_style, block, cell, line_break, raised, lowered, media, hidden };

struct Tag {
    std::string_view name{}; ///< in lowercase
    TagRole role = TagRole::inline_style;
    bool closes = false;
    std::string_view attributes{};
    std::size_t end = 0; ///< position after the tag
};

/// Recognises the tags of one text. Everything together takes time in proportion to the text, whatever it contains.
class TagScanner {
public:
    explicit TagScanner(std::string_view text) : text_(text), steps_left_(8 * text.size() + 1000) {}

    /// Returns the tag that begins at a "<", or nothing: the name is not known, or the attributes have no "=".
    [[nodiscard]] std::optional<Tag> tag_at(std::size_t at);

private:
    /// Returns the position of the ">" that ends the tag whose attributes begin at `at`, or npos.
    [[nodiscard]] std::size_t end_of_attributes(std::size_t at);

    std::string_view text_;
    std::size_t steps_left_; ///< characters that may still be looked at
};

/// Returns whether a text that does not say what it is can only be HTML: an element has content right between its tags
/// or is the whole text, a line break is next to a word, or a picture has attributes. A tag that is the subject of the
/// text, such as "Which tag makes a list item, <li> or <item>?", is no sign of it.
[[nodiscard]] bool is_surely_html(std::string_view text);

/// Returns the name of the file that a picture, sound or film shows; the start of the attributes if it has no file.
[[nodiscard]] std::string media_name(std::string_view attributes);

} // namespace chelate::interop
