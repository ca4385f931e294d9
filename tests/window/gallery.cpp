// Draws every screen with sample texts and saves a picture of each, so that people can judge how the program looks.
// Usage: gallery <folder> [--size 1280x720] [--theme dark] [--scale 1.0] [--only name] [--bench] [--live] [--pseudo]
// --pseudo draws screens of the program in a language with accents that is 40 % longer than English.
// --live opens one sample as the game's window does. It prints every intent and follows the focus until it is closed.
#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#define DOCTEST_CONFIG_IMPLEMENT // for the walk, which checks as it goes
#include "tests/support/pseudo_language.hpp"

#include "engine/stage/loop.hpp"
#include "game/window/run_window.hpp"
#include "game/window/ui_view.hpp"
#include "tests/window/samples.hpp"
#include "tests/window/walked_screens.hpp"

namespace {

using namespace chelate;

struct Options {
    std::string folder = ".";
    unsigned width = 1280;
    unsigned height = 720;
    stage::Appearance appearance;
    std::string only;
    bool bench = false;
    bool live = false;
    bool pseudo = false;
};

Options read(int count, char** words) {
    Options out;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const std::string next = i + 1 < count ? words[i + 1] : "";
        if (word == "--bench") out.bench = true;
        else if (word == "--live") out.live = true;
        else if (word == "--pseudo") out.pseudo = true;
        else if (word.rfind("--", 0) != 0) out.folder = word;
        else ++i;
        if (word == "--size") std::sscanf(next.c_str(), "%ux%u", &out.width, &out.height);
        if (word == "--theme") out.appearance.theme = next;
        if (word == "--scale") out.appearance.text_scale = std::strtof(next.c_str(), nullptr);
        if (word == "--only") out.only = next;
    }
    return out;
}

// Plays the entrance and waits until nothing moves. Returns the largest numbers of any frame.
stage::FrameStats settle(stage::Window& window, const screens::UiModel& ui, window::ViewState& state) {
    stage::FrameStats stats;
    std::vector<screens::Intent> ignored;
    double now = stage::monotonic_now() + 100.0 * static_cast<double>(ui.screen_id);
    for (int frame = 0; frame < 12; ++frame) {
        stage::Canvas canvas = window.begin_frame(now);
        (void)window::draw(ui, canvas, state, ignored);
        window.overlays().end_frame(canvas.paint);
        const stage::FrameStats one = window.show();
        stats.draw_calls = std::max(stats.draw_calls, one.draw_calls);
        stats.vertices = std::max(stats.vertices, one.vertices);
        now += frame == 0 ? 3 : 0.2;
    }
    return stats;
}

// Measures frames in which the focus keeps changing and only the background is at rest.
void bench(stage::Window& window, screens::UiModel ui) {
    window::ViewState state;
    std::vector<screens::Intent> ignored;
    std::vector<double> times;
    double drawing = 0;
    stage::FrameStats stats;
    const std::clock_t clock_start = std::clock();
    for (int frame = 0; frame < 240; ++frame) {
        const double start = stage::monotonic_now();
        if (auto* question = std::get_if<screens::QuestionModel>(&ui.screens.back())) {
            question->focus = frame / 4 % 2;
        }
        stage::Canvas canvas = window.begin_frame(frame / 60.0);
        (void)window::draw(ui, canvas, state, ignored);
        window.overlays().end_frame(canvas.paint);
        drawing += (stage::monotonic_now() - start) * 1000 / 240;
        stats = window.show();
        times.push_back((stage::monotonic_now() - start) * 1000);
    }
    const double cpu = static_cast<double>(std::clock() - clock_start) / CLOCKS_PER_SEC * 1000 / 240;
    std::sort(times.begin(), times.end());
    std::printf("  busy: median %.2f ms, p99 %.2f ms, processor %.2f ms, layout %.2f ms, %d draw calls, %zu vertices\n",
                times[times.size() / 2], times[times.size() * 99 / 100], cpu, drawing, stats.draw_calls,
                stats.vertices);
}

