#include <algorithm>
#include <cmath>

#include "game/window/interactions/interactions.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int sources_index = 0;
constexpr int next_index = 1;

// Draws the verdict: a mark that blooms or settles, the word, and what the answer earned.
float verdict_band(Context& context, const screens::RevealModel& model, const Rect& area) {
    const stage::Colours& c = context.colour();
    const stage::Durations& d = context.theme().duration;
    const float radius = std::round(context.em(Type::title) * 0.72F);
    const TextBlock word = context.canvas.lay_out(model.verdict, {Type::title, Weight::semibold}, area.w - 3 * radius);
    const float height = std::max(2 * radius, word.height()) + context.px(1);
    const bool still = context.canvas.reduced_motion;
    const float arrive = context.entrance(0, d.bloom);
    const Vec centre{area.x + radius, area.y + height / 2};
    if (model.outcome == screens::Mark::right) {
        // The glow is no wider than its band, so that nothing that scrolls below cuts it off.
        const float reach = std::min(radius * (1.6F + 2.4F * (still ? 1 : arrive)), height / 2 + context.px(3));
        context.paint().glow(centre, radius * 0.7F, reach, stage::faded(c.light_glow, arrive));
        verdict_mark(context, model.outcome, centre, radius * (still ? 1 : 0.7F + 0.3F * arrive), arrive);
    } else {
        const float drop = still ? 0 : (1 - arrive) * -context.px(1.5F);
        verdict_mark(context, model.outcome, centre + Vec{0, drop}, radius, arrive);
    }
    // Where nobody was right or wrong there is no mark beside the word.
    const float left = model.outcome == screens::Mark::none ? area.x : area.x + 2 * radius + context.px(2);
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

struct BadgeText {
    TextBlock label, value, meaning;
    bool one_line = false; ///< label and value share a line
    float head = 0;
};

BadgeText lay_out_badge(const Context& context, const screens::Badge& badge, float width) {
    const float inner = width - 2 * context.px(1.5F);
    BadgeText out;
    out.label = context.canvas.lay_out(badge.label, {Type::caption}, inner);
    out.value = context.canvas.lay_out(badge.symbol.empty() ? badge.value : badge.value + "  " + badge.symbol,
                                       {Type::caption, Weight::semibold}, inner);
    out.meaning = context.canvas.lay_out(badge.meaning, {Type::caption}, inner);
    out.one_line = out.label.width + out.value.width + context.px(1) <= inner;
    out.head = out.one_line ? out.label.height() : out.label.height() + out.value.height();
    return out;
}

float badge_height(const Context& context, const screens::Badge& badge, float width) {
    const BadgeText text = lay_out_badge(context, badge, width);
    return text.head + (badge.meaning.empty() ? 0 : text.meaning.height()) + 2 * context.px(1);
}

void badge_card(Context& context, const screens::Badge& badge, const Rect& rect) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.5F);
    const BadgeText text = lay_out_badge(context, badge, rect.w);
    sunken_card(context, rect);
    const float y = rect.y + context.px(1);
    context.paint().text(text.label, {rect.x + pad, y}, c.text_quiet);
    if (text.one_line) context.paint().text(text.value, {rect.right() - pad - text.value.width, y}, c.text);
    else context.paint().text(text.value, {rect.x + pad, y + text.label.height()}, c.text);
    context.paint().text(text.meaning, {rect.x + pad, y + text.head}, c.text_quiet);
}

// Draws the badges two to a row where there is space, otherwise one below the other. Returns the height taken.
float badges(Context& context, const screens::RevealModel& model, Vec at, float width) {
    const float gap = context.px(1);
    const std::size_t columns = model.badges.size() > 1 && width >= 24 * context.em() ? 2 : 1;
    const float column = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = at.y;
    for (std::size_t i = 0; i < model.badges.size(); i += columns) {
        const bool alone = columns == 1 || i + 1 == model.badges.size();
        const float first = badge_height(context, model.badges[i], alone ? width : column);
        const float height = alone ? first : std::max(first, badge_height(context, model.badges[i + 1], column));
        badge_card(context, model.badges[i], {at.x, y, alone ? width : column, height});
        if (!alone) badge_card(context, model.badges[i + 1], {at.x + column + gap, y, column, height});
        y += height + gap;
    }
    return y - at.y;
}

