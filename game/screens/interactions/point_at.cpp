// Pointing at a place on a picture: the digit of the place, a click at or near it, or Enter on the focused one.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <ostream>
#include <utility>

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

} // namespace chelate::screens
