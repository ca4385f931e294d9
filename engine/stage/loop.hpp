// Runs the window's loop: it draws when something has changed, sleeps otherwise, and ends on request.
#pragma once

#include <atomic>
#include <cstdint>

#include "engine/stage/buttons.hpp"
#include "engine/stage/window.hpp"

namespace chelate::stage {

/// The part of the program that runs in the window.
class Client {
public:
    virtual ~Client() = default;
    /// Lets time do its work. Called at every turn, about 30 times a second when idle.
    virtual void tick(Seconds now) = 0;
    /// Returns whether the picture on screen is out of date.
    [[nodiscard]] virtual bool is_stale() const = 0;
    /// Takes one input. The client may draw in between if it needs a new layout.
    virtual void take(const Input& input, Seconds now) = 0;
    /// Draws a frame. Returns whether something is still moving, so that another frame is needed soon.
    virtual bool draw(Canvas& canvas) = 0;
    /// Called after a frame was shown. @param still whether nothing moves any more
    virtual void shown(bool still) = 0;
    /// Returns whether buttons must be polled as often as possible. `take_buttons` gets what one poll has found.
    virtual bool watches_buttons() const { return false; }
    /// Returns whether another window of this client has the keyboard.
    virtual bool has_focus_elsewhere() const { return false; }
    virtual void take_buttons(const std::vector<std::string>&) {}
    /// Returns whether the client wants to end.
    virtual bool is_over() const = 0;
};

/// Statistics of a whole run. Times are those of busy frames: drawing and showing, without the wait that follows.
struct RunStats {
    unsigned frames = 0;
    int most_draw_calls = 0;
    std::size_t most_vertices = 0;
    double median_ms = 0;
    double p99_ms = 0;
};

/// Runs until the client is over or `stop` becomes true (noticed within 100 ms). While something moves, it draws at
/// most 60 frames a second. Otherwise it checks for events every 33 ms and draws nothing.
RunStats run(Window& window, Client& client, const std::atomic<bool>& stop);

/// Returns the seconds since the first call of this function.
[[nodiscard]] Seconds monotonic_now();

} // namespace chelate::stage
