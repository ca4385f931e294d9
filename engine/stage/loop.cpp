#include "engine/stage/loop.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace chelate::stage {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Seconds idle_turn = 0.033;
constexpr Seconds busy_turn = 1.0 / 60;

void sleep_for(Seconds time) {
    if (time > 0) std::this_thread::sleep_for(std::chrono::duration<double>(time));
}

/// Waits for the end of a turn. If the client wants that, polls the buttons meanwhile and returns early on a press.
void wait_until(Seconds end, const Window& window, Client& client, Buttons& buttons) {
    while (client.watches_buttons()) {
        const auto pressed = buttons.look(window.has_focus() || client.has_focus_elsewhere());
        if (!pressed.empty()) return client.take_buttons(pressed);
        const Seconds left = end - monotonic_now();
        if (left <= 0) return;
        sleep_for(std::min(left, button_look));
    }
    buttons.forget();
    sleep_for(end - monotonic_now());
}

/// Returns freed memory to the system: after reading fonts, packs and shaders, the allocator would keep megabytes.
void give_back_memory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

double quantile(std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

} // namespace

Seconds monotonic_now() {
    static const Clock::time_point start = Clock::now();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

RunStats run(Window& window, Client& client, const std::atomic<bool>& stop) {
    RunStats stats;
    std::vector<double> times;
    bool moving = true;
    bool settled = false;
    Buttons buttons;
    while (!stop && !client.is_over()) {
        const Seconds turn = monotonic_now();
        bool dirty = moving;
        for (const Input& input : window.poll(turn)) {
            client.take(input, turn);
            dirty = true;
        }
        if (window.settle(turn)) dirty = true;
        client.tick(turn);
        if (client.is_stale()) dirty = true;
        if (dirty && !client.is_over()) {
            Canvas canvas = window.begin_frame(turn);
            moving = client.draw(canvas) || window.overlays().has_pending();
            window.overlays().end_frame(canvas.paint);
            const FrameStats frame = window.show();
            times.push_back((monotonic_now() - turn) * 1000);
            ++stats.frames;
            stats.most_draw_calls = std::max(stats.most_draw_calls, frame.draw_calls);
            stats.most_vertices = std::max(stats.most_vertices, frame.vertices);
            client.shown(!moving);
            if (!moving && !std::exchange(settled, true)) give_back_memory();
        }
        wait_until(turn + (dirty ? busy_turn : idle_turn), window, client, buttons);
    }
    std::sort(times.begin(), times.end());
    stats.median_ms = quantile(times, 0.5);
    stats.p99_ms = quantile(times, 0.99);
    return stats;
}

} // namespace chelate::stage
