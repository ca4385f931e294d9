#include "game/window/chart_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace chelate::window {
namespace {

constexpr int days_a_week = 7;

/// The places of the parts of a chart.
struct Frame {
    Rect plot;       ///< where the values are drawn
    float said = 0;  ///< y of the words above the plot
    float below = 0; ///< y of the labels below the plot
};

float line_height(const Context& context) { return context.em(Type::caption) * context.theme().type.leading; }

float day_side(const Context& context, const screens::ChartModel& model, float width) {
    const auto weeks = static_cast<float>((model.points.size() + days_a_week - 1) / days_a_week);
    return std::floor(std::min(width / std::max(1.0F, weeks), context.em() * 1.25F));
}

float plot_height(const Context& context, const screens::ChartModel& model, float width) {
    return model.kind == screens::ChartKind::days ? day_side(context, model, width) * days_a_week : context.em() * 6;
}

Frame frame_of(const Context& context, const screens::ChartModel& model, const Rect& rect) {
    const float line = line_height(context);
    const float top = rect.y + line + context.px(0.75F);
    const Rect plot{rect.x, top, rect.w, plot_height(context, model, rect.w)};
    return {plot, rect.y, plot.bottom() + context.px(0.5F)};
}

/// Returns the area in which the pointer finds a point.
Rect place_of(const Context& context, const screens::ChartModel& model, const Frame& frame, std::size_t index) {
    const auto count = static_cast<float>(model.points.size());
    const auto at = static_cast<float>(index);
    const Rect& plot = frame.plot;
    if (model.kind == screens::ChartKind::days) {
        const float side = day_side(context, model, plot.w);
        return {plot.x + std::floor(at / days_a_week) * side, plot.y + static_cast<float>(index % days_a_week) * side,
                side, side};
    }
    if (model.kind == screens::ChartKind::columns) {
        const float width = plot.w / count;
        return {plot.x + at * width, plot.y, width, plot.h};
    }
    // On a line, the area of a point reaches halfway to its neighbours.
    const auto x_of = [&](std::size_t i) { return plot.x + static_cast<float>(model.points[i].x) * plot.w; };
    const float left = index == 0 ? plot.x : (x_of(index - 1) + x_of(index)) / 2;
    const float right = index + 1 == model.points.size() ? plot.right() + 1 : (x_of(index) + x_of(index + 1)) / 2;
    return {left, plot.y, right - left, plot.h};
}

/// Returns the point that the words are about: that under the pointer, else of the focused row, else the present.
std::optional<std::size_t> asked(const Context& context, const screens::ChartModel& model, const Frame& frame,
                                 int row) {
    std::optional<std::size_t> of_row;
    std::optional<std::size_t> now;
    int in_row = 0;
    for (std::size_t i = 0; i < model.points.size(); ++i) {
        if (context.live && context.state.pointer &&
            place_of(context, model, frame, i).contains(*context.state.pointer))
            return i;
        if (row >= 0 && model.points[i].row == row && in_row++ == 0) of_row = i;
        if (model.points[i].now) now = i;
    }
    if (in_row > 1) return std::nullopt; // they are marked together, and the row itself gives their total
    return of_row ? of_row : now;
}

void labels(Context& context, const screens::ChartModel& model, const Frame& frame) {
    float free = frame.plot.x; // x from which there is space for the next label
    for (std::size_t i = 0; i < model.points.size(); ++i) {
        const screens::ChartPoint& point = model.points[i];
        if (point.label.empty()) continue;
        const Rect place = place_of(context, model, frame, i);
        const TextBlock text = context.canvas.lay_out(
            point.label, {Type::caption, point.now ? Weight::semibold : Weight::regular}, frame.plot.w);
        const float middle = model.kind == screens::ChartKind::line
                                 ? frame.plot.x + static_cast<float>(point.x) * frame.plot.w
                                 : place.centre().x;
        const float wanted = model.kind == screens::ChartKind::days ? place.x : middle - text.width / 2;
        const float last = std::max(frame.plot.x, frame.plot.right() - text.width);
        // The few labels of a line may move aside. Other labels would no longer be at their place.
        const float x =
            std::clamp(model.kind == screens::ChartKind::line ? std::max(wanted, free) : wanted, frame.plot.x, last);
        if (x < free) continue; // no space for it; the words above appear when the pointer is over the point
        context.paint().text(text, {x, frame.below}, context.colour().text_quiet);
        free = x + text.width + context.em();
    }
}

void dashed(Context& context, Vec from, float to_x, Rgba colour) {
    const float step = context.px(2);
    const float width = std::max(1.0F, context.px(0.25F));
    for (float x = from.x; x < to_x; x += 2 * step) {
        const std::array<Vec, 2> dash{Vec{x, from.y}, Vec{std::min(x + step, to_x), from.y}};
        context.paint().line(dash, width, colour);
    }
}

void columns(Context& context, const screens::ChartModel& model, const Frame& frame, std::optional<std::size_t> said) {
    const stage::Colours& c = context.colour();
    for (std::size_t i = 0; i < model.points.size(); ++i) {
        const screens::ChartPoint& point = model.points[i];
        const Rect place = place_of(context, model, frame, i);
        const float gap = std::max(place.w * 0.15F, (place.w - context.em() * 7) / 2);
        const Rect space = place.inset(gap, 0);
        if (point.fair) {
            const float top = space.bottom() - static_cast<float>(point.fair->to) * space.h;
            const Rect fair{space.x, top, space.w, static_cast<float>(point.fair->to - point.fair->from) * space.h};
            context.paint().panel(fair, 0, c.sunken, c.sunken);
            dashed(context, {fair.x, fair.y}, fair.right(), c.text_quiet);
            dashed(context, {fair.x, fair.bottom()}, fair.right(), c.text_quiet);
        }
        const float height = static_cast<float>(point.value) * space.h;
        const float thin = point.fair ? space.w * 0.3F : 0;
        const Rect column{space.x + thin, space.bottom() - height, space.w - 2 * thin, height};
        if (height > 0) filled(context, i == said ? screens::Filling::solid : screens::Filling::striped, column);
    }
    const std::array<Vec, 2> ground{Vec{frame.plot.x, frame.plot.bottom()},
                                    Vec{frame.plot.right(), frame.plot.bottom()}};
    context.paint().line(ground, std::max(1.0F, context.px(0.25F)), c.text_quiet);
}

void line(Context& context, const screens::ChartModel& model, const Frame& frame, std::optional<std::size_t> said) {
    const stage::Colours& c = context.colour();
    const Rect& plot = frame.plot;
    const auto at = [&](const screens::ChartPoint& point) {
        return Vec{plot.x + static_cast<float>(point.x) * plot.w,
                   plot.bottom() - static_cast<float>(point.value) * plot.h};
    };
    const std::array<Vec, 2> ground{Vec{plot.x, plot.bottom()}, Vec{plot.right(), plot.bottom()}};
    context.paint().line(ground, std::max(1.0F, context.px(0.25F)), c.text_quiet);
    if (model.goal)
        dashed(context, {plot.x, plot.bottom() - static_cast<float>(*model.goal) * plot.h}, plot.right(), c.text_quiet);
    std::vector<Vec> curve;
    for (const screens::ChartPoint& point : model.points) curve.push_back(at(point));
    if (curve.size() > 1) context.paint().line(curve, context.px(0.5F), c.light);
    for (std::size_t i = 0; i < model.points.size(); ++i) {
        const screens::ChartPoint& point = model.points[i];
        if (point.label.empty() && i != said) continue;
        const std::array<Vec, 2> drop{at(point), Vec{at(point).x, plot.bottom()}};
        context.paint().line(drop, std::max(1.0F, context.px(0.15F)), c.text_quiet);
        context.paint().disc(at(point), context.px(i == said ? 1.25F : 0.8F), c.light, c.light);
    }
}

// Draws the days of a year. The more there was on a day, the more of its field is filled.
void days(Context& context, const screens::ChartModel& model, const Frame& frame, std::optional<std::size_t> said,
          int row) {
    const stage::Colours& c = context.colour();
    for (std::size_t i = 0; i < model.points.size(); ++i) {
        const screens::ChartPoint& point = model.points[i];
        const Rect place = place_of(context, model, frame, i);
        const Rect field = place.inset(std::max(1.0F, place.w * 0.08F));
        const float radius = field.w * 0.2F;
        context.paint().panel(field, radius, c.sunken, c.sunken);
        context.paint().outline(field, radius, 1, c.surface_edge, c.surface_edge);
        if (point.value > 0) {
            const float share = 0.4F + 0.6F * std::ceil(static_cast<float>(point.value) * 4) / 4;
            const Rect lit = field.inset(field.w * (1 - share) / 2);
            context.paint().panel(lit, lit.w * 0.2F, c.light, c.light);
        }
        const bool marked = i == said || (row >= 0 && point.row == row);
        if (marked || point.now)
            context.paint().outline(field, radius, std::max(1.5F, context.px(marked ? 0.4F : 0.25F)), c.text, c.text);
    }
}

} // namespace

