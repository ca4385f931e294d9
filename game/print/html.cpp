#include "game/print/html.hpp"

#include <sstream>

#include "engine/base/amount.hpp"
#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"

namespace chelate::print {

pugi::xml_node add(pugi::xml_node parent, const char* element, std::string_view text, std::string_view looks) {
    pugi::xml_node child = parent.append_child(element);
    if (!looks.empty()) child.append_attribute("class").set_value(looks.data(), looks.size());
    add_text(child, text); // an empty one too: without it, pugixml writes <p/>, which a browser does not see as closed
    return child;
}

void add_text(pugi::xml_node parent, std::string_view text) {
    // Some characters may not be in a page, or change how it reads.
    const std::string shown = with_unbroken_amounts(showable(text));
    parent.append_child(pugi::node_pcdata).set_value(shown.c_str(), shown.size());
}

void add_line(pugi::xml_node parent) { add(parent, "span", {}, "line"); }

void add_image(pugi::xml_node parent, const content::Image& image) {
    if (image.empty()) return;
    if (image.file.empty()) {
        add(parent, "p", "[" + image.alt + "]", "small");
        return;
    }
    pugi::xml_node shown = parent.append_child("img");
    shown.append_attribute("src") = image.file.c_str();
    shown.append_attribute("alt") = showable(image.alt).c_str();
}

void add_boxes(pugi::xml_node parent, const std::vector<quiz::OptionView>& options, Box box) {
    const pugi::xml_node list = add(parent, "ul", {},
                                    box == Box::one       ? "round"
                                    : box == Box::several ? "square"
                                                          : "wide");
    for (const quiz::OptionView& option : options) add_image(add(list, "li", option.text), option.image);
}

void add_table(pugi::xml_node parent, const std::vector<std::vector<std::string>>& rows) {
    const pugi::xml_node table = add(parent, "table", {}, "report");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const pugi::xml_node row = add(table, "tr");
        for (const std::string& cell : rows[i]) add(row, i == 0 ? "th" : "td", cell);
    }
}

Page::Page(const std::string& language, const std::string& title, const std::string& css) {
    document_.append_child(pugi::node_doctype).set_value("html");
    pugi::xml_node html = add(document_, "html");
    html.append_attribute("lang") = language.c_str();
    pugi::xml_node head = add(html, "head");
    head.append_child("meta").append_attribute("charset") = "utf-8";
    add(head, "title", title);
    // In HTML a style sheet has no escapes. A CDATA section is written as it is, and CSS sees its marks as comments.
    pugi::xml_node style = add(head, "style", "/*");
    style.append_child(pugi::node_cdata).set_value(("*/\n" + css + "/*").c_str());
    add_text(style, "*/");
    body_ = add(html, "body");
    add(body_, "h1", title);
}

std::string Page::text() const {
    std::ostringstream out;
    document_.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    out << '\n';
    return out.str();
}

std::string style_sheet(const std::filesystem::path& root) {
    constexpr std::size_t largest = 64 * 1024; // bytes
    return read_file(root / "assets" / "sheets" / "print.css", largest).value_or("");
}

} // namespace chelate::print
