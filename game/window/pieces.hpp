// The pieces that screens are made of: cards, buttons, caps, emblems, marks, the header, the footer and the banner.
#pragma once

#include <string_view>

#include "game/window/context.hpp"

namespace chelate::window {

/// Draws a text and returns its height.
float write(Context& context, std::string_view text, TextStyle style, Vec at, float width, Rgba colour,
            float align = 0);

/// Draws a raised surface. `focus` (0 to 1) adds the warm light, `depth` (0 to 1) the shadow.
void card(Context& context, const Rect& rect, float focus, float depth = 1);
/// Draws a surface that recedes: no shadow and no shine.
void sunken_card(Context& context, const Rect& rect);
/// Returns how much of the focus light a thing has now, 0 to 1. It fades in and out.
float focus_light(Context& context, std::string_view screen, int index, int focus);

/// Draws a cap with a key or a number and returns its rectangle. `at` is the left end of its vertical middle.
Rect key_cap(Context& context, std::string_view text, Vec at, float least_size, Type type = Type::caption);

struct ButtonLook {
    bool primary = false;
    float focus = 0;
    float width = 0; ///< 0: as wide as the text needs
};
/// Returns the size that a button needs for its text, never less than the theme's size for a target.
[[nodiscard]] Vec button_size(const Context& context, const screens::Button& button, float max_width);
void button(Context& context, const screens::Button& button, const Rect& rect, float focus);

/// Draws the shape of a compared thing with its symbol on it, or below it when the symbol does not fit.
void emblem(Context& context, const screens::Look& look, Vec centre, float radius);
/// Draws the shape of a choice in a classroom with its letter, in the colour of its place, as on the cards that
/// people hold up.
void answer_sign(Context& context, const screens::ChoiceCard& card, Vec centre, float radius);
/// Draws a card's shape and symbol in one line; returns the width taken. `at` is the left end of its vertical middle.
float small_emblem(Context& context, const screens::Look& look, Vec at);
[[nodiscard]] float small_emblem_width(const Context& context, const screens::Look& look);

/// Returns the size of a picture within the largest size allowed; its proportions are kept. A picture that cannot be
/// shown is a frame with its words, which may need more height.
[[nodiscard]] Vec image_size(const Context& context, const screens::ImageModel& image, Vec most);
void draw_image(Context& context, const screens::ImageModel& image, const Rect& rect);

/// Returns the size of a figure with its gauges within the largest size allowed; its proportions are kept.
[[nodiscard]] Vec figure_size(const screens::FigureModel& model, Vec most);
/// Draws a figure. @param rect  has its proportions  @param seen  the part of it that is shown; nothing: all
void draw_figure(Context& context, const screens::FigureModel& model, const Rect& rect,
                 const std::optional<Rect>& seen = {});

/// Draws a check, a cross or an open ring for right, wrong or missed. `strength` (0 to 1) fades it in.
void verdict_mark(Context& context, screens::Mark mark, Vec centre, float radius, float strength = 1);

/// Draws the name of the round, counter, score, progress and, where there is one, the clock. Returns the height taken.
float header(Context& context, const Rect& area, std::string_view round, std::string_view counter,
             std::string_view score, double progress, const std::optional<screens::ClockModel>& clock = {});

/// How the footer is drawn: only measured, on the ground, or over the veil of an overlay.
enum class Strip { hidden, plain, veiled };
/// Draws the keys and what they do along the bottom. Returns the height taken from the area.
float footer(Context& context, const std::vector<screens::KeyHint>& hints, Strip strip);
/// Draws a sentence across the top. Returns the height taken, or 0 without text. Only measures when not `visible`.
float banner(Context& context, const screens::Banner& banner, bool visible);

/// Draws the teams and what they should do now along the bottom of the area. Returns the height taken.
float room_strip(Context& context, const screens::TeamStrip& strip, const Rect& area);

/// Returns whether there is enough space for two columns of text at this scale.
[[nodiscard]] bool is_wide(const Context& context, const Rect& area);

} // namespace chelate::window
