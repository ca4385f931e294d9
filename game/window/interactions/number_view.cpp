// Draws a number with its field and a scale with a slider. After the reveal it shows your number beside the right one.
#include <algorithm>
#include <cmath>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

float scale_width(const Context& context, float width) { return std::min(width, 44 * context.em()); }

struct Bar {
    Rect track;
    float knob; ///< radius in pixels
};

// Returns the bar of a scale, with space for half a knob at each end.
Bar bar_at(const Context& context, Vec at, float width) {
    const float knob = std::round(context.em() * 0.75F);
    const float thick = std::round(context.px(context.theme().length.bar) * 1.4F);
    return {{at.x + knob, at.y + knob - thick / 2, scale_width(context, width) - 2 * knob, thick}, knob};
}

void draw_bar(Context& context, const Bar& bar) {
    const stage::Colours& c = context.colour();
    context.paint().panel(bar.track, bar.track.h / 2, c.sunken, c.sunken);
    context.paint().outline(bar.track, bar.track.h / 2, std::max(1.0F, context.px(context.theme().length.edge)),
                            c.text_quiet, c.text_quiet);
}

float ends(Context& context, const std::string& from, const std::string& to, const Bar& bar, float y) {
    const stage::Colours& c = context.colour();
    const TextBlock right = context.canvas.lay_out(to, {Type::caption}, bar.track.w);
    context.paint().text(right, {bar.track.right() + bar.knob - right.width, y}, c.text_quiet);
    return write(context, from, {Type::caption}, {bar.track.x - bar.knob, y}, bar.track.w, c.text_quiet);
}

float x_of(const Bar& bar, double share) {
    return bar.track.x + bar.track.w * static_cast<float>(std::clamp(share, 0.0, 1.0));
}

} // namespace

float answer_height(const Context& context, const screens::NumberModel&, float) {
    return field_height(context) + context.px(3) + 2 * std::round(context.em() * 0.75F) + context.px(1) +
           3.2F * context.em(Type::caption);
}

float answer_width(const Context& context, const screens::NumberModel&, float width) {
    return scale_width(context, width);
}

float draw_answer(Context& context, const screens::NumberModel& model, const AnswerPlace& place, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const float width = scale_width(context, place.width);
    const float light = focus_light(context, "question", 0, place.focus);
    const Rect field{place.at.x, place.at.y, std::min(width * 0.5F, 13 * context.em()), field_height(context)};
    text_field(context, model.field, field, light);
    context.hit(field, 0);
    const TextBlock unit = context.canvas.lay_out(model.unit, {Type::title}, width);
    context.paint().text(unit, {field.right() + context.px(2), field.y + (field.h - unit.height()) / 2}, c.text);
    const Bar bar = bar_at(context, {place.at.x, field.bottom() + context.px(3)}, place.width);
    draw_bar(context, bar);
    const float tall = std::max(bar.knob * 2.8F, context.px(context.theme().length.target));
    const Rect reach{bar.track.x - bar.knob, bar.track.centre().y - tall / 2, bar.track.w + 2 * bar.knob, tall};
    context.hit(reach, 0);
    if (context.live) context.state.sliders.push_back({reach, bar.track});
    // Before the first touch the knob is in the middle and empty, because nothing is chosen yet.
    const Vec knob{x_of(bar, model.share.value_or(0.5)), bar.track.centre().y};
    if (model.share) {
        context.paint().panel({bar.track.x, bar.track.y, knob.x - bar.track.x, bar.track.h}, bar.track.h / 2, c.light,
                              c.light);
        context.paint().glow(knob, bar.knob * 0.8F, bar.knob * (1.5F + 0.5F * light), c.light_glow);
        context.paint().disc(knob, bar.knob, c.primary_top, c.primary_bottom);
    } else {
        context.paint().disc(knob, bar.knob, c.surface_top, c.surface_bottom);
    }
    context.paint().ring(knob, bar.knob * 0.94F, std::max(1.5F, bar.knob * 0.12F), 0, 1,
                         model.share ? c.primary_edge : c.text_quiet);
    const Rect both{field.x, field.y, field.w, reach.bottom() - field.y};
    if (place.focus == 0) body.focus_at(both);
    body.unfold_at(both, model.share || !model.field.text.empty()); // keeps what is typed in view
    float y = bar.track.centre().y + bar.knob + context.px(0.5F);
    y += ends(context, model.from, model.to, bar, y);
    y += write(context, model.field.problem, {Type::caption, Weight::semibold}, {place.at.x, y}, width, c.text);
    return y;
}

float draw_marked(Context& context, const screens::MarkedNumber& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    const float mark = mark_radius(context);
    float y = at.y;
    if (!model.yours_text.empty()) {
        verdict_mark(context, model.mark, {at.x + mark, y + context.em() * 0.69F}, mark);
        y += write(context, model.yours_text, {Type::body, Weight::semibold}, {at.x + 2 * mark + context.px(1.5F), y},
                   width - 2 * mark, c.text) +
             context.px(1);
    }
    y += write(context, model.right_text, {Type::body, Weight::semibold},
               {at.x + (model.yours_text.empty() ? 0 : 2 * mark + context.px(1.5F)), y}, width, c.text) +
         context.px(2);
    const Bar bar = bar_at(context, {at.x, y}, width);
    draw_bar(context, bar);
    const float low = x_of(bar, model.low);
    const float high = std::max(x_of(bar, model.high), low + bar.track.h * 0.5F);
    const Rect right{low, bar.track.centre().y - bar.knob * 0.8F, high - low, bar.knob * 1.6F};
    context.paint().halo(right, right.w / 2, context.px(context.theme().length.glow_blur), c.light_glow);
    context.paint().panel(right, std::min(right.w / 2, context.px(0.5F)), c.light, c.light);
    if (model.yours) {
        const Vec knob{x_of(bar, *model.yours), bar.track.centre().y};
        context.paint().disc(knob, bar.knob * 0.6F, c.surface_top, c.surface_bottom);
        context.paint().ring(knob, bar.knob * 0.6F, std::max(2.0F, bar.knob * 0.2F), 0, 1, c.text);
    }
    y = bar.track.centre().y + bar.knob + context.px(0.5F);
    y += ends(context, model.from, model.to, bar, y) + context.px(1);
    body.keep_in_view({at.x, at.y, width, y - at.y});
    return y;
}

} // namespace chelate::window
