#include <algorithm>
#include <cmath>

#include "game/window/reveal_view.hpp"

namespace chelate::window {
namespace {

float mark_radius(const Context& context) { return std::round(context.em() * 0.62F); }

// A choice that matters: its word over its text, its mark at the left, why it is wrong below.
float marked_card(Context& context, const app::MarkedChoice& choice, Vec at, float width, bool visible, float least_height) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding) * 0.85F;
    const float mark = mark_radius(context);
    const float left = at.x + pad + 2 * mark + pad * 0.7F;
    float inner = at.x + width - pad - left;
    const float emblem_width = choice.card.look ? small_emblem_width(context, *choice.card.look) + pad * 0.6F : 0;
    const TextBlock word = context.canvas.lay_out(choice.word, {Type::caption, Weight::semibold}, inner - emblem_width);
    const TextBlock text = context.canvas.lay_out(choice.card.text, {Type::body, Weight::semibold}, inner - emblem_width);
    const TextBlock why = context.canvas.lay_out(choice.why, {Type::caption}, inner);
    const float above_why = why.lines.empty() ? 0 : context.px(0.75F);
    const float height = std::max(least_height, word.height() + text.height() + above_why + why.height() + 2 * pad);
    if (!visible) return height;
    const Rect rect{at.x, at.y, width, height};
    const bool good = choice.mark == app::Mark::right || choice.mark == app::Mark::missed;
    if (good) card(context, rect, context.canvas.reduced_motion ? 1.0F : context.entrance(0, context.theme().duration.bloom));
    else sunken_card(context, rect);
    float y = at.y + pad;
    verdict_mark(context, choice.mark, {at.x + pad + mark, y + word.height() + context.em() * 0.69F}, mark);
    context.paint().text(word, {left, y}, c.text_quiet);
    y += word.height();
    if (choice.card.look) {
        small_emblem(context, *choice.card.look, {rect.right() - pad - emblem_width + pad * 0.6F, y + context.em() * 0.69F});
    }
    context.paint().text(text, {left, y}, c.text);
    y += text.height() + above_why;
    context.paint().text(why, {left, y}, c.text_quiet);
    return height;
}

// A choice nobody chose: number, text and, quieter, why it is wrong.
float plain_choice(Context& context, const app::MarkedChoice& choice, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding) * 0.85F;
    const float left = at.x + pad + 2 * mark_radius(context) + pad * 0.7F;
    float inner = at.x + width - pad - left;
    const float emblem_width = choice.card.look ? small_emblem_width(context, *choice.card.look) + pad * 0.6F : 0;
    const TextBlock text = context.canvas.lay_out(choice.card.text, {Type::body}, inner - emblem_width);
    const TextBlock number = context.canvas.lay_out(choice.card.number, {Type::body, Weight::semibold}, inner);
    context.paint().text(number, {at.x + pad + mark_radius(context) - number.width / 2, at.y}, c.text_quiet);
    context.paint().text(text, {left, at.y}, c.text);
    if (choice.card.look) {
        small_emblem(context, *choice.card.look, {at.x + width - pad - emblem_width + pad * 0.6F, at.y + context.em() * 0.69F});
    }
    return text.height() + write(context, choice.why, {Type::caption}, {left, at.y + text.height()}, inner, c.text_quiet);
}

// An item where you put it: its place, its mark, and how right that was, beside the last line where there is room.
float marked_place(Context& context, const app::MarkedChoice& item, int number, Vec at, float width) {
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

float numbered(Context& context, const std::string& text, int number, Vec at, float width) {
    const float cap = std::round(context.em() * 1.35F);
    const Rect rect = key_cap(context, std::to_string(number), {at.x, at.y + context.em() * 0.69F}, cap);
    const float left = rect.right() + context.px(1.5F);
    return std::max(cap, write(context, text, {Type::body}, {left, at.y}, at.x + width - left, context.colour().text));
}

float order_columns(Context& context, const app::RevealModel& model, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const bool both = width >= 33 * context.em();
    const float gutter = context.px(4);
    const float column = both ? (width - gutter) / 2 : width;
    const float gap = context.px(1);
    const float beside = at.x + column + gutter;
    float y = at.y + write(context, model.yours_heading, {Type::caption, Weight::semibold}, at, column, c.text_quiet) + gap * 0.5F;
    if (both) write(context, model.right_heading, {Type::caption, Weight::semibold}, {beside, at.y}, column, c.text_quiet);
    for (std::size_t i = 0; i < model.choices.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        float height = marked_place(context, model.choices[i], number, {at.x, y}, column);
        // What belongs there stands level with what you put there.
        if (both && i < model.right_order.size()) height = std::max(height, numbered(context, model.right_order[i], number, {beside, y}, column));
        y += height + gap;
    }
    if (both) return y;
    y += gap + write(context, model.right_heading, {Type::caption, Weight::semibold}, {at.x, y + gap}, column, c.text_quiet) + gap * 0.5F;
    int number = 0;
    for (const std::string& text : model.right_order) y += numbered(context, text, ++number, {at.x, y}, column) + gap;
    return y;
}

float choice_list(Context& context, const app::RevealModel& model, Vec at, float width) {
    std::vector<const app::MarkedChoice*> shown;
    std::vector<const app::MarkedChoice*> others;
    for (const app::MarkedChoice& choice : model.choices) {
        const bool matters = choice.yours || choice.mark != app::Mark::none;
        (matters ? shown : others).push_back(&choice);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const auto* a, const auto* b) { return a->yours && !b->yours; });
    const float gap = context.px(context.theme().length.gap);
    const bool beside = shown.size() == 2 && width >= 34 * context.em();
    const float column = beside ? (width - gap) / 2 : width;
    float tallest = 0;
    for (const auto* choice : shown) tallest = std::max(tallest, marked_card(context, *choice, at, column, false, 0));
    float x = at.x;
    float y = at.y;
    for (const auto* choice : shown) {
        const float height = marked_card(context, *choice, {x, y}, column, true, beside ? tallest : 0);
        if (beside) x += column + gap;
        else y += height + gap;
    }
    if (beside) y += tallest + gap;
    for (const auto* choice : others) y += plain_choice(context, *choice, {at.x, y + context.px(0.5F)}, width) + context.px(1.5F);
    return y;
}

} // namespace

float draw_answers(Context& context, const app::RevealModel& model, Vec at, float width) {
    const TextBlock prompt = context.canvas.lay_out(model.prompt, {Type::body, Weight::semibold}, width, 60);
    context.paint().text(prompt, at, context.colour().text);
    at.y += prompt.height() + context.px(2);
    return model.ordering ? order_columns(context, model, at, width) : choice_list(context, model, at, width);
}

} // namespace chelate::window
