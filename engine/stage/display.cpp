// Is there a display? Kept apart because Xlib's macros (None, Bool, ...) must not meet other headers.
#include <cstdlib>

#include "engine/stage/window.hpp"

#ifdef __linux__
#include <X11/Xlib.h>
#endif

namespace chelate::stage {

Result<DisplayProbe> DisplayProbe::open() {
#ifdef __linux__
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return fail("no-display", {{"name", ""}});
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) return fail("no-display", {{"name", name}});
    return DisplayProbe(std::shared_ptr<void>(display, [](void* open) { XCloseDisplay(static_cast<Display*>(open)); }));
#else
    return DisplayProbe(nullptr);
#endif
}

} // namespace chelate::stage
