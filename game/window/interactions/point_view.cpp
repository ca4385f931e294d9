// Draws a picture from its shapes with a number at each place to point at. A click goes to the nearest place.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

float picture_width(const Context& context, const screens::PictureModel& picture, float width) {
    // The picture is as wide as there is space, and no higher than a window shows of it together with its prompt.
    return std::min(width, context.canvas.size.y * 0.52F / picture.height);
}

float spot_radius(const Context& context) {
    return std::round(std::max(context.px(context.theme().length.target) / 2, number_size(context) * 0.6F));
}

void draw_shape(Context& context, const screens::ShapeModel& shape, Vec at, float scale) {
    const stage::Colours& c = context.colour();
    const Vec from = at + Vec{shape.x, shape.y} * scale;
    const Vec to = at + Vec{shape.to_x, shape.to_y} * scale;
    const bool strong = shape.tone == screens::ShapeModel::Tone::strong;
    const bool quiet = shape.tone == screens::ShapeModel::Tone::quiet;
    const Rgba edge = strong ? c.light : c.text_quiet;
    const float pen = std::max(1.5F, context.px(strong ? 0.4F : 0.25F));
    Rect space{from.x, from.y, to.x - from.x, to.y - from.y};
    switch (shape.form) {
    case screens::ShapeModel::Form::box:
    case screens::ShapeModel::Form::round: {
        const float radius = shape.form == screens::ShapeModel::Form::round
                                 ? std::min(space.w, space.h) / 2
                                 : std::min({space.w / 3, space.h / 3, context.px(1.5F)});
        context.paint().panel(space, radius, quiet ? c.sunken : c.surface_top, quiet ? c.sunken : c.surface_bottom);
        context.paint().outline(space, radius, pen, edge, edge);
        break;
    }
    case screens::ShapeModel::Form::line:
    case screens::ShapeModel::Form::arrow: {
        const std::array<Vec, 2> way{from, to};
        context.paint().line(way, pen, edge);
        const Vec along = to - from;
        const float length = std::hypot(along.x, along.y);
        if (shape.form == screens::ShapeModel::Form::arrow && length > 1) {
            const Vec unit = along * (1 / length);
            const Vec side{-unit.y, unit.x};
            const float head = std::max(6.0F, context.px(1.25F));
            const std::array<Vec, 3> tip{to - unit * head + side * (head * 0.6F), to,
                                         to - unit * head - side * (head * 0.6F)};
            context.paint().line(tip, pen, edge);
        }
        space = {std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)};
        break;
    }
    case screens::ShapeModel::Form::label: space = {from.x - scale * 0.2F, from.y, scale * 0.4F, 0}; break;
    }
    if (shape.text.empty()) return;
    const TextBlock text =
        context.canvas.lay_out(shape.text, {Type::caption, Weight::semibold}, std::max(space.w, scale * 0.2F));
    context.paint().text(text, {space.centre().x - text.width / 2, space.centre().y - text.height() / 2},
                         quiet ? c.text_quiet : c.text, 0.5F);
}

void spot(Context& context, const screens::SpotModel& one, Vec centre, float light) {
    const stage::Colours& c = context.colour();
    const float radius = number_size(context) * 0.55F;
    if (light > 0) context.paint().glow(centre, radius * 0.7F, radius * 2, stage::faded(c.light_glow, light));
    if (one.mark != screens::Mark::none) {
        verdict_mark(context, one.mark, centre, radius);
        return;
    }
    context.paint().disc(centre, radius, c.key_top, c.key_bottom);
    const Rgba edge = stage::mixed(c.text, c.light, light);
    context.paint().ring(centre, radius, std::max(2.0F, context.px(0.3F)), 0, 1, edge);
    const TextBlock number = context.canvas.lay_out(one.number, {Type::body, Weight::semibold}, context.canvas.size.x);
    context.paint().text(number, {centre.x - number.width / 2, centre.y - number.height() / 2}, c.text);
}

void draw_picture(Context& context, const screens::PictureModel& picture, Vec at, float scale) {
    const stage::Colours& c = context.colour();
    const Rect frame{at.x, at.y, scale, scale * picture.height};
    context.paint().panel(frame, context.px(context.theme().length.radius_card), c.sunken, c.sunken);
    for (const screens::ShapeModel& shape : picture.shapes) draw_shape(context, shape, at, scale);
}

} // namespace

float answer_height(const Context& context, const screens::PointModel& model, float width) {
    return picture_width(context, model.picture, width) * model.picture.height;
}

float answer_width(const Context& context, const screens::PointModel& model, float width) {
    return picture_width(context, model.picture, width);
}

float draw_answer(Context& context, const screens::PointModel& model, const AnswerPlace& place, ScrollBody& body) {
    const float scale = picture_width(context, model.picture, place.width);
    draw_picture(context, model.picture, place.at, scale);
    context.paint().lift(); // draws the numbers above every text of the picture
    const float reach = spot_radius(context);
    const Rect frame{place.at.x, place.at.y, scale, scale * model.picture.height};
    context.state.picture = context.live ? std::optional(frame) : std::nullopt;
    for (std::size_t i = 0; i < model.spots.size(); ++i) {
        const int index = static_cast<int>(i);
        const Vec centre = place.at + Vec{model.spots[i].x, model.spots[i].y} * scale;
        spot(context, model.spots[i], centre, focus_light(context, "question", index, place.focus));
        const Rect area{centre.x - reach, centre.y - reach, 2 * reach, 2 * reach};
        context.hit(area, index);
        if (index == place.focus) body.focus_at(frame);
    }
    return frame.bottom();
}

float draw_marked(Context& context, const screens::MarkedPoint& model, Vec at, float width, ScrollBody& body) {
    const float scale = picture_width(context, model.picture, width);
    draw_picture(context, model.picture, at, scale);
    context.paint().lift();
    for (const screens::SpotModel& one : model.spots) spot(context, one, at + Vec{one.x, one.y} * scale, 0);
    const float below = at.y + scale * model.picture.height + context.px(2);
    return draw_marked(context, model.choices, {at.x, below}, width, body);
}

} // namespace chelate::window
