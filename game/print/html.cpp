#include "game/print/html.hpp"

#include <ostream>

#include "engine/base/folders.hpp"

namespace chelate::print {

std::string html_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        default: safe += c;
        }
    }
    return safe;
}

std::string html_begin(std::string_view element, std::string_view looks, std::string_view attribute,
                       std::string_view value) {
    std::string begin = "<" + std::string(element);
    const auto add = [&](std::string_view name, std::string_view text) {
        if (!name.empty() && !text.empty()) begin += " " + std::string(name) + "=\"" + html_text(text) + "\"";
    };
    add("class", looks);
    add(attribute, value);
    return begin + ">";
}

std::string html_line() { return html_begin("span", "line") + "</span>"; }

void write_boxes(std::ostream& out, const std::vector<quiz::OptionView>& options, Box box) {
    out << html_begin("ul", box == Box::one ? "round" : box == Box::several ? "square" : "wide");
    for (const quiz::OptionView& option : options) out << "<li>" << html_text(option.text) << "</li>";
    out << "</ul>\n";
}

void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
    out << html_begin("table", "report");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out << "<tr>";
        for (const std::string& cell : rows[i])
            out << (i == 0 ? "<th>" : "<td>") << html_text(cell) << (i == 0 ? "</th>" : "</td>");
        out << "</tr>\n";
    }
    out << "</table>\n";
}

std::string html_page(const std::string& language, const std::string& title, const std::string& css,
                      const std::string& body) {
    return "<!DOCTYPE html>\n" // not for people
           + html_begin("html", {}, "lang", language) + "<head>" + html_begin("meta", {}, "charset", "utf-8") +
           "<title>" + html_text(title) + "</title><style>" + css + "</style></head>\n<body>\n<h1>" + html_text(title) +
           "</h1>\n" + body + "</body>\n</html>\n";
}

std::string style_sheet(const std::filesystem::path& root) {
    constexpr std::size_t largest = 64 * 1024; // bytes
    return read_file(root / "assets" / "sheets" / "print.css", largest).value_or("");
}

} // namespace chelate::print