void filled(Context& context, screens::Filling filling, const Rect& rect) {
    const stage::Colours& c = context.colour();
    const float edge = std::max(1.0F, context.px(context.theme().length.edge));
    const float radius = std::min({rect.h / 2, rect.w / 2, context.px(0.5F)});
    if (rect.w <= 0 || rect.h <= 0) return;
    if (filling == screens::Filling::solid) {
        context.paint().panel(rect, radius, c.light, c.light);
        return;
    }
    context.paint().panel(rect, radius, c.sunken, c.sunken);
    const float step = std::max(4.0F, context.px(1));
    if (filling == screens::Filling::striped) {
        // Draws slanted lines and cuts them off at the sides.
        const float width = step * 0.4F;
        const Rect inside = rect.inset(std::min(width, rect.w / 3), std::min(width, rect.h / 3));
        for (float start = inside.x - inside.h; start < inside.right(); start += step) {
            const float from = std::max(start, inside.x);
            const float to = std::min(start + inside.h, inside.right());
            if (to <= from) continue;
            const std::array<Vec, 2> stripe{Vec{from, inside.bottom() - (from - start)},
                                            Vec{to, inside.bottom() - (to - start)}};
            context.paint().line(stripe, width, c.light);
        }
    } else if (filling == screens::Filling::dotted) {
        for (float y = rect.y + step / 2; y < rect.bottom(); y += step) {
            for (float x = rect.x + step / 2; x < rect.right(); x += step)
                context.paint().disc({x, y}, step * 0.2F, c.light, c.light);
        }
    }
    context.paint().outline(rect, radius, edge, filling == screens::Filling::none ? c.surface_edge : c.light,
                            filling == screens::Filling::none ? c.surface_edge : c.light);
}

