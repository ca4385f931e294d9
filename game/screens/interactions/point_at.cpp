// Pointing at a place on a picture: by the digit of the place, by a click at or near it, or by Enter on the focus.
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

SpotModel spot_of(const content::Diagram& diagram, const content::Spot& spot, std::size_t place,
                  const std::string& text) {
    const auto width = static_cast<float>(diagram.width);
    return {std::to_string(place + 1), static_cast<float>(spot.x) / width, static_cast<float>(spot.y) / width,
            Mark::none, text};
}

} // namespace

std::unique_ptr<Answering> answering(const content::Pack&, const text::Language& words, const quiz::PointView& view) {
    PointModel model{picture_of(view.picture), {}};
    for (std::size_t i = 0; i < view.spots.size(); ++i)
        model.spots.push_back(spot_of(view.picture, view.spots[i], i, view.options[i].text));
    return picking(words, std::move(model), static_cast<int>(view.spots.size()));
}

MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::PointAt& interaction,
                   const quiz::RevealView& reveal) {
    MarkedPoint model{
        picture_of(interaction.picture), {}, marked_choices(pack, words, interaction.options, interaction.key, reveal)};
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const std::uint8_t option = reveal.display_order[place];
        SpotModel spot =
            spot_of(interaction.picture, interaction.spots[option], place, interaction.options[option].text);
        spot.mark = model.choices.choices[place].mark;
        model.spots.push_back(std::move(spot));
    }
    return model;
}

} // namespace chelate::screens
