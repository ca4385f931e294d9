#include "game/print/answer_cards.hpp"

#include <array>
#include <cmath>
#include <numbers>
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

void add_shape(pugi::xml_node card, const std::string& shape, std::string_view colour) {
    pugi::xml_node picture = add(card, "svg", {}, "card");
    picture.append_attribute("viewBox") = "0 0 100 100";
    pugi::xml_node drawn = picture.append_child(shape == "circle" ? "circle" : shape == "square" ? "rect" : "polygon");
    const auto set = [&](const char* name, const std::string& value) { drawn.append_attribute(name) = value.c_str(); };
    if (shape == "circle") {
        for (const char* name : {"cx", "cy"}) set(name, "50");
        set("r", "44");
    } else if (shape == "square") {
        for (const char* name : {"x", "y"}) set(name, "10");
        for (const char* name : {"width", "height"}) set(name, "80");
    } else {
        set("points", corners_of(shape == "triangle" ? 3 : 4));
    }
    set("style", fmt::format("fill:{0};stroke:{0}", colour));
}

} // namespace

Document make_answer_cards(const std::string& language, const text::Language& words, const std::string& css) {
    const std::string title = words.text("cards.title");
    Page page(language, title, css);
    add(page.body(), "p", words.text("cards.about"), "small");
    for (std::size_t i = 0; i < printed_cards; ++i) {
        const pugi::xml_node card = add(page.body(), "div", {}, "held-card");
        add(card, "b", wording::letter_of(i), "letter");
        add_shape(card, wording::sign_of(i), card_colours[i]);
    }
    return {"sheets", "cards", ".html", page.text()};
}

} // namespace chelate::print
