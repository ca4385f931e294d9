// Tests the pages of mechanisms: the list, and a figure that plays, pauses, steps, jumps and takes a variant.
#include <doctest/doctest.h>

#include "game/wording/lookup.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Opens the page of a mechanism from home.
void open_mechanism(App& app, const content::Pack& pack, const char* id) {
    app.handle(Press{corner_of(app, "mechanisms.title")});
    const auto& list = top<MechanismListModel>(app);
    const std::string& name = pack.mechanisms.at(content::MechanismId{id}).name;
    int index = 0;
    for (const MechanismListModel::Group& group : list.groups) {
        for (const MechanismListModel::Card& card : group.cards) {
            if (card.name == name) {
                app.handle(Press{index});
                REQUIRE(shows<MechanismModel>(app));
                REQUIRE(top<MechanismModel>(app).title == name);
                return;
            }
            ++index;
        }
    }
    FAIL("not in the list: ", name);
}

/// Presses the button with this text.
void press_button(App& app, const std::string& text) {
    const auto& buttons = top<MechanismModel>(app).buttons;
    const auto found =
        std::find_if(buttons.begin(), buttons.end(), [&](const Button& button) { return button.text == text; });
    REQUIRE_MESSAGE(found != buttons.end(), text);
    app.handle(Press{static_cast<int>(found - buttons.begin())});
}

void pass(TestProgram& program, App& app, int millis) {
    program.clock.advance({millis});
    app.tick();
}

const FigureModel& figure_of(const App& app) { return top<MechanismModel>(app).figure; }

const char* const plug = "nmda_block"; // steps of 4, 5, 5, 5 and 4 seconds, and a variant

} // namespace

