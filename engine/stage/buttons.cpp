#include "engine/stage/buttons.hpp"

#include <SFML/Window/Joystick.hpp>
#include <SFML/Window/Keyboard.hpp>

namespace chelate::stage {
namespace {

bool is_pad_down(unsigned pad) {
    if (!sf::Joystick::isConnected(pad)) return false;
    const unsigned count = sf::Joystick::getButtonCount(pad);
    for (unsigned button = 0; button < count; ++button) {
        if (sf::Joystick::isButtonPressed(pad, button)) return true;
    }
    return false;
}

} // namespace

std::vector<std::string> Buttons::look(bool focused) {
    std::vector<std::string> pressed;
    sf::Joystick::update();
    for (std::size_t i = 0; i < down_.size(); ++i) {
        const bool is_letter = i < letters;
        const bool down = is_letter ? focused && sf::Keyboard::isKeyPressed(static_cast<sf::Keyboard::Key>(
                                                     sf::Keyboard::A + static_cast<int>(i)))
                                    : is_pad_down(static_cast<unsigned>(i - letters));
        if (down && !down_[i] && knows_) {
            pressed.push_back(is_letter ? std::string(1, static_cast<char>('A' + i))
                                        : "Pad " + std::to_string(i - letters + 1));
        }
        down_[i] = down;
    }
    knows_ = true;
    return pressed;
}

} // namespace chelate::stage
