#include "engine/stage/canvas.hpp"

#include <algorithm>
#include <cmath>

namespace chelate::stage {

namespace {

// The cap height of Inter as a share of its size, and the least cap height, as a share of the window, on a projector.
constexpr float capital = 0.727F;
constexpr float room_capital = 0.028F;
constexpr float room_capital_of_title = 0.035F;
constexpr float room_scale = 1.5F;

} // namespace

Measure Measure::of(Vec window, const Theme& theme, float text_scale, bool for_projector) {
    if (for_projector) text_scale = std::max(text_scale, room_scale);
    constexpr float design_height = 720;
    constexpr float narrowest_full_width = 1120;
    const float height = std::min(window.y, window.x * design_height / narrowest_full_width);
    Measure out;
    out.unit = theme.length.grid * height / design_height;
    const std::array<float, 4> shares{theme.type.caption, theme.type.body, theme.type.title, theme.type.display};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        out.em[i] = std::max(6.0F, std::round(shares[i] * height * std::clamp(text_scale, 1.0F, 2.0F)));
    }
    if (for_projector) {
        float& body = out.em[static_cast<std::size_t>(Type::body)];
        float& title = out.em[static_cast<std::size_t>(Type::title)];
        body = std::max(body, std::ceil(window.y * room_capital / capital));
        title = std::max({title, std::ceil(window.y * room_capital_of_title / capital), std::ceil(body * 1.15F)});
    }
    return out;
}

TextBlock Canvas::lay_out(std::string_view text, TextStyle style, float max_width, int max_characters,
                          bool balanced) const {
    const bool tight = style.type == Type::title || style.type == Type::display;
    Setting setting;
    setting.max_width = std::max(1.0F, max_width);
    setting.max_characters = max_characters;
    setting.leading = tight ? theme.type.leading_tight : theme.type.leading;
    setting.balanced = balanced;
    return stage::lay_out(fonts, text, style, setting);
}

} // namespace chelate::stage
