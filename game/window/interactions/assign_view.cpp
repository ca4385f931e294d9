// Draws items, each with a place for its target, beside the targets. After the reveal it draws the pairs that were
// given beside the right ones.
#include <algorithm>
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

// Items and targets, side by side where there is space, otherwise one below the other.
struct Columns {
    bool beside;
    float items; ///< width in pixels
    float targets;
    float gutter;
};

Columns columns_of(const Context& context, float width) {
    const float gutter = context.px(4);
    if (width < 46 * context.em()) return {false, width, width, gutter};
    const float items = std::round((width - gutter) * 0.6F);
    return {true, items, width - gutter - items, gutter};
}

// An item with its text. The target it was given is at its right or, in a narrow column, below it.
struct ItemText {
    TextBlock text;
    TextBlock target;
    bool below = false;
    float chip = 0; ///< width in pixels
    float height = 0;
};

ItemText lay_out_item(const Context& context, const screens::AssignModel& model, std::size_t i, float width) {
    const float pad = context.px(1.5F);
    const screens::ChoiceCard& item = model.items[i];
    ItemText out;
    out.below = width < 26 * context.em();
    out.chip = out.below ? width - 2 * pad : std::round(width * 0.46F);
    float inner = out.below ? width - 2 * pad : width - out.chip - 3 * pad;
    if (item.look) inner -= small_emblem_width(context, *item.look) + pad;
    out.text = context.canvas.lay_out(item.text, {Type::body}, inner);
    // Leave space for the longest target, so that nothing moves when a target is given.
    float tallest = context.em(Type::caption) * 1.4F;
    for (const screens::ChoiceCard& target : model.targets) {
        tallest = std::max(
            tallest,
            context.canvas.lay_out(target.text, {Type::caption, Weight::semibold}, out.chip - 2 * pad).height());
    }
    const int given = model.given[i];
    if (given >= 0)
        out.target = context.canvas.lay_out(model.targets[static_cast<std::size_t>(given)].text,
                                            {Type::caption, Weight::semibold}, out.chip - 2 * pad);
    const float chip_height = tallest + context.px(1.5F);
    out.height = out.below ? out.text.height() + chip_height + 3 * pad * 0.8F
                           : std::max(out.text.height(), chip_height) + 2 * pad * 0.8F;
    return out;
}

void item_card(Context& context, const screens::AssignModel& model, std::size_t i, const Rect& rect, float light) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.5F);
    const bool current = static_cast<int>(i) == model.current;
    card(context, rect, light, light > 0 ? 0.0F : 0.8F);
    const ItemText item = lay_out_item(context, model, i, rect.w);
    Rect chip;
    if (item.below) {
        context.paint().text(item.text, {rect.x + pad, rect.y + pad * 0.8F}, c.text);
        const float top = rect.y + pad * 1.6F + item.text.height();
        chip = {rect.x + pad, top, item.chip, rect.bottom() - pad * 0.8F - top};
    } else {
        context.paint().text(item.text, {rect.x + pad, rect.y + (rect.h - item.text.height()) / 2}, c.text);
        chip = {rect.right() - pad * 0.8F - item.chip, rect.y + pad * 0.8F, item.chip, rect.h - 2 * pad * 0.8F};
    }
    if (const auto& look = model.items[i].look) {
        const float x = (item.below ? rect.right() : chip.x) - pad - small_emblem_width(context, *look);
        small_emblem(context, *look,
                     {x, item.below ? rect.y + pad * 0.8F + context.em() * 0.69F : rect.y + rect.h / 2});
    }
    const float radius = context.px(context.theme().length.radius_cap);
    context.paint().panel(chip, radius, c.sunken, c.sunken);
    const Rgba edge = current ? c.light : c.sunken_edge;
    context.paint().outline(
        chip, radius,
        std::max(1.0F, context.px(current ? context.theme().length.focus_edge : context.theme().length.edge)), edge,
        edge);
    context.paint().text(item.target, {chip.x + pad, chip.y + (chip.h - item.target.height()) / 2}, c.text);
}

float target_height(const Context& context, const screens::ChoiceCard& target, float width) {
    const float pad = context.px(1.5F);
    const TextBlock text = context.canvas.lay_out(target.text, {Type::body}, width - 3 * pad - number_size(context));
    return std::max(
        {text.height() + 1.6F * pad, number_size(context) + pad, context.px(context.theme().length.target)});
}

