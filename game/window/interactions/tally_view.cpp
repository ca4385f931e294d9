// Draws cards with a field for how many hands each has, and bars that show how often each was chosen.
#include <algorithm>
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

// Cards with a field for their count, in two columns where their texts have space.
struct Tally {
    int columns = 1;
    float width = 0;  ///< width of a card
    float height = 0; ///< height of a row
    float field = 0;
    TextBlock note; ///< below the row of the focused card; empty: none
};

TextBlock tally_text(const Context& context, const screens::ChoiceCard& choice, const Tally& tally) {
    const float pad = context.px(context.theme().length.padding);
    const float image = choice.image ? card_image_size(context, choice, tally.width).x + pad : 0;
    return context.canvas.lay_out(choice.text, {Type::body},
                                  tally.width - 3 * pad - number_size(context) - tally.field - image);
}

Tally lay_out_tally(const Context& context, const screens::TallyModel& model, float width) {
    const float pad = context.px(context.theme().length.padding);
    Tally out;
    out.field = context.em() * 3;
    for (const int columns : {2, 1}) {
        out.columns = columns;
        out.width = (width - context.px(context.theme().length.gap) * static_cast<float>(columns - 1)) /
                    static_cast<float>(columns);
        std::size_t lines = 0;
        float tallest = context.em() * 1.6F;
        for (const screens::ChoiceCard& choice : model.choices) {
            const Vec image = card_image_size(context, choice, out.width);
            const TextBlock text = tally_text(context, choice, out);
            lines = std::max(lines, text.lines.size());
            tallest = std::max({tallest, text.height(), image.y});
        }
        out.height = tallest + 1.2F * pad;
        if (lines <= 2 && out.width >= 15 * context.em()) break;
    }
    out.note = context.canvas.lay_out(model.note, {Type::caption, Weight::semibold}, width - pad);
    return out;
}

// Returns the width of the text beside a bar, without that of its picture.
float bar_text_width(const Context& context, const screens::SpreadModel::Bar& bar, float width) {
    const float pad = context.px(context.theme().length.padding);
    const float image = bar.card.image ? card_image_size(context, bar.card, width * 0.5F).x + pad : 0;
    return (width - number_size(context) - pad) * 0.5F - pad - image;
}

// Returns the height of the bar that shows how often a choice was chosen.
float bar_height(const Context& context, const screens::SpreadModel::Bar& bar, float width) {
    const float pad = context.px(context.theme().length.padding);
    const TextBlock text = context.canvas.lay_out(bar.card.text, {Type::body}, bar_text_width(context, bar, width));
    return std::max({text.height(), number_size(context), card_image_size(context, bar.card, width * 0.5F).y}) +
           pad * 0.35F;
}

} // namespace

float answer_height(const Context& context, const screens::TallyModel& model, float width) {
    const Tally tally = lay_out_tally(context, model, width);
    const auto rows = (static_cast<int>(model.choices.size()) + tally.columns - 1) / tally.columns;
    return static_cast<float>(rows) * (tally.height + context.px(context.theme().length.gap) * 0.6F) +
           tally.note.height();
}
float answer_height(const Context& context, const screens::SpreadModel& model, float width) {
    float height = 0;
    for (const screens::SpreadModel::Bar& bar : model.bars) height += bar_height(context, bar, width);
    return height;
}
float answer_width(const Context&, const screens::TallyModel&, float width) { return width; }
float answer_width(const Context&, const screens::SpreadModel&, float width) { return width; }

