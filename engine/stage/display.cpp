// Checks for a display. This is a separate file because Xlib's macros (None, Bool, ...) must not reach other headers.
#include <cstdlib>
#include <memory>

#include "engine/stage/graphics.hpp"
#include "engine/stage/window.hpp"

#ifdef __linux__
#include <GL/glx.h>
#include <X11/Xlib.h>
#endif

namespace chelate::stage {

#ifdef __linux__
namespace {

Display* kept_display = nullptr;

/// Draws into a window that is never shown, and returns the renderer's name; empty when there is no OpenGL.
std::string renderer_of(Display* display) {
    int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, None};
    const std::unique_ptr<XVisualInfo, int (*)(void*)> visual(glXChooseVisual(display, DefaultScreen(display), wanted),
                                                              XFree);
    if (!visual) return {};
    GLXContext context = glXCreateContext(display, visual.get(), nullptr, True);
    if (context == nullptr) return {};
    const ::Window root = RootWindow(display, visual->screen);
    XSetWindowAttributes attributes{};
    attributes.colormap = XCreateColormap(display, root, visual->visual, AllocNone);
    const ::Window hidden = XCreateWindow(display, root, 0, 0, 1, 1, 0, visual->depth, InputOutput, visual->visual,
                                          CWColormap | CWBorderPixel, &attributes);
    std::string name;
    if (glXMakeCurrent(display, hidden, context) == True) {
        const GLubyte* text = glGetString(GL_RENDERER);
        while (text != nullptr && *text != 0) name += static_cast<char>(*text++);
        glXMakeCurrent(display, None, nullptr);
    }
    glXDestroyContext(display, context);
    XDestroyWindow(display, hidden);
    XFreeColormap(display, attributes.colormap);
    return name;
}

} // namespace

Result<void> find_display() {
    if (kept_display != nullptr) return {};
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return fail("no-display", {{"name", ""}});
    kept_display = XOpenDisplay(nullptr);
    if (kept_display == nullptr) return fail("no-display", {{"name", name}});
    return {};
}

Result<std::string> find_renderer() {
    if (auto display = find_display(); !display) return tl::unexpected<Error>(display.error());
    int ignored = 0;
    if (glXQueryExtension(kept_display, &ignored, &ignored) != True) return fail("no-opengl");
    // A server that refuses a context sends an error, for which Xlib would end the process.
    const XErrorHandler usual = XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    std::string name = renderer_of(kept_display);
    XSync(kept_display, False);
    XSetErrorHandler(usual);
    if (name.empty()) return fail("no-opengl");
    return name;
}

void release_display() {
    if (kept_display != nullptr) XCloseDisplay(kept_display);
    kept_display = nullptr;
}
#else
Result<void> find_display() { return {}; }
Result<std::string> find_renderer() { return std::string{}; }
void release_display() {}
#endif

} // namespace chelate::stage
