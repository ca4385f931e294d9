// The few widgets that overlays are made of, drawn in Dear ImGui with our own type, colours and line breaks.
#pragma once

#include <string>
#include <string_view>

#include "game/window/context.hpp"

namespace chelate::window {

/// A panel in the middle over a veil, as high as its content but no higher than the area; beyond that it scrolls.
/// Draw the content between construction and destruction.
class Panel {
public:
    /// @param width  wanted width in pixels; the panel is never wider than the area
    Panel(Context& context, const Rect& area, float width);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;
    [[nodiscard]] float width() const { return width_; } ///< width of the content, pixels

private:
    Context& context_;
    float width_ = 0;
};

/// Writes a text at the cursor and moves the cursor below it.
void panel_text(Context& context, std::string_view text, TextStyle style, float width, Rgba colour);
/// Draws a laid out text into the panel without moving the cursor.
void panel_block(Context& context, const TextBlock& block, Vec at, Rgba colour, float align = 0);
/// Adds empty height, in grid units.
void panel_gap(Context& context, float units);
/// Shows the end of the panel from the next frame on.
void scroll_panel_to_end(Context& context);

/// Kinds of surface inside a panel; `panel_surface` draws one.
enum class PanelSurface { raised, sunken, primary, chosen };
void panel_surface(Context& context, const Rect& rect, PanelSurface surface, float radius, bool focused);

/// Draws the filled outline of a compared thing or a team.
void panel_shape(const std::string& shape, Vec centre, float radius, Rgba colour);

/// Draws a button at the cursor. Returns true in the frame in which it is clicked.
bool panel_button(Context& context, const screens::Button& button, bool focused, float max_width);
/// Returns the size that a button will take, in pixels.
[[nodiscard]] Vec panel_button_size(const Context& context, const screens::Button& button, float max_width);
/// Returns whether the pointer moved onto the rectangle in this frame.
[[nodiscard]] bool panel_pointed(const Rect& rect);
/// Draws lines to choose from, one below the other and as wide as the panel. It keeps the focused line in view.
/// Returns the same as panel_buttons.
int panel_list(Context& context, const std::vector<screens::Button>& lines, int focus, float width, int* pointed);
/// Draws buttons in a row from the right, or one below the other when the row is too narrow. Returns the index of the
/// clicked button or -1. `pointed` receives the index the pointer moved onto, if any.
int panel_buttons(Context& context, const std::vector<screens::Button>& buttons, int focus, float width, int* pointed);

} // namespace chelate::window
