#include "game/window/controller.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include "game/window/clicks.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

using stage::Key;
using stage::KeyDown;

// The pointer must move this many grid units before a press becomes a drag.
constexpr float drag_threshold = 0.75F;
constexpr float strip_threshold = 8; // grid units until the host's strip has left its place
constexpr float wheel_step = 9;
constexpr float arrow_step = 6;

class Controller {
public:
    Controller(const screens::UiModel& glass, ViewState& state, Seconds now, float scroll_seconds, float unit)
        : top_(glass.screens.back()),
          for_projector_(glass.for_projector),
          watches_buttons_(glass.watches_buttons),
          steps_(leads_on(glass)),
          state_(state),
          now_(now),
          scroll_seconds_(scroll_seconds),
          unit_(unit) {}

    void take(const stage::Input& input) {
        if (const auto* key = std::get_if<KeyDown>(&input)) take_key(*key);
        else if (const auto* typed = std::get_if<stage::Typed>(&input)) take_text(*typed);
        else if (std::holds_alternative<stage::Closed>(input)) intents.emplace_back(screens::Quit{});
        else if (!is_overlay(top_)) take_pointer(input);
    }

    std::vector<screens::Intent> intents;

private:
    void take_key(const KeyDown& key) {
        state_.by_pointer = false;
        state_.unknown_key = key.key == Key::unknown;
        // A press so short that no look at the buttons met it, while a frame was drawn, still counts.
        if (watches_buttons_ && key.letter != 0) {
            once(key, screens::PressButtons{{std::string(1, key.letter)}});
            return;
        }
        switch (key.key) {
        case Key::enter: once(key, screens::Activate{}); return;
        case Key::escape: once(key, screens::Back{}); return;
        case Key::f1: once(key, screens::ShowKeys{}); return;
        case Key::f2: once(key, screens::TakeHint{}); return;
        case Key::f3: once(key, screens::PassOver{}); return;
        case Key::f4: once(key, screens::EndRound{}); return;
        case Key::f5: once(key, screens::AskAbout{}); return;
        case Key::f6: once(key, screens::ReportWrong{}); return;
        case Key::f7: once(key, screens::PrintSheet{}); return;
        case Key::f8: once(key, screens::WeighGrade{}); return;
        case Key::f9: once(key, screens::Export{}); return;
        case Key::f10: once(key, screens::HostWindow{}); return;
        case Key::f11: once(key, screens::ToggleFullScreen{}); return;
        case Key::tab: intents.emplace_back(screens::MoveFocus{key.shift ? -1 : 1}); return;
        default: break;
        }
        if (pages_go_on() && (key.key == Key::page_down || key.key == Key::page_up)) {
            // What does not fit is shown before what comes next: a clicker has no other key to see it.
            const bool scene = std::holds_alternative<screens::SceneModel>(top_);
            if (key.key == Key::page_down && scene && scroll_by(page_step())) return;
            if (key.key == Key::page_down) once(key, screens::GoOn{});
            else once(key, screens::StepBack{});
            return;
        }
        if (key.control && key.key == Key::z) return once(key, screens::StepBack{});
        if (key.control && key.key == Key::y) return once(key, screens::StepAgain{});
        if (std::holds_alternative<screens::NameModel>(top_)) return; // every other key belongs to the field
        if (types() && edit(key.key)) return;
        switch (key.key) {
        case Key::digit:
            if (key.digit > 0 && !types() && keys() != screens::Keys::count) once(key, screens::Choose{key.digit});
            return;
        case Key::space:
            if (keys() != screens::Keys::type) once(key, screens::Hold{});
            return;
        case Key::up: arrow(0, -1); return;
        case Key::down: arrow(0, 1); return;
        case Key::erase: once(key, screens::Delete{}); return;
        case Key::insert: once(key, screens::Replace{}); return;
        case Key::left: arrow(-1, 0); return;
        case Key::right: arrow(1, 0); return;
        case Key::page_up: scroll_pages(-0.85F); return;
        case Key::page_down: scroll_pages(0.85F); return;
        case Key::home: scroll_pages(-1e6F); return;
        case Key::end: scroll_pages(1e6F); return;
        default: return;
        }
    }

