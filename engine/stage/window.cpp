#include "engine/stage/window.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <SFML/Graphics.hpp>
#include <SFML/System/Err.hpp>

#include "engine/stage/graphics.hpp"
#include "engine/stage/number_pad.hpp"

namespace chelate::stage {
namespace {

// Dragging a window to a new size sends dozens of sizes. Fonts and background follow only when the size is stable.
constexpr Seconds rest_after_resize = 0.15;
constexpr unsigned least_width = 480;
constexpr unsigned least_height = 360;

sf::ContextSettings plain_context() {
    // No MSAA, because the painter's own feather is finer and cheaper. No sRGB, because it would wash colours out.
    return sf::ContextSettings(0, 0, 0, 2, 1, sf::ContextSettings::Default, false);
}

} // namespace

struct Window::Impl {
    Impl(WindowOptions wanted, Fonts opened)
        : options(std::move(wanted)),
          fonts(std::move(opened)),
          figures(options.themes),
          painter(fonts, &pictures, &figures) {}

    WindowOptions options;
    Appearance appearance;
    Theme theme;
    Fonts fonts;
    Pictures pictures;
    Figures figures;
    Painter painter;
    sf::RenderWindow window;
    Surface surface;
    std::unique_ptr<ImguiBridge> bridge;
    Translator translator;
    std::optional<NumberPadDelete> number_pad;
    bool number_pad_delete_down = false;
    Vec size;
    Seconds resized_at = 0;
    bool resizing = false;
    bool exposed = false; ///< the window is new or may have been covered, so its contents may be lost
    Seconds last_frame = 0;
    unsigned shown = 0;

    void create() {
        // SFML reports on stderr that there is no vertical sync. Nothing depends on that, so the message is hidden.
        std::streambuf* const voice = sf::err().rdbuf(nullptr);
        open_window();
        sf::err().rdbuf(voice);
    }

    void open_window() {
        const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
        if (appearance.full_screen) {
            window.create(desktop, options.title, sf::Style::None, plain_context());
            window.setPosition({0, 0});
        } else {
            const unsigned width = std::max(least_width, options.width);
            const unsigned height = std::max(least_height, options.height);
            window.create(sf::VideoMode(width, height), options.title, sf::Style::Default, plain_context());
            // SFML 2.5.1 computes y from the display's width, so the position is set here.
            const auto middle = [](unsigned space, unsigned own) {
                return space > own ? static_cast<int>((space - own) / 2) : 0;
            };
            window.setPosition({middle(desktop.width, width), middle(desktop.height, height)});
        }
        window.setKeyRepeatEnabled(true);
        number_pad.emplace(window.getSystemHandle());
        // The new window does not know which keys were down in the one before.
        translator = {};
        if (bridge) bridge->push(FocusLost{});
        take_size();
    }

    /// Gives the Delete key of the number pad the code of the other Delete key.
    void name_number_pad_delete(sf::Event& event, const sf::Event* next) {
        const bool is_key = event.type == sf::Event::KeyPressed || event.type == sf::Event::KeyReleased;
        if (!is_key || event.key.code != sf::Keyboard::Unknown) return;
        if (event.type == sf::Event::KeyPressed) {
            const bool types = next != nullptr && next->type == sf::Event::TextEntered;
            number_pad_delete_down = number_pad->has_gone_down() && !types;
        }
        if (number_pad_delete_down) event.key.code = sf::Keyboard::Delete;
        if (event.type == sf::Event::KeyReleased) number_pad_delete_down = false;
    }

    void take_size() { size = {static_cast<float>(window.getSize().x), static_cast<float>(window.getSize().y)}; }

    [[nodiscard]] Measure measure() const {
        return Measure::of(size, theme, appearance.text_scale, appearance.for_projector);
    }

