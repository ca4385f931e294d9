// What the screens of a workshop read. Private to this folder.
#pragma once

#include <string>

#include "engine/runner/clock.hpp"
#include "engine/text/language.hpp"
#include "game/session/local_files.hpp"
#include "game/session/workshop_run.hpp"

namespace chelate::screens {

/// All of it must outlive the screen.
struct WorkshopSource {
    const content::Pack& pack;
    const text::Language& words;
    const session::WorkshopRun& workshop;
    const session::LocalFiles& files; ///< the host, and the settings
    const runner::Clock& clock;       ///< for breathing pauses
    const std::string& print_css;
    bool is_saving = false; ///< what is played is on disk
};

} // namespace chelate::screens
