// The few widgets overlays are made of, drawn in Dear ImGui with our own type, colours and line breaks.
#pragma once

#include <string>
#include <string_view>

#include "game/window/context.hpp"

namespace chelate::window {

/// A panel in the middle over a veil, as high as its content and no higher than the area; then it scrolls. Draw the
/// content between construction and destruction.
class Panel {
public:
    /// @param width  wanted, pixels; never wider than the area
    Panel(Context& context, const Rect& area, float width);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;
    [[nodiscard]] float width() const { return width_; } ///< of the content

private:
    Context& context_;
    float width_ = 0;
};

/// Writes a text at the cursor and moves the cursor below it.
void panel_text(Context& context, std::string_view text, TextStyle style, float width, Rgba colour);
/// Draws a laid out text into the panel, without moving the cursor.
void panel_block(Context& context, const TextBlock& block, Vec at, Rgba colour, float align = 0);
/// Empty height.
void panel_gap(Context& context, float units);

/// A surface inside the panel.
enum class PanelSurface { raised, sunken, primary, chosen };
void panel_surface(Context& context, const Rect& rect, PanelSurface surface, float radius, bool focused);

/// The filled outline of a compared thing or a team.
void panel_shape(const std::string& shape, Vec centre, float radius, Rgba colour);

/// A button at the cursor. True in the frame it is clicked in.
bool panel_button(Context& context, const screens::Button& button, bool focused, float max_width);
/// Size it will take.
[[nodiscard]] Vec panel_button_size(const Context& context, const screens::Button& button, float max_width);
/// The pointer moved onto the rectangle in this frame.
[[nodiscard]] bool panel_pointed(const Rect& rect);
/// Lines to choose from, one below the other and as wide as the panel; the focused one is kept in sight. As
/// panel_buttons.
int panel_list(Context& context, const std::vector<screens::Button>& lines, int focus, float width, int* pointed);
/// Buttons in a row from the right, or one below the other when the row is too narrow. Index of the clicked one or -1.
/// `pointed` gets the index the pointer moved onto, if any.
int panel_buttons(Context& context, const std::vector<screens::Button>& buttons, int focus, float width, int* pointed);

} // namespace chelate::window
