#include "game/print/answer_cards.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "game/print/html.hpp"
#include "game/wording/class_words.hpp"

namespace chelate::print {

namespace {

constexpr std::size_t printed_cards = 4; ///< few questions have more options

/// Colours that can be told apart when printed in grey too. The colours on the screen come from the theme.
constexpr std::array<std::string_view, printed_cards> card_colours{"#1f4e9e", "#f0b429", "#b3261e", "#2f7d4f"};

/// Returns the corners of a regular polygon for SVG. The first corner is at the top.
std::string corners_of(int corners) {
    std::string points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        points += fmt::format("{:.1f},{:.1f} ", 50 + 44 * std::sin(angle), 50 - 44 * std::cos(angle));
    }
    return points;
}

void write_shape(std::ostream& out, const std::string& shape, std::string_view colour) {
    const std::string look = fmt::format("style=\"fill:{0};stroke:{0}\"", colour);
    out << html_begin("svg", "card", "viewBox", "0 0 100 100");
    if (shape == "circle") out << "<circle cx=\"50\" cy=\"50\" r=\"44\" " << look << "/>"; // not for people
    else if (shape == "square") out << "<rect x=\"10\" y=\"10\" width=\"80\" height=\"80\" " << look << "/>";
    else
        out << "<polygon points=\"" // not for people
            << corners_of(shape == "triangle" ? 3 : 4) << "\" " << look << "/>";
    out << "</svg>\n";
}

} // namespace

Document make_answer_cards(const std::string& language, const text::Language& words, const std::string& css) {
    std::ostringstream out;
    out << html_begin("p", "small") << html_text(words.text("cards.about")) << "</p>\n";
    for (std::size_t i = 0; i < printed_cards; ++i) {
        out << html_begin("div", "held-card") << html_begin("b", "letter") << wording::letter_of(i) << "</b>";
        write_shape(out, wording::sign_of(i), card_colours[i]);
        out << "</div>\n";
    }
    return {"sheets", "cards", ".html", html_page(language, words.text("cards.title"), css, out.str())};
}

} // namespace chelate::print