float draw_answer(Context& context, const screens::TallyModel& model, const AnswerPlace& place, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const float gap = context.px(context.theme().length.gap) * 0.6F;
    const float pad = context.px(context.theme().length.padding);
    const Tally tally = lay_out_tally(context, model, place.width);
    float y = place.at.y;
    for (std::size_t i = 0; i < model.choices.size(); ++i) {
        const screens::ChoiceCard& choice = model.choices[i];
        const int index = static_cast<int>(i);
        const int column = index % tally.columns;
        const Rect rect{place.at.x +
                            static_cast<float>(column) * (tally.width + context.px(context.theme().length.gap)),
                        y, tally.width, tally.height};
        const float light = focus_light(context, "question", index, place.focus);
        card(context, rect, light, light > 0 ? 0.0F : 1.0F);
        const float middle = rect.y + rect.h / 2;
        const Rect mark = number_mark(context, choice, {rect.x + pad, middle});
        const TextBlock text = tally_text(context, choice, tally);
        context.paint().text(text, {mark.right() + pad * 0.8F, middle - text.height() / 2}, c.text);
        const float tall = context.em() * 1.7F;
        const Rect box{rect.right() - pad * 0.6F - tally.field, middle - tall / 2, tally.field, tall};
        if (choice.image) {
            const Vec image = card_image_size(context, choice, tally.width);
            draw_image(context, *choice.image,
                       {std::round(box.x - pad - image.x), std::round(middle - image.y / 2), image.x, image.y});
        }
        const Rgba edge = light > 0 ? c.light : c.text_quiet;
        context.paint().panel(box, context.px(context.theme().length.radius_cap), c.sunken, c.sunken);
        context.paint().outline(box, context.px(context.theme().length.radius_cap), std::max(1.0F, context.px(0.2F)),
                                edge, edge);
        const TextBlock count = context.canvas.lay_out(model.counts[i].empty() ? "–" : model.counts[i],
                                                       {Type::body, Weight::semibold}, tally.field);
        context.paint().text(count, {box.centre().x - count.width / 2, box.centre().y - count.height() / 2},
                             model.counts[i].empty() ? c.text_quiet : c.text);
        context.hit(rect, index);
        if (index == place.focus) body.focus_at({rect.x, rect.y, rect.w, rect.h + tally.note.height()});
        if (column + 1 < tally.columns && i + 1 < model.choices.size()) continue;
        y += rect.h;
        if (index / tally.columns == place.focus / tally.columns) {
            context.paint().text(tally.note, {place.at.x + pad / 2, y}, c.text);
            y += tally.note.height();
        }
        y += gap;
    }
    return y - gap;
}

float draw_answer(Context& context, const screens::SpreadModel& model, const AnswerPlace& place, ScrollBody&) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding);
    float y = place.at.y;
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.count_up * 2);
    const float left = place.at.x + number_size(context) + pad;
    const float text_width = (place.width - number_size(context) - pad) * 0.5F - pad;
    const float track = place.at.x + place.width - left - text_width - pad - context.em() * 3;
    for (std::size_t i = 0; i < model.bars.size(); ++i) {
        const screens::SpreadModel::Bar& bar = model.bars[i];
        const float height = bar_height(context, bar, place.width);
        const float middle = y + height / 2;
        number_mark(context, bar.card, {place.at.x, middle});
        const TextBlock text =
            context.canvas.lay_out(bar.card.text, {Type::body}, bar_text_width(context, bar, place.width));
        context.paint().text(text, {left, middle - text.height() / 2}, c.text);
        if (bar.card.image) {
            const Vec image = card_image_size(context, bar.card, place.width * 0.5F);
            draw_image(context, *bar.card.image,
                       {std::round(left + text_width - image.x), std::round(middle - image.y / 2), image.x, image.y});
        }
        const float thick = std::round(context.em() * 0.9F);
        const Rect whole{left + text_width + pad, middle - thick / 2, track, thick};
        context.paint().panel(whole, thick / 3, c.sunken, c.sunken);
        context.paint().outline(whole, thick / 3, std::max(1.0F, context.px(context.theme().length.edge)),
                                c.surface_edge, c.surface_edge);
        const Rgba colour = context.theme().answer(i);
        if (bar.share > 0)
            context.paint().panel(
                {whole.x, whole.y, std::max(thick / 2, track * static_cast<float>(bar.share) * arrive), thick},
                thick / 3, colour, colour);
        const TextBlock number = context.canvas.lay_out(bar.text, {Type::body, Weight::semibold}, context.em() * 3);
        context.paint().text(number, {place.at.x + place.width - number.width, middle - number.height() / 2}, c.text);
        y += height;
    }
    return y;
}

} // namespace chelate::window
