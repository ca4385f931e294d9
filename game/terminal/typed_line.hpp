// What a typed line means on a screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/screens/model/ui_model.hpp"

namespace chelate::terminal {

/// Returns what a typed line means on the top screen, as intents in the order to carry them out. Returns nothing when
/// it means nothing there. A line is an action that is enabled, or an answer, a number or a text for the screen.
/// @param line  valid UTF-8 without blanks at its ends
[[nodiscard]] std::optional<std::vector<screens::Intent>> intents_of(const std::string& line,
                                                                     const screens::UiModel& ui);

/// Returns what a person types for an action: its letter, or its name after a slash.
[[nodiscard]] std::string typed_word(screens::ActionId id);

/// Returns whether an action makes sense in a terminal. Some are about the window.
[[nodiscard]] bool is_for_terminal(screens::ActionId id);

/// A button of home besides the rounds.
struct HomePlace {
    std::string text;
    int focus = 0; ///< its index among home's focusable things
};
/// Returns those buttons whose screens can be shown as text. They are numbered on from the rounds.
[[nodiscard]] std::vector<HomePlace> places_of(const screens::HomeModel& home);

/// What a person types at home to continue.
inline constexpr std::string_view continue_letter = "c";
/// What a person types at a reveal to see its sources.
inline constexpr std::string_view sources_letter = "s";
/// What a person types while looking back at a round, for the question before and the one after.
inline constexpr std::string_view turn_back_letter = "<";
inline constexpr std::string_view turn_on_letter = ">";

} // namespace chelate::terminal
