// Draws a model that a person can turn: sliders on the left; the prediction, the chart and the results on the right.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/window/chart_view.hpp"
#include "game/window/chip_row.hpp"
#include "game/window/interactions/interactions.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr const char* screen_name = "simulation";
constexpr int widest_line = 90; ///< characters

/// Draws one part below the other, in a column.
class SimulationColumn {
public:
    SimulationColumn(Context& context, const screens::SimulationModel& model, ScrollBody& body, Vec at, float width)
        : context_(context), model_(model), body_(body), at_(at), width_(width) {}

    [[nodiscard]] float bottom() const { return at_.y; }

    void head() {
        at_.y =
            chip_row(context_, model_.models, screen_name, 0, model_.focus, at_, width_, body_, true) + context_.px(1);
        text(model_.about, {Type::body}, colour().text_quiet);
        at_.y += context_.px(1);
    }

    /// Says what the charted output is, where the chart is too far down to be seen beside the sliders.
    void charted() {
        for (const screens::ResultValue& result : model_.results) {
            if (!result.is_charted) continue;
            text(result.name + ": " + result.value, {Type::body, Weight::semibold}, colour().text);
            at_.y += context_.px(1);
        }
    }

    void sliders() {
        for (std::size_t i = 0; i < model_.sliders.size(); ++i)
            slider(model_.sliders[i], model_.first_slider() + static_cast<int>(i));
        reset();
    }

    void prediction() {
        if (!model_.ask.empty()) {
            text(model_.ask, {Type::body, Weight::semibold}, colour().text);
            at_.y += context_.px(1);
            choices();
            at_.y += context_.px(1);
        } else if (!model_.outcome.empty()) {
            const float mark = mark_radius(context_);
            verdict_mark(context_, model_.mark, {at_.x + mark, at_.y + context_.em() * 0.69F}, mark);
            const float indent = 2 * mark + context_.px(1.5F);
            at_.y += write(context_, model_.outcome, {Type::body, Weight::semibold}, {at_.x + indent, at_.y},
                           width_ - indent, colour().text) +
                     context_.px(1);
        }
    }

    void chart() {
        const screens::CurveModel& curve = model_.curve;
        const TextBlock now = context_.canvas.lay_out(curve.text, {Type::caption, Weight::semibold}, width_ * 0.5F);
        const TextBlock heading = context_.canvas.lay_out(curve.heading, {Type::caption, Weight::semibold},
                                                          width_ - now.width - context_.px(2));
        context_.paint().text(heading, at_, colour().text);
        context_.paint().text(now, {at_.x + width_ - now.width, at_.y}, colour().text);
        at_.y += std::max(heading.height(), now.height()) + context_.px(0.5F);
        const float top = write(context_, curve.top, {Type::caption}, at_, width_, colour().text_quiet);
        const Rect plot{at_.x, at_.y + top, width_, context_.em() * 9};
        draw_plot(plot);
        at_.y = plot.bottom();
        at_.y += write(context_, curve.bottom, {Type::caption}, at_, width_, colour().text_quiet);
        ends(curve.x_from, curve.x_name, curve.x_to);
        text(curve.usual_text, {Type::caption}, colour().text_quiet);
        at_.y += context_.px(1.5F);
    }

    void results() {
        for (std::size_t i = 0; i < model_.results.size(); ++i)
            result(model_.results[i], model_.first_result() + static_cast<int>(i));
        at_.y += context_.px(1);
    }

    void evidence() {
        for (const screens::Badge& badge : model_.badges) {
            text(badge.label, {Type::caption, Weight::semibold}, colour().text_quiet);
            text(badge.value, {Type::body}, colour().text);
        }
        listed(model_.sources_heading, model_.sources);
        at_.y += context_.px(2);
    }

    void limits() {
        listed(model_.leaves_out_heading, model_.leaves_out);
        at_.y += context_.px(2);
    }

private:
    [[nodiscard]] const stage::Colours& colour() const { return context_.colour(); }

    void text(std::string_view words, TextStyle style, Rgba ink) {
        if (words.empty()) return;
        const TextBlock block = context_.canvas.lay_out(words, style, width_, widest_line);
        context_.paint().text(block, at_, ink);
        at_.y += block.height();
    }

