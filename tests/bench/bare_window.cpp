// The smallest possible SFML window, for comparison: opens, draws one frame, prints "ready" and waits for events.
#include <cstdio>

#include <SFML/Graphics.hpp>

int main() {
    sf::RenderWindow window(sf::VideoMode(1280, 720), "Bare", sf::Style::Default, sf::ContextSettings(0, 0, 0, 2, 1));
    window.setPosition({0, 0});
    window.clear(sf::Color(11, 17, 34));
    window.display();
    std::puts("ready");
    std::fflush(stdout);
    sf::Event event{};
    while (window.isOpen() && window.waitEvent(event)) {
        if (event.type == sf::Event::Closed) window.close();
    }
}
