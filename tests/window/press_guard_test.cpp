// Tests that presses meant for the picture before do nothing on a new one.
#include <doctest/doctest.h>

#include "game/window/press_guard.hpp"
#include "tests/window/bench.hpp"
#include "tests/window/samples.hpp"

using namespace chelate;
using window::PressGuard;
using window::test::Bench;

namespace {

screens::UiModel shown_ui(const std::string& name) {
    for (const samples::Sample& one : samples::all()) {
        if (one.name == name) return one.ui;
    }
    FAIL("no such sample");
    return {};
}

screens::QuestionModel& question_in(screens::UiModel& ui) {
    return std::get<screens::QuestionModel>(ui.screens.back());
}

} // namespace

TEST_CASE("a new picture takes no press before it was shown for 0.3 seconds") {
    PressGuard guard;
    const screens::UiModel ui = shown_ui("question");
    CHECK_FALSE(guard.allows(screens::Activate{}, ui, 100)); // nothing was shown yet
    guard.shown(ui, 100);
    for (const screens::Intent& intent :
         {screens::Intent{screens::Activate{}}, screens::Intent{screens::Choose{1}}, screens::Intent{screens::Hold{}},
          screens::Intent{screens::Act{screens::ActionId::go_on}},
          screens::Intent{screens::Act{screens::ActionId::back}}}) {
        CHECK_FALSE(guard.allows(intent, ui, 100));
        CHECK_FALSE(guard.allows(intent, ui, 100.299));
        CHECK(guard.allows(intent, ui, 100.301));
    }
    guard.shown(ui, 100.2); // the same picture again
    CHECK(guard.allows(screens::Activate{}, ui, 100.301));
}

TEST_CASE("typing, moving, buzzing, undoing and leaving the program never wait") {
    PressGuard guard;
    const screens::UiModel ui = shown_ui("question");
    guard.shown(ui, 5);
    for (const screens::Intent& intent :
         {screens::Intent{screens::TypeText{"7"}}, screens::Intent{screens::EditText{}},
          screens::Intent{screens::TypeName{"Ada"}}, screens::Intent{screens::MoveFocus{1}},
          screens::Intent{screens::FocusOn{1}}, screens::Intent{screens::SlideTo{0.5}},
          screens::Intent{screens::PressButtons{{"A"}}}, screens::Intent{screens::UserActivity{}},
          screens::Intent{screens::Act{screens::ActionId::undo}},
          screens::Intent{screens::Act{screens::ActionId::blank}},
          screens::Intent{screens::Act{screens::ActionId::quit}}}) {
        CHECK(guard.allows(intent, ui, 5));
    }
}

TEST_CASE("the next question, a second try, a reveal, a dialog and the next team's turn are new pictures") {
    const screens::UiModel before = shown_ui("question");
    const auto changed = [&](auto change) {
        screens::UiModel after = before;
        change(after);
        return window::picture_of(after) != window::picture_of(before);
    };
    CHECK(changed([](auto& ui) { ++ui.screen_id; }));
    CHECK(changed([](auto& ui) { question_in(ui).counter = "Question 9 of 10"; }));
    CHECK(changed([](auto& ui) { question_in(ui).prompt += "?"; }));
    CHECK(changed([](auto& ui) { question_in(ui).notice = "Not yet: try again"; }));
    CHECK(changed([](auto& ui) { question_in(ui).instruction = "How sure are you?"; }));
    CHECK(changed([](auto& ui) { question_in(ui).strip = screens::TeamStrip{{{.lit = true}}, ""}; }));
    CHECK(changed(
        [](auto& ui) { ui.screens.push_back(screens::DialogModel{.title = "End?", .text = {}, .buttons = {}}); }));
    CHECK(changed([](auto& ui) { ui.screens.back() = shown_ui("reveal_wrong").screens.back(); }));
    // These change without a press of the person, or by moving and typing.
    CHECK_FALSE(changed([](auto& ui) { question_in(ui).focus = 2; }));
    CHECK_FALSE(changed([](auto& ui) { question_in(ui).clock = screens::ClockModel{"3 s", 0.1}; }));
    CHECK_FALSE(changed([](auto& ui) { question_in(ui).score = "9,000 points"; }));
    CHECK_FALSE(changed([](auto& ui) { ui.footer.clear(); }));
}

TEST_CASE("a click counts from when the button went down") {
    PressGuard guard;
    const screens::UiModel ui = shown_ui("question");
    guard.shown(ui, 10);
    const stage::PointerDown down{{5, 5}};
    guard.take(down, ui, 10.2);
    CHECK_FALSE(guard.allows(screens::Press{1}, ui, 10.4)); // held until the picture takes presses
    guard.take(down, ui, 10.5);
    CHECK(guard.allows(screens::Press{1}, ui, 10.6));
    screens::UiModel next = ui;
    ++next.screen_id;
    guard.shown(next, 11);
    CHECK_FALSE(guard.allows(screens::Press{1}, next, 12)); // it went down on the picture before
    guard.take(down, next, 12);
    CHECK(guard.allows(screens::Press{1}, next, 12.1));
}

TEST_CASE("six quick presses of Enter answer one question") {
    PressGuard guard;
    screens::UiModel ui = shown_ui("question");
    guard.shown(ui, 0);
    int answered = 0;
    for (int press = 0; press < 6; ++press) {
        const double now = 1 + press * 0.03;
        if (!guard.allows(screens::Activate{}, ui, now)) continue;
        ++answered;
        ++ui.screen_id;
        guard.shown(ui, now + 0.01);
    }
    CHECK(answered == 1);
}

TEST_CASE("a key that is held while another window gets the keyboard deletes nothing afterwards") {
    Bench bench(shown_ui("name"));
    const auto play = [&](int frames) {
        for (int i = 0; i < frames; ++i) {
            for (const screens::Intent& intent : bench.frames(1)) {
                // The presenter keeps what was typed.
                if (const auto* typed = std::get_if<screens::TypeName>(&intent))
                    std::get<screens::NameModel>(bench.ui.screens.back()).text = typed->text;
            }
        }
        return std::get<screens::NameModel>(bench.ui.screens.back()).text;
    };
    for (const char32_t letter : {U'a', U'b', U'c', U'd', U'e', U'f'}) bench.bridge->push(stage::Typed{letter});
    REQUIRE(play(12) == "abcdef");
    bench.bridge->push(stage::KeyDown{stage::Key::backspace, 0, false, false, false});
    CHECK(play(1) == "abcde");
    bench.bridge->push(stage::FocusLost{});
    const std::string kept = play(1);
    CHECK(play(10) == kept);
    bench.bridge->push(stage::Typed{U'x'});
    CHECK(play(10) == kept + "x");
}
