// Pointing at a place on a picture: the digit of the place, a click at or near it, or Enter on the focused one.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <ostream>
#include <utility>

#include "game/print/html.hpp"
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

PictureModel picture_of(const content::Diagram& diagram) {
    const auto width = static_cast<float>(diagram.width);
    const auto share = [&](int units) { return static_cast<float>(units) / width; };
    PictureModel picture{share(diagram.height), {}};
    for (const content::DiagramShape& shape : diagram.shapes) {
        picture.shapes.push_back({static_cast<ShapeModel::Form>(shape.form), static_cast<ShapeModel::Tone>(shape.tone),
                                  share(shape.x), share(shape.y), share(shape.to_x), share(shape.to_y), shape.text});
    }
    return picture;
}

SpotModel spot_of(const content::Diagram& diagram, const content::Spot& spot, std::size_t place) {
    const auto width = static_cast<float>(diagram.width);
    return {std::to_string(place + 1), static_cast<float>(spot.x) / width, static_cast<float>(spot.y) / width,
            Mark::none};
}

/// One element of a drawing: its name, its numbers, its looks.
void write_element(std::ostream& out, std::string_view element, std::string_view looks,
                   std::initializer_list<std::pair<std::string_view, double>> numbers, std::string_view text = {}) {
    out << '<' << element << " class=\"" << looks << '"';
    for (const auto& [name, number] : numbers) out << ' ' << name << "=\"" << number << '"';
    out << '>' << print::html_text(text) << "</" << element << '>';
}

/// The picture for paper, with a number in a ring at each place.
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

std::unique_ptr<Answering> answering(const Context& context, const quiz::PointView& view) {
    PointModel model{picture_of(view.picture), {}};
    for (std::size_t i = 0; i < view.spots.size(); ++i) model.spots.push_back(spot_of(view.picture, view.spots[i], i));
    return picking(context, std::move(model), static_cast<int>(view.spots.size()));
}

MarkedModel marked(const Context& context, const quiz::PointAt& body, const quiz::RevealView& reveal) {
    MarkedPoint model{picture_of(body.picture), {}, marked_choices(context, body.options, body.key, reveal)};
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        SpotModel spot = spot_of(body.picture, body.spots[reveal.display_order[place]], place);
        spot.mark = model.choices.choices[place].mark;
        model.spots.push_back(std::move(spot));
    }
    return model;
}

void print(std::ostream& out, const Context& context, const quiz::PointView& view) {
    print_options(out, context.game.pack(), view.options);
}

std::string asks(const text::Language& words, const quiz::PointView& view) {
    return words.text("terminal.choose", {{"last", std::to_string(view.options.size())}});
}

std::optional<quiz::Response> understood(std::string_view typed, const quiz::PointView& view) {
    const auto number = number_in(typed, view.options.size());
    if (!number) return std::nullopt;
    return quiz::Picked{static_cast<std::uint8_t>(*number - 1)};
}

void write_paper_form(std::ostream& out, const quiz::PointView& view) {
    write_drawing(out, view);
    std::vector<quiz::OptionView> places;
    for (std::size_t i = 0; i < view.spots.size(); ++i) places.push_back({std::to_string(i + 1), {}});
    print::write_boxes(out, places, print::Box::one);
}

} // namespace chelate::screens
