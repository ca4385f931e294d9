#include "game/window/interactions/interactions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/stage/shaped_line.hpp"
namespace chelate::window {

float number_size(const Context& context) { return std::round(context.em() * 1.7F); }

Vec card_image_size(const Context& context, const screens::ChoiceCard& card, float card_width) {
    if (!card.image) return {};
    const float height = std::min(context.em() * 5, context.canvas.size.y * 0.13F);
    return image_size(context, *card.image, {std::min(height * 1.8F, card_width * 0.4F), height});
}

Rect number_mark(Context& context, const screens::ChoiceCard& choice, Vec at) {
    const float size = number_size(context);
    if (choice.sign.empty()) return key_cap(context, choice.number, at, size, Type::body);
    // The sign is large enough for its letter, whatever size of type the window's proportions gave.
    answer_sign(context, choice, {at.x + size / 2, at.y}, std::max(size * 0.6F, context.em(Type::caption) * 1.27F));
    return {at.x, at.y - size / 2, size, size};
}

float mark_radius(const Context& context) { return std::round(context.em() * 0.62F); }

float marked_card(Context& context, const screens::MarkedChoice& choice, Vec at, float width, bool visible,
                  float least_height) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding) * 0.85F;
    const float mark = mark_radius(context);
    const float left = at.x + pad + 2 * mark + pad * 0.7F;
    float inner = at.x + width - pad - left;
    const Vec image = card_image_size(context, choice.card, width);
    const float look_width = choice.card.look ? small_emblem_width(context, *choice.card.look) + pad * 0.6F : 0;
    // In a narrow card the picture is below the text, which would otherwise have a word or two on each line.
    const bool below = choice.card.image && inner - look_width - image.x - pad * 0.6F < 9 * context.em();
    const float emblem_width = look_width + (choice.card.image && !below ? image.x + pad * 0.6F : 0);
    const TextBlock word = context.canvas.lay_out(choice.word, {Type::caption, Weight::semibold}, inner - emblem_width);
    const TextBlock text =
        context.canvas.lay_out(choice.card.text, {Type::body, Weight::semibold}, inner - emblem_width);
    const TextBlock why = context.canvas.lay_out(choice.why, {Type::caption}, inner);
    const float above_why = why.lines.empty() ? 0 : context.px(0.75F);
    // What explains is below both the words and the picture.
    const float words = word.height() + text.height();
    const float head = below ? words + pad * 0.6F + image.y : std::max(words, image.y);
    const float height = std::max(least_height, head + above_why + why.height() + 2 * pad);
    if (!visible) return height;
    const Rect rect{at.x, at.y, width, height};
    const bool good = choice.mark == screens::Mark::right || choice.mark == screens::Mark::missed;
    if (good)
        card(context, rect, context.canvas.reduced_motion ? 1.0F : context.entrance(0, context.theme().duration.bloom));
    else sunken_card(context, rect);
    float y = at.y + pad;
    verdict_mark(context, choice.mark, {at.x + pad + mark, y + word.height() + context.em() * 0.69F}, mark);
    const float top = y;
    context.paint().text(word, {left, y}, c.text_quiet);
    y += word.height();
    if (choice.card.look) {
        small_emblem(context, *choice.card.look,
                     {rect.right() - pad - small_emblem_width(context, *choice.card.look), y + context.em() * 0.69F});
    }
    if (choice.card.image) {
        const float x = below ? left : rect.right() - pad - emblem_width + pad * 0.6F;
        draw_image(context, *choice.card.image, {x, below ? top + words + pad * 0.6F : top, image.x, image.y});
    }
    context.paint().text(text, {left, y}, c.text);
    y = top + head + above_why;
    context.paint().text(why, {left, y}, c.text_quiet);
    return height;
}

float field_height(const Context& context) {
    return std::round(std::max(context.px(context.theme().length.target), context.em(Type::title) * 1.9F));
}

void text_field(Context& context, const screens::FieldModel& field, const Rect& rect, float light) {
    const stage::Colours& c = context.colour();
    const stage::Lengths& l = context.theme().length;
    const float radius = context.px(l.radius_cap);
    const float pad = context.px(2);
    stage::Painter& paint = context.paint();
    if (light > 0) paint.halo(rect, radius, context.px(l.glow_blur), stage::faded(c.light_glow, light));
    paint.panel(rect, radius, c.sunken, c.sunken);
    paint.outline(rect, radius, std::max(1.5F, context.px(l.focus_edge)), stage::mixed(c.text_quiet, c.light, light),
                  stage::mixed(c.text_quiet, c.light, light));
    const TextStyle style{Type::title, Weight::semibold};
    const float before = stage::caret_x(context.canvas.fonts, field.text, field.caret, style);
    const TextBlock text =
        // The width is large enough that the text never breaks.
        context.canvas.lay_out(field.text, style, context.canvas.size.x * 8);
    // A text longer than its field shows the part around the caret.
    const float space = rect.w - 2 * pad;
    const float shift = std::max(0.0F, before - space);
    const float line = context.em(Type::title) * 1.2F;
    const float top = rect.y + (rect.h - line) / 2;
    if (text.width - shift <= space && shift == 0) {
        paint.text(text, {rect.x + pad, rect.y + (rect.h - text.height()) / 2}, c.text);
    } else {
        paint.layer(Rect{std::round(rect.x + pad * 0.5F), rect.y, std::round(rect.w - pad), rect.h});
        paint.text(text, {rect.x + pad - shift, rect.y + (rect.h - text.height()) / 2}, c.text);
        paint.lift();
    }
    if (light > 0) {
        const float x = std::round(rect.x + pad + before - shift);
        const std::array<Vec, 2> caret{Vec{x, top + line * 0.06F}, Vec{x, top + line * 0.94F}};
        paint.line(caret, std::max(2.0F, context.px(0.25F)), c.light);
    }
}

float numbered(Context& context, const std::string& text, int number, Vec at, float width) {
    const float cap = std::round(context.em() * 1.35F);
    const Rect rect = key_cap(context, std::to_string(number), {at.x, at.y + context.em() * 0.69F}, cap);
    const float left = rect.right() + context.px(1.5F);
    return std::max(cap, write(context, text, {Type::body}, {left, at.y}, at.x + width - left, context.colour().text));
}

} // namespace chelate::window
