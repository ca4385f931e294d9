#include "game/window/pieces.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace chelate::window {

float write(Context& context, std::string_view text, TextStyle style, Vec at, float width, Rgba colour, float align) {
    if (text.empty()) return 0;
    TextBlock block = context.canvas.lay_out(text, style, width);
    if (align > 0) block.width = width;
    context.paint().text(block, at, colour, align);
    return block.height();
}

void card(Context& context, const Rect& rect, float focus, float depth) {
    const stage::Colours& c = context.colour();
    const stage::Lengths& l = context.theme().length;
    const float radius = context.px(l.radius_card);
    stage::Painter& paint = context.paint();
    if (depth > 0) {
        paint.shadow(rect, radius, context.px(l.shadow_blur), {0, context.px(l.shadow_blur / 3)},
                     stage::faded(c.shadow, depth));
    }
    if (focus > 0) paint.halo(rect, radius, context.px(l.glow_blur), stage::faded(c.light_glow, focus));
    paint.panel(rect, radius, stage::mixed(c.surface_top, c.raised_top, focus),
                stage::mixed(c.surface_bottom, c.raised_bottom, focus));
    const float hairline = std::max(1.0F, context.px(l.edge));
    paint.outline(rect, radius, hairline, stage::mixed(c.surface_edge, c.surface_shine, 0.5F), c.surface_edge);
    if (focus > 0) {
        paint.outline(rect, radius, std::max(2.0F, context.px(l.focus_edge)), stage::faded(c.light, focus),
                      stage::faded(c.light, focus));
    }
}

void sunken_card(Context& context, const Rect& rect) {
    const stage::Colours& c = context.colour();
    const stage::Lengths& l = context.theme().length;
    context.paint().panel(rect, context.px(l.radius_card), c.sunken, c.sunken);
    context.paint().outline(rect, context.px(l.radius_card), std::max(1.0F, context.px(l.edge)), c.sunken_edge,
                            c.sunken_edge);
}

float focus_light(Context& context, std::string_view screen, int index, int focus) {
    const std::string key = std::string(screen) + "/focus/" + std::to_string(index);
    return context.glide(key, index == focus ? 1.0F : 0.0F, context.theme().duration.focus);
}

Rect key_cap(Context& context, std::string_view text, Vec at, float least_size, Type type) {
    const stage::Colours& c = context.colour();
    const TextBlock block = context.canvas.lay_out(text, {type, Weight::semibold}, context.canvas.size.x);
    const float height = std::max(least_size, std::round(context.em(type) * 1.5F));
    const float width = std::max(height, block.width + context.px(1.5F));
    const Rect rect{std::round(at.x), std::round(at.y - height / 2), std::round(width), height};
    const float radius = std::min(context.px(context.theme().length.radius_cap), height / 4);
    const float hairline = std::max(1.0F, context.px(context.theme().length.edge));
    context.paint().panel(rect, radius, c.key_top, c.key_bottom);
    context.paint().outline(rect, radius, hairline, c.key_edge, c.key_edge);
    context.paint().text(block, {rect.x + (rect.w - block.width) / 2, rect.y + (rect.h - block.height()) / 2}, c.text);
    return rect;
}

Vec button_size(const Context& context, const screens::Button& button, float max_width) {
    const float side = context.px(3);
    const TextBlock text = context.canvas.lay_out(button.text, {Type::body, Weight::semibold}, max_width - 2 * side);
    const TextBlock detail = context.canvas.lay_out(button.detail, {Type::caption}, max_width - 2 * side);
    const float width = std::max(text.width, detail.width) + 2 * side;
    const float height = text.height() + detail.height() + context.px(2);
    return {std::ceil(width), std::ceil(std::max(height, context.px(context.theme().length.target)))};
}

