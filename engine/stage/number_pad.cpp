// This is a separate file because Xlib's macros (None, Bool, ...) must not reach other headers.
#include "engine/stage/number_pad.hpp"

#ifdef __linux__
#include <X11/Xlib.h>
#include <X11/keysym.h>
#endif

namespace chelate::stage {

#ifdef __linux__
/// A connection of its own: SFML's takes the key away without saying which it was.
struct NumberPadDelete::Watch {
    explicit Watch(sf::WindowHandle window) : display(XOpenDisplay(nullptr)) {
        if (display == nullptr) return;
        XSelectInput(display, window, KeyPressMask);
        XFlush(display);
    }
    ~Watch() {
        if (display != nullptr) XCloseDisplay(display);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    Display* display;
};

NumberPadDelete::NumberPadDelete(sf::WindowHandle window) : watch_(std::make_unique<Watch>(window)) {}

bool NumberPadDelete::has_gone_down() {
    Display* display = watch_->display;
    if (display == nullptr) return false;
    XSync(display, False); // the server has sent the key to both connections, but this one may be later
    bool gone_down = false;
    while (XPending(display) > 0) {
        XEvent event;
        XNextEvent(display, &event);
        if (event.type != KeyPress) continue;
        const bool num_lock = (event.xkey.state & Mod2Mask) != 0;
        gone_down = gone_down || (!num_lock && XLookupKeysym(&event.xkey, 0) == XK_KP_Delete);
    }
    return gone_down;
}
#else
struct NumberPadDelete::Watch {};
NumberPadDelete::NumberPadDelete(sf::WindowHandle) {}
bool NumberPadDelete::has_gone_down() { return false; }
#endif

NumberPadDelete::~NumberPadDelete() = default;

} // namespace chelate::stage
