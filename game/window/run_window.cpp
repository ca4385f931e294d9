#include "game/window/run_window.hpp"

#include <ostream>
#include <utility>
#include <vector>

#include "game/window/controller.hpp"
#include "game/window/host_window.hpp"
#include "game/window/press_guard.hpp"
#include "game/window/ui_view.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr Seconds idle_after = 1;

std::int64_t to_ms(Seconds now) { return static_cast<std::int64_t>(now * 1000); }

class Game : public stage::Client {
public:
    Game(stage::Window& window, const RunOptions& options, const Hooks& hooks)
        : window_(window), options_(options), hooks_(hooks), host_(options.themes) {}

    void tick(Seconds now) override {
        const stage::Appearance wanted = hooks_.appearance();
        if (wanted != asked_) {
            asked_ = wanted;
            // A theme that cannot be read leaves the old one in place, so the program stays visible.
            if (window_.set_appearance(wanted)) stale_ = true;
        }
        hooks_.tick(to_ms(now));
        const HostWindow::Doings doings = host_.turn(hooks_.ui(), wanted, now);
        for (const stage::Input& key : doings.keys) take(key, now);
        for (const screens::Intent& intent : doings.intents) hand_over(intent, now);
        if (hooks_.ui() != drawn_) stale_ = true;
        if (stale_) state_.settle_frames = std::max(state_.settle_frames, 1);
        announce_ready(now);
        announce_idle(now);
    }

    [[nodiscard]] bool is_stale() const override { return stale_; }

    void take(const stage::Input& input, Seconds now) override {
        refresh_layout(input, now);
        guard_.take(input, hooks_.ui(), now);
        const stage::Appearance& look = window_.appearance();
        for (const screens::Intent& intent : intents_of(input, hooks_.ui(), state_, now, window_.theme(),
                                                        window_.measure().unit, look.reduced_motion)) {
            // Typed text reaches the field over several frames. An Enter typed after it must not overtake it.
            if (is_typing()) {
                after_typing_.push_back(intent);
            } else {
                hand_over(intent, now);
            }
        }
    }

    bool draw(stage::Canvas& canvas) override {
        stale_ = false;
        drawn_ = hooks_.ui();
        laid_out_ = drawn_;
        std::vector<screens::Intent> wanted;
        const bool moving = window::draw(drawn_, canvas, state_, wanted);
        for (const screens::Intent& intent : wanted) hand_over(intent, canvas.now);
        if (!window_.overlays().has_pending()) {
            for (const screens::Intent& intent : std::exchange(after_typing_, {})) hand_over(intent, canvas.now);
        }
        return moving || !wanted.empty() || !after_typing_.empty();
    }

    void shown(bool still) override {
        if (!was_shown_ && hooks_.shown) hooks_.shown();
        was_shown_ = true;
        last_shown_ = stage::monotonic_now();
        idle_told_ = false;
        still_ = still;
        guard_.shown(drawn_, last_shown_);
    }

    bool watches_buttons() const override { return drawn_.watches_buttons; }
    bool has_focus_elsewhere() const override { return host_.has_focus(); }
    void take_buttons(const std::vector<std::string>& buttons) override {
        hand_over(screens::PressButtons{buttons}, stage::monotonic_now());
    }

    bool is_over() const override { return hooks_.over ? hooks_.over() : quit_; }

private:
    [[nodiscard]] bool is_typing() const {
        return !drawn_.screens.empty() && screens::traits_of(drawn_.screens.back()).owns_keys;
    }

    void hand_over(const screens::Intent& intent, Seconds now) {
        if (!guard_.allows(intent, hooks_.ui(), now)) return;
        if (screens::is(intent, screens::ActionId::quit)) quit_ = true;
        hooks_.take(intent);
    }

    // Draws the new layout when an earlier input of the same turn changed the UI model, so that the pointer meets
    // that one.
    void refresh_layout(const stage::Input& input, Seconds now) {
        const bool points = std::holds_alternative<stage::PointerDown>(input) ||
                            std::holds_alternative<stage::PointerUp>(input) ||
                            std::holds_alternative<stage::PointerMove>(input);
        const screens::UiModel& ui = hooks_.ui();
        if (!points || ui == laid_out_ || ui.screens.empty() || screens::traits_of(ui.screens.back()).is_overlay)
            return;
        laid_out_ = ui;
        stage::Canvas canvas = window_.begin_frame(now);
        std::vector<screens::Intent> ignored;
        (void)window::draw(laid_out_, canvas, state_, ignored);
        window_.overlays().end_frame(canvas.paint);
    }

    // Tells that a new screen stands still and takes presses.
    void announce_ready(Seconds now) {
        if (!still_ || drawn_.screens.empty() || announced_ == drawn_.screen_id + 1 || !guard_.is_open(drawn_, now))
            return;
        announced_ = drawn_.screen_id + 1;
        const char* name = screens::traits_of(drawn_.screens.back()).name;
        if (!options_.screenshots.empty()) {
            (void)window_.screenshot(options_.screenshots / (std::to_string(++pictures_) + "-" + name + ".png"));
        }
        if (options_.trace != nullptr) *options_.trace << "ready " << name << std::endl;
    }

    void announce_idle(Seconds now) {
        if (options_.trace == nullptr || idle_told_ || now - last_shown_ < idle_after) return;
        idle_told_ = true;
        *options_.trace << "idle " << window_.shown() << std::endl;
    }

    stage::Window& window_;
    const RunOptions& options_;
    const Hooks& hooks_;
    ViewState state_;
    HostWindow host_;
    PressGuard guard_;
    std::vector<screens::Intent> after_typing_; ///< wait until the name field has received what was typed before them
    screens::UiModel drawn_;                    ///< shown last
    screens::UiModel laid_out_;                 ///< the model whose places `state_` knows
    stage::Appearance asked_;
    std::uint64_t announced_ = 0; ///< screen_id + 1 of the screen announced last
    Seconds last_shown_ = 0;
    bool idle_told_ = false;
    bool still_ = false; ///< nothing moved in the last frame
    bool was_shown_ = false;
    bool stale_ = false;
    bool quit_ = false;
    int pictures_ = 0;
};

void print(std::ostream& out, const stage::RunStats& stats) {
    const auto figure = [&](const char* name, double value) { out << ' ' << name << '=' << value; };
    out << "stats";
    figure("frames", stats.frames);
    figure("draw_calls", stats.most_draw_calls);
    figure("vertices", static_cast<double>(stats.most_vertices));
    figure("median_ms", stats.median_ms);
    figure("p99_ms", stats.p99_ms);
    out << std::endl;
}

} // namespace

Result<stage::RunStats> run_window(const RunOptions& options, const Hooks& hooks, const std::atomic<bool>& stop) {
    const stage::WindowOptions wanted{options.title, options.width, options.height, options.themes};
    auto window = stage::Window::open(wanted, hooks.appearance());
    if (!window) return tl::unexpected<Error>(window.error());
    Game game(**window, options, hooks);
    const stage::RunStats stats = stage::run(**window, game, stop);
    if (options.trace != nullptr) print(*options.trace, stats);
    return stats;
}

} // namespace chelate::window
