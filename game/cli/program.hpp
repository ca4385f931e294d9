// The program from its arguments to its exit code. Only the window itself is handed in.
#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "game/lint/lint.hpp"
#include "game/screens/app/app.hpp"

namespace chelate::cli {

/// What a window needs besides the app.
struct WindowStart {
    std::string assets; ///< folder with themes and fonts' notes
    std::string title;
    const std::atomic<bool>& stop; ///< set by a signal: leave within a tenth of a second
    unsigned width = 1280;
    unsigned height = 720;
    bool trace = false;      ///< tells on stdout when a screen stands
    std::string screenshots; ///< folder for a picture of each screen; empty: none
};

/// Opens a window on an app and returns when it is left. Errors: no-display, font-missing ..., told to the player.
using Window = std::function<Result<void>(screens::App& app, const WindowStart& start)>;

/// What a build with a window hands in; all empty in one without.
struct Windows {
    std::function<Result<void>()> find_display{}; ///< whether one could be opened; nothing was. Error: no-display
    Window open{};
    screens::CanShow can_show{};
    std::function<lint::LintBasis()> lint_display_checks{}; ///< what a screen brings to the rules of lint
};

/// Runs `chelate`. @return the exit code
[[nodiscard]] int run_program(int count, const char* const* arguments, const Windows& windows);

} // namespace chelate::cli
