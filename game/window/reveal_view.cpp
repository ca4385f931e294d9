#include "game/window/reveal_view.hpp"

#include <algorithm>
#include <cmath>

#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int sources_index = 0;
constexpr int next_index = 1;

// The verdict: a mark that blooms or settles, the word, what it earned.
float verdict_band(Context& context, const app::RevealModel& model, const Rect& area) {
    const stage::Colours& c = context.colour();
    const stage::Durations& d = context.theme().duration;
    const float radius = std::round(context.em(Type::title) * 0.72F);
    const TextBlock word = context.canvas.lay_out(model.verdict, {Type::title, Weight::semibold}, area.w - 3 * radius);
    const float height = std::max(2 * radius, word.height()) + context.px(1);
    const bool still = context.canvas.reduced_motion;
    const float arrive = context.entrance(0, d.bloom);
    const Vec centre{area.x + radius, area.y + height / 2};
    if (model.outcome == app::Mark::right) {
        const float reach = radius * (1.6F + 2.4F * (still ? 1 : arrive));
        context.paint().glow(centre, radius * 0.7F, reach, stage::faded(c.light_glow, arrive));
        verdict_mark(context, model.outcome, centre, radius * (still ? 1 : 0.7F + 0.3F * arrive), arrive);
    } else {
        const float drop = still ? 0 : (1 - arrive) * -context.px(1.5F);
        verdict_mark(context, model.outcome, centre + Vec{0, drop}, radius, arrive);
    }
    const float left = area.x + 2 * radius + context.px(2);
    context.paint().text(word, {left, centre.y - word.height() / 2}, c.text);

    const TextBlock award = context.canvas.lay_out(model.award, {Type::body, Weight::semibold}, area.w);
    const TextBlock saved = context.canvas.lay_out(model.saved_text, {Type::caption}, area.w);
    const float column = std::max(award.width, saved.width);
    if (left + word.width + context.px(3) + column <= area.right()) {
        const float top = centre.y - (award.height() + saved.height()) / 2;
        context.paint().text(award, {area.right() - award.width, top}, c.text);
        context.paint().text(saved, {area.right() - saved.width, top + award.height()}, c.text_quiet);
        return std::max(height, award.height() + saved.height());
    }
    float y = area.y + height + context.px(0.5F);
    y += write(context, model.award, {Type::body, Weight::semibold}, {area.x, y}, area.w, c.text);
    y += write(context, model.saved_text, {Type::caption}, {area.x, y}, area.w, c.text_quiet);
    return y - area.y;
}

float badge_row(Context& context, const app::Badge& badge, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.5F);
    const float inner = width - 2 * pad;
    const TextBlock label = context.canvas.lay_out(badge.label, {Type::caption}, inner);
    const TextBlock value = context.canvas.lay_out(badge.value, {Type::caption, Weight::semibold}, inner);
    const TextBlock meaning = context.canvas.lay_out(badge.meaning, {Type::caption}, inner);
    const bool one_line = label.width + value.width + context.px(2) <= inner;
    const float head = one_line ? label.height() : label.height() + value.height();
    const Rect rect{at.x, at.y, width, head + meaning.height() + 2 * context.px(1.1F)};
    sunken_card(context, rect);
    const float y = at.y + context.px(1.1F);
    context.paint().text(label, {at.x + pad, y}, c.text_quiet);
    if (one_line) context.paint().text(value, {rect.right() - pad - value.width, y}, c.text);
    else context.paint().text(value, {at.x + pad, y + label.height()}, c.text);
    context.paint().text(meaning, {at.x + pad, y + head}, c.text_quiet);
    return rect.h;
}

