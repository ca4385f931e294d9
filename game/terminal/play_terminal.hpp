// The program as plain text: a person plays by typing lines.
#pragma once

#include <atomic>
#include <functional>
#include <iosfwd>

#include "game/screens/app/app.hpp"

namespace chelate::terminal {

/// Where a person types and reads.
struct Console {
    std::istream& in;
    std::ostream& out;
    const std::atomic<bool>& stop; ///< ends the program, as the end of input does
    std::function<void()> shown{}; ///< called when the first screen has been written; may be empty
};

/// Shows the screens of the program as text and turns typed lines into intents, until the person leaves, the input
/// ends or `stop` is set. Progress is saved; a round that is left in the middle is offered again next time.
/// @param game       the game that `app` plays
/// @param one_round  ends when the round that the program opened with is left or over, instead of going home
void play_in_terminal(screens::App& app, const session::Game& game, const text::Language& words, bool one_round,
                      const Console& console);

} // namespace chelate::terminal
