// Draws items to put in order as a list whose rows can be carried by key or dragged by pointer. After the reveal it
// shows your order beside the right one.
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

// Draws the six dots that show an item can be dragged.
void grip(Context& context, Vec centre, Rgba colour) {
    const float step = context.em() * 0.3F;
    for (int row = -1; row <= 1; ++row) {
        for (int column = 0; column < 2; ++column) {
            const Vec at{centre.x + (static_cast<float>(column) - 0.5F) * step,
                         centre.y + static_cast<float>(row) * step};
            context.paint().disc(at, std::max(1.2F, step * 0.26F), colour, colour);
        }
    }
}

TextBlock item_text(const Context& context, const screens::ChoiceCard& item, float width) {
    const float pad = context.px(context.theme().length.padding);
    float inner = width - 3 * pad - number_size(context) - context.em();
    if (item.look) inner -= small_emblem_width(context, *item.look) + pad;
    return context.canvas.lay_out(item.text, {Type::body}, inner);
}

float item_height(const Context& context, const screens::ChoiceCard& item, float width) {
    const float pad = context.px(1.25F);
    return std::round(std::max(item_text(context, item, width).height(), number_size(context)) + 2 * pad);
}

void item_card(Context& context, const screens::ChoiceCard& item, const Rect& rect, float light, bool held) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding);
    // A lit item is drawn over itself, and its shadow is already there.
    card(context, rect, held ? 1.0F : light, held ? 1.6F : light > 0 ? 0.0F : 0.8F);
    const float middle = rect.y + rect.h / 2;
    const Rect cap = key_cap(context, item.number, {rect.x + pad * 0.6F, middle}, number_size(context), Type::body);
    const TextBlock text = item_text(context, item, rect.w);
    context.paint().text(text, {cap.right() + pad * 0.8F, middle - text.height() / 2}, c.text);
    float right = rect.right() - pad;
    grip(context, {right - context.em() * 0.3F, middle}, held ? c.light : c.text_quiet);
    right -= context.em() + pad * 0.5F;
    if (item.look) small_emblem(context, *item.look, {right - small_emblem_width(context, *item.look), middle});
}

// Returns the place where item `i` is shown while the dragged item hovers over `to`.
int place_while_dragging(int i, const Drag& drag) {
    if (!drag.active() || i == drag.from) return drag.active() ? drag.to : i;
    if (drag.from < drag.to && i > drag.from && i <= drag.to) return i - 1;
    if (drag.from > drag.to && i < drag.from && i >= drag.to) return i + 1;
    return i;
}

// Draws a line from the first item to the last, so that the labels of the two ends have a meaning.
void rail(Context& context, float x, float top, float bottom) {
    const Rgba colour = context.colour().text_quiet;
    const float pen = std::max(1.5F, context.px(0.25F));
    const float head = context.px(0.8F);
    const std::array<Vec, 2> stem{Vec{x, top}, Vec{x, bottom}};
    const std::array<Vec, 3> tip{Vec{x - head, bottom - head}, Vec{x, bottom}, Vec{x + head, bottom - head}};
    context.paint().line(stem, pen, colour);
    context.paint().line(tip, pen, colour);
}

struct Column {
    float indent;
    float width;
};

Column column_of(const Context& context, float width) {
    const float indent = context.px(3.5F);
    return {indent, std::min(width - indent, context.em() * 46)};
}

float label_height(const Context& context, const std::string& label, float width) {
    return label.empty()
               ? 0
               : context.canvas.lay_out(label, {Type::caption, Weight::semibold}, width).height() + context.px(1);
}

// Draws an item where you put it: its place, its mark and how right that was. The word goes beside the last line
// where there is space.
float marked_place(Context& context, const screens::MarkedChoice& item, int number, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float mark = mark_radius(context);
    const float middle = at.y + context.em() * 0.69F;
    const float cap = std::round(context.em() * 1.35F);
    const float first = key_cap(context, std::to_string(number), {at.x, middle}, cap).right() + context.px(1) + mark;
    verdict_mark(context, item.mark, {first, middle}, mark);
    const float left = first + mark + context.px(1);
    const float inner = at.x + width - left;
    const TextBlock text = context.canvas.lay_out(item.card.text, {Type::body}, inner);
    const TextBlock word = context.canvas.lay_out(item.word, {Type::caption}, inner);
    context.paint().text(text, {left, at.y}, c.text);
    const float last = text.lines.empty() ? 0 : text.lines.back().width;
    if (last + context.px(2) + word.width > inner) {
        context.paint().text(word, {left, at.y + text.height()}, c.text_quiet);
        return text.height() + word.height();
    }
    const float lower = at.y + text.height() - (text.line_height + word.line_height) / 2;
    context.paint().text(word, {at.x + width - word.width, lower}, c.text_quiet);
    return std::max(cap, text.height());
}

