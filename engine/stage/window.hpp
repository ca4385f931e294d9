// Opens the window and manages its size, fonts, theme and frames; saves screenshots.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/stage/canvas.hpp"
#include "engine/stage/imgui_bridge.hpp"
#include "engine/stage/input.hpp"
#include "engine/stage/surface.hpp"

namespace chelate::stage {

struct WindowOptions {
    std::string title;
    unsigned width = 1280;
    unsigned height = 720;
    std::filesystem::path themes; ///< folder that contains <name>.json and, for figures, <name>.css
};

/// Checks whether a display can be reached. SFML ends the process when there is none, so call this first.
/// The connection is kept until a window is open, because an X server without clients resets itself and
/// refuses connections meanwhile.
/// Error: no-display {name}; the name is empty when DISPLAY is not set.
[[nodiscard]] Result<void> find_display();
/// Closes the connection that find_display keeps. Window::open calls this.
void release_display();

class Window {
public:
    /// Opens a window. Errors: no-display, font-missing, font-unreadable, window-not-made, and those of load_theme.
    static Result<std::unique_ptr<Window>> open(const WindowOptions& options, const Appearance& appearance);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Applies an appearance, or does nothing when it is the current one. After an error, the old one stays.
    /// Errors: those of load_theme.
    Result<void> set_appearance(const Appearance& appearance);
    [[nodiscard]] const Appearance& appearance() const;

    /// Returns the input since the last call, in order. Follows changes of the window's size.
    [[nodiscard]] std::vector<Input> poll(Seconds now);
    /// Rebuilds fonts and background when the size has been stable for 150 ms. Returns whether the window must be
    /// redrawn, for this reason or because it may have been covered.
    [[nodiscard]] bool settle(Seconds now);
    /// Returns a canvas for a new frame, with an empty painter.
    [[nodiscard]] Canvas begin_frame(Seconds now);
    /// Draws the frame to the window and shows it.
    FrameStats show();
    [[nodiscard]] ImguiBridge& overlays();

    [[nodiscard]] Vec size() const;
    [[nodiscard]] bool has_focus() const;
    /// Returns how many frames were shown so far.
    [[nodiscard]] unsigned shown() const;
    [[nodiscard]] const Fonts& fonts() const;
    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] Measure measure() const;
    /// Writes the last frame as a PNG file. Error: file-not-written {path}.
    Result<void> screenshot(const std::filesystem::path& path);

private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chelate::stage
