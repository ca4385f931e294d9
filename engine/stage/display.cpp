// Checks for a display. This is a separate file because Xlib's macros (None, Bool, ...) must not reach other headers.
#include <cstdlib>

#include "engine/stage/window.hpp"

#ifdef __linux__
#include <X11/Xlib.h>
#endif

namespace chelate::stage {

#ifdef __linux__
namespace {

Display* kept_display = nullptr;

} // namespace

Result<void> find_display() {
    if (kept_display != nullptr) return {};
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return fail("no-display", {{"name", ""}});
    kept_display = XOpenDisplay(nullptr);
    if (kept_display == nullptr) return fail("no-display", {{"name", name}});
    return {};
}

void release_display() {
    if (kept_display != nullptr) XCloseDisplay(kept_display);
    kept_display = nullptr;
}
#else
Result<void> find_display() { return {}; }
void release_display() {}
#endif

} // namespace chelate::stage
