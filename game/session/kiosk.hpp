// A table that visitors play at by themselves.
#pragma once

#include <string>

#include "engine/base/units.hpp"
#include "engine/content/script.hpp"
#include "game/session/settings.hpp"

namespace chelate::session {

/// A table that visitors play at and nobody's data stays on.
struct Kiosk {
    content::Script script{};  ///< what it shows by itself
    std::string exit_word{};   ///< typed by the host, it leads out
    std::string typed{};       ///< as much of what was typed last as could be that word
    bool ends_program = false; ///< leaving it ends the program
    Settings before{};         ///< the host's
    Millis last_activity{};    ///< steady time somebody last did something
};

} // namespace chelate::session