void bar_of_parts(Context& context, const std::vector<screens::BarPart>& parts, const Rect& track) {
    const float gap = std::max(1.0F, context.px(0.25F));
    float x = track.x;
    for (const screens::BarPart& part : parts) {
        const float width = track.w * static_cast<float>(part.share);
        if (width <= 0) continue;
        filled(context, part.filling, {x, track.y, std::max(gap, width - gap), track.h});
        x += width;
    }
}

float draw_legend(Context& context, const std::vector<std::pair<screens::Filling, std::string>>& legend, Vec at,
                  float width, bool visible) {
    const float line = line_height(context);
    const float swatch = context.em(Type::caption) * 1.4F;
    float x = at.x;
    float y = at.y;
    for (const auto& [filling, meaning] : legend) {
        const TextBlock text = context.canvas.lay_out(meaning, {Type::caption}, width - swatch * 1.5F);
        const float whole = swatch * 1.5F + text.width;
        if (x > at.x && x + whole > at.x + width) {
            x = at.x;
            y += line;
        }
        if (visible) {
            filled(context, filling, {x, y + line * 0.2F, swatch, line * 0.6F});
            context.paint().text(text, {x + swatch * 1.5F, y}, context.colour().text_quiet);
        }
        x += whole + context.em(Type::caption) * 1.5F;
        if (text.lines.size() > 1) y += text.height() - line;
    }
    return y + line - at.y;
}

float chart_height(const Context& context, const screens::ChartModel& model, float width) {
    return plot_height(context, model, width) + 2 * line_height(context) + context.px(1.75F);
}

void draw_chart(Context& context, const screens::ChartModel& model, const Rect& rect, int row) {
    if (model.points.empty()) return;
    const stage::Colours& c = context.colour();
    const Frame frame = frame_of(context, model, rect);
    const auto said = asked(context, model, frame, row);
    // On the left is what the upper end means, on the right the words about the chosen point.
    const std::string top = model.goal_text.empty() ? model.top : model.goal_text;
    const TextBlock words = context.canvas.lay_out(said ? model.points[*said].text : std::string{},
                                                   {Type::caption, Weight::semibold}, rect.w * 0.65F);
    context.paint().text(words, {rect.right() - words.width, frame.said}, c.text);
    if (!top.empty())
        context.paint().text(context.canvas.lay_out(top, {Type::caption}, rect.w * 0.33F), {rect.x, frame.said},
                             c.text_quiet);
    if (model.kind == screens::ChartKind::columns) columns(context, model, frame, said);
    else if (model.kind == screens::ChartKind::line) line(context, model, frame, said);
    else days(context, model, frame, said, row);
    labels(context, model, frame);
}

} // namespace chelate::window