void target_card(Context& context, const screens::ChoiceCard& target, const Rect& rect, float light) {
    const float pad = context.px(1.5F);
    card(context, rect, light, light > 0 ? 0.0F : 0.8F);
    const float middle = rect.y + rect.h / 2;
    const Rect cap = key_cap(context, target.number, {rect.x + pad, middle}, number_size(context), Type::body);
    const TextBlock text = context.canvas.lay_out(target.text, {Type::body}, rect.right() - pad - cap.right() - pad);
    context.paint().text(text, {cap.right() + pad, middle - text.height() / 2}, context.colour().text);
}

} // namespace

float answer_width(const Context&, const screens::AssignModel&, float width) { return width; }

float answer_height(const Context& context, const screens::AssignModel& model, float width) {
    const Columns columns = columns_of(context, width);
    const float gap = context.px(1.25F);
    float items = -gap;
    float targets = -gap;
    for (std::size_t i = 0; i < model.items.size(); ++i)
        items += lay_out_item(context, model, i, columns.items).height + gap;
    for (const screens::ChoiceCard& target : model.targets)
        targets += target_height(context, target, columns.targets) + gap;
    return columns.beside ? std::max(items, targets) : items + targets + 2 * gap;
}

float draw_answer(Context& context, const screens::AssignModel& model, const AnswerPlace& place, ScrollBody& body) {
    const Columns columns = columns_of(context, place.width);
    const float gap = context.px(1.25F);
    float y = place.at.y;
    const Drag& drag = context.state.drag;
    const auto put = [&](int index, const Rect& rect, const auto& draw) {
        const float light = focus_light(context, "question", index, place.focus);
        draw(0.0F, Vec{});
        // What is dragged follows the pointer; its own place stays where it is.
        const bool dragged = drag.active() && index == drag.from;
        const Vec by = dragged ? drag.at - drag.grabbed : Vec{};
        if (light > 0 || dragged) context.later([draw, light, by] { draw(light, by); });
        context.hit(rect, index, true);
        if (index == place.focus) body.focus_at(rect);
    };
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const Rect rect{place.at.x, y, columns.items,
                        std::round(lay_out_item(context, model, i, columns.items).height)};
        put(static_cast<int>(i), rect, [&context, &model, i, rect](float light, Vec by) {
            item_card(context, model, i, rect.moved(by.x, by.y), light);
        });
        y = rect.bottom() + gap;
    }
    const float below_items = y - gap;
    const float x = columns.beside ? place.at.x + columns.items + columns.gutter : place.at.x;
    y = columns.beside ? place.at.y : below_items + 3 * gap;
    for (std::size_t i = 0; i < model.targets.size(); ++i) {
        const screens::ChoiceCard& target = model.targets[i];
        const Rect rect{x, y, columns.targets, std::round(target_height(context, target, columns.targets))};
        put(static_cast<int>(model.items.size() + i), rect, [&context, &target, rect](float light, Vec by) {
            target_card(context, target, rect.moved(by.x, by.y), light);
        });
        y = rect.bottom() + gap;
    }
    return std::max(below_items, y - gap);
}

float draw_marked(Context& context, const screens::MarkedPairs& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const float mark = mark_radius(context);
    const float left = at.x + 2 * mark + context.px(1.5F);
    const float inner = at.x + width - left;
    float y = at.y;
    bool all_right = true;
    for (const screens::MarkedPair& pair : model.pairs) {
        const float top = y;
        verdict_mark(context, pair.mark, {at.x + mark, y + context.em() * 0.69F}, mark);
        y += write(context, pair.item.text, {Type::body, Weight::semibold}, {left, y}, inner, c.text);
        const TextBlock yours = context.canvas.lay_out(pair.yours, {Type::body}, inner);
        const TextBlock right =
            context.canvas.lay_out(pair.right.empty() ? "" : "→ " + pair.right, {Type::body}, inner);
        context.paint().text(yours, {left, y}, pair.right.empty() ? c.text : c.text_quiet);
        // What is right is on the same line where it fits, so that more pairs are in view at once.
        const float after = yours.lines.empty() ? 0 : yours.width + context.px(1.5F);
        const bool beside = yours.lines.size() <= 1 && right.lines.size() == 1 && after + right.width <= inner;
        if (!beside) y += yours.height();
        context.paint().text(right, {left + (beside ? after : 0), y}, c.text);
        y += beside ? std::max(yours.height(), right.height()) : right.height();
        if (!pair.right.empty()) {
            body.keep_in_view({at.x, top, width, y - top});
            all_right = false;
        }
        y += context.px(1.5F);
    }
    if (all_right) body.keep_in_view({at.x, at.y, width, y - at.y});
    return y;
}

} // namespace chelate::window