// Draws an item in its right place, and below it why it is there. Returns the height taken.
float placed_item(Context& context, const screens::PlacedItem& item, int number, Vec at, float width) {
    const float height = numbered(context, item.text, number, at, width);
    if (item.because.empty()) return height;
    const float indent = std::round(context.em() * 1.35F) + context.px(1.5F);
    return height + write(context, item.because, {Type::caption}, {at.x + indent, at.y + height}, width - indent,
                          context.colour().text_quiet);
}

} // namespace

float answer_width(const Context& context, const screens::OrderModel&, float width) {
    const Column column = column_of(context, width);
    return column.indent + column.width;
}

float answer_height(const Context& context, const screens::OrderModel& model, float width) {
    const Column column = column_of(context, width);
    const float gap = context.px(1.25F);
    float height =
        label_height(context, model.first_label, column.width) + label_height(context, model.last_label, column.width);
    for (const screens::ChoiceCard& item : model.items) height += item_height(context, item, column.width) + gap;
    return height;
}

float draw_answer(Context& context, const screens::OrderModel& model, const AnswerPlace& place, ScrollBody& body) {
    const float x = place.at.x;
    float y = place.at.y;
    const stage::Colours& c = context.colour();
    const Column column = column_of(context, place.width);
    const float left = x + column.indent;
    const float gap = context.px(1.25F);
    const float start = y;
    y += write(context, model.first_label, {Type::caption, Weight::semibold}, {left, y}, column.width, c.text_quiet);
    if (!model.first_label.empty()) y += context.px(1);

    std::vector<Rect> places;
    for (const screens::ChoiceCard& item : model.items) {
        places.push_back({left, y, column.width, item_height(context, item, column.width)});
        y += places.back().h + gap;
    }
    const Drag& drag = context.state.drag;
    int on_top = model.held;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const int index = static_cast<int>(i);
        context.hit(places[i], index, true);
        if (index == place.focus) body.focus_at(places[i]);
        if (drag.active() && index == drag.from) on_top = index;
    }
    if (context.live) context.state.slots = places;
    const auto draw_item = [&](std::size_t i) {
        const int index = static_cast<int>(i);
        Rect rect = places[i];
        const int slot = place_while_dragging(index, drag);
        if (slot >= 0 && slot < static_cast<int>(places.size())) rect.y = places[static_cast<std::size_t>(slot)].y;
        const bool dragged = drag.active() && index == drag.from;
        if (dragged) rect.y = places[i].y + drag.at.y - drag.grabbed.y;
        const bool held = dragged || index == model.held;
        if (held) rect = rect.moved(context.px(1.5F), 0);
        const float light = focus_light(context, "order", index, place.focus);
        item_card(context, model.items[i], rect, 0, held);
        if (light > 0 && !held)
            context.later(
                [&context, &item = model.items[i], rect, light] { item_card(context, item, rect, light, false); });
    };
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        if (static_cast<int>(i) != on_top) draw_item(i);
    }
    rail(context, x + column.indent * 0.4F, start + context.px(0.5F), y - gap);
    if (on_top >= 0 && on_top < static_cast<int>(model.items.size())) {
        context.paint().lift();
        draw_item(static_cast<std::size_t>(on_top));
        context.paint().lift();
    }
    y += write(context, model.last_label, {Type::caption, Weight::semibold}, {left, y - gap + context.px(1)},
               column.width, c.text_quiet);
    return y;
}

float draw_marked(Context& context, const screens::MarkedOrder& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const bool both = width >= 33 * context.em();
    const float gutter = context.px(4);
    const float column = both ? (width - gutter) / 2 : width;
    const float gap = context.px(1);
    const float beside = at.x + column + gutter;
    float y = at.y + write(context, model.yours_heading, {Type::caption, Weight::semibold}, at, column, c.text_quiet) +
              gap * 0.5F;
    if (both)
        write(context, model.right_heading, {Type::caption, Weight::semibold}, {beside, at.y}, column, c.text_quiet);
    for (std::size_t i = 0; i < model.yours.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        float height = marked_place(context, model.yours[i], number, {at.x, y}, column);
        // The item that belongs at a place is level with the item that was put there.
        if (both && i < model.right.size())
            height = std::max(height, placed_item(context, model.right[i], number, {beside, y}, column));
        y += height + gap;
    }
    if (both) {
        body.keep_in_view({at.x, at.y, width, y - gap - at.y});
        return y;
    }
    const float top = y + gap;
    y += gap +
         write(context, model.right_heading, {Type::caption, Weight::semibold}, {at.x, y + gap}, column, c.text_quiet) +
         gap * 0.5F;
    y = draw_placed(context, model.right, {at.x, y}, column);
    body.keep_in_view({at.x, top, column, y - gap - top});
    return y;
}

float draw_placed(Context& context, const std::vector<screens::PlacedItem>& items, Vec at, float width) {
    float y = at.y;
    int number = 0;
    for (const screens::PlacedItem& item : items)
        y += placed_item(context, item, ++number, {at.x, y}, width) + context.px(1);
    return y;
}

} // namespace chelate::window