float sources(Context& context, const screens::RevealModel& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    if (model.sources_heading.empty()) return 0;
    const float pad = context.px(1.5F);
    const float tip = context.em() * 0.3F;
    const TextBlock heading =
        context.canvas.lay_out(model.sources_heading, {Type::caption, Weight::semibold}, width - 3 * pad - 2 * tip);
    const Rect rect{at.x, at.y, width,
                    std::max(heading.height() + context.px(1.5F), context.px(context.theme().length.target))};
    card(context, rect, focus_light(context, "reveal", sources_index, model.focus), 0.5F);
    context.hit(rect, sources_index);
    if (model.focus == sources_index) body.focus_at(rect);
    const float middle = rect.y + rect.h / 2;
    context.paint().text(heading, {rect.x + pad, middle - heading.height() / 2}, c.text);
    const Vec end{rect.right() - pad - tip, middle};
    const float open =
        context.glide("reveal/sources", model.sources_open ? 1.0F : 0.0F, context.theme().duration.focus);
    const float side = 1 - 2 * open;
    const std::array<Vec, 3> chevron{Vec{end.x - tip, end.y - tip * 0.5F * side}, Vec{end.x, end.y + tip * 0.5F * side},
                                     Vec{end.x + tip, end.y - tip * 0.5F * side}};
    context.paint().line(chevron, std::max(1.5F, context.em() * 0.09F), c.text);
    float y = rect.bottom();
    if (!model.sources_open) {
        body.unfold_at(rect, false);
        return y - at.y;
    }
    y += context.px(1);
    for (const std::string& source : model.sources) {
        y += write(context, source, {Type::caption}, {at.x + pad, y}, width - 2 * pad, c.text_quiet) + context.px(1);
    }
    body.unfold_at({rect.x, rect.y, rect.w, y - rect.y}, true);
    return y - at.y;
}

// What a picture leaves for the answer.
struct BesidePicture {
    float width;   ///< of the answer
    float answer;  ///< y where it begins
    float picture; ///< y where the picture ends
};

// Draws the picture of the question at the right of the answer, or above it where it is too wide for that.
BesidePicture draw_picture(Context& context, const screens::ImageModel& image, Vec at, float width) {
    const float gap = context.px(2);
    const float tallest = context.canvas.size.y * 0.22F;
    const Vec above = image_size(context, image, {width, std::min(10 * context.em(), tallest)});
    const Vec beside = image_size(context, image, {width * 0.36F, tallest});
    const bool fits = width - beside.x - gap >= 14 * context.em() && beside.x * beside.y >= 0.6F * above.x * above.y;
    const Vec size = fits ? beside : above;
    const float y = std::round(at.y);
    draw_image(context, image, {std::round(fits ? at.x + width - size.x : at.x), y, size.x, size.y});
    const float below = y + size.y + gap;
    return fits ? BesidePicture{width - size.x - gap, at.y, below} : BesidePicture{width, below, below};
}

// Draws the prompt again and how it was answered; returns the y below.
float draw_answers(Context& context, const screens::RevealModel& model, Vec at, float width, ScrollBody& body) {
    const TextBlock prompt = context.canvas.lay_out(model.prompt, {Type::body, Weight::semibold}, width, 60);
    context.paint().text(prompt, at, context.colour().text);
    at.y += prompt.height() + context.px(2);
    const BesidePicture space =
        model.image ? draw_picture(context, *model.image, at, width) : BesidePicture{width, at.y, at.y};
    // The answer comes first. What it was about is below, to look at again.
    float y = std::visit(
        [&](const auto& answer) {
            return draw_marked(context, answer, {at.x, space.answer}, space.width, body);
        },
        model.answer);
    y = std::max(y, space.picture);
    if (!model.chain.empty()) {
        y += context.px(1);
        y += write(context, model.chain_heading, {Type::caption, Weight::semibold}, {at.x, y}, width,
                   context.colour().text_quiet) +
             context.px(0.5F);
        y = draw_placed(context, model.chain, {at.x, y}, width);
    }
    if (!model.panels.empty())
        y += context.px(1) + draw_panels(context, model.panels, {at.x, y + context.px(1)}, width, true);
    return y;
}

