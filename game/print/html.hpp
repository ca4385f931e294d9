// Builds pages of HTML for printing as trees, so that every text is escaped and every element is closed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "engine/quiz/option.hpp"

namespace chelate::print {

/// A page with its title as heading. It contains its own style sheet, so it fetches nothing and can be copied as one
/// file.
class Page {
public:
    /// @param language  tag of its language, such as "en"  @param css  style sheet; without one the page is plain
    Page(const std::string& language, const std::string& title, const std::string& css);

    /// Returns the element that takes the content. It belongs to the page.
    [[nodiscard]] pugi::xml_node body() { return body_; }

    /// Returns the whole page as HTML.
    [[nodiscard]] std::string text() const;

private:
    pugi::xml_document document_;
    pugi::xml_node body_;
};

/// Adds an element with a text to the end of another and returns it. @param looks  its class; empty: none
pugi::xml_node add(pugi::xml_node parent, const char* element, std::string_view text = {}, std::string_view looks = {});

/// Adds a text after what an element contains, as it may be shown (see chelate::showable).
void add_text(pugi::xml_node parent, std::string_view text);

/// Adds an image whose file is a data: address. Without one, its words stand for it.
void add_image(pugi::xml_node parent, const content::Image& image);

/// Adds a line to write on.
void add_line(pugi::xml_node parent);

/// What a person puts into the box of an option: a cross where one is right, crosses where several are, or a number.
enum class Box { one, several, number };

/// Adds options as a list with a box before each. Their images are as for add_image.
void add_boxes(pugi::xml_node parent, const std::vector<quiz::OptionView>& options, Box box);

/// Adds a table whose first row is its header.
void add_table(pugi::xml_node parent, const std::vector<std::vector<std::string>>& rows);

/// Returns the style sheet of everything that is printed. @param root  see session::installation_root
/// Without its file it is empty; a page is then plain, but complete.
[[nodiscard]] std::string style_sheet(const std::filesystem::path& root);

} // namespace chelate::print
