#include "tests/screens/test_program.hpp"

#include <cmath>

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

void open_pause(App& app) {
    app.handle(Press{corner_of(app, "home.breathing")});
    REQUIRE(shows<SettingsModel>(app));
}

/// Returns how many breaths begin in this time. It counts how often the first phase is announced.
int breaths(App& app, TestProgram& program, int seconds) {
    int begun = 0;
    std::string before;
    const std::string first = top<BreathModel>(app).say;
    for (int tenth = 0; tenth < seconds * 10; ++tenth) {
        const std::string now = top<BreathModel>(app).say;
        if (now == first && now != before) ++begun;
        before = now;
        program.clock.advance({100});
        app.tick();
    }
    return begun;
}

} // namespace

TEST_SUITE("screens/breathing") {
    TEST_CASE("a pause goes as its phases say, to the end, and says what to mind all the while") {
        TestProgram program;
        App app = program.open();
        open_pause(app);
        CHECK_FALSE(top<SettingsModel>(app).intro.empty());
        CHECK(top<SettingsModel>(app).about.size() >= 2); // what is known, and its sources
        app.handle(SetOption{1, 0});
        app.handle(Activate{}); // Enter goes to the next option
        app.handle(SetOption{1, 0});
        app.handle(Press{2});
        REQUIRE(shows<BreathModel>(app));
        CHECK(app.ui().for_projector);
        const int first_minute = breaths(app, program, 59);
        CHECK(first_minute >= 5);
        CHECK(first_minute <= 6);
        CHECK_FALSE(top<BreathModel>(app).caution.empty());
        program.clock.advance({2000});
        app.tick();
        CHECK(top<BreathModel>(app).over);
        app.handle(Activate{});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the light grows while one breathes in, sinks while one breathes out, and jumps nowhere") {
        TestProgram program;
        App app = program.open();
        for (std::size_t which = 0; which < program.game.pack().breathing.size(); ++which) {
            CAPTURE(which);
            open_pause(app);
            app.handle(SetOption{0, static_cast<int>(which)});
            app.handle(Press{static_cast<int>(top<SettingsModel>(app).rows.size())});
            double before = top<BreathModel>(app).fill;
            double least = 1;
            double most = 0;
            for (int step = 0; step < 1000; ++step) {
                program.clock.advance({33});
                app.tick();
                const double now = top<BreathModel>(app).fill;
                CHECK(std::abs(now - before) < 0.05);
                before = now;
                least = std::min(least, now);
                most = std::max(most, now);
            }
            CHECK(least < 0.01);
            CHECK(most > 0.99);
            app.handle(Act{ActionId::back});
        }
    }

    TEST_CASE("no breath is held unless somebody wants it, and never by itself") {
        TestProgram program;
        App app = program.open();
        bool with_holds = false;
        for (std::size_t which = 0; which < program.game.pack().breathing.size(); ++which) {
            const content::BreathingPattern& pattern = program.game.pack().breathing[which];
            for (const content::BreathPhase& phase : content::phases_of(pattern, false)) CHECK_FALSE(phase.hold);
            open_pause(app);
            app.handle(SetOption{0, static_cast<int>(which)});
            const auto& rows = top<SettingsModel>(app).rows;
            if (rows.size() == 3) {
                with_holds = true;
                CHECK(rows[2].chosen == 0);
                app.handle(SetOption{2, 1});
                app.handle(SetOption{0, 0});
                app.handle(SetOption{0, static_cast<int>(which)});
                CHECK(top<SettingsModel>(app).rows[2].chosen == 0); // the other choice resets it
            }
            app.handle(Act{ActionId::back});
        }
        CHECK(with_holds);
    }

    TEST_CASE("with reduced motion nothing grows: seconds are counted as marks") {
        TestProgram program;
        session::Settings settings;
        settings.reduced_motion = true;
        program.game.files().change(settings);
        App app = program.open();
        open_pause(app);
        app.handle(Press{2});
        const int steps = top<BreathModel>(app).steps;
        CHECK(steps >= 4);
        CHECK(top<BreathModel>(app).step == 1);
        program.clock.advance({1000});
        app.tick();
        CHECK(top<BreathModel>(app).step == 2);
        CHECK(top<BreathModel>(app).fill == 0);
    }

    TEST_CASE("a pause can be paused, and goes on where it was") {
        TestProgram program;
        App app = program.open();
        open_pause(app);
        app.handle(Press{2});
        program.clock.advance({3000});
        app.tick();
        const double left = top<BreathModel>(app).left;
        app.handle(Hold{});
        program.clock.advance({60000});
        app.tick();
        CHECK(top<BreathModel>(app).left == left);
        app.handle(Hold{});
        CHECK(top<BreathModel>(app).left == doctest::Approx(left));
    }
}
