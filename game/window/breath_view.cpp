// Draws a breath that everybody takes together: a light that grows and shrinks, or, with reduced motion,
// marks that count the seconds.
#include <algorithm>
#include <cmath>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

// Draws a row of marks, one for each second. Marks of seconds that are over are filled.
void marks(Context& context, const screens::BreathModel& model, Vec centre, float width) {
    const stage::Colours& c = context.colour();
    const float radius = std::min(context.em() * 0.5F, width / static_cast<float>(std::max(1, model.steps)) * 0.3F);
    const float apart = radius * 3;
    for (int i = 0; i < model.steps; ++i) {
        const Vec at{centre.x + (static_cast<float>(i) - static_cast<float>(model.steps - 1) / 2) * apart, centre.y};
        if (i < model.step) context.paint().disc(at, radius, c.light, c.light);
        else context.paint().ring(at, radius, std::max(1.5F, radius * 0.2F), 0, 1, c.text_quiet);
    }
}

} // namespace

void draw(const screens::BreathModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const TextBlock name = context.canvas.lay_out(model.name, {Type::body, Weight::semibold}, area.w);
    const TextBlock left = context.canvas.lay_out(model.left_text, {Type::body}, area.w);
    context.paint().text(name, {area.x, area.y}, c.text);
    context.paint().text(left, {area.right() - left.width, area.y}, c.text_quiet);
    const TextBlock caution = context.canvas.lay_out(model.caution, {Type::body}, area.w);
    context.paint().text(caution, {area.x, area.bottom() - caution.height()}, c.text_quiet);
    float bottom = area.bottom() - caution.height() - context.px(2);
    if (!model.next.empty()) {
        const screens::Button next{model.next, {}, true};
        const Vec size = button_size(context, next, area.w);
        const Rect place{area.right() - size.x, bottom - size.y, size.x, size.y};
        button(context, next, place, 1);
        context.hit(place, 0);
        bottom -= size.y + context.px(2);
    }
    const Rect space{area.x, area.y + name.height() + context.px(2), area.w,
                     bottom - area.y - name.height() - context.px(2)};
    const Vec centre = space.centre();
    const float most = std::min(space.w, space.h) / 2 - context.px(2);
    const bool still = context.canvas.reduced_motion;
    const float radius = still || model.over ? most * 0.55F : most * (0.42F + 0.58F * static_cast<float>(model.fill));
    // A ring around the largest breath shows how much of the pause is left.
    context.paint().ring(centre, most + context.px(1), std::max(2.0F, context.px(0.4F)), 0, 1,
                         stage::faded(c.light, 0.15F));
    if (model.left > 0)
        context.paint().ring(centre, most + context.px(1), std::max(2.0F, context.px(0.4F)), 0,
                             static_cast<float>(model.left), stage::faded(c.light, 0.6F));
    context.paint().glow(centre, radius * 0.5F, std::min(most * 1.1F, radius * 1.25F), c.light_glow);
    context.paint().disc(centre, radius, c.raised_top, c.raised_bottom);
    context.paint().ring(centre, radius, std::max(2.0F, context.px(0.4F)), 0, 1, c.light);
    const TextBlock say = context.canvas.lay_out(model.say, {Type::title, Weight::semibold}, space.w, 0, true);
    const TextBlock count = context.canvas.lay_out(model.count, {Type::title}, space.w);
    const float height = say.height() + count.height();
    context.paint().text(say, {centre.x - say.width / 2, centre.y - height / 2}, c.text, 0.5F);
    context.paint().text(count, {centre.x - count.width / 2, centre.y - height / 2 + say.height()}, c.text_quiet);
    if (still && !model.over) marks(context, model, {centre.x, centre.y + height / 2 + context.em()}, radius * 1.6F);
    if (!still && !model.over) context.moving = true;
}

} // namespace chelate::window
