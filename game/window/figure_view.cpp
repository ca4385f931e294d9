// Draws the figure of a mechanism with its labels and gauges.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "game/window/pieces.hpp"

namespace chelate::window {
namespace {

constexpr std::array outline_steps{Vec{-1, 0},        Vec{1, 0},        Vec{0, -1},       Vec{0, 1},
                                   Vec{-0.7F, -0.7F}, Vec{0.7F, -0.7F}, Vec{-0.7F, 0.7F}, Vec{0.7F, 0.7F}};

constexpr float least_height_for_labels = 20; // in ems of their letters

// Draws a text on a picture, with an edge in the colour of the background so that it is legible on anything.
void label(Context& context, const TextBlock& text, Vec at, Rgba ink) {
    const float edge = std::max(1.5F, context.em(Type::caption) * 0.14F);
    const Rgba ground = stage::mixed(context.colour().ground_top, context.colour().ground_bottom, 0.5F);
    for (const Vec step : outline_steps) context.paint().text(text, at + step * edge, ground);
    context.paint().text(text, at, ink);
}

void labels(Context& context, const figure::Frame& frame, const content::Drawing& drawing, const Rect& rect) {
    const auto scale = static_cast<double>(rect.w) / drawing.width;
    const float margin = context.px(0.5F);
    for (const auto& [anchor, words] : frame.labels) {
        const auto place = drawing.anchors.find(anchor);
        if (words.empty() || place == drawing.anchors.end()) continue;
        const TextBlock text = context.canvas.lay_out(words, {Type::caption, Weight::semibold}, rect.w - 2 * margin);
        const auto align = static_cast<float>(figure::label_alignment(place->second.x, drawing.width));
        const float x = rect.x + static_cast<float>(place->second.x * scale) - text.width * align;
        const float y = rect.y + static_cast<float>(place->second.y * scale) - text.height() / 2;
        label(context, text,
              {std::clamp(x, rect.x + margin, std::max(rect.x + margin, rect.right() - margin - text.width)),
               std::clamp(y, rect.y, std::max(rect.y, rect.bottom() - text.height()))},
              anchor == "label-tag" ? context.colour().light : context.colour().text);
    }
}

// Draws the marks of a flow: three arrow heads along its path.
void flow_marks(Context& context, const figure::FlowPath& flow, const content::Drawing& drawing, const Rect& rect) {
    const auto scale = rect.w / static_cast<float>(drawing.width);
    const stage::Colours& c = context.colour();
    for (const figure::FlowMark& mark : figure::marks_of(flow)) {
        const auto turn = static_cast<float>(mark.degrees) * std::numbers::pi_v<float> / 180;
        const auto corner = [&](float along, float across) {
            return Vec{
                rect.x + (static_cast<float>(mark.at.x) + along * std::cos(turn) - across * std::sin(turn)) * scale,
                rect.y + (static_cast<float>(mark.at.y) + along * std::sin(turn) + across * std::cos(turn)) * scale};
        };
        const std::array<Vec, 3> head{corner(-9, -16), corner(9, 0), corner(-9, 16)};
        const auto opacity = static_cast<float>(flow.opacity);
        const float pen = std::max(2.0F, 7 * scale);
        context.paint().line(head, pen + 2, stage::faded(c.ground_bottom, opacity * 0.8F));
        context.paint().line(head, pen, stage::faded(c.light, opacity));
    }
}

// Draws a bar that stands upright: what is measured above it, its reading below.
void gauge(Context& context, const content::FigureGauge& gauge, const figure::GaugeText& texts, double reading,
           const Rect& rect) {
    const stage::Colours& c = context.colour();
    const TextBlock name = context.canvas.lay_out(texts.name, {Type::caption, Weight::semibold}, rect.w);
    const TextBlock value = context.canvas.lay_out(texts.reading, {Type::caption, Weight::semibold}, rect.w);
    const auto centred = [&](const TextBlock& block, float y) {
        context.paint().text(block, {rect.x + (rect.w - block.width) / 2, y}, c.text, 0.5F);
    };
    centred(name, rect.y);
    centred(value, rect.bottom() - value.height());
    const float top = rect.y + name.height() + context.px(0.5F);
    const Rect bar{rect.x + rect.w * 0.39F, top, rect.w * 0.22F,
                   std::max(8.0F, rect.bottom() - value.height() - context.px(0.5F) - top)};
    const float radius = std::min(bar.w / 2, context.px(0.75F));
    const auto share_of = [&](double level) {
        return static_cast<float>(std::clamp((level - gauge.from) / (gauge.to - gauge.from), 0.0, 1.0));
    };
    context.paint().panel(bar, radius, c.sunken, c.sunken);
    const float filled = std::max(bar.h * share_of(reading), bar.w * 0.3F);
    context.paint().panel({bar.x, bar.bottom() - filled, bar.w, filled}, radius, c.light, c.light);
    context.paint().outline(bar, radius, std::max(1.0F, context.px(0.2F)), c.text_quiet, c.text_quiet);
    if (gauge.usual) {
        const float y = bar.bottom() - bar.h * share_of(*gauge.usual);
        const std::array<Vec, 2> tick{Vec{bar.x - bar.w * 0.4F, y}, Vec{bar.right() + bar.w * 0.4F, y}};
        context.paint().line(tick, std::max(1.5F, context.px(0.3F)), c.text);
    }
}

/// Returns the step and the seconds within it that are shown now. A figure that the view plays by itself begins when it
/// is first drawn.
std::pair<std::size_t, double> moment_of(Context& context, const screens::FigureModel& model,
                                         const figure::Playing& playing) {
    if (model.play_from == 0 || playing.reduced_motion) return {model.step, model.seconds};
    FigureClock& clock = context.state.figure_clock;
    if (clock.figure != model.figure || clock.play_from != model.play_from || clock.step != model.step)
        clock = {model.figure, model.play_from, model.step, context.canvas.now};
    clock.shown = true;
    double passed = context.canvas.now - clock.began;
    for (std::size_t step = model.play_from; step <= model.step; ++step) {
        const double length = figure::seconds_of(*model.figure, playing, step);
        if (passed < length) {
            context.moving = true;
            return {step, passed};
        }
        passed -= length;
    }
    return {model.step, model.seconds};
}

} // namespace

Vec figure_size(const screens::FigureModel& model, Vec most) {
    if (model.figure == nullptr) return {};
    const content::Drawing& drawing = *model.figure->drawing;
    const double width = drawing.width * (model.gauges.empty() ? 1 : 1 + figure::gauge_column);
    const double scale = std::min(static_cast<double>(most.x) / width, static_cast<double>(most.y) / drawing.height);
    return {static_cast<float>(std::floor(width * scale)), static_cast<float>(std::floor(drawing.height * scale))};
}

void draw_figure(Context& context, const screens::FigureModel& model, const Rect& rect,
                 const std::optional<Rect>& seen) {
    if (model.figure == nullptr) return;
    const content::Figure& figure = *model.figure;
    const content::Drawing& drawing = *figure.drawing;
    const stage::Colours& c = context.colour();
    const float scale = rect.h / static_cast<float>(drawing.height);
    const Rect picture{std::round(rect.x), std::round(rect.y), std::round(static_cast<float>(drawing.width) * scale),
                       std::round(rect.h)};
    const float hairline = std::max(1.0F, context.px(context.theme().length.edge));
    if (!seen) sunken_card(context, {picture.x, picture.y, rect.w, picture.h});
    stage::Figures* const figures = context.paint().figures();
    const auto* boxes = figures == nullptr ? nullptr : figures->boxes(figure.drawing, context.theme().name);
    if (boxes == nullptr) { // librsvg is missing: the words stand for the figure
        if (!seen)
            write(context, figure.alt, {Type::body}, {picture.x + context.px(2), picture.y + context.px(2)},
                  rect.w - context.px(4), c.text_quiet);
        return;
    }
    const figure::Playing playing{model.variant, context.canvas.reduced_motion};
    const auto [step, seconds] = moment_of(context, model, playing);
    const figure::Frame frame = figure::frame_at(figure, *boxes, playing, step, seconds);
    context.paint().figure(
        {figure.drawing, context.theme().name, frame.parts, picture, seen.value_or(picture), c.light_glow});
    context.paint().lift();
    for (const figure::FlowPath& flow : frame.flows) flow_marks(context, flow, drawing, picture);
    // In a small picture the labels would lie on one another.
    if (model.labels && picture.h >= least_height_for_labels * context.em(Type::caption))
        labels(context, frame, drawing, picture);
    const float column = rect.right() - picture.right();
    const float each = picture.h / 3;
    for (std::size_t i = 0; i < model.gauges.size() && column > 1; ++i) {
        gauge(context, figure.gauges[i], model.gauges[i], frame.gauges[i],
              {picture.right() + column * 0.06F, picture.y + each * static_cast<float>(i) + each * 0.06F,
               column * 0.88F, each * 0.88F});
    }
    if (!seen)
        context.paint().outline({picture.x, picture.y, rect.w, picture.h}, context.px(0.5F), hairline, c.surface_edge,
                                c.surface_edge);
    if (model.playing && frame.moving) context.moving = true;
}

} // namespace chelate::window
