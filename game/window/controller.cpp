#include "game/window/controller.hpp"

#include <variant>

#include "game/window/keyboard.hpp"
#include "game/window/pointer.hpp"

namespace chelate::window {
namespace {

// Returns signs that somebody is at a kiosk. Pointer movement does not count, because the table may just be shaking.
std::vector<screens::Intent> activity_in(const stage::Input& input) {
    if (const auto* typed = std::get_if<stage::Typed>(&input))
        return {screens::UserActivity{typed->repeat ? U'\0' : typed->code}};
    const bool acts = std::holds_alternative<stage::KeyDown>(input) ||
                      std::holds_alternative<stage::PointerDown>(input) || std::holds_alternative<stage::Wheel>(input);
    return acts ? std::vector<screens::Intent>{screens::UserActivity{}} : std::vector<screens::Intent>{};
}

} // namespace

std::vector<screens::Intent> intents_of(const stage::Input& input, const screens::UiModel& ui, ViewState& state,
                                        Seconds now, const stage::Theme& theme, float unit, bool reduced_motion) {
    if (ui.screens.empty()) return {};
    std::vector<screens::Intent> all;
    if (ui.kiosk) all = activity_in(input);
    if (ui.by_itself) return all; // the key that wakes the kiosk does nothing else
    const float scroll_seconds = reduced_motion ? 0 : theme.duration.scroll;
    std::vector<screens::Intent> wanted;
    if (std::holds_alternative<stage::Closed>(input)) {
        wanted = {screens::Act{screens::ActionId::quit}};
    } else if (std::holds_alternative<stage::KeyDown>(input) || std::holds_alternative<stage::Typed>(input)) {
        wanted = key_intents(input, ui, state, now, scroll_seconds, unit);
    } else if (!screens::traits_of(ui.screens.back()).is_overlay) {
        wanted = pointer_intents(input, ui.screens.back(), state, now, scroll_seconds, unit);
    } else if (std::holds_alternative<stage::PointerMove>(input) || std::holds_alternative<stage::PointerDown>(input)) {
        state.by_pointer = true; // Dear ImGui does the rest
    }
    all.insert(all.end(), wanted.begin(), wanted.end());
    return all;
}

} // namespace chelate::window