    void rebuild() {
        const Measure now = measure();
        fonts.build(now.em);
        surface.set_font_texture(fonts);
        surface.set_ground(static_cast<unsigned>(size.x), static_cast<unsigned>(size.y), theme);
        if (!bridge) bridge = std::make_unique<ImguiBridge>(fonts);
        bridge->set_style(theme, now);
        resizing = false;
    }
};

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options, const Appearance& appearance) {
    if (auto renderer = find_renderer(); !renderer) return tl::unexpected<Error>(renderer.error());
    auto fonts = Fonts::open();
    if (!fonts) return tl::unexpected<Error>(fonts.error());
    auto theme = load_theme(options.themes, appearance.theme);
    if (!theme) return tl::unexpected<Error>(theme.error());
    auto impl = std::make_unique<Impl>(options, std::move(*fonts));
    impl->theme = std::move(*theme);
    impl->appearance = appearance;
    impl->create();
    release_display();
    if (!impl->window.isOpen()) return fail("window-not-made");
    impl->rebuild();
    return std::unique_ptr<Window>(new Window(std::move(impl)));
}

Result<void> Window::set_appearance(const Appearance& appearance) {
    Impl& my = *impl_;
    if (appearance == my.appearance) return {};
    if (appearance.theme != my.appearance.theme) {
        auto theme = load_theme(my.options.themes, appearance.theme);
        if (!theme) return tl::unexpected<Error>(theme.error());
        my.theme = std::move(*theme);
    }
    const bool other_window = appearance.full_screen != my.appearance.full_screen;
    my.appearance = appearance;
    if (other_window) {
        my.create();
        my.exposed = true;
    }
    my.rebuild();
    return {};
}

const Appearance& Window::appearance() const { return impl_->appearance; }

std::vector<Input> Window::poll(Seconds now) {
    Impl& my = *impl_;
    std::vector<sf::Event> events;
    for (sf::Event event{}; my.window.pollEvent(event);) events.push_back(event);
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < events.size(); ++i) {
        sf::Event& event = events[i];
        if (event.type == sf::Event::GainedFocus || event.type == sf::Event::MouseEntered) my.exposed = true;
        const sf::Event* next = i + 1 < events.size() ? &events[i + 1] : nullptr;
        my.name_number_pad_delete(event, next);
        const std::optional<Input> input = my.translator.translate(event, next);
        if (!input) continue;
        if (std::holds_alternative<Resized>(*input)) {
            const Vec before = my.size;
            my.take_size();
            if (my.size == before) continue;
            my.resizing = true;
            my.resized_at = now;
        }
        my.bridge->push(*input);
        inputs.push_back(*input);
    }
    return inputs;
}

bool Window::settle(Seconds now) {
    Impl& my = *impl_;
    const bool exposed = std::exchange(my.exposed, false);
    if (!my.resizing || now - my.resized_at < rest_after_resize) return exposed;
    my.rebuild();
    return true;
}

Canvas Window::begin_frame(Seconds now) {
    Impl& my = *impl_;
    my.painter.begin();
    my.bridge->begin_frame(my.size, static_cast<float>(now - my.last_frame));
    my.last_frame = now;
    return {my.painter,
            my.fonts,
            my.theme,
            my.measure(),
            my.size,
            now,
            my.appearance.reduced_motion,
            my.appearance.text_scale};
}

FrameStats Window::show() {
    Impl& my = *impl_;
    const FrameStats stats = my.surface.draw(my.window, my.painter);
    my.window.display();
    ++my.shown;
    return stats;
}

ImguiBridge& Window::overlays() { return *impl_->bridge; }

Vec Window::size() const { return impl_->size; }
bool Window::has_focus() const { return impl_->window.hasFocus(); }
unsigned Window::shown() const { return impl_->shown; }
const Fonts& Window::fonts() const { return impl_->fonts; }
const Theme& Window::theme() const { return impl_->theme; }
Measure Window::measure() const { return impl_->measure(); }

Result<void> Window::screenshot(const std::filesystem::path& path) {
    Impl& my = *impl_;
    // Reading back the buffer after display() is undefined, so the frame is drawn again.
    my.surface.draw(my.window, my.painter);
    sf::Texture picture;
    if (!picture.create(my.window.getSize().x, my.window.getSize().y))
        return fail("file-not-written", {{"path", path.string()}});
    picture.update(my.window);
    if (!picture.copyToImage().saveToFile(path.string())) return fail("file-not-written", {{"path", path.string()}});
    return {};
}

} // namespace chelate::stage
