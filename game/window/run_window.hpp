// The window of the game: shows what a callback says is on the glass and hands back what the person wants.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
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
    /// Prints to stdout "ready <screen>" when a screen stands fully shown and nothing moves (once for each screen_id),
    /// "idle <frames>" when nothing was drawn for a second, and "stats ..." at the end.
    bool trace = false;
    std::filesystem::path screenshots; ///< with a folder: each ready screen is saved there as <number>-<screen>.png
};

/// How the window speaks with the game. All are called on the calling thread, between frames.
struct Hooks {
    /// What is on the glass now. Called at every turn (about 30 times a second when idle); must be quick.
    std::function<const screens::UiModel&(std::int64_t now_ms)> glass;
    /// Something the person wants. The next call of `glass` shows what came of it.
    std::function<void(const screens::Intent&)> take;
    /// How things should look. Called at every turn.
    std::function<stage::Appearance()> appearance;
    /// The game has ended, after Quit for example. May be empty: then Quit ends the loop.
    std::function<bool()> over;
};

/// Runs until `over`, or within 100 ms of `stop` becoming true.
/// Errors: no-display, font-missing, font-unreadable, window-not-made, theme-faulty and those of read_file, all before
/// the window appears. A theme that cannot be read later leaves the old one in place.
[[nodiscard]] Result<stage::RunStats> run_window(const RunOptions& options, const Hooks& hooks,
                                                 const std::atomic<bool>& stop);

} // namespace chelate::window
