#include "game/cli/signals.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace chelate::cli {

namespace {

// A signal handler may only touch global objects that are safe to set in it, such as a lock-free atomic.
std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

int end_of_input = -1;

void set_stop(int) {
    const int kept = errno;
    stop = true;
    // A read that starts just after the signal would wait for a line. With this it finds the end of the input instead.
    if (end_of_input >= 0) dup2(end_of_input, STDIN_FILENO);
    errno = kept;
}

} // namespace

const std::atomic<bool>& stop_on_signals() {
    end_of_input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct sigaction action {};
    action.sa_handler = set_stop;
    // SA_RESTART is left out because a read that waits for a line must return.
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
    return stop;
}

} // namespace chelate::cli
