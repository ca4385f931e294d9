#include <algorithm>
#include <cmath>
#include <vector>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

// Writes the number as the language does. The finished sentence shows what separates its groups of digits.
std::string grouped(std::int64_t number, const std::string& example) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string between;
    const auto first = std::find_if(example.begin(), example.end(), is_digit);
    const auto gap = std::find_if_not(first, example.end(), is_digit);
    const auto second = std::find_if(gap, example.end(), is_digit);
    if (second - gap <= 3 && example.end() - second >= 3 && std::all_of(second, second + 3, is_digit))
        between.assign(gap, second);
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), between);
    return digits;
}

// Draws the points as a ring that fills, with the sentence inside it when it fits.
float score_ring(Context& context, const screens::ResultModel& model, const Rect& area) {
    const stage::Colours& c = context.colour();
    const float share = model.possible > 0 ? static_cast<float>(model.points) / static_cast<float>(model.possible) : 0;
    const bool still = context.canvas.reduced_motion;
    const float arrive =
        still ? 1 : context.entrance(context.theme().duration.enter, context.theme().duration.count_up * 3);
    const float radius = std::min({area.w / 2, area.h / 2, context.px(18)}) - context.px(2);
    const float pen = std::max(4.0F, radius * 0.13F);
    const Vec centre{area.x + area.w / 2, area.y + radius + context.px(2)};
    const float filled = std::clamp(share, 0.0F, 1.0F) * arrive;
    context.paint().glow(centre, radius * 0.2F, radius * 1.5F, stage::faded(c.light_glow, 0.35F * filled));
    context.paint().ring(centre, radius, pen, 0, 1, c.sunken);
    context.paint().ring(centre, radius + pen / 2, std::max(1.0F, context.px(0.125F)), 0, 1, c.surface_edge);
    context.paint().ring(centre, radius - pen / 2, std::max(1.0F, context.px(0.125F)), 0, 1, c.surface_edge);
    if (filled > 0) context.paint().ring(centre, radius, pen * 0.72F, 0, std::min(filled, 1.0F), c.light);
    const auto shown =
        static_cast<std::int64_t>(std::llround(static_cast<double>(model.points) * static_cast<double>(arrive)));
    const std::string digits = grouped(shown, model.points_text);
    for (const Type type : {Type::display, Type::title, Type::body, Type::caption}) {
        const TextBlock number = context.canvas.lay_out(digits, {type, Weight::semibold}, context.canvas.size.x);
        if (number.width > radius * 1.55F && type != Type::caption) continue;
        context.paint().text(number, {centre.x - number.width / 2, centre.y - number.height() / 2}, c.text);
        break;
    }
    return 2 * radius + context.px(4);
}

float line_height(Context& context, const screens::ResultLine& line, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float mark = line.mark == screens::Mark::none ? 0 : std::round(context.em(Type::caption) * 0.6F);
    const float left = at.x + (mark > 0 ? 2 * mark + context.px(1.5F) : 0);
    const TextBlock points = context.canvas.lay_out(line.points, {Type::caption, Weight::semibold}, width);
    const float inner = at.x + width - left - (points.lines.empty() ? 0 : points.width + context.px(2));
    verdict_mark(context, line.mark, {at.x + mark, at.y + context.em(Type::caption) * 0.69F}, mark);
    context.paint().text(points, {at.x + width - points.width, at.y}, c.text);
    float height = write(context, line.text, {Type::caption, Weight::semibold}, {left, at.y}, inner, c.text);
    height += write(context, line.detail, {Type::caption}, {left, at.y + height}, inner, c.text_quiet);
    return height;
}

float heading(Context& context, const std::string& text, Vec at, float width) {
    return write(context, text, {Type::body, Weight::semibold}, at, width, context.colour().text) + context.px(1);
}

// Draws one list on a raised card; returns the height taken.
template <class Lines, class Draw>
float listed(Context& context, const std::string& title, const Lines& lines, Vec at, float width,
             const Draw& draw_line) {
    if (lines.empty()) return 0;
    const float pad = context.px(context.theme().length.padding);
    const std::string key = "result/height/" + title;
    // The card is drawn below its text, so it uses the height from the previous frame. The first frame draws no card.
    const auto known = context.state.glides.find(key);
    if (known != context.state.glides.end()) card(context, {at.x, at.y, width, known->second.target()}, 0);
    float y = at.y + pad;
    y += heading(context, title, {at.x + pad, y}, width - 2 * pad);
    for (const auto& line : lines) y += draw_line(line, Vec{at.x + pad, y}, width - 2 * pad) + context.px(1.25F);
    const float height = y - context.px(1.25F) + pad - at.y;
    if (known == context.state.glides.end() || known->second.target() != height) context.moving = true;
    context.state.glides[key].jump(height);
    return height + context.px(2);
}