void button(Context& context, const screens::Button& button, const Rect& rect, float focus) {
    const stage::Colours& c = context.colour();
    const stage::Lengths& l = context.theme().length;
    stage::Painter& paint = context.paint();
    const float radius = std::min(context.px(l.radius_card), rect.h / 2);
    Rgba ink = c.text;
    if (button.primary) {
        paint.shadow(rect, radius, context.px(l.shadow_blur), {0, context.px(l.shadow_blur / 3)}, c.shadow);
        paint.halo(rect, radius, context.px(l.glow_blur) * (0.7F + 0.5F * focus),
                   stage::faded(c.light_glow, 0.5F + 0.5F * focus));
        paint.panel(rect, radius, c.primary_top, c.primary_bottom);
        paint.outline(rect, radius, std::max(1.0F, context.px(l.edge)), c.primary_edge, c.primary_edge);
        if (focus > 0) {
            const float gap = context.px(0.5F);
            paint.outline(rect.inset(-gap - context.px(l.focus_edge)), radius + gap, context.px(l.focus_edge),
                          stage::faded(c.light, focus), stage::faded(c.light, focus));
        }
        ink = c.primary_text;
    } else {
        card(context, rect, focus, 0.6F);
    }
    const float inner = rect.w - context.px(4);
    const TextBlock text = context.canvas.lay_out(button.text, {Type::body, Weight::semibold}, inner);
    const TextBlock detail = context.canvas.lay_out(button.detail, {Type::caption}, inner);
    float y = rect.y + (rect.h - text.height() - detail.height()) / 2;
    paint.text(text, {rect.x + (rect.w - text.width) / 2, y}, ink, 0.5F);
    y += text.height();
    paint.text(detail, {rect.x + (rect.w - detail.width) / 2, y}, button.primary ? ink : c.text_quiet, 0.5F);
}

namespace {

// Draws the seconds and a ring that empties with them. `at` is the right end of its vertical middle.
void clock_ring(Context& context, const screens::ClockModel& clock, Vec at) {
    const stage::Colours& c = context.colour();
    const float radius = std::round(context.em() * 0.62F);
    const float pen = std::max(2.5F, radius * 0.34F);
    const Vec centre{at.x - radius, at.y};
    const float left =
        context.glide("header/clock", static_cast<float>(clock.share), context.canvas.reduced_motion ? 0 : 0.3F);
    context.paint().ring(centre, radius, pen, 0, 1, c.sunken);
    context.paint().ring(centre, radius + pen / 2, std::max(1.0F, context.px(0.125F)), 0, 1, c.surface_edge);
    if (left > 0.001F) context.paint().ring(centre, radius, pen * 0.8F, 0, left, c.light);
    const TextBlock text = context.canvas.lay_out(clock.text, {Type::caption, Weight::semibold}, context.canvas.size.x);
    context.paint().text(text, {centre.x - radius - pen - context.px(1) - text.width, at.y - text.height() / 2},
                         c.text);
}

} // namespace

float header(Context& context, const Rect& area, std::string_view round, std::string_view counter,
             std::string_view score, double progress, const std::optional<screens::ClockModel>& clock) {
    const stage::Colours& c = context.colour();
    const float gap = context.px(2);
    context.state.header_shown = true;
    if (context.state.header_before) context.paint().push_still();
    else context.paint().push({}, 1);
    const TextBlock name = context.canvas.lay_out(round, {Type::caption, Weight::semibold}, area.w);
    const TextBlock count = context.canvas.lay_out(counter, {Type::caption}, area.w);
    const TextBlock points = context.canvas.lay_out(score, {Type::caption, Weight::semibold}, area.w);
    float y = area.y;
    context.paint().text(name, {area.x, y}, c.text);
    if (name.width + count.width + points.width + 2 * gap > area.w) y += name.height();
    const float left = y > area.y ? area.x : area.x + name.width + gap;
    context.paint().text(count, {left, y}, c.text_quiet);
    float x = area.right() - points.width;
    if (y > area.y && count.width + points.width + gap > area.w) {
        y += count.height();
        x = area.x;
    }
    context.paint().text(points, {x, y}, c.text);
    if (clock) clock_ring(context, *clock, {x - gap, y + points.height() / 2});
    y += std::max(name.height(), points.height()) + context.px(1);
    const float thick = std::round(context.px(context.theme().length.bar));
    y = std::round(y);
    const Rect track{area.x, y, area.w, thick};
    const float share = context.glide("header/progress", static_cast<float>(std::clamp(progress, 0.0, 1.0)),
                                      context.canvas.reduced_motion ? 0 : context.theme().duration.enter);
    context.paint().panel(track, thick / 2, c.sunken, c.sunken);
    context.paint().outline(track, thick / 2, std::max(1.0F, context.px(context.theme().length.edge)), c.surface_edge,
                            c.surface_edge);
    if (share > 0) {
        const Rect lit{track.x, track.y, std::max(thick, track.w * share), thick};
        context.paint().halo(lit, thick / 2, thick * 1.6F, stage::faded(c.light_glow, 0.5F));
        context.paint().panel(lit, thick / 2, c.light, c.light);
    }
    context.paint().pop();
    return y + thick - area.y;
}

