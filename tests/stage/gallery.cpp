// Draws every screen with sample texts and saves a picture of each: the tool for judging how the program looks.
// Usage: gallery <folder> [--size 1280x720] [--theme dark] [--scale 1.0] [--only name] [--bench]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "engine/stage/loop.hpp"
#include "game/window/glass_view.hpp"
#include "samples.hpp"

namespace {

using namespace chelate;

struct Options {
    std::string folder = ".";
    unsigned width = 1280;
    unsigned height = 720;
    stage::Appearance appearance;
    std::string only;
    bool bench = false;
};

Options read(int count, char** words) {
    Options out;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const std::string next = i + 1 < count ? words[i + 1] : "";
        if (word == "--bench") out.bench = true;
        else if (word.rfind("--", 0) != 0) out.folder = word;
        else ++i;
        if (word == "--size") std::sscanf(next.c_str(), "%ux%u", &out.width, &out.height);
        if (word == "--theme") out.appearance.theme = next;
        if (word == "--scale") out.appearance.text_scale = std::strtof(next.c_str(), nullptr);
        if (word == "--only") out.only = next;
    }
    return out;
}

// Plays the entrance and then waits until nothing moves.
stage::FrameStats settle(stage::Window& window, const app::Glass& glass, window::ViewState& state) {
    stage::FrameStats stats;
    std::vector<app::Intent> ignored;
    double now = stage::monotonic_now() + 100.0 * static_cast<double>(glass.screen_id);
    for (int frame = 0; frame < 12; ++frame) {
        stage::Canvas canvas = window.begin_frame(now);
        (void)window::draw(glass, canvas, state, ignored);
        window.overlays().end_frame(canvas.paint);
        stats = window.show();
        now += frame == 0 ? 3 : 0.2;
    }
    return stats;
}

// Every frame of an endless change of focus: nothing at rest but the ground.
void bench(stage::Window& window, app::Glass glass) {
    window::ViewState state;
    std::vector<app::Intent> ignored;
    std::vector<double> times;
    double drawing = 0;
    stage::FrameStats stats;
    const std::clock_t clock_start = std::clock();
    for (int frame = 0; frame < 240; ++frame) {
        const double start = stage::monotonic_now();
        if (auto* question = std::get_if<app::QuestionModel>(&glass.screens.back())) {
            question->focus = frame / 4 % static_cast<int>(question->choices.size());
        }
        stage::Canvas canvas = window.begin_frame(frame / 60.0);
        (void)window::draw(glass, canvas, state, ignored);
        window.overlays().end_frame(canvas.paint);
        drawing += (stage::monotonic_now() - start) * 1000 / 240;
        stats = window.show();
        times.push_back((stage::monotonic_now() - start) * 1000);
    }
    const double cpu = static_cast<double>(std::clock() - clock_start) / CLOCKS_PER_SEC * 1000 / 240;
    std::sort(times.begin(), times.end());
    std::printf("  busy: median %.2f ms, p99 %.2f ms, processor %.2f ms, layout %.2f ms, %d draw calls, %zu vertices\n", times[times.size() / 2],
                times[times.size() * 99 / 100], cpu, drawing, stats.draw_calls, stats.vertices);
}

} // namespace

int main(int count, char** words) {
    const Options options = read(count, words);
    auto window = stage::Window::open({"gallery", options.width, options.height, false, CHELATE_SOURCE_DIR "/assets/themes"}, options.appearance);
    if (!window) {
        std::fprintf(stderr, "%s\n", window.error().code.c_str());
        for (const auto& [name, value] : window.error().args) std::fprintf(stderr, "  %s: %s\n", name.c_str(), value.c_str());
        return 1;
    }
    for (const samples::Sample& sample : samples::all()) {
        if (!options.only.empty() && sample.name != options.only) continue;
        window::ViewState state;
        const stage::FrameStats stats = settle(**window, sample.glass, state);
        const std::string path = options.folder + "/" + sample.name + ".png";
        if (auto saved = (*window)->screenshot(path); !saved) return 1;
        std::printf("%s: %d draw calls, %zu vertices\n", path.c_str(), stats.draw_calls, stats.vertices);
        if (options.bench) bench(**window, sample.glass);
    }
    return 0;
}
