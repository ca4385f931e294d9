// What views share while one frame is drawn, and what they remember from frame to frame.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/stage/canvas.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::window {

using stage::Rect;
using stage::Rgba;
using stage::Seconds;
using stage::TextBlock;
using stage::TextStyle;
using stage::Type;
using stage::Vec;
using stage::Weight;

/// A place that answers the pointer. Later ones stand over earlier ones.
struct Hit {
    Rect area;             ///< what the pointer can reach; empty when scrolled out of sight
    Rect place;            ///< all of it, for moving the focus by direction
    int focus = 0;         ///< index of the focusable thing
    bool can_drag = false; ///< an item of an order
};

/// A hint of the footer that a click carries out.
struct ClickHint {
    Rect area;
    screens::ActionId action = screens::ActionId::back;
};

/// A region whose content is taller than it.
struct Scroll {
    Rect view;
    float content = 0; ///< height, pixels
    stage::Glide offset;
    int focus = -1;      ///< the focus that was last brought into view
    bool opened = false; ///< what can be unfolded in it is unfolded
    bool shown = false;  ///< part of the last frame
    Rect track;          ///< of its bar, wide enough to be taken hold of; empty: there is none
    float thumb = 0;     ///< length of the bar's thumb
    [[nodiscard]] float furthest() const { return std::max(0.0F, content - view.h); }
};

/// A scale that the pointer can slide along.
struct Slider {
    Rect reach; ///< where the pointer takes hold of it
    Rect track; ///< its ends are 0 and 1
};

/// An item of an order on its way with the pointer.
struct Drag {
    int from = -1; ///< -1: none
    int to = -1;   ///< where it would land
    Vec grabbed;   ///< where the pointer went down
    Vec at;
    bool moved = false; ///< far enough not to be a click
    [[nodiscard]] bool active() const { return from >= 0 && moved; }
};

/// Remembered between frames; everything in it is about looks, nothing about the game.
struct ViewState {
    std::vector<Hit> hits;
    std::vector<ClickHint> clicks;
    std::optional<Slider> slider;
    std::optional<Rect> picture;   ///< a click on it that meets nothing goes to the nearest thing on it
    std::optional<Rect> strip;     ///< of the teams: dragged out, it becomes the host's window
    std::optional<Vec> strip_held; ///< where the pointer took hold of it
    bool sliding = false;          ///< the pointer went down on the slider and is still down
    std::string scrolling;         ///< the region whose bar the pointer holds; empty: none
    float held_at = 0;             ///< where on the thumb, pixels from its beginning
    std::vector<Rect> slots;       ///< ordering: places of the items at rest, top to bottom
    std::map<std::string, Scroll> scrolls;
    std::map<std::string, stage::Glide> glides;
    std::optional<Vec> pointer;
    bool by_pointer = false;  ///< the last thing that moved the focus was the pointer
    bool unknown_key = false; ///< the last key pressed has no name in SFML
    std::optional<Hit> pressed;
    Drag drag;
    bool header_shown = false;  ///< the top screen has a header
    bool header_before = false; ///< so had the one before: the header stays where it is
    float overlay_scroll = 0;   ///< overlay: pixels to scroll in its next frame
    std::uint64_t screen_id = 0;
    bool arrived = false;   ///< a screen has been drawn; the very first one stands there at once
    Seconds entered = -1e9; ///< when the top screen came
    std::string typed;      ///< name field: what Dear ImGui holds
    Rect panel;             ///< overlay: where its window was in the last frame
    int held_frames = 0;    ///< overlay: frames in which it shows its beginning, whatever Dear ImGui wants
    int settle_frames = 0;  ///< overlay: frames until Dear ImGui knows its sizes
    int overlay_focus = -1; ///< overlay: the focus that was last brought into view
};

class Context {
public:
    Context(stage::Canvas& canvas_in, ViewState& state_in, std::vector<screens::Intent>& out_in)
        : canvas(canvas_in), state(state_in), out(out_in) {}

    stage::Canvas& canvas;
    ViewState& state;
    std::vector<screens::Intent>& out;
    bool live = true;    ///< false: a screen under an overlay, deaf to the pointer
    bool moving = false; ///< something is on its way; another frame is needed

    [[nodiscard]] const stage::Theme& theme() const { return canvas.theme; }
    [[nodiscard]] const stage::Colours& colour() const { return canvas.theme.colour; }
    [[nodiscard]] stage::Painter& paint() { return canvas.paint; }
    [[nodiscard]] float px(float units) const { return canvas.px(units); }
    [[nodiscard]] float em(Type type = Type::body) const { return canvas.fonts.em(type); }

    /// Seconds since the top screen came.
    [[nodiscard]] float age() const { return static_cast<float>(canvas.now - state.entered); }
    /// 0..1 of an entrance that starts `delay` and takes `duration` seconds; 1 when still, and keeps frames coming.
    float entrance(float delay, float duration);
    /// A value that glides to `target`; at once on its first use. With reduced motion over the same time as a fade.
    float glide(const std::string& key, float target, float duration);

    /// Registers an answer to the pointer, inside the clip in force.
    void hit(const Rect& area, int focus, bool can_drag = false);
    void clip(const std::optional<Rect>& area) { clip_ = area; }
    /// Draws over the region later, when it ends: what is lit stands apart, so that the rest can be kept as a picture.
    void later(std::function<void()> drawing) { later_.push_back(std::move(drawing)); }
    void draw_later();

private:
    std::optional<Rect> clip_;
    std::vector<std::function<void()>> later_;
};

/// Draws into a scrolled region: construct, draw from `top()` on, then `end`.
class ScrollBody {
public:
    /// @param key  names the region; its offset is kept under it
    /// @param focus  the focus of the screen: when it changes by key, its place is brought into view
    /// @param from_start  at first show the beginning, even if the focus is further down
    ScrollBody(Context& context, const Rect& view, const std::string& key, int focus, bool from_start = false);
    [[nodiscard]] float top() const;  ///< y of the content's first line
    void focus_at(const Rect& place); ///< where the focused thing was drawn
    /// Something that can be unfolded: when it opens, all of it, or at least its beginning, is brought into view.
    void unfold_at(const Rect& place, bool open);
    void end(float bottom); ///< y where the content ended

private:
    void dissolve_edges();
    [[nodiscard]] float edge() const; ///< height over which content dissolves
    /// the offset, near to `target`, that shows the place
    [[nodiscard]] float seen(const Rect& place, float target) const;

    Context& context_;
    Scroll& scroll_;
    Rect view_;
    int focus_;
    std::optional<Rect> focused_;
    std::optional<Rect> unfolded_;
};

} // namespace chelate::window
