// Draws panels: statements with their sources, a label, a case, or the steps of a chain.
#include <algorithm>
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

// Draws the texts of one panel when `visible`, and returns the height they take.
float panel_text(Context& context, const screens::PanelModel& panel, Vec at, float width, bool visible) {
    const stage::Colours& c = context.colour();
    float y = at.y;
    const auto put = [&](const std::string& text, TextStyle style, float left, Rgba colour) {
        if (text.empty()) return;
        const TextBlock block = context.canvas.lay_out(text, style, at.x + width - left);
        if (visible) context.paint().text(block, {left, y}, colour);
        y += block.height();
    };
    put(panel.heading, {Type::caption, Weight::semibold}, at.x, c.text_quiet);
    if (!panel.heading.empty()) y += context.px(0.5F);
    int number = 0;
    const float indent = panel.numbered ? context.em() * 1.8F : 0;
    for (const std::string& line : panel.lines) {
        if (panel.numbered && visible) {
            const TextBlock digit =
                context.canvas.lay_out(std::to_string(++number), {Type::body, Weight::semibold}, indent);
            context.paint().text(digit, {at.x, y}, c.text_quiet);
        }
        put(line, {Type::body}, at.x + indent, c.text);
        if (panel.numbered) y += context.px(0.5F);
    }
    if (!panel.source.empty()) y += context.px(0.5F);
    put(panel.source, {Type::caption}, at.x, c.text_quiet);
    return y - at.y;
}

} // namespace

float draw_panels(Context& context, const std::vector<screens::PanelModel>& panels, Vec at, float width, bool visible) {
    if (panels.empty()) return 0;
    const float gap = context.px(context.theme().length.gap);
    const float pad = context.px(2);
    const bool beside = panels.size() > 1 && width >= 40 * context.em();
    const auto columns = static_cast<float>(beside ? 2 : 1);
    const float column = std::round((width - gap * (columns - 1)) / columns);
    float y = at.y;
    for (std::size_t i = 0; i < panels.size(); i += beside ? 2 : 1) {
        const std::size_t end = std::min(panels.size(), i + (beside ? 2 : 1));
        float height = 0;
        for (std::size_t p = i; p < end; ++p)
            height = std::max(height, panel_text(context, panels[p], {}, column - 2 * pad, false));
        height += 2 * pad * 0.8F;
        for (std::size_t p = i; visible && p < end; ++p) {
            const Rect rect{at.x + static_cast<float>(p - i) * (column + gap), y, column, std::round(height)};
            sunken_card(context, rect);
            panel_text(context, panels[p], {rect.x + pad, rect.y + pad * 0.8F}, column - 2 * pad, true);
        }
        y += std::round(height) + gap;
    }
    return y - gap - at.y;
}

} // namespace chelate::window
