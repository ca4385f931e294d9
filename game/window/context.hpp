// State that views share while one frame is drawn, and state they keep from frame to frame.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
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

/// A place that responds to the pointer. Later ones are on top of earlier ones.
struct Hit {
    Rect area;             ///< the part that the pointer can reach; empty when scrolled out of sight
    Rect place;            ///< all of it, for moving the focus by direction
    int focus = 0;         ///< index of the focusable thing
    bool can_drag = false; ///< an item to put in order
};

/// A hint in the footer that runs its action when clicked.
struct ClickHint {
    Rect area;
    screens::ActionId action = screens::ActionId::back;
};

/// A region that scrolls when its content is taller than it.
struct Scroll {
    Rect view;
    float content = 0; ///< height in pixels
    stage::Glide offset;
    int focus = -1;             ///< the focus that was last scrolled into view
    bool opened = false;        ///< what can be unfolded in it is unfolded
    std::optional<Rect> kept{}; ///< what has to be in view until a person scrolls; its y counts from the content's top
    float placed = 0;           ///< the offset at which that is in view, pixels
    bool shown = false;         ///< part of the last frame
    Rect track;                 ///< area of its bar, wide enough to take hold of; empty: no bar
    float thumb = 0;            ///< length of the bar's thumb, pixels
    [[nodiscard]] float furthest() const { return std::max(0.0F, content - view.h); }
};

/// A scale that the pointer can slide along.
struct Slider {
    Rect reach; ///< where the pointer can take hold of it
    Rect track; ///< its ends are 0 and 1
    int focus = 0;
};

/// An item that the pointer drags to another place in the order.
struct Drag {
    int from = -1; ///< -1: none
    int to = -1;   ///< the place it would be dropped at
    Vec grabbed;   ///< where the pointer went down
    Vec at;
    bool moved = false; ///< far enough that it is not a click
    [[nodiscard]] bool active() const { return from >= 0 && moved; }
};

/// When the view began to play a figure by itself.
struct FigureClock {
    const content::Figure* figure = nullptr;
    std::size_t play_from = 0;
    std::size_t step = 0;
    Seconds began = 0;
    bool shown = false; ///< part of the last frame; otherwise it begins anew when it is shown again
};

/// What is remembered between frames. All of it is about appearance, nothing about the game.
struct ViewState {
    std::vector<Hit> hits;
    std::vector<ClickHint> clicks;
    std::vector<Slider> sliders;
    std::optional<Rect> picture;   ///< a click on it that hits nothing goes to the nearest thing on it
    std::optional<Rect> strip;     ///< the strip of teams; dragged out, it becomes the host's window
    std::optional<Vec> strip_held; ///< where the pointer took hold of the strip
    std::optional<int> sliding;    ///< focus of the slider that the pointer went down on and still holds
    std::string scrolling;         ///< key of the region whose bar the pointer holds; empty: none
    float held_at = 0;             ///< where the pointer holds the thumb, pixels from its start
    std::vector<Rect> slots;       ///< ordering: places of the items at rest, top to bottom
    std::map<std::string, Scroll> scrolls;
    std::vector<std::map<std::string, Scroll>> scrolls_below; ///< of the screens that the present one covers
    std::map<std::string, stage::Glide> glides;
    std::optional<Vec> pointer;
    bool by_pointer = false;  ///< the pointer was the last thing that moved the focus
    bool unknown_key = false; ///< the last key pressed has no name in SFML
    bool key_chose = false;   ///< the last key pressed was a digit that chose, so the text it types means nothing
    std::optional<Hit> pressed;
    Drag drag;
    FigureClock figure_clock;
    bool header_shown = false;  ///< the top screen has a header
    bool header_before = false; ///< the previous screen had one too, so the header stays in place
    float overlay_scroll = 0;   ///< overlay: pixels to scroll in its next frame
    std::uint64_t screen_id = 0;
    bool arrived = false;             ///< a screen has been drawn before; the very first one appears at once
    Seconds entered = -1e9;           ///< when the top screen came
    std::string typed;                ///< name field: the text in Dear ImGui
    Rect panel;                       ///< overlay: where its window was in the last frame
    float panel_top = 0;              ///< overlay: its top when it opened
    Rect panel_area;                  ///< overlay: where it had space in the last frame
    float panel_foot = 0;             ///< overlay: height of its buttons that do not scroll, pixels
    float held_scroll = 0;            ///< overlay: how far it is scrolled when it opens, so that the focus is in sight
    int held_frames = 0;              ///< overlay: frames in which it stays scrolled so, whatever Dear ImGui scrolls to
    int settle_frames = 0;            ///< overlay: frames until Dear ImGui knows its sizes
    int overlay_focus = -1;           ///< overlay: the focus that was last scrolled into view
    std::optional<Hit> panel_focus{}; ///< overlay: where the last frame drew what has the focus
    std::size_t depth = 1;            ///< number of whole screens on the stack, without overlays

