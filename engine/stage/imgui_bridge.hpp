// Connects Dear ImGui (1.86 of Debian 12, 1.90 of Debian 13) to the stage: its input, its style from the theme, and
// its frames. Needs no display.
#pragma once

#include <deque>
#include <string>

#include <imgui.h>

#include "engine/stage/canvas.hpp"
#include "engine/stage/input.hpp"

namespace chelate::stage {

#if IMGUI_VERSION_NUM < 18900
using ImguiKey = int;
#else
using ImguiKey = ImGuiKey;
#endif

/// Returns what Dear ImGui calls a key. Its fields do not know Enter and Escape by these names, because the screen
/// handles both.
[[nodiscard]] ImguiKey imgui_key(Key key);

class ImguiBridge {
public:
    /// @param fonts  already built; must outlive the bridge
    explicit ImguiBridge(const Fonts& fonts);
    ~ImguiBridge();
    ImguiBridge(const ImguiBridge&) = delete;
    ImguiBridge& operator=(const ImguiBridge&) = delete;

    /// Sets all colours, roundings and spaces of Dear ImGui from the theme.
    void set_style(const Theme& theme, const Measure& measure);
    /// Queues an input. Each frame takes as much of the queue as Dear ImGui can process in one frame.
    void push(const Input& input);
    /// Returns whether input is still waiting, so that another frame is needed soon.
    [[nodiscard]] bool has_pending() const { return !queue_.empty(); }
    void begin_frame(Vec window, float elapsed_seconds);
    /// Ends the frame and passes its triangles to the painter.
    void end_frame(Painter& painter);
    /// Returns whether a text field has the keyboard.
    [[nodiscard]] bool wants_text() const;

private:
    void drain();

    ImGuiContext* context_;
    std::deque<Input> queue_;
    std::string clipboard_; ///< Dear ImGui needs a pointer that outlives the call
    unsigned generation_ = 0;
    const Fonts* fonts_;
};

} // namespace chelate::stage
