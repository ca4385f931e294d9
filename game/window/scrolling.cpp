#include "game/window/scrolling.hpp"

#include <algorithm>
#include <variant>

namespace chelate::window {

bool move_scroll(Scroll& scroll, float by, Seconds now, float seconds) {
    const float target = std::clamp(scroll.offset.target() + by, 0.0F, scroll.furthest());
    if (target == scroll.offset.target()) return false;
    scroll.offset.aim(target, now, seconds);
    return true;
}

bool scroll_by(ViewState& state, float by, Seconds now, float seconds) {
    bool moved = false;
    for (auto& [key, scroll] : state.scrolls) moved = (scroll.shown && move_scroll(scroll, by, now, seconds)) || moved;
    return moved;
}

void scroll_pages(ViewState& state, bool is_overlay, float pages, Seconds now, float seconds) {
    if (is_overlay) {
        state.overlay_scroll += pages * (state.panel.h - state.panel_foot);
        return;
    }
    for (auto& [key, scroll] : state.scrolls) {
        if (scroll.shown) (void)move_scroll(scroll, pages * scroll.view.h, now, seconds);
    }
}

float page_step(const ViewState& state) {
    for (const auto& [key, scroll] : state.scrolls) {
        if (scroll.shown) return 0.85F * scroll.view.h;
    }
    return 0;
}

int focus_of(const screens::ScreenModel& screen) {
    return std::visit(
        [](const auto& model) {
            if constexpr (requires { model.focus; }) return model.focus;
            else return 0;
        },
        screen);
}

} // namespace chelate::window