    /// Notes that an overlay draws this focus. Returns whether it has to be scrolled into view: it is new, and it was
    /// not the pointer that moved it there.
    [[nodiscard]] bool has_to_show_focus(int focus) {
        return std::exchange(overlay_focus, focus) != focus && !by_pointer;
    }
};

class Context {
public:
    Context(stage::Canvas& canvas_in, ViewState& state_in, std::vector<screens::Intent>& out_in)
        : canvas(canvas_in), state(state_in), out(out_in) {}

    stage::Canvas& canvas;
    ViewState& state;
    std::vector<screens::Intent>& out;
    bool live = true;    ///< false: a screen under an overlay, which ignores the pointer
    bool moving = false; ///< something is moving, so another frame is needed

    [[nodiscard]] const stage::Theme& theme() const { return canvas.theme; }
    [[nodiscard]] const stage::Colours& colour() const { return canvas.theme.colour; }
    [[nodiscard]] stage::Painter& paint() { return canvas.paint; }
    [[nodiscard]] float px(float units) const { return canvas.px(units); }
    [[nodiscard]] float em(Type type = Type::body) const { return canvas.fonts.em(type); }

    /// Returns the seconds since the top screen came.
    [[nodiscard]] float age() const { return static_cast<float>(canvas.now - state.entered); }
    /// Returns the progress, 0 to 1, of an entrance that starts after `delay` and takes `duration` seconds. Requests
    /// more frames until it is 1.
    float entrance(float delay, float duration);
    /// Returns a value that glides to `target` within `duration` seconds. It starts at `target` on its first use.
    /// Reduced motion does not shorten it, because it is used for fades too.
    float glide(const std::string& key, float target, float duration);

    /// Registers a place that responds to the pointer, inside the current clip.
    void hit(const Rect& area, int focus, bool can_drag = false);
    void clip(const std::optional<Rect>& area) { clip_ = area; }
    /// Draws over the region after it ends. Things in the focus light are drawn apart, so that the rest can be cached
    /// as a picture.
    void later(std::function<void()> drawing) { later_.push_back(std::move(drawing)); }
    void draw_later();

private:
    std::optional<Rect> clip_;
    std::vector<std::function<void()>> later_;
};

/// Draws into a scrolled region: construct it, draw from `top()` on, then call `end`.
class ScrollBody {
public:
    /// @param key  names the region; its offset is kept under it
    /// @param focus  the focus of the screen: when a key changes it, its place is scrolled into view
    ScrollBody(Context& context, const Rect& view, const std::string& key, int focus);
    [[nodiscard]] float top() const; ///< y of the top of the content
    /// Tells where the focused thing was drawn.
    void focus_at(const Rect& place);
    /// Tells where something is that has to be in view until a person scrolls. All such places together count.
    void keep_in_view(const Rect& place);
    /// Tells where something that unfolds is. When it opens, it or at least its beginning is scrolled into view.
    void unfold_at(const Rect& place, bool open);
    /// Ends the region. @param bottom  y where the content ended
    void end(float bottom);

private:
    void dissolve_edges();
    [[nodiscard]] float edge() const; ///< height over which content fades out, pixels
    /// Returns the offset nearest to `target` at which the place is in view.
    [[nodiscard]] float seen(const Rect& place, float target) const;

    Context& context_;
    Scroll& scroll_;
    Rect view_;
    int focus_;
    std::optional<Rect> focused_;
    std::optional<Rect> unfolded_;
};

} // namespace chelate::window
