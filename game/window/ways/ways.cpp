#include "game/window/ways/ways.hpp"

#include <cmath>

namespace chelate::window {

float number_size(const Context& context) { return std::round(context.em() * 1.7F); }

float mark_radius(const Context& context) { return std::round(context.em() * 0.62F); }

float numbered(Context& context, const std::string& text, int number, Vec at, float width) {
    const float cap = std::round(context.em() * 1.35F);
    const Rect rect = key_cap(context, std::to_string(number), {at.x, at.y + context.em() * 0.69F}, cap);
    const float left = rect.right() + context.px(1.5F);
    return std::max(cap, write(context, text, {Type::body}, {left, at.y}, at.x + width - left, context.colour().text));
}

} // namespace chelate::window