    // Keyboards whose digits need Shift report keys SFML does not know; the text they type is still a digit.
    void take_text(const stage::Typed& typed) {
        if (types()) {
            intents.emplace_back(screens::TypeText{stage::utf8_of(typed)});
            return;
        }
        if (for_projector_ && typed.code == U'.') {
            intents.emplace_back(screens::BlankScreen{});
            return;
        }
        if (keys() == screens::Keys::letters) {
            const char32_t letter = typed.code | 0x20U;
            if (letter >= U'a' && letter <= U'i')
                intents.emplace_back(screens::Choose{static_cast<int>(letter - U'a') + 1});
            return;
        }
        if (keys() == screens::Keys::count && typed.code >= U'0' && typed.code <= U'9') {
            intents.emplace_back(screens::TypeText{stage::utf8_of(typed)});
            return;
        }
        if (!state_.unknown_key || std::holds_alternative<screens::NameModel>(top_)) return;
        if (typed.code >= U'1' && typed.code <= U'9')
            intents.emplace_back(screens::Choose{static_cast<int>(typed.code - U'0')});
    }

    // What the keys belong to on this screen.
    [[nodiscard]] screens::Keys keys() const {
        const auto* knowledge = std::get_if<screens::KnowledgeModel>(&top_);
        if (knowledge != nullptr && knowledge->field) return screens::Keys::type;
        const auto* question = std::get_if<screens::QuestionModel>(&top_);
        return question != nullptr ? question->keys : screens::Keys::focus;
    }
    // A clicker's keys lead through a lesson; elsewhere they turn pages.
    [[nodiscard]] bool pages_go_on() const {
        if (for_projector_ && !is_overlay(top_)) return true;
        const auto* name = std::get_if<screens::NameModel>(&top_);
        const auto* settings = std::get_if<screens::SettingsModel>(&top_);
        const auto* knowledge = std::get_if<screens::KnowledgeModel>(&top_);
        return (name != nullptr && name->lines) || (settings != nullptr && steps_) || (knowledge != nullptr && steps_);
    }
    [[nodiscard]] bool types() const { return keys() == screens::Keys::type || keys() == screens::Keys::slide; }

