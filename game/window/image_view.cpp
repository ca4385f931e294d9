// Draws pictures of a pack, and the words that stand for one that cannot be shown.
#include <algorithm>
#include <cmath>

#include "game/window/pieces.hpp"

namespace chelate::window {
namespace {

// Small pictures are not enlarged more than this, because they would only become blurred.
constexpr float largest_scale = 3;

TextBlock words_in_frame(const Context& context, const screens::ImageModel& image, float width) {
    return context.canvas.lay_out(image.alt, {Type::caption}, std::max(1.0F, width - 2 * context.px(1)));
}

} // namespace

Vec image_size(const Context& context, const screens::ImageModel& image, Vec most) {
    if (const auto size = context.canvas.paint.picture_size(image.path)) {
        const float scale = std::min({most.x / size->x, most.y / size->y, largest_scale});
        return {std::max(1.0F, std::round(size->x * scale)), std::max(1.0F, std::round(size->y * scale))};
    }
    const float width = std::min(most.x, context.em() * 16);
    const TextBlock words = words_in_frame(context, image, width);
    return {std::round(words.width + 2 * context.px(1)) + 1, std::round(words.height() + 2 * context.px(1))};
}

void draw_image(Context& context, const screens::ImageModel& image, const Rect& rect) {
    if (context.canvas.paint.picture_size(image.path)) {
        // A drawing with see-through parts may have the colour of the ground. Paper of the opposite colour is below it.
        const stage::Colours& c = context.colour();
        const auto ink = context.paint().picture_ink(image.path);
        if (ink && stage::contrast(*ink, c.ground_top) < stage::contrast(*ink, c.text)) {
            const float edge = context.px(0.75F);
            context.paint().panel(rect.inset(-edge, -edge), context.px(context.theme().length.radius_cap), c.text,
                                  c.text);
        }
        context.paint().picture(image.path, rect);
        return;
    }
    sunken_card(context, rect);
    context.paint().text(words_in_frame(context, image, rect.w), {rect.x + context.px(1), rect.y + context.px(1)},
                         context.colour().text_quiet);
}

} // namespace chelate::window
