#include <doctest/doctest.h>

#include <algorithm>

#include "game/screens/knowledge/model_screen.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

SimulationModel shown(const ModelScreen& screen) { return std::get<SimulationModel>(screen.model()); }

/// The screen with the first model of the shipped pack, which is about voltage and magnesium, and its pack.
struct Turned {
    ModelScreen screen{shipped_pack(), words()};

    [[nodiscard]] SimulationModel now() const { return shown(screen); }
    void type(const std::string& text) {
        for (const char c : text) screen.handle(TypeText{std::string(1, c)});
        screen.handle(Activate{});
    }
};

} // namespace

TEST_SUITE("screens/models") {
    TEST_CASE("home leads to the models and back, and each shows what it leaves out, its evidence and its sources") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.models")});
        const auto count = top<SimulationModel>(app).models.options.size();
        REQUIRE(count == shipped_pack().models.size());
        for (std::size_t i = 0; i < count; ++i) {
            app.handle(Press{static_cast<int>(i)});
            const SimulationModel page = top<SimulationModel>(app);
            CAPTURE(page.models.options[i]);
            CHECK(page.models.chosen == std::vector{static_cast<int>(i)});
            CHECK(page.is_on_slider());
            CHECK_FALSE(page.leaves_out.empty());
            CHECK_FALSE(page.sources.empty());
            CHECK_FALSE(page.badges.at(0).value.empty());
            for (const SliderModel& slider : page.sliders) CHECK((slider.share >= 0 && slider.share <= 1));
            for (const ResultValue& result : page.results) CHECK(result.known);
            CHECK(page.curve.lines.empty()); // it would tell what there is to predict
            CHECK_FALSE(page.curve.hint.empty());
            REQUIRE(page.curve.now.has_value());
        }
        app.handle(Act{ActionId::back});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the first change of each input waits for a prediction, and tells nothing before it") {
        Turned turned;
        const SimulationModel before = turned.now();
        turned.screen.handle(Adjust{-1, 1});
        SimulationModel asked = turned.now();
        REQUIRE(asked.choices.size() == 3);
        CHECK(asked.ask.find("−60 mV") != std::string::npos);
        CHECK(asked.ask.find("−32 mV") != std::string::npos);
        CHECK(asked.results == before.results);
        CHECK(asked.sliders == before.sliders);
        CHECK(asked.curve == before.curve);
        turned.screen.handle(SlideTo{1}); // the pointer may still be down
        CHECK(turned.now().sliders == before.sliders);
        turned.screen.handle(Choose{1});
        const SimulationModel after = turned.now();
        CHECK(after.mark == Mark::right);
        CHECK(after.outcome.find("8.0 %") != std::string::npos);
        CHECK(after.sliders[0].value == "−32 mV");
        CHECK(after.choices.empty());
        CHECK(after.is_on_slider());
        CHECK(after.curve.lines.size() == 1);
        turned.screen.handle(Adjust{-1, 1});
        CHECK(turned.now().sliders[0].value == "−31 mV"); // from now on it moves freely
        turned.screen.handle(FocusOn{turned.now().first_slider() + 1});
        turned.screen.handle(SlideTo{0.5});
        asked = turned.now();
        REQUIRE(asked.choices.size() == 3);
        CHECK(asked.ask.find("5.0 mmol/l") != std::string::npos);
        turned.screen.handle(Press{asked.first_choice()});
        CHECK(turned.now().mark == Mark::wrong);
    }

    TEST_CASE("an output that does not change stays the same, and saying so is right") {
        Turned turned;
        const auto names = turned.now().models.options;
        const auto label = std::find(names.begin(), names.end(), "From label weight to magnesium");
        REQUIRE(label != names.end());
        turned.screen.handle(Press{static_cast<int>(label - names.begin())});
        turned.screen.handle(FocusOn{turned.now().first_slider()}); // the weight, which no share depends on
        turned.screen.handle(Adjust{-1, 1});
        turned.screen.handle(Choose{3});
        CHECK(turned.now().mark == Mark::right);
    }

    TEST_CASE("a number is typed with its unit; a wrong one is told and changes nothing") {
        Turned turned;
        turned.type("-40 mV");
        turned.screen.handle(Choose{1});
        CHECK(turned.now().sliders[0].value == "−40 mV");
        turned.type("1000");
        REQUIRE(turned.now().sliders[0].field.has_value());
        CHECK_FALSE(turned.now().sliders[0].field->problem.empty());
        CHECK(turned.now().sliders[0].value == "−40 mV");
        for (int i = 0; i < 4; ++i) turned.screen.handle(EditText{Edit::backspace});
        turned.type("-39.6");
        CHECK(turned.now().sliders[0].value == "−40 mV"); // the nearest step
        turned.screen.handle(TypeText{"7"});
        turned.screen.handle(MoveFocus{1});
        turned.screen.handle(MoveFocus{-1});
        CHECK_FALSE(turned.now().sliders[0].field.has_value());
    }

    TEST_CASE("outside the valid range nothing is known, and nothing is to be predicted") {
        Turned turned;
        turned.type("60");
        const SimulationModel page = turned.now();
        CHECK(page.choices.empty());
        for (const ResultValue& result : page.results) {
            CHECK_FALSE(result.known);
            CHECK(result.value == words().text("models.not_known"));
        }
        CHECK_FALSE(page.curve.now.has_value());
        turned.screen.handle(Press{page.reset_focus()});
        CHECK(turned.now().sliders[0].value == "−60 mV");
        CHECK(turned.now().results[0].known);
    }

    TEST_CASE("any output can be charted, and starting again asks for predictions again") {
        Turned turned;
        turned.screen.handle(Adjust{-1, 1});
        turned.screen.handle(Choose{1});
        turned.screen.handle(Press{turned.now().first_result() + 1});
        CHECK(turned.now().results[1].is_charted);
        CHECK(turned.now().curve.heading == turned.now().results[1].name);
        turned.screen.handle(Press{turned.now().reset_focus()});
        CHECK(turned.now().curve.lines.empty());
        turned.screen.handle(FocusOn{turned.now().first_slider()});
        turned.screen.handle(Adjust{-1, -1});
        CHECK(turned.now().choices.size() == 3);
    }

    TEST_CASE("no intent in any order breaks the screen, and everything stays in its frame") {
        Rng rng{5};
        Turned turned;
        for (int i = 0; i < 3000; ++i) {
            const int to = static_cast<int>(rng.below(24)) - 2;
            switch (rng.below(10)) {
            case 0: turned.screen.handle(MoveFocus{rng.below(2) == 0 ? 1 : -1}); break;
            case 1: turned.screen.handle(FocusOn{to}); break;
            case 2: turned.screen.handle(Press{to}); break;
            case 3: turned.screen.handle(Choose{to}); break;
            case 4: turned.screen.handle(Activate{}); break;
            case 5: turned.screen.handle(Adjust{-1, to}); break;
            case 6: turned.screen.handle(SlideTo{static_cast<double>(to) / 10}); break;
            case 7: turned.screen.handle(TypeText{std::to_string(to)}); break;
            case 8: turned.screen.handle(EditText{Edit::backspace}); break;
            default: turned.screen.handle(Hold{}); break;
            }
            const SimulationModel page = turned.now();
            CHECK((page.focus >= 0 && page.focus <= page.reset_focus()));
            for (const SliderModel& slider : page.sliders) CHECK((slider.share >= 0 && slider.share <= 1));
            for (const auto& line : page.curve.lines) {
                for (const PlotPoint& point : line) {
                    CHECK((point.x >= 0 && point.x <= 1));
                    CHECK((point.y >= -1e-6 && point.y <= 1 + 1e-6));
                }
            }
        }
    }
}
