#include "game/window/keyboard.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "game/screens/model/answer_keys.hpp"
#include "game/window/scrolling.hpp"

namespace chelate::window {
namespace {

using stage::Key;
using stage::KeyDown;

constexpr float arrow_step = 6; // grid units

// Returns the name that the table of actions has for a key, or nothing for keys that no action uses.
std::string_view name_of_key(const KeyDown& key) {
    if (key.control) return key.key == Key::z ? "Ctrl+Z" : key.key == Key::y ? "Ctrl+Y" : "";
    switch (key.key) {
    case Key::escape: return "Escape";
    case Key::f1: return "F1";
    case Key::f2: return "F2";
    case Key::f3: return "F3";
    case Key::f4: return "F4";
    case Key::f5: return "F5";
    case Key::f6: return "F6";
    case Key::f7: return "F7";
    case Key::f8: return "F8";
    case Key::f9: return "F9";
    case Key::f10: return "F10";
    case Key::f11: return "F11";
    case Key::f12: return "F12";
    case Key::page_up: return "PageUp";
    case Key::page_down: return "PageDown";
    case Key::erase: return "Delete";
    case Key::insert: return "Insert";
    default: return "";
    }
}

class Keyboard {
public:
    Keyboard(const screens::UiModel& ui, ViewState& state, Seconds now, float scroll_seconds, float unit)
        : ui_(ui),
          top_(ui.screens.back()),
          traits_(screens::traits_of(top_)),
          state_(state),
          now_(now),
          scroll_seconds_(scroll_seconds),
          unit_(unit) {}

    void take_key(const KeyDown& key) {
        state_.by_pointer = false;
        state_.unknown_key = key.key == Key::unknown;
        state_.key_chose = false;
        // A press can be so short that polling the buttons misses it while a frame is drawn. It still counts.
        if (ui_.watches_buttons && key.letter != 0)
            return once(key, screens::PressButtons{{std::string(1, key.letter)}});
        if (key.key == Key::enter) return once(key, screens::Activate{});
        if (key.key == Key::tab) {
            intents.emplace_back(screens::MoveFocus{key.shift ? -1 : 1});
            return;
        }
        if (const auto action = action_of(name_of_key(key)); action && !(types() && is_edit(key.key))) {
            // A clicker has no other key to scroll with, so the rest of the content is shown before the next step.
            const bool goes_on = action == screens::ActionId::go_on;
            if (goes_on && traits_.shows_rest_first && scroll_by(state_, page_step(state_), now_, scroll_seconds_))
                return;
            return once(key, screens::Act{*action});
        }
        if (traits_.owns_keys) return;
        if (types() && edit(key.key)) return;
        if (keys() == screens::Keys::count && key.key == Key::backspace) {
            intents.emplace_back(screens::EditText{screens::Edit::backspace});
            return;
        }
        switch (key.key) {
        case Key::digit:
            if (key.digit > 0 && !types() && keys() != screens::Keys::count) {
                state_.key_chose = true;
                once(key, screens::Choose{key.digit});
            }
            return;
        case Key::space:
            if (keys() != screens::Keys::type) once(key, screens::Hold{});
            return;
        case Key::up: arrow(0, -1); return;
        case Key::down: arrow(0, 1); return;
        case Key::left: arrow(-1, 0); return;
        case Key::right: arrow(1, 0); return;
        case Key::page_up: scroll(-0.85F); return;
        case Key::page_down: scroll(0.85F); return;
        case Key::home: scroll(-1e6F); return;
        case Key::end: scroll(1e6F); return;
        default: return;
        }
    }

    // On keyboards whose digits need Shift, SFML does not know the keys. The text they type is still a digit.
    void take_text(const stage::Typed& typed) {
        // The choice may have led to a screen on which digits are typed.
        if (std::exchange(state_.key_chose, false)) return;
        if (types()) {
            intents.emplace_back(screens::TypeText{stage::utf8_of(typed)});
            return;
        }
        // A held key types on and on, but it chooses only once.
        if (typed.repeat && keys() != screens::Keys::count) return;
        if (typed.code == U'.') {
            if (const auto action = action_of(".")) intents.emplace_back(screens::Act{*action});
            return;
        }
        if (keys() == screens::Keys::letters) {
            if (const auto choice = screens::choice_of_letter(typed.code))
                intents.emplace_back(screens::Choose{*choice});
            return;
        }
        if (keys() == screens::Keys::count && typed.code >= U'0' && typed.code <= U'9') {
            intents.emplace_back(screens::TypeText{stage::utf8_of(typed)});
            return;
        }
        if (!state_.unknown_key || traits_.owns_keys) return;
        if (const auto choice = screens::choice_of_digit(typed.code)) intents.emplace_back(screens::Choose{*choice});
    }

    std::vector<screens::Intent> intents;

private:
    [[nodiscard]] screens::Keys keys() const { return traits_.keys; }
    [[nodiscard]] bool types() const { return keys() == screens::Keys::type || keys() == screens::Keys::slide; }
    [[nodiscard]] static bool is_edit(Key key) { return key == Key::erase; }

