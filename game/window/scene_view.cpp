// Draws one scene of a workshop: a heading with text, the steps of a chain, or statements with how people voted.
#include <algorithm>
#include <cmath>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int scene_line_characters = 90;

// Draws the compared things in a row, as an ornament.
float looks(Context& context, const std::vector<screens::Look>& all, Vec at, float width) {
    if (all.empty()) return 0;
    const auto count = static_cast<float>(all.size());
    const float radius = std::min(context.em(Type::title) * 0.8F, width / count * 0.4F);
    const float apart = std::min(radius * 3.2F, (width - 2 * radius) / std::max(1.0F, count - 1));
    const bool still = context.canvas.reduced_motion;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float arrive = context.entrance(0.06F * static_cast<float>(i), context.theme().duration.enter * 2);
        const float drop = still ? 0 : (1 - arrive) * context.px(2);
        context.paint().push({0, drop}, arrive);
        emblem(context, all[i], {at.x + radius + static_cast<float>(i) * apart, at.y + radius}, radius);
        context.paint().pop();
    }
    return 2 * radius;
}

// Returns the colour of a part of a bar. In order, the parts are: sure, not sure, not sure of the opposite, sure of
// the opposite.
Rgba part_colour(const Context& context, std::size_t part) {
    const stage::Colours& c = context.colour();
    switch (part) {
    case 0: return c.light;
    case 1: return stage::mixed(c.surface_bottom, c.light, 0.45F);
    case 2: return stage::mixed(c.surface_bottom, c.text_quiet, 0.4F);
    default: return c.text_quiet;
    }
}

float legend(Context& context, const std::vector<std::string>& parts, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float side = context.em(Type::caption) * 0.9F;
    const float line = context.em(Type::caption) * 1.38F;
    float x = at.x;
    float y = at.y;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const TextBlock text = context.canvas.lay_out(std::string(1, static_cast<char>('A' + i)) + "  " + parts[i],
                                                      {Type::caption}, width);
        const float wide = side + context.px(1) + text.width + context.px(3);
        if (x > at.x && x + wide > at.x + width) {
            x = at.x;
            y += line + context.px(0.5F);
        }
        context.paint().panel({x, y + (line - side) / 2, side, side}, side * 0.2F, part_colour(context, i),
                              part_colour(context, i));
        context.paint().outline({x, y + (line - side) / 2, side, side}, side * 0.2F, std::max(1.0F, context.px(0.125F)),
                                c.text_quiet, c.text_quiet);
        context.paint().text(text, {x + side + context.px(1), y}, c.text_quiet);
        x += wide;
    }
    return y + line - at.y;
}

// Draws one vote: its label, the parts side by side with their letters, and the result.
float stack(Context& context, const screens::StackModel& model, Vec at, float width, float label_width,
            float text_width) {
    const stage::Colours& c = context.colour();
    const float height = std::ceil(context.em(Type::caption) * 1.5F);
    const TextBlock label = context.canvas.lay_out(model.label, {Type::caption, Weight::semibold}, label_width);
    context.paint().text(label, {at.x, at.y + (height - label.height()) / 2}, c.text_quiet);
    const TextBlock text = context.canvas.lay_out(model.text, {Type::caption}, text_width);
    const bool beside = text_width < width * 0.45F;
    const Rect bar{at.x + label_width, at.y, width - label_width - (beside ? text_width + context.px(2) : 0), height};
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.count_up * 2);
    context.paint().panel(bar, height * 0.2F, c.sunken, c.sunken);
    float x = bar.x;
    for (std::size_t i = 0; i < model.parts.size(); ++i) {
        const float part = bar.w * static_cast<float>(model.parts[i]) * arrive;
        if (part < 1) continue;
        const Rgba colour = part_colour(context, i);
        context.paint().panel({x, bar.y, part, height}, 0, colour, colour);
        const TextBlock letter =
            context.canvas.lay_out(std::string(1, static_cast<char>('A' + i)), {Type::caption, Weight::semibold}, part);
        const Rgba ink =
            stage::contrast(c.text, colour) > stage::contrast(c.ground_top, colour) ? c.text : c.ground_top;
        if (letter.width + context.px(1) < part)
            context.paint().text(letter, {x + (part - letter.width) / 2, bar.y + (height - letter.height()) / 2}, ink);
        x += part;
        context.paint().panel(
            {x - std::max(1.0F, context.px(0.125F)), bar.y, std::max(1.0F, context.px(0.125F)), height}, 0,
            c.ground_top, c.ground_top);
    }
    context.paint().outline(bar, height * 0.2F, std::max(1.0F, context.px(0.125F)), c.sunken_edge, c.sunken_edge);
    if (beside) {
        context.paint().text(text, {bar.right() + context.px(2), at.y + (height - text.height()) / 2}, c.text);
        return height;
    }
    context.paint().text(text, {bar.x, bar.bottom() + context.px(0.25F)}, c.text);
    return height + context.px(0.25F) + text.height();
}

