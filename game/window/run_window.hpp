// The window of the game: shows the UI model that a callback returns and passes on what the person wants.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

#include "engine/base/result.hpp"
#include "engine/stage/loop.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::window {

struct RunOptions {
    std::string title;
    unsigned width = 1280;
    unsigned height = 720;
    std::filesystem::path themes; ///< folder of dark.json and light.json
    /// Where it writes "ready <screen>" when a screen is fully shown and nothing moves (once for each screen_id),
    /// "idle <frames>" when nothing was drawn for a second, and "stats ..." at the end. Null: nowhere.
    std::ostream* trace = nullptr;
    /// Folder where each ready screen is saved as <number>-<screen>.png; empty: none.
    std::filesystem::path screenshots;
};

/// How the window talks to the game. All hooks are called on the calling thread, between frames.
struct Hooks {
    /// Lets time do its work: clocks, saving what waits. Called at every turn, about 30 times a second when idle,
    /// so it must be quick.
    std::function<void(std::int64_t now_ms)> tick;
    /// Returns what is on the screen. Changes nothing.
    std::function<const screens::UiModel&()> ui;
    /// Takes something that the person wants. The next call of `ui` shows its effect.
    std::function<void(const screens::Intent&)> take;
    /// Returns how things should look. Called at every turn.
    std::function<stage::Appearance()> appearance;
    /// Returns whether the game has ended, for example after Quit. May be empty: then Quit ends the loop.
    std::function<bool()> over;
};

/// Runs until `over`, or ends within 100 ms of `stop` becoming true.
/// Errors: no-display, font-missing, font-unreadable, window-not-made, theme-faulty and those of read_file, all
/// before the window appears. A theme that cannot be read later leaves the old one in place.
[[nodiscard]] Result<stage::RunStats> run_window(const RunOptions& options, const Hooks& hooks,
                                                 const std::atomic<bool>& stop);

} // namespace chelate::window
