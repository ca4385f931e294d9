#include "game/print/answer_forms.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <ostream>
#include <string_view>
#include <utility>

#include "game/print/html.hpp"

namespace chelate::print {

namespace {

/// Writes one element of a drawing with its class, numbers and text.
void write_element(std::ostream& out, std::string_view element, std::string_view looks,
                   std::initializer_list<std::pair<std::string_view, double>> numbers, std::string_view text = {}) {
    out << '<' << element << " class=\"" << looks << '"';
    for (const auto& [name, number] : numbers) out << ' ' << name << "=\"" << number << '"';
    out << '>' << html_text(text) << "</" << element << '>';
}

/// Writes the picture for paper, with a number in a ring at each place.
void write_drawing(std::ostream& out, const quiz::PointView& view) {
    const content::Diagram& picture = view.picture;
    const double letter = picture.width * 0.032;
    out << "<svg viewBox=\"0 0 " << picture.width << ' ' << picture.height << "\">"; // not for people
    for (const content::DiagramShape& shape : picture.shapes) {
        const std::string_view tone = content::tones[static_cast<std::size_t>(shape.tone)];
        const double x = shape.x, y = shape.y, to_x = shape.to_x, to_y = shape.to_y;
        double text_x = (x + to_x) / 2;
        double text_y = (y + to_y) / 2;
        switch (shape.form) {
        case content::ShapeForm::box:
        case content::ShapeForm::round:
            write_element(
                out, "rect", tone,
                {{"x", x},
                 {"y", y},
                 {"width", to_x - x},
                 {"height", to_y - y},
                 {"rx", shape.form == content::ShapeForm::round ? std::min(to_x - x, to_y - y) / 2 : letter / 2}});
            break;
        case content::ShapeForm::line:
        case content::ShapeForm::arrow: {
            write_element(out, "line", tone, {{"x1", x}, {"y1", y}, {"x2", to_x}, {"y2", to_y}});
            const double length = std::hypot(to_x - x, to_y - y);
            if (shape.form == content::ShapeForm::arrow && length > 0) {
                const double along_x = (to_x - x) / length * letter * 0.8;
                const double along_y = (to_y - y) / length * letter * 0.8;
                for (const double side : {-0.6, 0.6}) {
                    write_element(out, "line", tone,
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
            write_element(out, "text", tone, {{"x", text_x}, {"y", text_y + letter / 3}, {"font-size", letter}},
                          shape.text);
    }
    for (std::size_t i = 0; i < view.spots.size(); ++i) {
        const content::Spot& spot = view.spots[i];
        const double x = spot.x, y = spot.y;
        write_element(out, "circle", "place", {{"cx", x}, {"cy", y}, {"r", letter * 0.9}});
        write_element(out, "text", "place", {{"x", x}, {"y", y + letter / 3}, {"font-size", letter}},
                      std::to_string(i + 1));
    }
    out << "</svg>\n";
}

} // namespace

void write_paper_form(std::ostream& out, const quiz::AssignView& view) {
    out << "<table>";
    for (std::size_t i = 0; i < view.items.size() || i < view.targets.size(); ++i) {
        out << "<tr><td>" << (i < view.items.size() ? html_text(view.items[i].text) : "") << "</td><td>"
            << (i < view.items.size() ? html_line() : "") << "</td><td>"
            << (i < view.targets.size()
                    ? std::string(1, static_cast<char>('A' + i)) + ". " + html_text(view.targets[i].text)
                    : "")
            << "</td></tr>";
    }
    out << "</table>\n";
}

void write_paper_form(std::ostream& out, const quiz::NumberView& view) {
    out << "<p>" << html_line() << " " << html_text(view.scale.unit) << "</p>\n";
}

void write_paper_form(std::ostream& out, const quiz::TickView& view) { write_boxes(out, view.options, Box::several); }

void write_paper_form(std::ostream& out, const quiz::ChoiceView& view) { write_boxes(out, view.options, Box::one); }

void write_paper_form(std::ostream& out, const quiz::PointView& view) {
    write_drawing(out, view);
    std::vector<quiz::OptionView> places;
    for (std::size_t i = 0; i < view.spots.size(); ++i) places.push_back({std::to_string(i + 1), {}});
    write_boxes(out, places, Box::one);
}

void write_paper_form(std::ostream& out, const quiz::OrderView& view) {
    if (!view.first_label.empty()) out << html_begin("p", "small") << "1 = " << html_text(view.first_label) << "</p>\n";
    write_boxes(out, view.items, Box::number);
}

void write_paper_form(std::ostream&, const quiz::ReadView&) {}

void write_paper_form(std::ostream& out, const quiz::TextView&) { out << "<p>" << html_line() << "</p>\n"; }

} // namespace chelate::print
