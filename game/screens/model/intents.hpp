// What a person wants, by key, mouse, buzzer or typed line. Front ends pass it to presenters.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "game/screens/model/actions.hpp"

namespace chelate::screens {

/// Carries out an action of the table, if the screen has it enabled now.
struct Act {
    ActionId id = ActionId::back;
    bool operator==(const Act&) const = default;
};

/// Moves the focus: +1 to the next, -1 to the previous.
struct MoveFocus {
    int by = 1;
    bool operator==(const MoveFocus&) const = default;
};
/// The mouse is over a focusable thing.
struct FocusOn {
    int index = 0;
    bool operator==(const FocusOn&) const = default;
};
/// Enter.
struct Activate {
    bool operator==(const Activate&) const = default;
};
/// A click on a focusable thing.
struct Press {
    int index = 0;
    bool operator==(const Press&) const = default;
};
/// A digit from 1 to 9, or a letter that stands for one.
struct Choose {
    int number = 1;
    bool operator==(const Choose&) const = default;
};
/// Space: picks up or puts down.
struct Hold {
    bool operator==(const Hold&) const = default;
};
/// Moves the focused item.
struct Carry {
    int by = 1;
    bool operator==(const Carry&) const = default;
};
/// Drag and drop.
struct MoveItem {
    int from = 0;
    int to = 0;
    bool operator==(const MoveItem&) const = default;
};
/// Changes a setting by steps. Row -1: the focused one.
struct Adjust {
    int row = -1;
    int by = 1;
    bool operator==(const Adjust&) const = default;
};
struct SetOption {
    int row = 0;
    int option = 0;
    bool operator==(const SetOption&) const = default;
};
/// Text for the field of a question or a search.
struct TypeText {
    std::string text;
    bool operator==(const TypeText&) const = default;
};
enum class Edit : std::uint8_t { backspace, erase, left, right, home, end };
struct EditText {
    Edit edit = Edit::backspace;
    bool operator==(const EditText&) const = default;
};
/// The pointer on a scale, 0 to 1.
struct SlideTo {
    double share = 0;
    bool operator==(const SlideTo&) const = default;
};
/// The whole text of a name field after a change.
struct TypeName {
    std::string text;
    bool operator==(const TypeName&) const = default;
};
/// Buzzers that went down in one look at them.
struct PressButtons {
    std::vector<std::string> buttons;
    bool operator==(const PressButtons&) const = default;
};
/// Somebody is there: a key, a click or a turn of the wheel. Only a kiosk's window sends it, before what the input
/// means.
struct UserActivity {
    char32_t typed = 0; ///< 0: no character, or one that a held key repeats
    bool operator==(const UserActivity&) const = default;
};

using Intent = std::variant<UserActivity, Act, MoveFocus, FocusOn, Activate, Press, Choose, Hold, Carry, MoveItem,
                            Adjust, SetOption, TypeText, EditText, SlideTo, TypeName, PressButtons>;

/// Returns whether an intent is this action.
[[nodiscard]] inline bool is(const Intent& intent, ActionId id) {
    const Act* act = std::get_if<Act>(&intent);
    return act != nullptr && act->id == id;
}

} // namespace chelate::screens
