// Dear ImGui 1.86 on our stage: its input, its style from the theme, its frames. Needs no display.
#pragma once

#include <deque>
#include <string>

#include "engine/stage/canvas.hpp"
#include "engine/stage/input.hpp"

struct ImGuiContext;

namespace chelate::stage {

class ImguiBridge {
public:
    /// @param fonts  built; outlives the bridge
    explicit ImguiBridge(const Fonts& fonts);
    ~ImguiBridge();
    ImguiBridge(const ImguiBridge&) = delete;
    ImguiBridge& operator=(const ImguiBridge&) = delete;

    /// All colours, roundings and spaces of Dear ImGui from the theme.
    void set_style(const Theme& theme, const Measure& measure);
    /// Queues input; frames take as much of it as one frame can understand.
    void push(const Input& input);
    /// Input is still waiting: another frame is needed soon.
    [[nodiscard]] bool has_pending() const { return !queue_.empty(); }
    void begin_frame(Vec window, float elapsed_seconds);
    /// Ends the frame and hands its triangles to the painter.
    void end_frame(Painter& painter);
    /// A text field has the keyboard.
    [[nodiscard]] bool wants_text() const;

private:
    void drain();

    ImGuiContext* context_;
    std::deque<Input> queue_;
    std::string clipboard_; ///< Dear ImGui wants a pointer that outlives the call
    unsigned generation_ = 0;
    const Fonts* fonts_;
};

} // namespace chelate::stage
