// The window: opening it, its size, its fonts and theme, one frame after another, and a picture of it.
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
    std::filesystem::path themes; ///< folder of <name>.json
};

/// Whether a display can be reached. SFML ends the process when there is none, so ask first. The connection is kept
/// until a window is open: an X server without clients resets itself and refuses the next one meanwhile.
/// Error: no-display {name}, the name being empty when DISPLAY is not set.
[[nodiscard]] Result<void> find_display();
/// Closes the connection that find_display keeps. Window::open does it.
void release_display();

class Window {
public:
    /// Errors: no-display, font-missing, font-unreadable, window-not-made, and those of load_theme.
    static Result<std::unique_ptr<Window>> open(const WindowOptions& options, const Appearance& appearance);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Takes another appearance. Nothing happens when it is the same. Errors: those of load_theme; the old one stays.
    Result<void> set_appearance(const Appearance& appearance);
    [[nodiscard]] const Appearance& appearance() const;

    /// What happened since the last call, in order. Sizes are followed here.
    [[nodiscard]] std::vector<Input> poll(Seconds now);
    /// Bakes fonts and ground again once the size has stood still for 150 ms. True: the window must be drawn anew, for
    /// that or because it may have been covered.
    [[nodiscard]] bool settle(Seconds now);
    /// A frame to draw on, with an empty painter.
    [[nodiscard]] Canvas begin_frame(Seconds now);
    /// Shows the frame.
    FrameStats show();
    [[nodiscard]] ImguiBridge& overlays();

    [[nodiscard]] Vec size() const;
    [[nodiscard]] bool has_focus() const;
    /// How often something was shown so far.
    [[nodiscard]] unsigned shown() const;
    [[nodiscard]] const Fonts& fonts() const;
    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] Measure measure() const;
    /// Writes the frame shown last as PNG. Error: file-not-written {path}.
    Result<void> screenshot(const std::filesystem::path& path);

private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chelate::stage
