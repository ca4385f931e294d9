#include <doctest/doctest.h>

#include <SFML/Window/Event.hpp>

#include "engine/stage/input.hpp"

using namespace chelate::stage;

namespace {

sf::Event key(sf::Event::EventType type, sf::Keyboard::Key code) {
    sf::Event event{};
    event.type = type;
    event.key.code = code;
    return event;
}

sf::Event press(sf::Keyboard::Key code) { return key(sf::Event::KeyPressed, code); }
sf::Event release(sf::Keyboard::Key code) { return key(sf::Event::KeyReleased, code); }

KeyDown down(Translator& translator, sf::Keyboard::Key code) {
    const auto input = translator.translate(press(code));
    REQUIRE(input);
    REQUIRE(std::holds_alternative<KeyDown>(*input));
    return std::get<KeyDown>(*input);
}

} // namespace

TEST_CASE("digits come from the row and from the number pad") {
    Translator translator;
    const KeyDown row = down(translator, sf::Keyboard::Num7);
    CHECK(row.key == Key::digit);
    CHECK(row.digit == 7);
}

TEST_CASE("a key of the number pad is a digit when it types one, and an arrow when it does not") {
    Translator translator;
    sf::Event text{};
    text.type = sf::Event::TextEntered;
    text.text.unicode = '4';
    const sf::Event four = press(sf::Keyboard::Numpad4);
    CHECK(std::get<KeyDown>(*translator.translate(four, &text)) == KeyDown{Key::digit, 4, false, false, false});
    CHECK(std::get<KeyUp>(*translator.translate(release(sf::Keyboard::Numpad4))).key == Key::digit);
    struct Row {
        sf::Keyboard::Key code;
        Key key;
    };
    for (const Row& row : {Row{sf::Keyboard::Numpad0, Key::insert}, Row{sf::Keyboard::Numpad1, Key::end},
                           Row{sf::Keyboard::Numpad2, Key::down}, Row{sf::Keyboard::Numpad3, Key::page_down},
                           Row{sf::Keyboard::Numpad4, Key::left}, Row{sf::Keyboard::Numpad5, Key::other},
                           Row{sf::Keyboard::Numpad6, Key::right}, Row{sf::Keyboard::Numpad7, Key::home},
                           Row{sf::Keyboard::Numpad8, Key::up}, Row{sf::Keyboard::Numpad9, Key::page_up}}) {
        const sf::Event up = release(row.code);
        for (const sf::Event* next : {static_cast<const sf::Event*>(nullptr), &up}) {
            CHECK(std::get<KeyDown>(*translator.translate(press(row.code), next)) ==
                  KeyDown{row.key, 0, false, false, false});
            CHECK(std::get<KeyUp>(*translator.translate(up)).key == row.key);
        }
    }
}

TEST_CASE("a key that is still down is a repeat, after its release it is not") {
    Translator translator;
    CHECK_FALSE(down(translator, sf::Keyboard::Enter).repeat);
    CHECK(down(translator, sf::Keyboard::Enter).repeat);
    (void)translator.translate(release(sf::Keyboard::Enter));
    CHECK_FALSE(down(translator, sf::Keyboard::Enter).repeat);
}

TEST_CASE("text that a held key types again is a repeat") {
    Translator translator;
    const auto typed = [&](char32_t code) {
        sf::Event text{};
        text.type = sf::Event::TextEntered;
        text.text.unicode = code;
        return std::get<Typed>(*translator.translate(text));
    };
    (void)down(translator, sf::Keyboard::K);
    CHECK(typed(U'k') == Typed{U'k', false});
    (void)down(translator, sf::Keyboard::K);
    CHECK(typed(U'k') == Typed{U'k', true});
    (void)down(translator, sf::Keyboard::O); // pressed before the other key is released
    CHECK(typed(U'o') == Typed{U'o', false});
    (void)translator.translate(release(sf::Keyboard::K));
    (void)down(translator, sf::Keyboard::K);
    CHECK(typed(U'k') == Typed{U'k', false});
}

TEST_CASE("modifiers are the keys that are down, whatever the event says") {
    Translator translator;
    sf::Event tab = press(sf::Keyboard::Tab);
    tab.key.shift = true;
    CHECK_FALSE(std::get<KeyDown>(*translator.translate(tab)).shift);
    (void)translator.translate(release(sf::Keyboard::Tab));
    (void)translator.translate(press(sf::Keyboard::RShift));
    CHECK(down(translator, sf::Keyboard::Tab).shift);
}

TEST_CASE("losing the window's focus lets go of every key") {
    Translator translator;
    (void)translator.translate(press(sf::Keyboard::LControl));
    sf::Event lost{};
    lost.type = sf::Event::LostFocus;
    CHECK(std::holds_alternative<FocusLost>(*translator.translate(lost)));
    CHECK_FALSE(down(translator, sf::Keyboard::A).control);
}

TEST_CASE("a key without a name is unknown and harms nothing") {
    Translator translator;
    CHECK(down(translator, sf::Keyboard::Unknown).key == Key::unknown);
    CHECK(translator.translate(release(sf::Keyboard::Unknown)).has_value());
}

TEST_CASE("control characters are no text") {
    Translator translator;
    sf::Event text{};
    text.type = sf::Event::TextEntered;
    for (const sf::Uint32 code : {8U, 9U, 13U, 27U, 31U, 127U}) {
        text.text.unicode = code;
        CHECK_FALSE(translator.translate(text));
    }
    text.text.unicode = 0x17B;
    CHECK(std::get<Typed>(*translator.translate(text)).code == U'Ż');
}

TEST_CASE("only the left button and the vertical wheel count") {
    Translator translator;
    sf::Event button{};
    button.type = sf::Event::MouseButtonPressed;
    button.mouseButton.button = sf::Mouse::Right;
    CHECK_FALSE(translator.translate(button));
    button.mouseButton.button = sf::Mouse::Left;
    button.mouseButton.x = 12;
    button.mouseButton.y = 34;
    CHECK(std::get<PointerDown>(*translator.translate(button)).at == Vec{12, 34});
    sf::Event wheel{};
    wheel.type = sf::Event::MouseWheelScrolled;
    wheel.mouseWheelScroll.wheel = sf::Mouse::HorizontalWheel;
    CHECK_FALSE(translator.translate(wheel));
}
