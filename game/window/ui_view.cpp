#include "game/window/ui_view.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int frames_to_settle = 3;
constexpr int frames_held = 5; // Dear ImGui scrolls a field into view some frames after the field got the keys

void draw_screen(const screens::ScreenModel& screen, Context& context, const Rect& area) {
    std::visit([&](const auto& model) { draw(model, context, area); }, screen);
}

// Puts the scrolled regions of a covered screen aside, and takes them back when it is uncovered.
void change_scrolls(ViewState& state, std::size_t depth) {
    const std::size_t before = std::exchange(state.depth, depth);
    if (depth > before) {
        state.scrolls_below.push_back(std::exchange(state.scrolls, {}));
        return;
    }
    for (std::size_t i = depth; i < before && !state.scrolls_below.empty(); ++i) {
        state.scrolls = std::move(state.scrolls_below.back());
        state.scrolls_below.pop_back();
    }
    if (depth < before) return;
    std::erase_if(state.scrolls, [](const auto& entry) { return !entry.second.shown && entry.first != "home"; });
}

// Resets what belongs to one screen only.
void forget(ViewState& state, const screens::UiModel& ui, Seconds now) {
    const auto whole = std::count_if(ui.screens.begin(), ui.screens.end(),
                                     [](const auto& screen) { return !screens::traits_of(screen).is_overlay; });
    change_scrolls(state, static_cast<std::size_t>(std::max<std::ptrdiff_t>(whole, 1)));
    state.screen_id = ui.screen_id;
    state.by_pointer = false; // the focus of a new screen is shown, wherever the pointer is
    if (std::exchange(state.arrived, true)) state.entered = now;
    state.header_before = std::exchange(state.header_shown, false);
    state.overlay_scroll = 0;
    state.drag = {};
    state.scrolling.clear();
    state.pressed.reset();
    state.settle_frames = frames_to_settle;
    state.overlay_focus = -1;
    state.held_frames = frames_held;
    state.held_scroll = 0;
    state.panel = {};
    state.panel_foot = 0;
    state.typed.clear();
    std::erase_if(state.glides, [](const auto& entry) { return entry.first.find("/focus/") != std::string::npos; });
}

void draw_stage(const screens::ScreenModel& screen, Context& context, const Rect& area, bool enters) {
    const float arrive = enters ? context.entrance(0, context.theme().duration.enter) : 1;
    const bool still = context.canvas.reduced_motion;
    context.paint().push({0, still ? 0 : (1 - arrive) * context.px(2)}, arrive);
    draw_screen(screen, context, area);
    context.paint().pop();
}

} // namespace

namespace {

bool draw_ui(const screens::UiModel& ui, stage::Canvas& canvas, ViewState& state, std::vector<screens::Intent>& out) {
    state.hits.clear();
    state.clicks.clear();
    state.slots.clear();
    state.sliders.clear();
    state.picture.reset();
    state.strip.reset();
    state.panel_focus.reset();
    for (auto& [key, scroll] : state.scrolls) scroll.shown = false;
    state.figure_clock.shown = false;
    Context context(canvas, state, out);
    if (ui.screens.empty()) return false;
    const float margin = context.px(context.theme().length.margin);
    const bool covered = screens::traits_of(ui.screens.back()).is_overlay;
    const float top = banner(context, ui.banner, !covered);
    const float bottom = footer(context, ui.footer, covered ? Strip::hidden : Strip::plain);
    const Rect whole{margin, top, canvas.size.x - 2 * margin, canvas.size.y - top - bottom};
    const Rect area{whole.x, whole.y + context.px(3.5F), whole.w, whole.h - context.px(4.5F)};

    const screens::ScreenModel& front = ui.screens.back();
    for (auto screen = ui.screens.rbegin(); screen != ui.screens.rend(); ++screen) {
        if (screens::traits_of(*screen).is_overlay) continue;
        context.live = !covered;
        draw_stage(*screen, context, area, !covered);
        break;
    }
    if (covered) {
        context.live = true;
        draw_screen(front, context, whole);
        // The footer is drawn over the veil and shows what the keys do now.
        (void)banner(context, ui.banner, true);
        (void)footer(context, ui.footer, Strip::veiled);
    }
    if (!state.figure_clock.shown) state.figure_clock = {};
    return context.moving;
}

} // namespace

bool draw(const screens::UiModel& ui, stage::Canvas& canvas, ViewState& state, std::vector<screens::Intent>& out) {
    const bool first = !state.arrived;
    if (first || ui.screen_id != state.screen_id) forget(state, ui, canvas.now);
    if (first && !ui.screens.empty() && !screens::traits_of(ui.screens.back()).is_overlay) {
        // The first frame is laid out once without being shown, so that it already knows how tall everything is.
        (void)draw_ui(ui, canvas, state, out);
        canvas.paint.begin();
    }
    return draw_ui(ui, canvas, state, out);
}

} // namespace chelate::window
