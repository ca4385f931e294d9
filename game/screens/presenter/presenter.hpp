// A screen as its presenter sees it: a model to draw, keys to name, intents to answer. It never builds another screen;
// it asks for one by value.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"
#include "game/screens/presenter/effects.hpp"

namespace chelate::screens {

class Presenter;

/// An action on a screen now: one row of the screen's own table. The rest of it is in action_table.
struct Action {
    ActionId id;
    std::string_view label{}; ///< key of the language file; empty: the table's own
    bool enabled = true;
    bool in_footer = true;                       ///< false: only the page of keys lists it
    std::function<Effects(Presenter&)> effect{}; ///< empty: the program itself carries it out

    [[nodiscard]] Action when(bool is_enabled) && {
        enabled = is_enabled;
        return std::move(*this);
    }
    [[nodiscard]] Action footer_when(bool is_shown) && {
        in_footer = is_shown;
        return std::move(*this);
    }
};

/// A row whose effect is a member function of the screen.
template <class Screen>
[[nodiscard]] Action on(ActionId id, Effects (Screen::*effect)(), std::string_view label = {}) {
    return {id, label, true, true, [effect](Presenter& screen) { return (static_cast<Screen&>(screen).*effect)(); }};
}
/// A row whose effect is another screen.
[[nodiscard]] inline Action on(ActionId id, Effects next, std::string_view label = {}) {
    return {id, label, true, true, [next = std::move(next)](Presenter&) { return next; }};
}
/// A row that the program itself carries out.
[[nodiscard]] inline Action on(ActionId id) { return {id}; }

class Presenter {
public:
    virtual ~Presenter() = default;
    /// Returns what coming to this screen means, such as leaving a round. Called once, before the first model.
    virtual Effects enter() { return {}; }
    /// Returns what the screen shows now.
    [[nodiscard]] virtual ScreenModel model() const = 0;
    /// Returns, for the footer, what arrows, Enter and digits do. Keys of actions are not among them.
    [[nodiscard]] virtual std::vector<KeyHint> hints() const = 0;
    /// Returns the same for the page of keys, where the footer has too little space for all.
    [[nodiscard]] virtual std::vector<KeyHint> all_hints() const { return hints(); }
    /// Returns the screen's table of actions, in the order of the footer.
    [[nodiscard]] virtual std::vector<Action> actions() const = 0;
    /// Takes an intent that is not an action.
    virtual Effects handle(const Intent& intent) = 0;
    /// Lets time do its work on the screen itself. Called often while it is shown, also under an overlay. The round's
    /// own clock needs nothing here: see App::tick.
    virtual Effects tick() { return {}; }
    /// Returns whether time alone changes the screen, apart from the clock of a round.
    [[nodiscard]] virtual bool keeps_time() const { return false; }
    /// Returns whether a whole class reads it from a distance.
    [[nodiscard]] virtual bool is_for_projector() const { return false; }
    /// Returns whether a person follows it without touching anything, as in a breathing pause.
    [[nodiscard]] virtual bool leads_somebody() const { return false; }
    /// Returns whether it plays by itself. Any key then only says that a person is there.
    [[nodiscard]] virtual bool runs_by_itself() const { return false; }
    /// Returns what the host sees in a second window.
    [[nodiscard]] virtual std::optional<HostModel> host() const { return std::nullopt; }
    /// Returns whether it needs presses of buzzers.
    [[nodiscard]] virtual bool watches_buttons() const { return false; }
};

/// Returns the footer of a screen: its hints, then its enabled actions.
[[nodiscard]] std::vector<KeyHint> footer_of(const Presenter& screen, const text::Language& words);
/// Returns all keys of a screen.
[[nodiscard]] std::vector<KeyHint> all_keys_of(const Presenter& screen, const text::Language& words);

/// Moves a focus over `count` things; it wraps around at both ends.
[[nodiscard]] int walked(int focus, int by, int count);

} // namespace chelate::screens
