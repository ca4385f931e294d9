// What every screen's presenter works with.
#pragma once

#include <functional>
#include <string>

#include "engine/text/language.hpp"
#include "game/app/game.hpp"
#include "game/app/settings.hpp"

namespace chelate::app {

struct Context {
    Game& game;
    const text::Language& words;
    Settings& settings;
    std::function<void()> save_settings;               ///< after a change; trouble with it is the game's to tell
    std::function<std::uint64_t()> new_seed;           ///< for a round nobody gave a seed for
    std::function<quiz::SessionId()> new_session;
    std::string version;
    std::string kept_in;                               ///< folder of the progress, as shown to people
};

} // namespace chelate::app