TEST_SUITE("screens/mechanisms") {
    TEST_CASE("every mechanism is in the list once, under its area, and opens its page") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "mechanisms.title")});
        const auto list = top<MechanismListModel>(app);
        const content::Pack& pack = program.game.pack();
        std::set<std::string> names;
        int index = 0;
        for (const MechanismListModel::Group& group : list.groups) {
            CHECK_FALSE(group.name.empty());
            for (const MechanismListModel::Card& card : group.cards) {
                CHECK(names.insert(card.name).second);
                CHECK(card.picture.step == 0);
                CHECK_FALSE(card.picture.labels);
                app.handle(FocusOn{index++});
                app.handle(Activate{});
                REQUIRE(shows<MechanismModel>(app));
                const auto& page = top<MechanismModel>(app);
                CHECK(page.title == card.name);
                CHECK(page.step == 0);
                CHECK_FALSE(page.figure.playing);
                CHECK_FALSE(page.sources.empty());
                app.handle(Act{ActionId::back});
                REQUIRE(shows<MechanismListModel>(app));
            }
        }
        CHECK(names.size() == pack.mechanisms.size());
        app.handle(Act{ActionId::back});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("a figure plays through its steps, pauses where it is, and rests at the end") {
        TestProgram program;
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        app.handle(Hold{});
        CHECK(figure_of(app).playing);
        CHECK(figure_of(app).step == 1);
        pass(program, app, 1500);
        CHECK(figure_of(app).seconds == doctest::Approx(1.5));
        app.handle(Hold{}); // pause
        pass(program, app, 60'000);
        CHECK_FALSE(figure_of(app).playing);
        CHECK(figure_of(app).step == 1);
        CHECK(figure_of(app).seconds == doctest::Approx(1.5));
        press_button(app, words().text("figure.play"));
        pass(program, app, 2000);
        CHECK(figure_of(app).seconds == doctest::Approx(3.5));
        pass(program, app, 1000);
        CHECK(figure_of(app).step == 2);
        for (int step = 3; step <= 5; ++step) {
            pass(program, app, 5000);
            CHECK(figure_of(app).step == static_cast<std::size_t>(step));
            CHECK(top<MechanismModel>(app).step == figure_of(app).step);
        }
        pass(program, app, 4000);
        CHECK_FALSE(figure_of(app).playing);
        CHECK(figure_of(app).step == 5);
        CHECK(figure_of(app).seconds == 4);
        app.handle(Hold{}); // from the beginning again
        CHECK(figure_of(app).playing);
        CHECK(figure_of(app).step == 1);
        press_button(app, words().text("figure.replay"));
        CHECK(figure_of(app).step == 1);
        CHECK(figure_of(app).seconds == 0);
    }

    TEST_CASE("stepping forward plays one step and rests, stepping back shows its end, and both stop at the edges") {
        TestProgram program;
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        app.handle(Adjust{-1, -1});
        CHECK(figure_of(app).step == 0);
        app.handle(Adjust{-1, 1});
        CHECK(figure_of(app).step == 1);
        CHECK(figure_of(app).playing);
        pass(program, app, 4000);
        CHECK_FALSE(figure_of(app).playing);
        CHECK(figure_of(app).step == 1); // it does not play on
        for (int i = 0; i < 9; ++i) press_button(app, words().text("figure.next"));
        CHECK(figure_of(app).step == 5);
        press_button(app, words().text("figure.back"));
        CHECK(figure_of(app).step == 4);
        CHECK_FALSE(figure_of(app).playing);
        CHECK(figure_of(app).seconds == 5);
    }

    TEST_CASE("a step is the same, whether one plays to it, steps back to it or jumps there") {
        TestProgram program;
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        const auto buttons = static_cast<int>(top<MechanismModel>(app).buttons.size());
        app.handle(Press{buttons + 2}); // the third step, by mouse
        pass(program, app, 5000);
        const FigureModel by_mouse = figure_of(app);
        CHECK(by_mouse.step == 3);
        app.handle(Choose{4}); // the fourth, by its digit
        pass(program, app, 5000);
        CHECK(figure_of(app).step == 4);
        app.handle(Adjust{-1, -1});
        CHECK(figure_of(app) == by_mouse);
        app.handle(Choose{9}); // there is no such step
        CHECK(figure_of(app) == by_mouse);
        press_button(app, words().text("figure.replay"));
        for (int tenth = 0; tenth < 139; ++tenth) pass(program, app, 100);
        app.handle(Hold{});
        CHECK(figure_of(app).step == 3);
        pass(program, app, 0);
        CHECK(figure_of(app).gauges == by_mouse.gauges);
    }

    TEST_CASE("at half speed everything takes twice as long, from the moment where it was") {
        TestProgram program;
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        app.handle(Hold{});
        pass(program, app, 2000);
        press_button(app, words().text("figure.half_speed"));
        CHECK(figure_of(app).seconds == doctest::Approx(2));
        pass(program, app, 2000);
        CHECK(figure_of(app).seconds == doctest::Approx(3));
        pass(program, app, 2000);
        CHECK(figure_of(app).step == 2);
        press_button(app, words().text("figure.full_speed"));
        pass(program, app, 1000);
        CHECK(figure_of(app).seconds == doctest::Approx(1));
    }

    TEST_CASE("a variant keeps the step, says where it was seen, and shows its own sources") {
        TestProgram program;
        App app = program.open();
        const content::Pack& pack = program.game.pack();
        open_mechanism(app, pack, plug);
        const content::Mechanism& mechanism = pack.mechanisms.at(content::MechanismId{plug});
        REQUIRE(mechanism.figure.variants.size() == 1);
        const content::FigureVariant& variant = mechanism.figure.variants[0];
        app.handle(Choose{3});
        pass(program, app, 5000);
        const auto usual = top<MechanismModel>(app);
        CHECK(usual.variant.empty());
        CHECK(usual.sources == wording::citations(pack, mechanism.sources));
        press_button(app, variant.name);
        const auto varied = top<MechanismModel>(app);
        CHECK(varied.figure.step == 3);
        CHECK(varied.figure.variant == 0);
        CHECK_FALSE(varied.figure.playing);
        CHECK(varied.figure.gauges != usual.figure.gauges);
        CHECK(varied.variant.find(variant.seen_in) != std::string::npos);
        CHECK(varied.remarks.front() == variant.note);
        CHECK(varied.sources == wording::citations(pack, variant.sources));
        CHECK(varied.sources != usual.sources);
        press_button(app, words().text("figure.usual"));
        CHECK(top<MechanismModel>(app).figure == usual.figure);
        CHECK(top<MechanismModel>(app).sources == usual.sources);
    }

    TEST_CASE("a mechanism without a figure has its steps, and no button that would do nothing") {
        content::Pack pack = shipped_pack();
        pack.mechanisms.at(content::MechanismId{plug}).figure = {};
        TestProgram program({.store = store::Store::in_memory().value()}, {}, std::move(pack));
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        const auto page = top<MechanismModel>(app);
        CHECK_FALSE(page.no_figure.empty());
        CHECK(page.buttons.size() == 2);
        app.handle(Hold{});
        CHECK(top<MechanismModel>(app).step == 0);
        app.handle(Adjust{-1, 1});
        app.handle(Adjust{-1, 1});
        CHECK(top<MechanismModel>(app).step == 2);
        app.handle(Adjust{-1, -1});
        CHECK(top<MechanismModel>(app).step == 1);
    }

    TEST_CASE("a round about a mechanism begins on its page") {
        TestProgram program;
        App app = program.open();
        open_mechanism(app, program.game.pack(), plug);
        app.handle(Act{ActionId::ask_about});
        REQUIRE(shows<QuestionModel>(app));
        const quiz::Question& question = *program.game.rounds().runner().history().state.asked.back().question;
        CHECK(std::find(question.mechanisms.begin(), question.mechanisms.end(), content::MechanismId{plug}) !=
              question.mechanisms.end());
    }
}
