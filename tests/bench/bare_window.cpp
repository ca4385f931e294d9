// The smallest possible SFML window, for comparison: opens, draws one frame, prints "ready" and waits for events.
//
//   bare_window                            1280 x 720
//   bare_window <width> <height> <frames>  draws this many frames instead, each of which fills the window three times
//                                          (a background and two blended layers, about what a screen of the program
//                                          fills); prints "median_ms=... p99_ms=..." and ends
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <SFML/Graphics.hpp>

namespace {

using Clock = std::chrono::steady_clock;

/// Returns a layer over the whole window whose colour changes from top to bottom, as the program's backgrounds do.
sf::VertexArray layer_of(unsigned width, unsigned height, sf::Color top, sf::Color bottom) {
    const auto right = static_cast<float>(width);
    const auto low = static_cast<float>(height);
    sf::VertexArray layer(sf::TriangleStrip, 4);
    layer[0] = sf::Vertex({0, 0}, top);
    layer[1] = sf::Vertex({right, 0}, top);
    layer[2] = sf::Vertex({0, low}, bottom);
    layer[3] = sf::Vertex({right, low}, bottom);
    return layer;
}

/// Draws frames and prints how long they took.
void measure(sf::RenderWindow& window, unsigned width, unsigned height, std::size_t frames) {
    const sf::VertexArray background = layer_of(width, height, {11, 17, 34}, {5, 9, 20});
    const sf::VertexArray glow = layer_of(width, height, {80, 120, 200, 40}, {80, 120, 200, 0});
    const sf::VertexArray surface = layer_of(width, height, {30, 40, 70, 200}, {24, 32, 60, 200});
    std::vector<double> times;
    while (times.size() < frames) {
        sf::Event event{};
        while (window.pollEvent(event)) {
        }
        const auto start = Clock::now();
        window.clear();
        window.draw(background);
        window.draw(glow);
        window.draw(surface);
        window.display();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("median_ms=%.3f p99_ms=%.3f\n", times[frames / 2], times[frames * 99 / 100]);
}

} // namespace

int main(int count, char** arguments) {
    const bool measures = count == 4;
    const auto number = [&](int index) { return static_cast<unsigned>(std::strtoul(arguments[index], nullptr, 10)); };
    const unsigned width = measures ? number(1) : 1280;
    const unsigned height = measures ? number(2) : 720;
    sf::RenderWindow window(sf::VideoMode(width, height), "Bare", sf::Style::Default,
                            sf::ContextSettings(0, 0, 0, 2, 1));
    window.setPosition({0, 0});
    window.clear(sf::Color(11, 17, 34));
    window.display();
    if (measures) {
        measure(window, width, height, std::max(1U, number(3)));
        return 0;
    }
    std::puts("ready");
    std::fflush(stdout);
    sf::Event event{};
    while (window.isOpen() && window.waitEvent(event)) {
        if (event.type == sf::Event::Closed) window.close();
    }
}
