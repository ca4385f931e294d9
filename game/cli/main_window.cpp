// Entry point of the program in a build with a window.
#include "engine/stage/fonts.hpp"
#include "engine/stage/graphics.hpp"
#include "engine/stage/window.hpp"
#include "game/cli/commit.hpp"
#include "game/cli/program.hpp"
#include "game/session/installation.hpp"
#include "game/window/lint_display_checks.hpp"
#include "game/window/run_window.hpp"

namespace {

constexpr chelate::Millis save_again_every{10000};

chelate::Result<void> open_window(chelate::screens::App& app, const chelate::cli::WindowStart& start) {
    using namespace chelate;
    window::RunOptions options;
    options.title = start.title;
    options.width = start.width;
    options.height = start.height;
    options.themes = std::filesystem::path(start.assets) / "themes";
    options.trace = start.trace;
    options.screenshots = start.screenshots;
    std::int64_t next_save = save_again_every.count;
    const window::Hooks hooks{.tick =
                                  [&](std::int64_t now_ms) {
                                      if (now_ms >= next_save) {
                                          next_save = now_ms + save_again_every.count;
                                          app.save_again();
                                      }
                                      app.tick();
                                  },
                              .ui = [&]() -> const screens::UiModel& { return app.ui(); },
                              .take = [&](const screens::Intent& intent) { app.handle(intent); },
                              .appearance =
                                  [&] {
                                      const session::Settings& settings = app.settings();
                                      return stage::Appearance{.theme = settings.theme,
                                                               .text_scale =
                                                                   static_cast<float>(settings.text_percent) / 100.0F,
                                                               .reduced_motion = settings.reduced_motion,
                                                               .full_screen = settings.full_screen,
                                                               .for_projector = app.ui().for_projector};
                                  },
                              .over = [&] { return app.wants_to_leave(); },
                              .shown = start.shown};
    return window::run_window(options, hooks, start.stop).map([](const auto&) {});
}

/// Tells whether the fonts can draw a text. It remembers its last answer, because the same name is checked at every
/// step and each check opens the font files.
class CanShow {
public:
    bool operator()(std::string_view text) {
        if (text == last_) return shown_;
        const auto fonts = chelate::stage::Fonts::open();
        last_ = text;
        shown_ = !fonts || fonts->undrawable(text).empty();
        return shown_;
    }

private:
    std::string last_;
    bool shown_ = true;
};

} // namespace

int main(int count, char** arguments) {
    using namespace chelate;
    cli::Windows windows{.find_display = stage::find_display, .open = open_window, .can_show = CanShow{}};
    windows.lint_display_checks = [] {
        return window::lint_display_checks(session::installation_root() / "assets" / "themes");
    };
    for (const stage::Library& library : stage::window_libraries())
        windows.libraries.emplace_back(library.name, library.version);
    windows.find_renderer = stage::find_renderer;
    return cli::run_program(count, arguments, cli::commit, windows);
}