    // Keys that work in a line of text; on a scale left and right slide instead. Whether the key was one of them.
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
        if (const auto* question = std::get_if<screens::QuestionModel>(&top_);
            question != nullptr && question->keys == screens::Keys::carry) {
            intents.emplace_back(screens::Carry{by});
            return;
        }
        const bool counts = keys() == screens::Keys::count;
        if ((std::holds_alternative<screens::SettingsModel>(top_) ||
             (steps_ && std::holds_alternative<screens::KnowledgeModel>(top_))) &&
            dx != 0) {
            intents.emplace_back(screens::Adjust{-1, dx});
            return;
        }
        if (counts) {
            if (dy != 0) intents.emplace_back(screens::Adjust{-1, -dy});
            else intents.emplace_back(screens::MoveFocus{dx});
            return;
        }
        if (const auto* reveal = std::get_if<screens::RevealModel>(&top_);
            reveal != nullptr && reveal->turns && dx != 0) {
            intents.emplace_back(screens::Adjust{-1, dx});
            return;
        }
        if (is_overlay(top_)) {
            if (std::holds_alternative<screens::KeysModel>(top_))
                state_.overlay_scroll += static_cast<float>(dy) * arrow_step * unit_;
            intents.emplace_back(screens::MoveFocus{by});
            return;
        }
        if (const std::optional<int> next = neighbour(dx, dy)) {
            intents.emplace_back(screens::FocusOn{*next});
            return;
        }
        const bool reads = std::holds_alternative<screens::RevealModel>(top_) ||
                           std::holds_alternative<screens::SceneModel>(top_) ||
                           std::holds_alternative<screens::ResultModel>(top_);
        if (reads && dy != 0 && scroll_by(static_cast<float>(dy) * arrow_step * unit_)) return;
        intents.emplace_back(screens::MoveFocus{by});
    }

    [[nodiscard]] int focus() const {
        return std::visit(
            [](const auto& model) {
                if constexpr (requires { model.focus; }) return model.focus;
                else return 0;
            },
            top_);
    }

    // The focusable thing next to the focused one in this direction; nothing when there is none.
    [[nodiscard]] std::optional<int> neighbour(int dx, int dy) const {
        const auto own =
            std::find_if(state_.hits.begin(), state_.hits.end(), [this](const Hit& h) { return h.focus == focus(); });
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

    void take_pointer(const stage::Input& input) {
        if (const auto* move = std::get_if<stage::PointerMove>(&input)) move_pointer(move->at);
        else if (const auto* down = std::get_if<stage::PointerDown>(&input)) press(down->at);
        else if (const auto* up = std::get_if<stage::PointerUp>(&input)) release(up->at);
        else if (const auto* wheel = std::get_if<stage::Wheel>(&input)) turn(*wheel);
        else if (std::holds_alternative<stage::PointerLeft>(input)) state_.pointer.reset();
    }

    [[nodiscard]] const Hit* hit_at(Vec at) const {
        for (auto hit = state_.hits.rbegin(); hit != state_.hits.rend(); ++hit) {
            if (hit->area.contains(at)) return &*hit;
        }
        return nullptr;
    }

    // What a click means: what it meets, or on a picture the nearest of its places.
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
        // The strip is dragged out of its place: it gets a window of its own.
        if (state_.strip_held &&
            std::hypot(at.x - state_.strip_held->x, at.y - state_.strip_held->y) > strip_threshold * unit_) {
            state_.strip_held.reset();
            intents.emplace_back(screens::HostWindow{});
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
        if (hit == nullptr || hit->focus == focus()) return;
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
        if (!state_.slider) return;
        const Rect& track = state_.slider->track;
        intents.emplace_back(
            screens::SlideTo{std::clamp(static_cast<double>(at.x - track.x) / static_cast<double>(track.w), 0.0, 1.0)});
    }

    // The bar of a region under the pointer is taken hold of: its thumb where it is, or its track, where the thumb
    // comes.
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
        scroll.offset.aim(share * scroll.furthest(), now_, 0); // it stays under the hand
    }

    // A hint of the footer under the pointer does what its key does.
    bool click_hint(Vec at) {
        for (const ClickHint& hint : state_.clicks) {
            if (!hint.area.contains(at)) continue;
            if (auto intent = intent_of(hint.click)) intents.push_back(std::move(*intent));
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
        if (state_.slider && state_.slider->reach.contains(at)) {
            state_.sliding = true;
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
        if (std::exchange(state_.sliding, false)) return;
        if (!std::exchange(state_.scrolling, std::string{}).empty()) return;
        const std::optional<Hit> pressed = std::exchange(state_.pressed, std::nullopt);
        const Drag drag = std::exchange(state_.drag, Drag{});
        if (drag.active()) {
            if (drag.to != drag.from && drag.to >= 0) intents.emplace_back(screens::MoveItem{drag.from, drag.to});
            return;
        }
        const Hit* hit = hit_near(at);
        if (hit != nullptr && pressed && hit->focus == pressed->focus) intents.emplace_back(screens::Press{hit->focus});
    }

    void turn(const stage::Wheel& wheel) {
        state_.by_pointer = true;
        for (auto& [key, scroll] : state_.scrolls) {
            if (scroll.shown && scroll.view.contains(wheel.at)) move(scroll, -wheel.lines * wheel_step * unit_);
        }
    }

    bool move(Scroll& scroll, float by) const {
        const float target = std::clamp(scroll.offset.target() + by, 0.0F, scroll.furthest());
        if (target == scroll.offset.target()) return false;
        scroll.offset.aim(target, now_, scroll_seconds_);
        return true;
    }

    // Most of what is shown of the one region that scrolls.
    [[nodiscard]] float page_step() const {
        for (const auto& [key, scroll] : state_.scrolls) {
            if (scroll.shown) return 0.85F * scroll.view.h;
        }
        return 0;
    }

    bool scroll_by(float by) {
        bool moved = false;
        for (auto& [key, scroll] : state_.scrolls) moved = (scroll.shown && move(scroll, by)) || moved;
        return moved;
    }

    void scroll_pages(float pages) {
        if (is_overlay(top_)) {
            state_.overlay_scroll += pages * state_.panel.h;
            return;
        }
        for (auto& [key, scroll] : state_.scrolls) {
            if (scroll.shown) move(scroll, pages * scroll.view.h);
        }
    }

    // The footer names what goes on: a page of knowledge that is a step of a lesson.
    static bool leads_on(const screens::UiModel& glass) {
        return std::any_of(glass.footer.begin(), glass.footer.end(), [](const screens::KeyHint& hint) {
            return hint.click == screens::ActionId::go_on || hint.click == screens::ActionId::undo;
        });
    }

    const screens::ScreenModel& top_;
    bool for_projector_;
    bool watches_buttons_;
    bool steps_;
    ViewState& state_;
    Seconds now_;
    float scroll_seconds_;
    float unit_;
};

} // namespace

std::vector<screens::Intent> intents_of(const stage::Input& input, const screens::UiModel& glass, ViewState& state,
                                        Seconds now, const stage::Theme& theme, float unit, bool reduced_motion) {
    if (glass.screens.empty()) return {};
    std::vector<screens::Intent> first;
    if (glass.kiosk) first = stirs(input);
    if (glass.by_itself) return first; // the key that wakes it does nothing else
    Controller controller(glass, state, now, reduced_motion ? 0 : theme.duration.scroll, unit);
    controller.take(input);
    first.insert(first.end(), controller.intents.begin(), controller.intents.end());
    return first;
}

} // namespace chelate::window
