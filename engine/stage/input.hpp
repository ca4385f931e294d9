// Defines the user's input to the window; only this module translates it from SFML events.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "engine/stage/geometry.hpp"

namespace sf {
class Event;
}

namespace chelate::stage {

enum class Key : std::uint8_t {
    unknown,
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    tab,
    enter,
    space,
    escape,
    backspace,
    erase,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    insert,
    a,
    c,
    v,
    x,
    y,
    z,
    digit,
    other,
    count
};

struct KeyDown {
    Key key = Key::unknown;
    int digit = 0; ///< 0..9 when `key` is `digit`, from the number row or the number pad
    bool shift = false;
    bool control = false;
    bool repeat = false; ///< the key was already down, so this press is a repeat by the system
    char letter = 0;     ///< 'A' to 'Z' for the key of that letter
    bool operator==(const KeyDown&) const = default;
};
struct KeyUp {
    Key key = Key::unknown;
    bool operator==(const KeyUp&) const = default;
};
struct Typed {
    char32_t code = 0;   ///< 32 or more, never 127
    bool repeat = false; ///< a held key typed it again
    bool operator==(const Typed&) const = default;
};
struct PointerMove {
    Vec at;
    bool operator==(const PointerMove&) const = default;
};
struct PointerDown {
    Vec at;
    bool operator==(const PointerDown&) const = default;
};
struct PointerUp {
    Vec at;
    bool operator==(const PointerUp&) const = default;
};
struct Wheel {
    Vec at;
    float lines = 0; ///< positive is away from the user
    bool operator==(const Wheel&) const = default;
};
struct Resized {
    Vec size;
    bool operator==(const Resized&) const = default;
};
struct Closed {
    bool operator==(const Closed&) const = default;
};
struct PointerLeft {
    bool operator==(const PointerLeft&) const = default;
};
/// Another window has the keyboard now. Keys and buttons that are released there are never reported here, so all of
/// them count as released.
struct FocusLost {
    bool operator==(const FocusLost&) const = default;
};

using Input = std::variant<KeyDown, KeyUp, Typed, PointerMove, PointerDown, PointerUp, Wheel, Resized, Closed,
                           PointerLeft, FocusLost>;

/// Returns the typed character in UTF-8.
[[nodiscard]] std::string utf8_of(const Typed& typed);

/// Turns events into input, one by one. It keeps track of which keys are down. Modifiers come from that and not from
/// the event, whose flags lag behind in synthetic input. It also distinguishes repeats from new presses.
class Translator {
public:
    /// Returns nothing for an event that has no meaning here. Losing the focus releases all keys.
    /// @param next  the event after it, if there is one already: a key of the number pad is a digit only if it
    /// types one
    [[nodiscard]] std::optional<Input> translate(const sf::Event& event, const sf::Event* next = nullptr);

private:
    /// Returns what a key means, with the number pad as it is now.
    [[nodiscard]] Key meaning_of(const sf::Event& pressed, const sf::Event* next) const;

    std::array<bool, 128> down_{};
    std::array<Key, 10> number_pad_{}; ///< what each of its digit keys meant when it went down
    bool repeats_ = false;             ///< the last press of a key was a repeat, and so is the text it types
};

} // namespace chelate::stage
