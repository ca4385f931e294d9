#include "engine/stage/input.hpp"

#include <array>
#include <iterator>

#include <SFML/System/Utf.hpp>
#include <SFML/Window/Event.hpp>

namespace chelate::stage {
namespace {

Key key_of(sf::Keyboard::Key key) {
    using K = sf::Keyboard;
    if ((key >= K::Num0 && key <= K::Num9) || (key >= K::Numpad0 && key <= K::Numpad9)) return Key::digit;
    switch (key) {
    case K::Unknown: return Key::unknown;
    case K::Up: return Key::up;
    case K::Down: return Key::down;
    case K::Left: return Key::left;
    case K::Right: return Key::right;
    case K::PageUp: return Key::page_up;
    case K::PageDown: return Key::page_down;
    case K::Home: return Key::home;
    case K::End: return Key::end;
    case K::Tab: return Key::tab;
    case K::Enter: return Key::enter;
    case K::Space: return Key::space;
    case K::Escape: return Key::escape;
    case K::Backspace: return Key::backspace;
    case K::Delete: return Key::erase;
    case K::F1: return Key::f1;
    case K::F2: return Key::f2;
    case K::F3: return Key::f3;
    case K::F4: return Key::f4;
    case K::F5: return Key::f5;
    case K::F6: return Key::f6;
    case K::F7: return Key::f7;
    case K::F8: return Key::f8;
    case K::F9: return Key::f9;
    case K::F10: return Key::f10;
    case K::F11: return Key::f11;
    case K::F12: return Key::f12;
    case K::Insert: return Key::insert;
    case K::A: return Key::a;
    case K::C: return Key::c;
    case K::V: return Key::v;
    case K::X: return Key::x;
    case K::Y: return Key::y;
    case K::Z: return Key::z;
    default: return Key::other;
    }
}

int digit_of(sf::Keyboard::Key key) {
    using K = sf::Keyboard;
    if (key >= K::Num0 && key <= K::Num9) return key - K::Num0;
    if (key >= K::Numpad0 && key <= K::Numpad9) return key - K::Numpad0;
    return 0;
}

bool is_number_pad(sf::Keyboard::Key key) { return key >= sf::Keyboard::Numpad0 && key <= sf::Keyboard::Numpad9; }

/// Returns what a digit key of the number pad means without Num Lock. SFML gives it the same code in both cases.
Key without_num_lock(sf::Keyboard::Key key) {
    constexpr std::array<Key, 10> keys{Key::insert, Key::end,   Key::down, Key::page_down, Key::left,
                                       Key::other,  Key::right, Key::home, Key::up,        Key::page_up};
    return keys[static_cast<std::size_t>(key - sf::Keyboard::Numpad0)];
}

bool types_digit(const sf::Event* event) {
    return event != nullptr && event->type == sf::Event::TextEntered && event->text.unicode >= '0' &&
           event->text.unicode <= '9';
}

Vec at(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

} // namespace

std::string utf8_of(const Typed& typed) {
    const sf::Uint32 code = typed.code;
    std::string bytes;
    sf::Utf8::encode(code, std::back_inserter(bytes));
    return bytes;
}

Key Translator::meaning_of(const sf::Event& pressed, const sf::Event* next) const {
    const sf::Keyboard::Key code = pressed.key.code;
    return is_number_pad(code) && !types_digit(next) ? without_num_lock(code) : key_of(code);
}

std::optional<Input> Translator::translate(const sf::Event& event, const sf::Event* next) {
    using K = sf::Keyboard;
    const auto is_down = [this](K::Key key) { return down_[static_cast<std::size_t>(key)]; };
    switch (event.type) {
    case sf::Event::KeyPressed: {
        const K::Key code = event.key.code;
        const bool known = code >= 0 && static_cast<std::size_t>(code) < down_.size(); // the code of unknown keys is -1
        const Key key = meaning_of(event, next);
        KeyDown out{key, key == Key::digit ? digit_of(code) : 0, is_down(K::LShift) || is_down(K::RShift),
                    is_down(K::LControl) || is_down(K::RControl), known && is_down(code)};
        if (is_number_pad(code)) number_pad_[static_cast<std::size_t>(code - K::Numpad0)] = key;
        if (code >= K::A && code <= K::Z) out.letter = static_cast<char>('A' + (code - K::A));
        if (known) down_[static_cast<std::size_t>(code)] = true;
        repeats_ = out.repeat;
        return out;
    }
    case sf::Event::KeyReleased:
        if (event.key.code >= 0 && static_cast<std::size_t>(event.key.code) < down_.size()) {
            down_[static_cast<std::size_t>(event.key.code)] = false;
        }
        if (is_number_pad(event.key.code))
            return KeyUp{number_pad_[static_cast<std::size_t>(event.key.code - K::Numpad0)]};
        return KeyUp{key_of(event.key.code)};
    case sf::Event::TextEntered:
        if (event.text.unicode < 32 || event.text.unicode == 127) return std::nullopt;
        return Typed{static_cast<char32_t>(event.text.unicode), repeats_};
    case sf::Event::MouseMoved: return PointerMove{at(event.mouseMove.x, event.mouseMove.y)};
    case sf::Event::MouseButtonPressed:
        if (event.mouseButton.button != sf::Mouse::Left) return std::nullopt;
        return PointerDown{at(event.mouseButton.x, event.mouseButton.y)};
    case sf::Event::MouseButtonReleased:
        if (event.mouseButton.button != sf::Mouse::Left) return std::nullopt;
        return PointerUp{at(event.mouseButton.x, event.mouseButton.y)};
    case sf::Event::MouseWheelScrolled:
        if (event.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) return std::nullopt;
        return Wheel{at(event.mouseWheelScroll.x, event.mouseWheelScroll.y), event.mouseWheelScroll.delta};
    case sf::Event::MouseLeft: return PointerLeft{};
    case sf::Event::Resized:
        return Resized{{static_cast<float>(event.size.width), static_cast<float>(event.size.height)}};
    case sf::Event::Closed: return Closed{};
    case sf::Event::LostFocus:
        down_.fill(false);
        repeats_ = false;
        return FocusLost{};
    default: return std::nullopt;
    }
}

} // namespace chelate::stage
