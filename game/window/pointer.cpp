#include "game/window/pointer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "game/window/scrolling.hpp"

namespace chelate::window {
namespace {

// Number of grid units the pointer must move before a press becomes a drag.
constexpr float drag_threshold = 0.75F;
constexpr float strip_threshold = 8; // grid units until the strip of teams becomes a window of its own
constexpr float wheel_step = 9;

class Pointer {
public:
    Pointer(const screens::ScreenModel& top, ViewState& state, Seconds now, float scroll_seconds, float unit)
        : top_(top), state_(state), now_(now), scroll_seconds_(scroll_seconds), unit_(unit) {}

    void take_pointer(const stage::Input& input) {
        if (const auto* move = std::get_if<stage::PointerMove>(&input)) move_pointer(move->at);
        else if (const auto* down = std::get_if<stage::PointerDown>(&input)) press(down->at);
        else if (const auto* up = std::get_if<stage::PointerUp>(&input)) release(up->at);
        else if (const auto* wheel = std::get_if<stage::Wheel>(&input)) turn(*wheel);
        else if (std::holds_alternative<stage::PointerLeft>(input)) state_.pointer.reset();
        else if (std::holds_alternative<stage::FocusLost>(input)) let_go();
    }

    std::vector<screens::Intent> intents;

private:
    [[nodiscard]] const Hit* hit_at(Vec at) const {
        for (auto hit = state_.hits.rbegin(); hit != state_.hits.rend(); ++hit) {
            if (hit->area.contains(at)) return &*hit;
        }
        return nullptr;
    }

    // Returns what a click at a place hits: the thing under it, or on a picture the nearest of its places.
    [[nodiscard]] const Hit* hit_near(Vec at) const {
        const Hit* nearest = hit_at(at);
        if (nearest != nullptr || !state_.picture || !state_.picture->contains(at)) return nearest;
        float least = std::numeric_limits<float>::max();
        for (const Hit& hit : state_.hits) {
            const Vec middle = hit.place.centre();
            const float distance = std::hypot(middle.x - at.x, middle.y - at.y);
            if (!state_.picture->contains(middle) || distance >= least) continue;
            least = distance;
            nearest = &hit;
        }
        return nearest;
    }

    void move_pointer(Vec at) {
        state_.pointer = at;
        // When the strip is dragged out of its place, it becomes a window of its own.
        if (state_.strip_held &&
            std::hypot(at.x - state_.strip_held->x, at.y - state_.strip_held->y) > strip_threshold * unit_) {
            state_.strip_held.reset();
            intents.emplace_back(screens::Act{screens::ActionId::host_window});
            return;
        }
        if (state_.sliding) {
            slide(at);
            return;
        }
        if (!state_.scrolling.empty()) {
            scroll_to(at);
            return;
        }
        if (state_.drag.from >= 0) {
            drag_to(at);
            return;
        }
        const Hit* hit = hit_at(at);
        if (hit == nullptr || hit->focus == focus_of(top_)) return;
        state_.by_pointer = true;
        intents.emplace_back(screens::FocusOn{hit->focus});
    }

    void drag_to(Vec at) {
        Drag& drag = state_.drag;
        drag.at = at;
        if (std::hypot(at.x - drag.grabbed.x, at.y - drag.grabbed.y) > drag_threshold * unit_) drag.moved = true;
        if (!drag.moved || drag.from >= static_cast<int>(state_.slots.size())) return;
        const Rect& home = state_.slots[static_cast<std::size_t>(drag.from)];
        const float middle = home.centre().y + at.y - drag.grabbed.y;
        float least = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < state_.slots.size(); ++i) {
            const float distance = std::abs(state_.slots[i].centre().y - middle);
            if (distance < least) {
                least = distance;
                drag.to = static_cast<int>(i);
            }
        }
    }

    void slide(Vec at) {
        const auto held = std::find_if(state_.sliders.begin(), state_.sliders.end(),
                                       [&](const Slider& slider) { return slider.focus == state_.sliding; });
        if (held == state_.sliders.end()) return;
        const Rect& track = held->track;
        intents.emplace_back(
            screens::SlideTo{std::clamp(static_cast<double>(at.x - track.x) / static_cast<double>(track.w), 0.0, 1.0)});
    }