struct Printer {
    void operator()(const screens::MoveFocus& i) const { std::printf("intent MoveFocus %d\n", i.by); }
    void operator()(const screens::FocusOn& i) const { std::printf("intent FocusOn %d\n", i.index); }
    void operator()(const screens::Activate&) const { std::printf("intent Activate\n"); }
    void operator()(const screens::Press& i) const { std::printf("intent Press %d\n", i.index); }
    void operator()(const screens::Choose& i) const { std::printf("intent Choose %d\n", i.number); }
    void operator()(const screens::Hold&) const { std::printf("intent Hold\n"); }
    void operator()(const screens::Carry& i) const { std::printf("intent Carry %d\n", i.by); }
    void operator()(const screens::MoveItem& i) const { std::printf("intent MoveItem %d %d\n", i.from, i.to); }
    void operator()(const screens::Adjust& i) const { std::printf("intent Adjust %d %d\n", i.row, i.by); }
    void operator()(const screens::SetOption& i) const { std::printf("intent SetOption %d %d\n", i.row, i.option); }
    void operator()(const screens::TypeText& i) const { std::printf("intent TypeText %s\n", i.text.c_str()); }
    void operator()(const screens::EditText& i) const { std::printf("intent EditText %d\n", static_cast<int>(i.edit)); }
    void operator()(const screens::SlideTo& i) const { std::printf("intent SlideTo %.2f\n", i.share); }
    void operator()(const screens::TypeName& i) const { std::printf("intent TypeName %s\n", i.text.c_str()); }
    void operator()(const screens::PressButtons& i) const {
        std::printf("intent PressButtons %zu\n", i.buttons.size());
    }
    void operator()(const screens::Act& i) const {
        std::printf("intent Act %s\n", std::string(screens::row_of(i.id).name).c_str());
    }
    void operator()(const screens::UserActivity& i) const {
        std::printf("intent UserActivity %u\n", static_cast<unsigned>(i.typed));
    }
};

std::atomic<bool> stopped{false};

int live(const Options& options, screens::UiModel ui) {
    std::signal(SIGTERM, [](int) { stopped = true; });
    const auto focus = [&ui](int to) {
        std::visit(
            [to](auto& model) {
                if constexpr (requires { model.focus; }) model.focus = std::max(0, to);
            },
            ui.screens.back());
    };
    window::Hooks hooks;
    hooks.tick = [](std::int64_t) {};
    hooks.ui = [&ui]() -> const screens::UiModel& { return ui; };
    hooks.appearance = [&options] { return options.appearance; };
    hooks.take = [&](const screens::Intent& intent) {
        std::visit(Printer{}, intent);
        std::fflush(stdout);
        if (const auto* on = std::get_if<screens::FocusOn>(&intent)) focus(on->index);
        if (const auto* press = std::get_if<screens::Press>(&intent)) focus(press->index);
        auto* name = std::get_if<screens::NameModel>(&ui.screens.back());
        if (const auto* typed = std::get_if<screens::TypeName>(&intent); typed != nullptr && name != nullptr)
            name->text = typed->text;
        if (const auto* move = std::get_if<screens::MoveItem>(&intent)) {
            auto& items =
                std::get<screens::OrderModel>(std::get<screens::QuestionModel>(ui.screens.back()).answer).items;
            const screens::ChoiceCard item = items[static_cast<std::size_t>(move->from)];
            items.erase(items.begin() + move->from);
            items.insert(items.begin() + move->to, item);
        }
    };
    const auto ran = window::run_window(
        {"gallery", options.width, options.height, CHELATE_SOURCE_DIR "/assets/themes", &std::cout, {}}, hooks,
        stopped);
    return ran ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    const Options options = read(count, words);
    doctest::Context checks;
    checks.setAsDefaultForAssertsOutOfTestCases();
    const std::vector<samples::Sample> shown =
        options.pseudo ? samples::walked(test::pseudo_language()) : samples::all();
    if (options.live) {
        for (const samples::Sample& sample : shown) {
            if (sample.name == options.only) return live(options, sample.ui);
        }
        return 2;
    }
    auto window = stage::Window::open({"gallery", options.width, options.height, CHELATE_SOURCE_DIR "/assets/themes"},
                                      options.appearance);
    if (!window) {
        std::fprintf(stderr, "%s\n", window.error().code.c_str());
        for (const auto& [name, value] : window.error().args)
            std::fprintf(stderr, "  %s: %s\n", name.c_str(), value.c_str());
        return 1;
    }
    for (const samples::Sample& sample : shown) {
        if (!options.only.empty() && sample.name != options.only) continue;
        window::ViewState state;
        const stage::FrameStats stats = settle(**window, sample.ui, state);
        const std::string path = options.folder + "/" + sample.name + ".png";
        if (auto saved = (*window)->screenshot(path); !saved) return 1;
        std::printf("%s: %d draw calls, %zu vertices\n", path.c_str(), stats.draw_calls, stats.vertices);
        if (options.bench) bench(**window, sample.ui);
    }
    return 0;
}
