// What a typed line means, for models that are made by hand.
#include <doctest/doctest.h>

#include "game/terminal/typed_line.hpp"

using namespace chelate;
using namespace chelate::screens;

namespace {

UiModel ui_of(ScreenModel screen, std::vector<ActionId> enabled = {ActionId::back, ActionId::help}) {
    UiModel ui;
    ui.screens.push_back(std::move(screen));
    ui.enabled = std::move(enabled);
    return ui;
}

UiModel question(AnswerModel answer, std::vector<ActionId> enabled = {ActionId::back, ActionId::help}) {
    QuestionModel model;
    model.answer = std::move(answer);
    return ui_of(std::move(model), std::move(enabled));
}

using Intents = std::vector<Intent>;

} // namespace

TEST_SUITE("terminal/typed line") {
    TEST_CASE("an action is understood by its letter and its name, while it is enabled") {
        const auto ui = question(ChoiceModel{{{}, {}}}, {ActionId::hint, ActionId::back, ActionId::report});
        for (const char* line : {"h", "hint", "/hint"})
            CHECK(terminal::intents_of(line, ui) == Intents{Act{ActionId::hint}});
        for (const char* line : {"q", "b", "esc", "back", "/back"})
            CHECK(terminal::intents_of(line, ui) == Intents{Act{ActionId::back}});
        CHECK(terminal::intents_of("report", ui) == Intents{Act{ActionId::report}});
        for (const char* line : {"p", "pass", "/pass", "H"}) CHECK_FALSE(terminal::intents_of(line, ui).has_value());
    }

    TEST_CASE("where text is typed, a word is an answer unless it has a slash") {
        const auto ui = question(TextModel{}, {ActionId::hint, ActionId::back});
        CHECK(terminal::intents_of("hint", ui) == Intents{EditText{Edit::end}, TypeText{"hint"}, Activate{}});
        CHECK(terminal::intents_of("b", ui) == Intents{EditText{Edit::end}, TypeText{"b"}, Activate{}});
        CHECK(terminal::intents_of("/hint", ui) == Intents{Act{ActionId::hint}});
        CHECK(terminal::intents_of("q", ui) == Intents{Act{ActionId::back}});
        CHECK_FALSE(terminal::intents_of("/hitn", ui).has_value());
        CHECK_FALSE(terminal::intents_of("", ui).has_value());
    }

    TEST_CASE("a text replaces what was in the field") {
        const auto ui = question(TextModel{{"äb", 3, {}}});
        CHECK(terminal::intents_of("c", ui) == Intents{EditText{Edit::end}, EditText{Edit::backspace},
                                                       EditText{Edit::backspace}, TypeText{"c"}, Activate{}});
    }

    TEST_CASE("ticks that are there already are taken into account") {
        const auto ui = question(TickModel{{{}, {}, {}}, {true, false, false}});
        CHECK(terminal::intents_of("2 3", ui) == Intents{Choose{1}, Choose{2}, Choose{3}, Activate{}});
        CHECK(terminal::intents_of("1,3", ui) == Intents{Choose{3}, Activate{}});
        for (const char* line : {"", "4", "1 a"}) CHECK_FALSE(terminal::intents_of(line, ui).has_value());
    }

    TEST_CASE("every item needs its target") {
        const auto ui = question(AssignModel{{{}, {}}, {-1, -1}, {{}, {}, {}}});
        CHECK(terminal::intents_of("31", ui) == Intents{FocusOn{0}, Choose{3}, FocusOn{1}, Choose{1}, Activate{}});
        for (const char* line : {"", "1", "1 2 3", "14"}) CHECK_FALSE(terminal::intents_of(line, ui).has_value());
    }

    TEST_CASE("home numbers its buttons on from the rounds, without those for a window") {
        HomeModel home;
        home.resume = Button{"Continue"};
        home.progress = "Progress";
        home.rounds = {{}, {}};
        home.corner = {"own", "class", "settings"};
        home.for_window = {1};
        const auto ui = ui_of(home);
        CHECK(terminal::intents_of("c", ui) == Intents{Press{0}});
        CHECK(terminal::intents_of("2", ui) == Intents{Choose{2}});
        CHECK(terminal::intents_of("3", ui) == Intents{Press{4}});
        CHECK(terminal::intents_of("4", ui) == Intents{Press{6}});
        CHECK(terminal::intents_of("5", ui) == Intents{Press{1}});
        for (const char* line : {"0", "6", "", "-1", "1 2"}) CHECK_FALSE(terminal::intents_of(line, ui).has_value());
        home.resume.reset();
        CHECK_FALSE(terminal::intents_of("c", ui_of(home)).has_value());
    }

    TEST_CASE("rows of settings are numbered first, then the buttons") {
        SettingsModel model;
        model.rows = {{"one", {"a", "b"}, 0, {}}, {"two", {}, 0, {}}};
        model.more = {"more"};
        const auto ui = ui_of(model);
        CHECK(terminal::intents_of("1 2", ui) == Intents{SetOption{0, 1}});
        CHECK(terminal::intents_of("1", ui) == Intents{FocusOn{0}, Activate{}});
        CHECK(terminal::intents_of("3", ui) == Intents{Press{2}});
        CHECK(terminal::intents_of("", ui) == Intents{Press{2}});
        CHECK(terminal::intents_of("4", ui) == Intents{Press{3}});
        for (const char* line : {"2", "5", "1 3", "3 1", "1 x", "x"})
            CHECK_FALSE(terminal::intents_of(line, ui).has_value());
    }
}
