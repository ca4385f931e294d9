// Draws the signs for compared things and for right and wrong. They never rely on colour alone.
#include <array>
#include <cmath>

#include "game/window/pieces.hpp"

namespace chelate::window {
namespace {

// Returns the ink for a symbol on a slot's colour: whichever of the theme's two inks has more contrast.
Rgba ink_on(const Context& context, Rgba ground) {
    const stage::Colours& c = context.colour();
    return stage::contrast(c.ink_dark, ground) >= stage::contrast(c.ink_light, ground) ? c.ink_dark : c.ink_light;
}

void shape_body(Context& context, const std::string& shape, Rgba colour, Vec centre, float radius) {
    const Rgba lit = stage::mixed(colour, context.colour().ink_light, 0.2F);
    const Rgba deep = stage::mixed(colour, context.colour().ink_dark, 0.1F);
    context.paint().shape(shape, centre, radius, lit, deep);
}

// Draws a shape with a symbol on it, or below it when the symbol does not fit.
void symbol_on(Context& context, const std::string& shape, Rgba colour, const std::string& letters, Vec centre,
               float radius) {
    shape_body(context, shape, colour, centre, radius);
    const stage::SymbolPlace place = stage::symbol_place(shape);
    const Vec at = centre + place.offset * radius;
    const Rgba ink = place.on_ground ? context.colour().text : ink_on(context, colour);
    // Use the largest type that fits on the shape.
    for (const Type type : {Type::display, Type::title, Type::body, Type::caption}) {
        const TextBlock symbol = context.canvas.lay_out(letters, {type, Weight::semibold}, context.canvas.size.x);
        const bool fits = symbol.width <= place.space * radius && context.em(type) <= radius * 0.8F;
        if (!fits && type != Type::caption) continue;
        const Vec middle = fits ? at : Vec{centre.x, centre.y + radius + symbol.height() * 0.55F};
        context.paint().text(symbol, {middle.x - symbol.width / 2, middle.y - symbol.height() / 2},
                             fits ? ink : context.colour().text);
        return;
    }
}

} // namespace

void emblem(Context& context, const screens::Look& look, Vec centre, float radius) {
    symbol_on(context, look.shape, context.theme().slot(look.slot), look.symbol, centre, radius);
}

void answer_sign(Context& context, const screens::ChoiceCard& card, Vec centre, float radius) {
    const std::size_t position = card.number.empty() ? 0 : static_cast<std::size_t>(card.number.front() - 'A');
    symbol_on(context, card.sign, context.theme().answer(position), card.number, centre, radius);
}

float small_emblem_width(const Context& context, const screens::Look& look) {
    const float radius = context.em() * 0.52F;
    return 2 * radius + context.px(0.75F) +
           stage::text_width(context.canvas.fonts, look.symbol, {Type::caption, Weight::semibold});
}

float small_emblem(Context& context, const screens::Look& look, Vec at) {
    const float radius = context.em() * 0.52F;
    shape_body(context, look.shape, context.theme().slot(look.slot), {at.x + radius, at.y}, radius);
    const TextBlock symbol =
        context.canvas.lay_out(look.symbol, {Type::caption, Weight::semibold}, context.canvas.size.x);
    context.paint().text(symbol, {at.x + 2 * radius + context.px(0.75F), at.y - symbol.height() / 2},
                         context.colour().text);
    return 2 * radius + context.px(0.75F) + symbol.width;
}

void verdict_mark(Context& context, screens::Mark mark, Vec centre, float radius, float strength) {
    if (mark == screens::Mark::none || strength <= 0) return;
    const stage::Colours& c = context.colour();
    stage::Painter& paint = context.paint();
    const float pen = std::max(1.5F, radius * 0.2F);
    const auto at = [&](float x, float y) { return centre + Vec{x, y} * radius; };
    if (mark == screens::Mark::right) {
        paint.disc(centre, radius, stage::faded(c.light, strength), stage::faded(c.light, strength));
        const std::array<Vec, 3> check{at(-0.42F, 0.04F), at(-0.1F, 0.36F), at(0.46F, -0.3F)};
        paint.line(check, pen, stage::faded(c.mark_ink, strength));
        return;
    }
    if (mark == screens::Mark::wrong) {
        paint.ring(centre, radius - pen / 2, std::max(1.5F, pen * 0.7F), 0, 1, stage::faded(c.text_quiet, strength));
        const std::array<Vec, 2> down{at(-0.34F, -0.34F), at(0.34F, 0.34F)};
        const std::array<Vec, 2> up{at(-0.34F, 0.34F), at(0.34F, -0.34F)};
        paint.line(down, pen, stage::faded(c.text, strength));
        paint.line(up, pen, stage::faded(c.text, strength));
        return;
    }
    // Missed or partly right: an open ring with a check, lit but not filled.
    paint.ring(centre, radius - pen / 2, std::max(1.5F, pen * 0.8F), 0, 1, stage::faded(c.light, strength));
    const std::array<Vec, 3> check{at(-0.36F, 0.04F), at(-0.08F, 0.31F), at(0.4F, -0.26F)};
    paint.line(check, pen * 0.85F, stage::faded(c.light, strength));
}

} // namespace chelate::window
