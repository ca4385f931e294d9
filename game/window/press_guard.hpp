// Keeps presses that were meant for the picture before from acting on a new one.
#pragma once

#include <string>

#include "engine/stage/input.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

/// How long a picture is shown before it takes an answer or any other press. A bounce, a double click and a hurried
/// second press are shorter; nobody has read a new picture by then.
inline constexpr Seconds least_shown = 0.3;

/// Returns what tells one picture from the next: a new screen or dialog, the next question, its second try, its
/// confidence, its reveal, the next team's turn. Focus, typed text, clocks and points are not part of it.
[[nodiscard]] std::string picture_of(const screens::UiModel& ui);

/// Decides by time alone. The same clock must be used for all calls.
class PressGuard {
public:
    /// Tells that a frame with this model is on the glass.
    void shown(const screens::UiModel& ui, Seconds now);
    /// Notes when the button of the mouse goes down. Call it before the input is turned into intents.
    void take(const stage::Input& input, const screens::UiModel& ui, Seconds now);
    /// Returns whether this picture has been shown for long enough to take presses.
    [[nodiscard]] bool is_open(const screens::UiModel& ui, Seconds now) const;
    /// Returns whether an intent may be carried out. Moving the focus, typing, sliding, buzzing, undoing, leaving the
    /// program and what only changes the window are always allowed. A click counts from when the button went down.
    [[nodiscard]] bool allows(const screens::Intent& intent, const screens::UiModel& ui, Seconds now) const;

private:
    std::string picture_;
    bool any_shown_ = false;
    Seconds since_ = 0;
    bool pressed_early_ = false; ///< the button of the mouse went down before the picture was open
    std::string pressed_on_;     ///< the picture on which it went down
};

} // namespace chelate::window