float lists(Context& context, const screens::ResultModel& model, Vec at, float width) {
    float y = at.y;
    const auto result_line = [&](const screens::ResultLine& line, Vec place, float space) {
        return line_height(context, line, place, space);
    };
    const auto known_line = [&](const std::string& text, Vec place, float space) {
        const float mark = std::round(context.em(Type::caption) * 0.22F);
        context.paint().disc({place.x + mark, place.y + context.em(Type::caption) * 0.69F}, mark,
                             context.colour().light, context.colour().light);
        const float indent = 2 * mark + context.px(1.25F);
        return write(context, text, {Type::caption}, {place.x + indent, place.y}, space - indent,
                     context.colour().text);
    };
    if (!model.losses.empty())
        y += write(context, model.losses, {Type::caption}, {at.x, y}, width, context.colour().text) + context.px(2);
    y += listed(context, model.mistakes_heading, model.mistakes, {at.x, y}, width, result_line);
    y += listed(context, model.returns_heading, model.returns, {at.x, y}, width, known_line);
    y += listed(context, model.known_heading, model.known, {at.x, y}, width, known_line);
    y += listed(context, model.terms_heading, model.terms, {at.x, y}, width, result_line);
    return y;
}

// Draws the buttons in as few rows as possible, from the right. Returns the height taken at the bottom of the area.
float button_bar(Context& context, const screens::ResultModel& model, const Rect& area) {
    const float gap = context.px(2);
    float tallest = 0;
    std::vector<Vec> sizes;
    std::vector<std::size_t> rows; // row of each button
    std::vector<float> widths;     // width of each row
    for (const screens::Button& one : model.buttons) {
        const Vec size = button_size(context, one, area.w);
        tallest = std::max(tallest, size.y);
        if (widths.empty() || widths.back() + gap + size.x > area.w) widths.push_back(size.x);
        else widths.back() += gap + size.x;
        sizes.push_back(size);
        rows.push_back(widths.size() - 1);
    }
    const float height = (tallest + gap) * static_cast<float>(widths.size()) - gap;
    const float top = area.bottom() - height - context.px(1);
    float x = 0;
    for (std::size_t i = 0; i < model.buttons.size(); ++i) {
        if (i == 0 || rows[i] != rows[i - 1]) x = area.right() - widths[rows[i]];
        const Rect rect{x, top + static_cast<float>(rows[i]) * (tallest + gap), sizes[i].x, tallest};
        const int index = static_cast<int>(i);
        button(context, model.buttons[i], rect, focus_light(context, "result", index, model.focus));
        context.hit(rect, index);
        x += sizes[i].x + gap;
    }
    return height + context.px(3);
}

float summary(Context& context, const screens::ResultModel& model, const Rect& area) {
    const stage::Colours& c = context.colour();
    float y = area.y;
    y += write(context, model.round, {Type::caption, Weight::semibold}, {area.x, y}, area.w, c.text_quiet) +
         context.px(0.5F);
    y += write(context, model.heading, {Type::title, Weight::semibold}, {area.x, y}, area.w, c.text) + context.px(1);
    const float text_below = context.em() * 3.4F;
    const float space = std::max(context.px(18), area.bottom() - y - text_below);
    const float ring = std::min(space, context.px(36));
    y += std::max(0.0F, std::min(space - ring, context.px(8)) / 2);
    y += score_ring(context, model, {area.x, y, area.w, ring});
    const TextBlock points = context.canvas.lay_out(model.points_text, {Type::body, Weight::semibold}, area.w);
    context.paint().text(points, {area.x + (area.w - points.width) / 2, y}, c.text, 0.5F);
    y += points.height();
    const TextBlock saved = context.canvas.lay_out(model.saved_text, {Type::caption}, area.w);
    context.paint().text(saved, {area.x + (area.w - saved.width) / 2, y}, c.text_quiet, 0.5F);
    return y + saved.height();
}

} // namespace

void draw(const screens::ResultModel& model, Context& context, const Rect& area) {
    const Rect rest{area.x, area.y, area.w, area.h - button_bar(context, model, area)};
    const std::string key = "result/" + std::to_string(context.state.screen_id);
    if (is_wide(context, rest)) {
        const float gutter = context.px(6);
        const float left = std::round((rest.w - gutter) * 0.38F);
        summary(context, model, {rest.x, rest.y, left, rest.h});
        const Rect view{rest.x + left + gutter, rest.y, rest.w - left - gutter, rest.h};
        ScrollBody body(context, view, key, model.focus);
        body.end(lists(context, model, {view.x, body.top() + context.px(1)}, view.w) + context.px(1));
        return;
    }
    ScrollBody body(context, rest, key, model.focus);
    const float y = summary(context, model, {rest.x, body.top(), rest.w, rest.h}) + context.px(3);
    body.end(lists(context, model, {rest.x, y}, rest.w) + context.px(1));
}

} // namespace chelate::window
