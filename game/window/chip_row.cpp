#include "game/window/chip_row.hpp"

#include <algorithm>
#include <cmath>

namespace chelate::window {
namespace {

bool is_chosen(const screens::ChipRow& row, int option) {
    return std::find(row.chosen.begin(), row.chosen.end(), option) != row.chosen.end();
}

void chip(Context& context, const TextBlock& text, const Rect& rect, bool chosen, float light) {
    const stage::Colours& c = context.colour();
    const float radius = std::min(rect.h / 2, context.px(context.theme().length.radius_card));
    const float hairline = std::max(1.0F, context.px(context.theme().length.edge));
    if (light > 0)
        context.paint().halo(rect, radius, context.px(context.theme().length.glow_blur),
                             stage::faded(c.light_glow, light));
    context.paint().panel(rect, radius, chosen ? c.primary_top : c.surface_top,
                          chosen ? c.primary_bottom : c.surface_bottom);
    context.paint().outline(rect, radius, light > 0 ? context.px(context.theme().length.focus_edge) : hairline,
                            stage::mixed(c.surface_edge, c.light, light), stage::mixed(c.surface_edge, c.light, light));
    context.paint().text(text, {rect.x + (rect.w - text.width) / 2, rect.y + (rect.h - text.height()) / 2},
                         chosen ? c.primary_text : c.text, 0.5F);
}

} // namespace

float chip_row(Context& context, const screens::ChipRow& row, std::string_view screen, int first, int focus, Vec at,
               float width, ScrollBody& body, bool folds) {
    const bool folded = folds && (focus < first || focus >= first + static_cast<int>(row.options.size()));
    const float gap = context.px(1);
    const float side = context.px(1.75F);
    float y = at.y +
              write(context, row.label, {Type::caption, Weight::semibold}, at, width, context.colour().text_quiet) +
              context.px(0.5F);
    float x = at.x;
    float tallest = 0;
    for (std::size_t i = 0; i < row.options.size(); ++i) {
        if (folded && !is_chosen(row, static_cast<int>(i))) continue;
        const TextBlock text =
            context.canvas.lay_out(row.options[i], {Type::caption, Weight::semibold}, width - 2 * side);
        const float chip_width = std::ceil(text.width + 2 * side);
        const float chip_height =
            std::ceil(std::max(text.height() + context.px(1), context.px(context.theme().length.target)));
        if (x > at.x && x + chip_width > at.x + width) {
            x = at.x;
            y += tallest + gap;
            tallest = 0;
        }
        const int index = first + static_cast<int>(i);
        const Rect rect{x, y, chip_width, chip_height};
        const bool chosen = is_chosen(row, static_cast<int>(i));
        const float light = focus_light(context, screen, index, focus);
        chip(context, text, rect, chosen, 0);
        if (light > 0)
            context.later([&context, text, rect, chosen, light] { chip(context, text, rect, chosen, light); });
        context.hit(rect, index);
        if (index == focus) body.focus_at(rect);
        x += chip_width + gap;
        tallest = std::max(tallest, chip_height);
    }
    return y + tallest;
}

} // namespace chelate::window
