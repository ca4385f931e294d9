#include "engine/quiz/interactions/point_at.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

// Apart from its places on the picture, it works like picking one option.
PickOne as_choice(const PointAt& interaction) { return {interaction.options, interaction.key}; }

int side(const json::Value& object, std::string_view key) {
    return static_cast<int>(coding::whole(object, key, 0, content::longest_side));
}

template <std::size_t N>
std::size_t word(const std::array<std::string_view, N>& table, const json::Value& object, std::string_view key) {
    const std::string text = coding::text(object, key);
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i] == text) return i;
    }
    throw coding::Broken{"unknown word in " + std::string(key)};
}

} // namespace

bool is_sound(const PointAt& interaction) {
    return is_sound(as_choice(interaction)) && interaction.spots.size() == interaction.options.size() &&
           interaction.picture.width > 0 && interaction.picture.height > 0;
}

bool fits(const Picked& response, const PointAt& interaction) { return response.position < interaction.options.size(); }

Fraction credit_of(const Picked& response, const PointAt& interaction, const Order& display_order) {
    return display_order[response.position] == interaction.key ? Fraction::one() : Fraction::zero();
}

Picked key_of(const PointAt& interaction, const Order& display_order) {
    return {position_of(interaction.key, display_order)};
}
Picked wrong_of(const PointAt& interaction, const Order& display_order) {
    return wrong_of(as_choice(interaction), display_order);
}
Picked random_of(const PointAt& interaction, const Order& display_order, Rng& rng) {
    return random_of(as_choice(interaction), display_order, rng);
}

PointView view_of(const PointAt& interaction, const Order& display_order) {
    PointView view{interaction.picture, {}, seen(interaction.options, display_order)};
    for (const std::uint8_t option : display_order) view.spots.push_back(interaction.spots[option]);
    return view;
}

std::string key_text(const PointAt& interaction) { return interaction.options[interaction.key].text; }

bool rekey(const Picked& response, PointAt& interaction, Order& display_order) {
    interaction.key = display_order[response.position];
    return true;
}

void write(json::Writer& out, const PointAt& interaction) {
    write(out.key("choices"), interaction.options);
    out.member("key", interaction.key).key("spots").begin_array();
    for (const content::Spot& spot : interaction.spots)
        out.begin_object().member("x", spot.x).member("y", spot.y).end_object();
    out.end_array()
        .key("picture")
        .begin_object()
        .member("width", interaction.picture.width)
        .member("height", interaction.picture.height);
    out.key("shapes").begin_array();
    for (const content::DiagramShape& shape : interaction.picture.shapes) {
        out.begin_object().member("shape", content::shape_forms[static_cast<std::size_t>(shape.form)]);
        out.member("tone", content::tones[static_cast<std::size_t>(shape.tone)]);
        out.member("x", shape.x).member("y", shape.y).member("to_x", shape.to_x).member("to_y", shape.to_y);
        if (!shape.text.empty()) out.member("text", shape.text);
        out.end_object();
    }
    out.end_array().end_object();
}

void read(const json::Value& object, PointAt& interaction) {
    interaction.options = coding::options(object, "choices");
    interaction.key = coding::byte(object, "key");
    interaction.spots.clear();
    coding::each(coding::member(object, "spots"), [&](const json::Value& spot) {
        interaction.spots.push_back({side(spot, "x"), side(spot, "y")});
    });
    const json::Value picture = coding::member(object, "picture");
    interaction.picture = {side(picture, "width"), side(picture, "height"), {}};
    coding::each(coding::member(picture, "shapes"), [&](const json::Value& shape) {
        interaction.picture.shapes.push_back(
            {static_cast<content::ShapeForm>(word(content::shape_forms, shape, "shape")),
             static_cast<content::Tone>(word(content::tones, shape, "tone")), side(shape, "x"), side(shape, "y"),
             side(shape, "to_x"), side(shape, "to_y"), coding::text_or_empty(shape, "text")});
    });
}

} // namespace chelate::quiz
