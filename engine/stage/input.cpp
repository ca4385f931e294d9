#include "engine/stage/input.hpp"

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

Vec at(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

} // namespace

std::string utf8_of(const Typed& typed) {
    const sf::Uint32 code = typed.code;
    std::string bytes;
    sf::Utf8::encode(code, std::back_inserter(bytes));
    return bytes;
}

std::optional<Input> Translator::translate(const sf::Event& event) {
    using K = sf::Keyboard;
    const auto is_down = [this](K::Key key) { return down_[static_cast<std::size_t>(key)]; };
    switch (event.type) {
    case sf::Event::KeyPressed: {
        const K::Key code = event.key.code;
        const bool known = code >= 0 && static_cast<std::size_t>(code) < down_.size(); // the code of unknown keys is -1
        KeyDown out{key_of(code), digit_of(code), is_down(K::LShift) || is_down(K::RShift),
                    is_down(K::LControl) || is_down(K::RControl), known && is_down(code)};
        if (code >= K::A && code <= K::Z) out.letter = static_cast<char>('A' + (code - K::A));
        if (known) down_[static_cast<std::size_t>(code)] = true;
        repeats_ = out.repeat;
        return out;
    }
    case sf::Event::KeyReleased:
        if (event.key.code >= 0 && static_cast<std::size_t>(event.key.code) < down_.size()) {
            down_[static_cast<std::size_t>(event.key.code)] = false;
        }
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
        return std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace chelate::stage