    // Returns the enabled action that a key runs now.
    [[nodiscard]] std::optional<screens::ActionId> action_of(std::string_view key) const {
        if (key.empty()) return std::nullopt;
        for (const screens::ActionId id : ui_.enabled) {
            if (screens::row_of(id).key == key) return id;
        }
        return std::nullopt;
    }

    // Returns whether the screen is one step of a sequence that keys lead through.
    [[nodiscard]] bool is_step() const {
        return std::any_of(ui_.enabled.begin(), ui_.enabled.end(), [](screens::ActionId id) {
            return id == screens::ActionId::go_on || id == screens::ActionId::previous;
        });
    }

    void scroll(float pages) { scroll_pages(state_, traits_.is_overlay, pages, now_, scroll_seconds_); }

    // Handles keys that work in a line of text. On a scale, left and right slide instead. Returns whether the key was
    // one of them.
    bool edit(Key key) {
        const auto send = [&](screens::Edit edit) {
            intents.emplace_back(screens::EditText{edit});
            return true;
        };
        switch (key) {
        case Key::backspace: return send(screens::Edit::backspace);
        case Key::erase: return send(screens::Edit::erase);
        case Key::home: return send(screens::Edit::home);
        case Key::end: return send(screens::Edit::end);
        case Key::left:
            if (keys() == screens::Keys::type) return send(screens::Edit::left);
            intents.emplace_back(screens::Adjust{-1, -1});
            return true;
        case Key::right:
            if (keys() == screens::Keys::type) return send(screens::Edit::right);
            intents.emplace_back(screens::Adjust{-1, 1});
            return true;
        case Key::page_up:
            if (keys() == screens::Keys::slide) intents.emplace_back(screens::Adjust{-1, 10});
            return keys() == screens::Keys::slide;
        case Key::page_down:
            if (keys() == screens::Keys::slide) intents.emplace_back(screens::Adjust{-1, -10});
            return keys() == screens::Keys::slide;
        default: return false;
        }
    }

    template <class Intent>
    void once(const KeyDown& key, Intent intent) {
        if (!key.repeat) intents.emplace_back(intent);
    }

    void arrow(int dx, int dy) {
        const int by = dx + dy;
        if (keys() == screens::Keys::carry) {
            intents.emplace_back(screens::Carry{by});
            return;
        }
        if (dx != 0 && (traits_.arrows_adjust || (traits_.arrows_adjust_steps && is_step()))) {
            intents.emplace_back(screens::Adjust{-1, dx});
            return;
        }
        if (keys() == screens::Keys::count) {
            if (dy != 0) intents.emplace_back(screens::Adjust{-1, -dy});
            else intents.emplace_back(screens::MoveFocus{dx});
            return;
        }
        if (traits_.is_overlay) {
            if (traits_.arrows_scroll_first) state_.overlay_scroll += static_cast<float>(dy) * arrow_step * unit_;
            intents.emplace_back(screens::MoveFocus{by});
            return;
        }
        if (const std::optional<int> next = neighbour(dx, dy)) {
            intents.emplace_back(screens::FocusOn{*next});
            return;
        }
        const float step = static_cast<float>(dy) * arrow_step * unit_;
        if (traits_.arrows_scroll && dy != 0 && scroll_by(state_, step, now_, scroll_seconds_)) return;
        intents.emplace_back(screens::MoveFocus{by});
    }

    // Returns the focusable thing next to the focused one in this direction, or nothing when there is none.
    [[nodiscard]] std::optional<int> neighbour(int dx, int dy) const {
        const auto own = std::find_if(state_.hits.begin(), state_.hits.end(),
                                      [this](const Hit& h) { return h.focus == focus_of(top_); });
        if (own == state_.hits.end()) return std::nullopt;
        const Vec from = own->place.centre();
        std::optional<int> best;
        float least = std::numeric_limits<float>::max();
        for (const Hit& hit : state_.hits) {
            if (hit.focus == own->focus) continue;
            const Vec way = hit.place.centre() - from;
            const float along = way.x * static_cast<float>(dx) + way.y * static_cast<float>(dy);
            const float across = std::abs(way.x * static_cast<float>(dy)) + std::abs(way.y * static_cast<float>(dx));
            if (along < 1 || (dx != 0 && across > own->place.h)) continue;
            const float cost = along + 2 * across;
            if (cost < least) {
                least = cost;
                best = hit.focus;
            }
        }
        return best;
    }

    const screens::UiModel& ui_;
    const screens::ScreenModel& top_;
    screens::InputTraits traits_;
    ViewState& state_;
    Seconds now_;
    float scroll_seconds_;
    float unit_;
};

} // namespace

std::vector<screens::Intent> key_intents(const stage::Input& input, const screens::UiModel& ui, ViewState& state,
                                         Seconds now, float scroll_seconds, float unit) {
    Keyboard keyboard(ui, state, now, scroll_seconds, unit);
    if (const auto* key = std::get_if<KeyDown>(&input)) keyboard.take_key(*key);
    if (const auto* typed = std::get_if<stage::Typed>(&input)) keyboard.take_text(*typed);
    return std::move(keyboard.intents);
}

} // namespace chelate::window
