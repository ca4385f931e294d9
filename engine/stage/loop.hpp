// The loop of the window: draws when something changed, sleeps when nothing does, ends when told to.
#pragma once

#include <atomic>
#include <cstdint>

#include "engine/stage/buttons.hpp"
#include "engine/stage/window.hpp"

namespace chelate::stage {

/// What runs in the window.
class Client {
public:
    virtual ~Client() = default;
    /// Called at every turn, about 30 times a second when idle. True: what is shown is no longer right.
    virtual bool is_stale(Seconds now) = 0;
    /// One input. The client may draw in between if it needs a new layout.
    virtual void take(const Input& input, Seconds now) = 0;
    /// Draws a frame. True: something is still moving, draw again soon.
    virtual bool draw(Canvas& canvas) = 0;
    /// A frame was shown; `still` when nothing moves any more.
    virtual void shown(bool still) = 0;
    /// Whether buttons are to be looked at as often as can be, and what has just gone down, in one look.
    virtual bool watches_buttons() const { return false; }
    /// Whether another window of the client's has the keyboard.
    virtual bool has_focus_elsewhere() const { return false; }
    virtual void take_buttons(const std::vector<std::string>&) {}
    /// The client wants to end.
    virtual bool is_over() const = 0;
};

/// Counted over a whole run; times of busy frames, drawing and showing together, without the wait for the next one.
struct RunStats {
    unsigned frames = 0;
    int most_draw_calls = 0;
    std::size_t most_vertices = 0;
    double median_ms = 0;
    double p99_ms = 0;
};

/// Runs until the client is over or `stop` becomes true (seen within 100 ms). At most 60 frames a second while
/// something moves; otherwise a look at the events every 33 ms and no frame at all.
RunStats run(Window& window, Client& client, const std::atomic<bool>& stop);

/// Seconds since the program's first call of this function.
[[nodiscard]] Seconds monotonic_now();

} // namespace chelate::stage