// Draws the figure of the mechanism in the middle of the width; returns the y below.
float draw_mechanism(Context& context, const screens::RevealModel& model, Vec at, Vec most) {
    if (model.figure.figure == nullptr) return at.y;
    const Vec size = figure_size(model.figure, most);
    draw_figure(context, model.figure, {at.x + std::round((most.x - size.x) / 2), std::round(at.y), size.x, size.y});
    return at.y + size.y + context.px(2);
}

// Draws the explanation, badges and sources; returns the y below.
float draw_reasons(Context& context, const screens::RevealModel& model, Vec at, float width, ScrollBody& body) {
    const stage::Colours& c = context.colour();
    float y = at.y;
    y += write(context, model.why_heading, {Type::caption, Weight::semibold}, {at.x, y}, width, c.text_quiet) +
         context.px(0.5F);
    const TextBlock why = context.canvas.lay_out(model.why, {Type::body}, width, 60);
    context.paint().text(why, {at.x, y}, c.text);
    y += why.height() + context.px(2);
    if (!model.memory.empty()) {
        y += write(context, model.memory_heading, {Type::caption, Weight::semibold}, {at.x, y}, width, c.text_quiet) +
             context.px(0.5F);
        for (const std::string& line : model.memory)
            y += write(context, line, {Type::caption}, {at.x, y}, width, c.text) + context.px(0.75F);
        y += context.px(1.25F);
    }
    // A grade belongs to the question it answers, which is seldom the one that was asked.
    if (!model.graded_question.empty()) {
        y += write(context, model.graded_question, {Type::caption, Weight::semibold}, {at.x, y}, width, c.text_quiet) +
             context.px(1);
    }
    y += badges(context, model, {at.x, y}, width);
    y += context.px(0.5F);
    return y + sources(context, model, {at.x, y}, width, body);
}

} // namespace

void draw(const screens::RevealModel& model, Context& context, const Rect& area) {
    const float head = header(context, area, model.round, model.counter, model.score, model.progress);
    Rect rest{area.x, area.y + head + context.px(2), area.w, area.h - head - context.px(2)};
    if (model.strip) rest.h -= room_strip(context, *model.strip, rest);
    const screens::Button next{model.next, {}, true};
    const Vec size = button_size(context, next, area.w);
    const Rect button_rect{area.right() - size.x, rest.bottom() - size.y - context.px(1), size.x, size.y};
    button(context, next, button_rect, focus_light(context, "reveal", next_index, model.focus));
    context.hit(button_rect, next_index);
    rest.h -= size.y + context.px(2.5F);

    const float band = verdict_band(context, model, rest) + context.px(1.5F);
    // The verdict is pinned unless large type leaves no space below it.
    const bool pinned = rest.h - band >= 6 * context.em();
    Rect view = rest;
    if (pinned) view = {rest.x, rest.y + band, rest.w, rest.h - band};
    const std::string key = "reveal/" + std::to_string(context.state.screen_id);
    if (is_wide(context, view) || (model.strip && view.w >= 36 * context.em())) {
        // Each side scrolls on its own, so the answer stays in view while the sources are read.
        const float gutter = context.px(6);
        const float left = std::round((view.w - gutter) * 0.58F);
        ScrollBody answers(context, {view.x, view.y, left, view.h}, key + "/answers", model.focus);
        answers.end(draw_answers(context, model, {view.x, answers.top() + context.px(1)}, left, answers) +
                    context.px(2));
        const Rect right{view.x + left + gutter, view.y, view.w - left - gutter, view.h};
        ScrollBody reasons(context, right, key + "/reasons", model.focus);
        const float below = draw_mechanism(context, model, {right.x, reasons.top() + context.px(1)},
                                           {right.w, std::min(view.h * 0.62F, view.h - 5 * context.em())});
        reasons.end(draw_reasons(context, model, {right.x, below}, right.w, reasons) + context.px(2));
        return;
    }
    ScrollBody body(context, view, key, model.focus);
    float y = draw_answers(context, model, {view.x, body.top() + context.px(1)}, view.w, body) + context.px(2);
    y = draw_mechanism(context, model, {view.x, y}, {view.w, context.canvas.size.y * 0.4F});
    body.end(draw_reasons(context, model, {view.x, y}, view.w, body) + context.px(2));
}

} // namespace chelate::window