float sources(Context& context, const app::RevealModel& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    if (model.sources_heading.empty()) return 0;
    const float pad = context.px(1.5F);
    const float tip = context.em() * 0.3F;
    const TextBlock heading = context.canvas.lay_out(model.sources_heading, {Type::caption, Weight::semibold}, width - 3 * pad - 2 * tip);
    const Rect rect{at.x, at.y, width, std::max(heading.height() + context.px(1.5F), context.px(context.theme().length.target))};
    card(context, rect, focus_light(context, "reveal", sources_index, model.focus), 0.5F);
    context.hit(rect, sources_index);
    if (model.focus == sources_index) body.focus_at(rect);
    const float middle = rect.y + rect.h / 2;
    context.paint().text(heading, {rect.x + pad, middle - heading.height() / 2}, c.text);
    const Vec end{rect.right() - pad - tip, middle};
    const float open = context.glide("reveal/sources", model.sources_open ? 1.0F : 0.0F, context.theme().duration.focus);
    const float side = 1 - 2 * open;
    const std::array<Vec, 3> chevron{Vec{end.x - tip, end.y - tip * 0.5F * side}, Vec{end.x, end.y + tip * 0.5F * side},
                                     Vec{end.x + tip, end.y - tip * 0.5F * side}};
    context.paint().line(chevron, std::max(1.5F, context.em() * 0.09F), c.text);
    float y = rect.bottom();
    if (!model.sources_open) return y - at.y;
    y += context.px(1);
    for (const std::string& source : model.sources) {
        y += write(context, source, {Type::caption}, {at.x + pad, y}, width - 2 * pad, c.text_quiet) + context.px(1);
    }
    return y - at.y;
}

} // namespace

float draw_reasons(Context& context, const app::RevealModel& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    float y = at.y;
    y += write(context, model.why_heading, {Type::caption, Weight::semibold}, {at.x, y}, width, c.text_quiet) + context.px(0.5F);
    const TextBlock why = context.canvas.lay_out(model.why, {Type::body}, width, 60);
    context.paint().text(why, {at.x, y}, c.text);
    y += why.height() + context.px(2);
    for (const app::Badge& badge : model.badges) y += badge_row(context, badge, {at.x, y}, width) + context.px(1);
    if (!model.graded_question.empty()) {
        y += write(context, model.graded_question, {Type::caption}, {at.x, y}, width, c.text_quiet) + context.px(1);
    }
    y += context.px(0.5F);
    return y + sources(context, model, {at.x, y}, width, body);
}

void draw(const app::RevealModel& model, Context& context, const Rect& area) {
    const float head = header(context, area, model.round, model.counter, model.score, model.progress);
    Rect rest{area.x, area.y + head + context.px(2), area.w, area.h - head - context.px(2)};
    const app::Button next{model.next, {}, true};
    const Vec size = button_size(context, next, area.w);
    const Rect button_rect{area.right() - size.x, area.bottom() - size.y - context.px(1), size.x, size.y};
    button(context, next, button_rect, focus_light(context, "reveal", next_index, model.focus));
    context.hit(button_rect, next_index);
    rest.h -= size.y + context.px(2.5F);

    const float band = verdict_band(context, model, rest) + context.px(1.5F);
    // Pinned unless large type leaves no room below it.
    const bool pinned = rest.h - band >= 6 * context.em();
    Rect view = rest;
    if (pinned) view = {rest.x, rest.y + band, rest.w, rest.h - band};
    ScrollBody body(context, view, "reveal/" + std::to_string(context.state.screen_id), model.focus);
    const float top = body.top() + context.px(1);
    if (is_wide(context, view)) {
        const float gutter = context.px(6);
        const float left = std::round((view.w - gutter) * 0.58F);
        const float a = draw_answers(context, model, {view.x, top}, left);
        const float b = draw_reasons(context, model, {view.x + left + gutter, top}, view.w - left - gutter, body);
        body.end(std::max(a, b) + context.px(2));
        return;
    }
    const float y = draw_answers(context, model, {view.x, top}, view.w) + context.px(2);
    body.end(draw_reasons(context, model, {view.x, y}, view.w, body) + context.px(2));
}

} // namespace chelate::window