    // Takes hold of the scroll bar under the pointer: of its thumb where the pointer is, or of its track, and then
    // the thumb moves there.
    bool take_bar(Vec at) {
        for (auto& [key, scroll] : state_.scrolls) {
            if (!scroll.shown || scroll.furthest() < 1 || !scroll.track.contains(at)) continue;
            const float way = scroll.track.h - scroll.thumb;
            const float thumb = scroll.track.y + way * scroll.offset.value(now_) / scroll.furthest();
            const bool on_thumb = at.y >= thumb && at.y <= thumb + scroll.thumb;
            state_.scrolling = key;
            state_.held_at = on_thumb ? at.y - thumb : scroll.thumb / 2;
            if (!on_thumb) scroll_to(at);
            return true;
        }
        return false;
    }

    void scroll_to(Vec at) {
        Scroll& scroll = state_.scrolls[state_.scrolling];
        const float way = scroll.track.h - scroll.thumb;
        if (way < 1) return;
        const float share = std::clamp((at.y - state_.held_at - scroll.track.y) / way, 0.0F, 1.0F);
        scroll.offset.aim(share * scroll.furthest(), now_, 0); // at once, so that it stays under the pointer
    }

    // Handles a click on a hint in the footer, which does the same as its key.
    bool click_hint(Vec at) {
        for (const ClickHint& hint : state_.clicks) {
            if (!hint.area.contains(at)) continue;
            intents.emplace_back(screens::Act{hint.action});
            return true;
        }
        return false;
    }

    void press(Vec at) {
        state_.pointer = at;
        if (click_hint(at)) return;
        if (state_.strip && state_.strip->contains(at)) state_.strip_held = at;
        state_.by_pointer = true;
        if (take_bar(at)) return;
        for (const Slider& slider : state_.sliders) {
            if (!slider.reach.contains(at)) continue;
            state_.sliding = slider.focus;
            if (slider.focus != focus_of(top_)) intents.emplace_back(screens::FocusOn{slider.focus});
            slide(at);
            return;
        }
        const Hit* hit = hit_near(at);
        if (hit == nullptr) return;
        state_.pressed = *hit;
        if (hit->can_drag) state_.drag = {hit->focus, hit->focus, at, at, false};
    }

    void release(Vec at) {
        state_.pointer = at;
        state_.strip_held.reset();
        if (std::exchange(state_.sliding, std::nullopt)) return;
        if (!std::exchange(state_.scrolling, std::string{}).empty()) return;
        const std::optional<Hit> pressed = std::exchange(state_.pressed, std::nullopt);
        const Drag drag = std::exchange(state_.drag, Drag{});
        if (drag.active() && state_.slots.empty()) {
            const Hit* onto = hit_at(at);
            if (onto != nullptr && onto->focus != drag.from)
                intents.emplace_back(screens::MoveItem{drag.from, onto->focus});
            return;
        }
        if (drag.active()) {
            if (drag.to != drag.from && drag.to >= 0) intents.emplace_back(screens::MoveItem{drag.from, drag.to});
            return;
        }
        const Hit* hit = hit_near(at);
        if (hit != nullptr && pressed && hit->focus == pressed->focus) intents.emplace_back(screens::Press{hit->focus});
    }

    // Forgets what the pointer holds: the button may be released where nobody reports it.
    void let_go() {
        state_.strip_held.reset();
        state_.sliding.reset();
        state_.scrolling.clear();
        state_.pressed.reset();
        state_.drag = {};
    }

    void turn(const stage::Wheel& wheel) {
        state_.by_pointer = true;
        for (auto& [key, scroll] : state_.scrolls) {
            if (scroll.shown && scroll.view.contains(wheel.at))
                (void)move_scroll(scroll, -wheel.lines * wheel_step * unit_, now_, scroll_seconds_);
        }
    }

    const screens::ScreenModel& top_;
    ViewState& state_;
    Seconds now_;
    float scroll_seconds_;
    float unit_;
};

} // namespace

std::vector<screens::Intent> pointer_intents(const stage::Input& input, const screens::ScreenModel& top,
                                             ViewState& state, Seconds now, float scroll_seconds, float unit) {
    Pointer pointer(top, state, now, scroll_seconds, unit);
    pointer.take_pointer(input);
    return std::move(pointer.intents);
}

} // namespace chelate::window
