#include "game/print/answer_forms.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "game/print/html.hpp"
#include "game/wording/class_words.hpp"

namespace chelate::print {

namespace {

/// Adds one element of a drawing with its class, numbers and text.
void add_drawn(pugi::xml_node picture, const char* element, std::string_view looks,
               std::initializer_list<std::pair<const char*, double>> numbers, std::string_view text = {}) {
    constexpr int digits = 6;
    pugi::xml_node drawn = add(picture, element, text, looks);
    for (const auto& [name, number] : numbers) drawn.append_attribute(name).set_value(number, digits);
}

/// Adds the picture for paper, with a number in a ring at each place.
void add_drawing(pugi::xml_node parent, const quiz::PointView& view) {
    const content::Diagram& picture = view.picture;
    const double letter = picture.width * 0.032;
    pugi::xml_node drawing = add(parent, "svg");
    drawing.append_attribute("viewBox") = fmt::format("0 0 {} {}", picture.width, picture.height).c_str();
    for (const content::DiagramShape& shape : picture.shapes) {
        const std::string_view tone = content::tones[static_cast<std::size_t>(shape.tone)];
        const double x = shape.x, y = shape.y, to_x = shape.to_x, to_y = shape.to_y;
        double text_x = (x + to_x) / 2;
        double text_y = (y + to_y) / 2;
        switch (shape.form) {
        case content::ShapeForm::box:
        case content::ShapeForm::round:
            add_drawn(
                drawing, "rect", tone,
                {{"x", x},
                 {"y", y},
                 {"width", to_x - x},
                 {"height", to_y - y},
                 {"rx", shape.form == content::ShapeForm::round ? std::min(to_x - x, to_y - y) / 2 : letter / 2}});
            break;
        case content::ShapeForm::line:
        case content::ShapeForm::arrow: {
            add_drawn(drawing, "line", tone, {{"x1", x}, {"y1", y}, {"x2", to_x}, {"y2", to_y}});
            const double length = std::hypot(to_x - x, to_y - y);
            if (shape.form == content::ShapeForm::arrow && length > 0) {
                const double along_x = (to_x - x) / length * letter * 0.8;
                const double along_y = (to_y - y) / length * letter * 0.8;
                for (const double side : {-0.6, 0.6}) {
                    add_drawn(drawing, "line", tone,
                              {{"x1", to_x},
                               {"y1", to_y},
                               {"x2", to_x - along_x - along_y * side},
                               {"y2", to_y - along_y + along_x * side}});
                }
            }
            break;
        }
        case content::ShapeForm::label:
            text_x = x;
            text_y = y;
            break;
        }
        if (!shape.text.empty())
            add_drawn(drawing, "text", tone, {{"x", text_x}, {"y", text_y + letter / 3}, {"font-size", letter}},
                      shape.text);
    }
    for (std::size_t i = 0; i < view.spots.size(); ++i) {
        const content::Spot& spot = view.spots[i];
        const double x = spot.x, y = spot.y;
        add_drawn(drawing, "circle", "place", {{"cx", x}, {"cy", y}, {"r", letter * 0.9}});
        add_drawn(drawing, "text", "place", {{"x", x}, {"y", y + letter / 3}, {"font-size", letter}},
                  std::to_string(i + 1));
    }
}

} // namespace

void add_paper_form(pugi::xml_node parent, const quiz::AssignView& view) {
    const pugi::xml_node table = add(parent, "table");
    for (std::size_t i = 0; i < view.items.size() || i < view.targets.size(); ++i) {
        const pugi::xml_node row = add(table, "tr");
        const bool has_item = i < view.items.size();
        add(row, "td", has_item ? view.items[i].text : "");
        const pugi::xml_node space = add(row, "td");
        if (has_item) add_line(space);
        add(row, "td", i < view.targets.size() ? wording::letter_of(i) + ". " + view.targets[i].text : "");
    }
}

void add_paper_form(pugi::xml_node parent, const quiz::NumberView& view) {
    const pugi::xml_node answer = add(parent, "p");
    add_line(answer);
    add_text(answer, " " + view.scale.unit);
}

void add_paper_form(pugi::xml_node parent, const quiz::TickView& view) {
    add_boxes(parent, view.options, Box::several);
}

void add_paper_form(pugi::xml_node parent, const quiz::ChoiceView& view) { add_boxes(parent, view.options, Box::one); }

void add_paper_form(pugi::xml_node parent, const quiz::PointView& view) {
    add_drawing(parent, view);
    std::vector<quiz::OptionView> places;
    for (std::size_t i = 0; i < view.spots.size(); ++i) places.push_back({std::to_string(i + 1), {}});
    add_boxes(parent, places, Box::one);
}

void add_paper_form(pugi::xml_node parent, const quiz::OrderView& view) {
    if (!view.first_label.empty()) add(parent, "p", "1 = " + view.first_label, "small");
    add_boxes(parent, view.items, Box::number);
}

void add_paper_form(pugi::xml_node, const quiz::ReadView&) {}

void add_paper_form(pugi::xml_node parent, const quiz::TextView&) { add_line(add(parent, "p")); }

} // namespace chelate::print