float row(Context& context, const screens::SceneModel& model, std::size_t index, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const screens::SceneRow& one = model.rows[index];
    const bool newest = model.chained && index + 1 == model.rows.size();
    const float pad = context.px(context.theme().length.padding) * 0.6F;
    const float cap = one.number.empty() ? 0 : context.em() * 1.4F;
    const float left = cap > 0 ? cap + pad : 0;
    const TextBlock text = context.canvas.lay_out(one.text, {Type::body, newest ? Weight::semibold : Weight::regular},
                                                  width - left - 2 * pad);
    const TextBlock detail =
        context.canvas.lay_out(one.detail, {Type::caption}, width - left - 2 * pad, scene_line_characters);
    float label_width = 0;
    float text_width = 0;
    for (const screens::StackModel& vote : one.stacks) {
        label_width =
            std::max(label_width, context.canvas.lay_out(vote.label, {Type::caption, Weight::semibold}, width).width +
                                      context.px(1.5F));
        text_width = std::max(text_width, context.canvas.lay_out(vote.text, {Type::caption}, width).width);
    }
    const float bar = std::ceil(context.em(Type::caption) * 1.5F);
    const bool beside = text_width < (width - left - 2 * pad) * 0.45F;
    const float each = bar + context.px(0.75F) + (beside ? 0 : context.em(Type::caption) * 1.38F + context.px(0.25F));
    float height = 2 * pad + text.height() + (detail.lines.empty() ? 0 : detail.height());
    if (!one.stacks.empty()) height += context.px(0.75F) + static_cast<float>(one.stacks.size()) * each;
    height = std::max(height, cap + pad);
    card(context, {at.x, at.y, width, height}, newest ? 1.0F : 0.0F, 0.4F);
    if (cap > 0) (void)key_cap(context, one.number, {at.x + pad, at.y + pad + text.line_height / 2}, cap, Type::body);
    float y = at.y + pad;
    const float x = at.x + pad + left;
    context.paint().text(text, {x, y}, c.text);
    y += text.height();
    if (!detail.lines.empty()) {
        context.paint().text(detail, {x, y}, c.text_quiet);
        y += detail.height();
    }
    y += context.px(0.75F);
    for (const screens::StackModel& vote : one.stacks)
        y += stack(context, vote, {x, y}, width - left - 2 * pad, label_width, text_width) + context.px(0.75F);
    return height;
}

} // namespace

void draw(const screens::SceneModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const float head = header(context, area, model.round, model.counter, {}, model.progress);
    Rect rest{area.x, area.y + head + context.px(2), area.w, area.h - head - context.px(2)};
    Vec size;
    if (!model.next.empty()) {
        const screens::Button next{model.next, {}, true};
        size = button_size(context, next, rest.w);
        const Rect place{rest.right() - size.x, rest.bottom() - size.y - context.px(1), size.x, size.y};
        button(context, next, place, 1);
        context.hit(place, 0);
        size.x += context.px(3);
        size.y += context.px(1.5F);
    }
    // The note is beside the button. A long note scrolls with the rest.
    const TextBlock note = context.canvas.lay_out(model.note, {Type::body}, rest.w - size.x);
    const bool pinned = !note.lines.empty() && note.height() < rest.h * 0.3F;
    const float below = std::max(size.y, pinned ? note.height() + context.px(1) : 0.0F);
    if (pinned) context.paint().text(note, {rest.x, rest.bottom() - context.px(1) - note.height()}, c.text_quiet);
    if (below > 0) rest.h -= below + context.px(1);
    if (model.figure.figure != nullptr && is_wide(context, rest)) {
        const Vec figure = figure_size(model.figure, {rest.w * 0.5F, rest.h - context.px(1)});
        draw_figure(context, model.figure, {rest.right() - figure.x, rest.y, figure.x, figure.y});
        rest.w -= figure.x + context.px(3);
    }
    ScrollBody body(context, rest, "scene/" + std::to_string(context.state.screen_id),
                    model.chained ? static_cast<int>(model.rows.size()) : -1);
    float y = body.top();
    if (!model.looks.empty())
        y += context.px(2) + looks(context, model.looks, {rest.x, y + context.px(1)}, rest.w) + context.px(2);
    const bool alone = model.rows.empty();
    TextBlock heading = context.canvas.lay_out(model.heading, {Type::display, Weight::semibold}, rest.w, 40, true);
    if (!alone || heading.lines.size() > 1)
        heading = context.canvas.lay_out(model.heading, {Type::title, Weight::semibold}, rest.w, 60, true);
    context.paint().text(heading, {rest.x, y}, c.text);
    y += heading.height() + context.px(alone ? 2 : 1);
    for (const std::string& paragraph : model.paragraphs) {
        const TextBlock text = context.canvas.lay_out(paragraph, {Type::body}, rest.w, scene_line_characters);
        context.paint().text(text, {rest.x, y}, alone ? c.text : c.text_quiet);
        y += text.height() + context.px(1.25F);
    }
    if (!model.parts.empty()) y += legend(context, model.parts, {rest.x, y}, rest.w) + context.px(1.5F);
    for (std::size_t i = 0; i < model.rows.size(); ++i) {
        const float top = y;
        y += row(context, model, i, {rest.x, y}, rest.w);
        // The newest link is kept in view.
        if (model.chained && i + 1 == model.rows.size()) body.focus_at({rest.x, top, rest.w, y - top});
        if (model.chained && i + 1 < model.rows.size()) {
            const float middle = rest.x + context.px(context.theme().length.padding) * 0.6F + context.em() * 0.7F;
            const std::array<Vec, 2> link{Vec{middle, y}, Vec{middle, y + context.px(1)}};
            context.paint().line(link, std::max(2.0F, context.px(0.4F)), c.light);
        }
        y += context.px(1);
    }
    if (!model.sources.empty()) {
        y += context.px(1) + write(context, model.sources_heading, {Type::caption, Weight::semibold},
                                   {rest.x, y + context.px(1)}, rest.w, c.text_quiet);
        for (const std::string& source : model.sources)
            y += context.px(0.75F) +
                 write(context, source, {Type::caption}, {rest.x, y + context.px(0.75F)}, rest.w, c.text_quiet);
    }
    if (!pinned) y += write(context, model.note, {Type::body}, {rest.x, y + context.px(1)}, rest.w, c.text_quiet);
    body.end(y + context.px(1));
}

} // namespace chelate::window
