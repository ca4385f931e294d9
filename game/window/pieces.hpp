// The pieces screens are made of: cards, buttons, caps, emblems, marks, the header, the footer and the banner.
#pragma once

#include <string_view>

#include "game/window/context.hpp"

namespace chelate::window {

/// Draws a text and returns its height.
float write(Context& context, std::string_view text, TextStyle style, Vec at, float width, Rgba colour,
            float align = 0);

/// A raised surface. `focus` 0..1 brings up the warm light; `depth` 0..1 the shadow.
void card(Context& context, const Rect& rect, float focus, float depth = 1);
/// A surface that has stepped back: no shadow, no shine.
void sunken_card(Context& context, const Rect& rect);
/// 0..1: how much of the focus light a thing has right now; fades in and out.
float focus_light(Context& context, std::string_view screen, int index, int focus);

/// A cap with a key's name or a number; returns its rectangle. `at` is the left end of its vertical middle.
Rect key_cap(Context& context, std::string_view text, Vec at, float least_size, Type type = Type::caption);

struct ButtonLook {
    bool primary = false;
    float focus = 0;
    float width = 0; ///< 0: as wide as the text wants
};
/// Size a button wants for its text; never less than the theme's target.
[[nodiscard]] Vec button_size(const Context& context, const screens::Button& button, float max_width);
void button(Context& context, const screens::Button& button, const Rect& rect, float focus);

/// The shape of a compared thing with its symbol on it or, when the shape has no room, beside it.
void emblem(Context& context, const screens::Look& look, Vec centre, float radius);
/// The shape of a choice in a room with its letter, in the colour of its place: as on the cards people hold up.
void answer_sign(Context& context, const screens::ChoiceCard& card, Vec centre, float radius);
/// Shape and symbol in one line for cards; returns the width it takes. `at` is the left end of its vertical middle.
float small_emblem(Context& context, const screens::Look& look, Vec at);
[[nodiscard]] float small_emblem_width(const Context& context, const screens::Look& look);

/// Check, cross or half ring: how right and wrong look. `strength` 0..1 draws it in.
void verdict_mark(Context& context, screens::Mark mark, Vec centre, float radius, float strength = 1);

/// Name of the round, counter, score, progress and the clock where there is one; returns the height taken.
float header(Context& context, const Rect& area, std::string_view round, std::string_view counter,
             std::string_view score, double progress, const std::optional<screens::ClockModel>& clock = {});

/// How the footer stands: only measured, on the ground, or over an overlay's veil.
enum class Strip { hidden, plain, veiled };
/// Keys and what they do, along the bottom; returns the height taken from the area.
float footer(Context& context, const std::vector<screens::KeyHint>& hints, Strip strip);
/// A sentence across the top; returns the height taken, 0 without text. Not `visible`: only measures.
float banner(Context& context, const screens::Banner& banner, bool visible);

/// The teams and what they are to do, along the bottom of the area; returns the height taken.
float room_strip(Context& context, const screens::TeamStrip& strip, const Rect& area);

/// Enough room for two columns of text at this scale.
[[nodiscard]] bool is_wide(const Context& context, const Rect& area);

} // namespace chelate::window