    void listed(const std::string& heading, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        at_.y += context_.px(1.5F);
        text(heading, {Type::caption, Weight::semibold}, colour().text_quiet);
        for (const std::string& line : lines) {
            text(line, {Type::caption}, colour().text);
            at_.y += context_.px(0.5F);
        }
    }

    float ends_height(const std::string& from, const std::string& to) {
        const auto height = [&](const std::string& end) {
            return context_.canvas.lay_out(end, {Type::caption}, width_ / 3).height();
        };
        return std::max(height(from), height(to));
    }

    /// Draws what the ends of a scale mean, and between them what it is about.
    void ends(const std::string& from, const std::string& middle, const std::string& to) {
        const TextBlock left = context_.canvas.lay_out(from, {Type::caption}, width_ / 3);
        const TextBlock right = context_.canvas.lay_out(to, {Type::caption}, width_ / 3);
        const float space = width_ - left.width - right.width - context_.px(4);
        const TextBlock name = context_.canvas.lay_out(middle, {Type::caption}, std::max(space, 1.0F));
        context_.paint().text(left, at_, colour().text_quiet);
        context_.paint().text(right, {at_.x + width_ - right.width, at_.y}, colour().text_quiet);
        context_.paint().text(name, {at_.x + left.width + context_.px(2) + (space - name.width) / 2, at_.y},
                              colour().text_quiet);
        at_.y += std::max({left.height(), right.height(), middle.empty() ? 0 : name.height()});
    }

    void focusable(const Rect& rect, int focus) {
        context_.hit(rect, focus);
        if (focus == model_.focus) body_.focus_at(rect);
    }

    void slider(const screens::SliderModel& slider, int focus) {
        const float light = focus_light(context_, screen_name, focus, model_.focus);
        const float pad = context_.px(1);
        const float top = at_.y;
        const Vec left = at_;
        const float whole = width_;
        at_ = {at_.x + pad, at_.y + pad};
        width_ -= 2 * pad;
        // The background is drawn first, so the height has to be known: the parts are laid out before.
        const TextBlock value = context_.canvas.lay_out(slider.value, {Type::body, Weight::semibold}, width_ * 0.5F);
        const TextBlock name =
            context_.canvas.lay_out(slider.name, {Type::body}, width_ - value.width - context_.px(2));
        const TextBlock problem = context_.canvas.lay_out(slider.field ? slider.field->problem : std::string{},
                                                          {Type::caption, Weight::semibold}, width_);
        const float words = slider.field ? name.height() + context_.px(0.5F) + field_height(context_)
                                         : std::max(name.height(), value.height());
        const float knob = std::round(context_.em() * 0.6F);
        const float height = pad + words + context_.px(0.5F) + 2 * knob + ends_height(slider.from, slider.to) +
                             (slider.field ? problem.height() : 0) + pad;
        const Rect rect{left.x, top, whole, height};
        if (light > 0)
            context_.paint().panel(rect, context_.px(context_.theme().length.radius_card),
                                   stage::faded(colour().sunken, light), stage::faded(colour().sunken, light));
        focusable(rect, focus);
        context_.paint().text(name, at_, colour().text);
        if (slider.field) {
            const Rect field{at_.x, at_.y + name.height() + context_.px(0.5F), std::min(width_, context_.em() * 13),
                             field_height(context_)};
            text_field(context_, *slider.field, field, light);
        } else {
            context_.paint().text(value, {at_.x + width_ - value.width, at_.y}, colour().text);
        }
        at_.y += words + context_.px(0.5F);
        draw_track(slider, focus, knob, light);
        at_.y += 2 * knob;
        ends(slider.from, {}, slider.to);
        if (slider.field) context_.paint().text(problem, at_, colour().text);
        at_ = {left.x, top + height + context_.px(0.75F)};
        width_ = whole;
    }