namespace {

// Returns the ink for the words of the footer. Over a veil it is the light ink, unless the quiet ink is legible enough.
Rgba footer_ink(Context& context, Strip strip) {
    const stage::Colours& c = context.colour();
    if (strip != Strip::veiled) return c.text_quiet;
    const Rgba cloth{c.veil.r, c.veil.g, c.veil.b, 255};
    const Rgba ground = stage::mixed(c.ground_bottom, cloth, static_cast<float>(c.veil.a) / 255);
    const bool legible = stage::contrast(c.text_quiet, ground) >= stage::contrast(c.ink_light, ground) / 2;
    return legible ? c.text_quiet
                   : stage::mixed(c.text_quiet, c.ink_light, context.entrance(0, context.theme().duration.enter));
}

} // namespace

float footer(Context& context, const std::vector<screens::KeyHint>& hints, Strip strip) {
    if (hints.empty()) return context.px(2);
    const stage::Canvas& canvas = context.canvas;
    const float margin = context.px(context.theme().length.margin);
    const float gap = context.px(3);
    const float cap = std::round(context.em(Type::caption) * 1.6F);
    const float row = std::round(cap + context.px(1));
    struct Placed {
        const screens::KeyHint* hint;
        Vec at;
    };
    std::vector<Placed> placed;
    float x = margin;
    float y = 0;
    for (const screens::KeyHint& hint : hints) {
        const float key = std::max(cap, stage::text_width(canvas.fonts, hint.key, {Type::caption, Weight::semibold}) +
                                            context.px(1.5F));
        const float width = key + context.px(1) + stage::text_width(canvas.fonts, hint.action, {Type::caption});
        if (x > margin && x + width > canvas.size.x - margin) {
            x = margin;
            y += row;
        }
        placed.push_back({&hint, {x, y}});
        x += width + gap;
    }
    const float height = y + row + context.px(2);
    if (strip == Strip::hidden) return height;
    const float top = canvas.size.y - height;
    const Rgba ink = footer_ink(context, strip);
    for (const Placed& one : placed) {
        const float middle = std::round(top + context.px(0.5F) + one.at.y + row / 2);
        const Rect rect = key_cap(context, one.hint->key, {one.at.x, middle}, cap);
        const TextBlock action = canvas.lay_out(one.hint->action, {Type::caption}, canvas.size.x);
        context.paint().text(action, {rect.right() + context.px(1), middle - action.height() / 2}, ink);
        if (!one.hint->id) continue;
        // The area to click is a little larger than the words, so that a finger can hit it.
        const Rect words{rect.x, rect.y, rect.w + context.px(1) + action.width, rect.h};
        context.state.clicks.push_back({words.inset(-context.px(0.75F)), *one.hint->id});
    }
    return height;
}

float banner(Context& context, const screens::Banner& banner, bool visible) {
    if (banner.text.empty()) return 0;
    const stage::Colours& c = context.colour();
    const float margin = context.px(context.theme().length.margin);
    const float mark = context.em(Type::caption) * 0.75F;
    const float left = margin + 2 * mark + context.px(1.5F);
    const TextBlock text =
        context.canvas.lay_out(banner.text, {Type::caption, Weight::semibold}, context.canvas.size.x - left - margin);
    const float height = std::max(text.height() + context.px(2), context.px(4));
    if (!visible) return height;
    const Rect rect{0, 0, context.canvas.size.x, height};
    context.paint().panel(rect.inset(-2, -1).moved(0, -1), 0, c.raised_top, c.raised_bottom);
    context.paint().panel({0, height - context.px(0.25F), rect.w, context.px(0.25F)}, 0, c.light, c.light);
    const Vec centre{margin + mark, height / 2};
    context.paint().ring(centre, mark * 0.9F, std::max(1.5F, mark * 0.16F), 0, 1, c.light);
    const Vec stem[2] = {{centre.x, centre.y - mark * 0.42F}, {centre.x, centre.y + mark * 0.08F}};
    context.paint().line(stem, std::max(2.0F, mark * 0.2F), c.light);
    context.paint().disc({centre.x, centre.y + mark * 0.42F}, std::max(1.0F, mark * 0.12F), c.light, c.light);
    context.paint().text(text, {left, (height - text.height()) / 2}, c.text);
    return height;
}

bool is_wide(const Context& context, const Rect& area) { return area.w >= 50 * context.em(); }

} // namespace chelate::window
