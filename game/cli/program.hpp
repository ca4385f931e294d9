// Runs the program from its arguments to its exit code. Only the window itself is passed in.
#pragma once

#include <atomic>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "game/lint/lint.hpp"
#include "game/screens/app/app.hpp"

namespace chelate::cli {

/// What a window needs besides the app.
struct WindowStart {
    std::string assets; ///< folder with themes and the notes on fonts
    std::string title;
    const std::atomic<bool>& stop; ///< set by a signal: the window must close within a tenth of a second
    unsigned width = 1280;
    unsigned height = 720;
    std::ostream* trace = nullptr; ///< where it reports when a screen is ready; null: nowhere
    std::string screenshots;       ///< folder for a picture of each screen; empty: no pictures
    std::function<void()> shown{}; ///< called when the first picture is on the screen; may be empty
};

/// Opens a window on an app and returns when the user leaves it. Errors, which the player is told: those of
/// window::run_window, such as no-display or font-missing.
using Window = std::function<Result<void>(screens::App& app, const WindowStart& start)>;

/// What a build with a window passes in. All members are empty in a build without one.
struct Windows {
    /// Checks whether a window could be opened, without opening one. Error: no-display.
    std::function<Result<void>()> find_display{};
    Window open{};
    screens::CanShow can_show{};
    /// Returns the lint checks that need fonts and the smallest window.
    std::function<lint::LintBasis()> lint_display_checks{};
    /// Names and versions of the libraries that make the window.
    std::vector<std::pair<std::string, std::string>> libraries{};
    /// Returns the name of what draws the window. Errors: no-display, no-opengl.
    std::function<Result<std::string>()> find_renderer{};
};

/// Runs `chelate`.
/// @param arguments  an exit word among them is overwritten
/// @param commit  what the program was built from  @return the exit code
[[nodiscard]] int run_program(int count, char* const* arguments, const char* commit, const Windows& windows);

} // namespace chelate::cli
