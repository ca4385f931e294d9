#include "game/app/signals.hpp"

#include <csignal>

namespace chelate::app {

namespace {

// A handler reaches nothing but globals; a lock-free atomic is what it may touch.
std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void set_stop(int) { stop = true; }

} // namespace

const std::atomic<bool>& stop_on_signals() {
    struct sigaction action {};
    action.sa_handler = set_stop;
    // No SA_RESTART: a read that waits for a line must return.
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, nullptr);
    return stop;
}

} // namespace chelate::app
