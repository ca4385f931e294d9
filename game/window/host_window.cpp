#include "game/window/host_window.hpp"

#include <utility>

#include "game/window/pieces.hpp"

namespace chelate::window {
namespace {

constexpr unsigned usual_width = 900;
constexpr unsigned usual_height = 640;

void draw_host(const screens::HostModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const TextBlock time = context.canvas.lay_out(model.time, {Type::caption}, area.w);
    context.paint().text(time, {area.right() - time.width, area.y}, c.text_quiet);
    float y =
        area.y +
        write(context, model.title, {Type::caption, Weight::semibold}, {area.x, area.y}, area.w - time.width, c.text) +
        context.px(1);
    if (!model.state.empty())
        y += write(context, model.state, {Type::body, Weight::semibold}, {area.x, y}, area.w, c.text) + context.px(1);
    // Long notes never push the next question out of sight.
    const TextBlock next_heading =
        context.canvas.lay_out(model.next_heading, {Type::caption, Weight::semibold}, area.w);
    const TextBlock next = context.canvas.lay_out(model.next, {Type::body}, area.w);
    const float foot = next_heading.height() + next.height() + context.px(2);
    const Rect view{area.x, y, area.w, area.bottom() - foot - y - context.px(1)};
    ScrollBody body(context, view, "host", 0);
    float line = body.top();
    const auto add = [&](const std::string& text, TextStyle style, Rgba colour, float gap) {
        if (!text.empty()) line += write(context, text, style, {view.x, line}, view.w, colour) + context.px(gap);
    };
    add(model.now_heading, {Type::caption, Weight::semibold}, c.text_quiet, 0.25F);
    add(model.prompt, {Type::body, Weight::semibold}, c.text, 1);
    add(model.key, {Type::body, Weight::semibold}, c.light, 1);
    add(model.why, {Type::body}, c.text, 1.5F);
    add(model.notes_heading, {Type::caption, Weight::semibold}, c.text_quiet, 0.25F);
    for (const std::string& note : model.notes) add(note, {Type::caption}, c.text_quiet, 0.5F);
    for (const screens::TeamModel& team : model.teams) {
        const float middle = line + context.em() * 0.69F;
        emblem(context, team.look, {view.x + context.em() * 0.5F, middle}, context.em() * 0.45F);
        const std::string text = team.name + "  " + team.points + (team.word.empty() ? "" : " · " + team.word);
        line += write(context, text, {Type::body, team.lit ? Weight::semibold : Weight::regular},
                      {view.x + context.em() * 1.4F, line}, view.w, team.quiet ? c.text_quiet : c.text);
    }
    body.end(line + context.px(1));
    const float bottom = area.bottom() - foot + context.px(1);
    context.paint().text(next_heading, {area.x, bottom}, c.text_quiet);
    context.paint().text(next, {area.x, bottom + next_heading.height() + context.px(0.25F)}, c.text);
}

} // namespace

HostWindow::Doings HostWindow::turn(const screens::UiModel& ui, const stage::Appearance& look, Seconds now) {
    Doings doings;
    if (!ui.host) {
        window_.reset();
        drawn_.reset();
        refused_ = false;
        return doings;
    }
    stage::Appearance own = look;
    own.full_screen = false;
    own.for_projector = false;
    bool stale = false;
    if (!window_ && !refused_) {
        auto opened = stage::Window::open({ui.host_title, usual_width, usual_height, themes_}, own);
        refused_ = !opened;
        if (opened) window_ = std::move(*opened);
        state_ = {};
        stale = true;
    }
    if (!window_) return doings;
    (void)window_->set_appearance(own);
    for (const stage::Input& input : window_->poll(now)) {
        if (std::holds_alternative<stage::Closed>(input))
            doings.intents.emplace_back(screens::Act{screens::ActionId::host_window});
        else if (std::holds_alternative<stage::KeyDown>(input) || std::holds_alternative<stage::Typed>(input))
            doings.keys.push_back(input);
        stale = stale || std::holds_alternative<stage::Resized>(input);
        const auto* down = std::get_if<stage::PointerDown>(&input);
        for (const ClickHint& hint : state_.clicks) {
            if (down == nullptr || !hint.area.contains(down->at)) continue;
            doings.intents.emplace_back(screens::Act{hint.action});
            break;
        }
        if (const auto* wheel = std::get_if<stage::Wheel>(&input)) {
            for (auto& [key, scroll] : state_.scrolls) {
                scroll.offset.aim(std::clamp(scroll.offset.target() - wheel->lines * 9 * window_->measure().unit, 0.0F,
                                             scroll.furthest()),
                                  now, 0);
            }
            stale = true;
        }
    }
    if (window_->settle(now) || stale || ui.host != drawn_ || ui.footer != drawn_footer_) draw(ui, now);
    return doings;
}

void HostWindow::draw(const screens::UiModel& ui, Seconds now) {
    drawn_ = ui.host;
    drawn_footer_ = ui.footer;
    stage::Canvas canvas = window_->begin_frame(now);
    canvas.reduced_motion = true; // this window is for reading, so nothing moves
    state_.clicks.clear();
    state_.hits.clear();
    for (auto& [key, scroll] : state_.scrolls) scroll.shown = false;
    std::vector<screens::Intent> ignored;
    Context context(canvas, state_, ignored);
    const float margin = context.px(3);
    const float bottom = footer(context, ui.footer, Strip::plain);
    draw_host(*ui.host, context, {margin, margin, canvas.size.x - 2 * margin, canvas.size.y - bottom - margin});
    window_->overlays().end_frame(canvas.paint);
    (void)window_->show();
}

} // namespace chelate::window