    void draw_track(const screens::SliderModel& slider, int focus, float knob, float light) {
        const stage::Colours& c = colour();
        const float thick = std::round(std::max(6.0F, context_.px(context_.theme().length.bar)));
        const Rect track{at_.x + knob, at_.y + knob - thick / 2, width_ - 2 * knob, thick};
        const auto part = [&](const screens::Span& span) {
            return Rect{track.x + track.w * static_cast<float>(span.from), track.y,
                        track.w * static_cast<float>(span.to - span.from), track.h};
        };
        context_.paint().panel(track, thick / 2, c.sunken, c.sunken);
        context_.paint().outline(track, thick / 2, std::max(1.0F, context_.px(context_.theme().length.edge)),
                                 c.text_quiet, c.text_quiet);
        if (slider.usual) filled(context_, screens::Filling::striped, part(*slider.usual));
        // Small ends mark where the model knows something.
        for (const double end : {slider.valid.from, slider.valid.to}) {
            if (end <= 0 || end >= 1) continue;
            const float x = track.x + track.w * static_cast<float>(end);
            const std::array<Vec, 2> bar{Vec{x, track.y - thick * 0.7F}, Vec{x, track.bottom() + thick * 0.7F}};
            context_.paint().line(bar, std::max(2.0F, context_.px(0.25F)), c.text_quiet);
        }
        const float tall = std::max(2.8F * knob, context_.px(context_.theme().length.target));
        const Rect reach{track.x - knob, track.centre().y - tall / 2, track.w + 2 * knob, tall};
        if (context_.live) context_.state.sliders.push_back({reach, track, focus});
        const Vec centre{track.x + track.w * static_cast<float>(std::clamp(slider.share, 0.0, 1.0)), track.centre().y};
        context_.paint().glow(centre, knob * 0.8F, knob * (1.2F + 0.6F * light), c.light_glow);
        context_.paint().disc(centre, knob, c.primary_top, c.primary_bottom);
        context_.paint().ring(centre, knob * 0.94F, std::max(1.5F, knob * 0.12F), 0, 1, c.primary_edge);
    }

    /// Draws the choices of a prediction, side by side where they fit.
    void choices() {
        const float gap = context_.px(1);
        float x = 0;
        float tallest = 0;
        for (std::size_t i = 0; i < model_.choices.size(); ++i) {
            const int focus = model_.first_choice() + static_cast<int>(i);
            const screens::Button shown{model_.choices[i].number + "  " + model_.choices[i].text};
            const Vec size = button_size(context_, shown, width_);
            if (x > 0 && x + size.x > width_) {
                x = 0;
                at_.y += tallest + gap;
            }
            const Rect rect{at_.x + x, at_.y, size.x, size.y};
            button(context_, shown, rect, focus_light(context_, screen_name, focus, model_.focus));
            focusable(rect, focus);
            x += size.x + gap;
            tallest = size.y;
        }
        at_.y += tallest + gap;
    }

    void reset() {
        const screens::Button shown{model_.reset};
        const Vec size = button_size(context_, shown, width_);
        const Rect rect{at_.x, at_.y + context_.px(0.5F), size.x, size.y};
        button(context_, shown, rect, focus_light(context_, screen_name, model_.reset_focus(), model_.focus));
        focusable(rect, model_.reset_focus());
        at_.y = rect.bottom() + context_.px(1.5F);
    }

    void result(const screens::ResultValue& result, int focus) {
        const stage::Colours& c = colour();
        const float light = focus_light(context_, screen_name, focus, model_.focus);
        const float pad = context_.px(1);
        const TextBlock value = context_.canvas.lay_out(result.value, {Type::body, Weight::semibold}, width_ * 0.5F);
        const TextBlock name =
            context_.canvas.lay_out(result.name, {Type::body, result.is_charted ? Weight::semibold : Weight::regular},
                                    width_ - value.width - 4 * pad);
        const float height = std::max(name.height(), value.height());
        const Rect rect{at_.x, at_.y, width_,
                        std::ceil(std::max(height + 2 * pad, context_.px(context_.theme().length.target)))};
        const float y = rect.y + (rect.h - height) / 2;
        const float radius = context_.px(context_.theme().length.radius_card);
        if (result.is_charted || light > 0) {
            const float strength = std::max(light, result.is_charted ? 1.0F : 0.0F);
            context_.paint().panel(rect, radius, stage::faded(c.sunken, strength), stage::faded(c.sunken, strength));
        }
        if (light > 0) {
            const Rgba edge = stage::faded(c.light, light);
            context_.paint().outline(rect, radius, context_.px(context_.theme().length.focus_edge), edge, edge);
        }
        context_.paint().text(name, {rect.x + pad, y}, c.text);
        context_.paint().text(value, {rect.right() - pad - value.width, y}, result.known ? c.text : c.text_quiet);
        focusable(rect, focus);
        at_.y = rect.bottom() + context_.px(0.5F);
    }

