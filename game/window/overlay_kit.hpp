// The few widgets that overlays are made of, drawn in Dear ImGui with our own type, colours and line breaks.
#pragma once

#include <string>
#include <string_view>

#include "game/window/context.hpp"

namespace chelate::window {

/// A panel in the middle over a veil, as high as its content but no higher than the area; beyond that it scrolls. Its
/// buttons do not scroll, so they are always in sight. When it opens, so is what has the focus. Draw the content
/// between construction and destruction.
class Panel {
public:
    /// @param width  wanted width in pixels; the panel is never wider than the area  @param focus  of the model
    /// @param buttons  for the end of the panel; if they take more than half of its height, they scroll too
    /// @param keeps_top  it stays in the middle only until it is open; then its top stays where it is
    Panel(Context& context, const Rect& area, float width, int focus, std::vector<screens::Button> buttons = {},
          bool keeps_top = false);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;
    [[nodiscard]] float width() const { return width_; } ///< width of the content, pixels
    /// Returns the width of the content of a panel, pixels.
    [[nodiscard]] static float width_of(const Context& context, const Rect& area, float width);
    /// Draws the buttons and ends the panel. Returns and takes the same as panel_buttons.
    int end(int focused, int* pointed);

private:
    /// Returns the part of the window in which the content scrolls. It includes half of the padding.
    [[nodiscard]] Rect body_of_window() const;
    /// Scrolls to what has the focus when that is new.
    void show_focus();

    Context& context_;
    int focus_;
    std::vector<screens::Button> buttons_;
    float width_ = 0;
    float foot_ = 0; ///< height of the buttons that do not scroll, pixels
    bool focus_in_foot_ = false;
};

/// Tells where the focused thing of the panel was drawn.
void panel_focus_at(Context& context, const Rect& place);

/// Writes a text at the cursor and moves the cursor below it.
void panel_text(Context& context, std::string_view text, TextStyle style, float width, Rgba colour);
/// Draws a laid out text into the panel without moving the cursor.
void panel_block(Context& context, const TextBlock& block, Vec at, Rgba colour, float align = 0);
/// Adds empty height, in grid units.
void panel_gap(Context& context, float units);

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
/// Draws lines to choose from, one below the other and as wide as the panel. Returns the same as panel_buttons.
int panel_list(Context& context, const std::vector<screens::Button>& lines, int focus, float width, int* pointed);
/// Returns whether buttons fit in one row.
[[nodiscard]] bool panel_buttons_fit(const Context& context, const std::vector<screens::Button>& buttons, float width);
/// Draws buttons in a row from the right, or one below the other when the row is too narrow. Returns the index of the
/// clicked button or -1. `pointed` receives the index the pointer moved onto, if any.
int panel_buttons(Context& context, const std::vector<screens::Button>& buttons, int focus, float width, int* pointed);

} // namespace chelate::window