    void draw_plot(const Rect& plot) {
        const stage::Colours& c = colour();
        const screens::CurveModel& curve = model_.curve;
        const auto place = [&](const screens::PlotPoint& point) {
            return Vec{plot.x + plot.w * static_cast<float>(point.x),
                       plot.bottom() - plot.h * static_cast<float>(point.y)};
        };
        if (curve.usual) {
            const float x = plot.x + plot.w * static_cast<float>(curve.usual->from);
            const float right = plot.x + plot.w * static_cast<float>(curve.usual->to);
            context_.paint().panel({x, plot.y, right - x, plot.h}, 0, c.sunken, c.sunken);
            for (const float edge : {x, right}) {
                const std::array<Vec, 2> line{Vec{edge, plot.y}, Vec{edge, plot.bottom()}};
                context_.paint().line(line, std::max(1.0F, context_.px(0.15F)), c.text_quiet);
            }
        }
        const float pen = std::max(1.0F, context_.px(0.25F));
        const std::array<Vec, 3> axes{Vec{plot.x, plot.y}, Vec{plot.x, plot.bottom()},
                                      Vec{plot.right(), plot.bottom()}};
        context_.paint().line(axes, pen, c.text_quiet);
        for (const auto& line : curve.lines) {
            std::vector<Vec> points;
            for (const screens::PlotPoint& point : line) points.push_back(place(point));
            if (points.size() > 1) context_.paint().line(points, context_.px(0.5F), c.light);
        }
        if (!curve.hint.empty()) {
            const TextBlock hint = context_.canvas.lay_out(curve.hint, {Type::caption}, plot.w * 0.8F);
            context_.paint().text(hint, {plot.centre().x - hint.width / 2, plot.y + context_.px(1)}, c.text_quiet);
        }
        const float radius = context_.px(1.1F);
        if (curve.before) context_.paint().ring(place(*curve.before), radius, pen * 2, 0, 1, c.text_quiet);
        if (!curve.now) return;
        const std::array<Vec, 2> drop{place(*curve.now), Vec{place(*curve.now).x, plot.bottom()}};
        context_.paint().line(drop, std::max(1.0F, context_.px(0.15F)), c.text_quiet);
        context_.paint().disc(place(*curve.now), radius, c.primary_top, c.primary_bottom);
        context_.paint().ring(place(*curve.now), radius, std::max(1.5F, pen), 0, 1, c.primary_edge);
    }

    Context& context_;
    const screens::SimulationModel& model_;
    ScrollBody& body_;
    Vec at_;
    float width_;
};

} // namespace

void draw(const screens::SimulationModel& model, Context& context, const Rect& area) {
    const float top =
        area.y +
        write(context, model.title, {Type::title, Weight::semibold}, {area.x, area.y}, area.w, context.colour().text) +
        context.px(1);
    const Rect view{area.x, top, area.w, area.bottom() - top};
    const std::string key = "simulation/" + std::to_string(context.state.screen_id);
    const float inset = context.px(0.5F); // so that the light of the focus is not cut off
    if (is_wide(context, view)) {
        const float gutter = context.px(5);
        const float left = std::round((view.w - gutter) * 0.42F);
        ScrollBody inputs(context, {view.x, view.y, left, view.h}, key + "/inputs", model.focus);
        SimulationColumn turned(context, model, inputs, {view.x, inputs.top() + inset}, left);
        turned.head();
        turned.sliders();
        turned.evidence();
        inputs.end(turned.bottom());
        const Rect right{view.x + left + gutter, view.y, view.w - left - gutter, view.h};
        ScrollBody outputs(context, right, key + "/outputs", model.focus);
        SimulationColumn shown(context, model, outputs, {right.x, outputs.top() + inset}, right.w);
        shown.prediction();
        shown.chart();
        shown.results();
        shown.limits();
        outputs.end(shown.bottom());
        return;
    }
    ScrollBody body(context, view, key, model.focus);
    SimulationColumn all(context, model, body, {view.x, body.top() + inset}, view.w);
    all.head();
    all.prediction();
    all.charted();
    all.sliders();
    all.chart();
    all.results();
    all.limits();
    all.evidence();
    body.end(all.bottom());
}

} // namespace chelate::window
