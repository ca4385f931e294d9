// Walks through the program at random, to see as many of its screens as possible.
#pragma once

#include "tests/screens/test_program.hpp"

namespace chelate::test {

/// What a person might do next; most of it leads on. Nothing leads back home.
inline screens::Intent random_intent(const screens::App& app, Rng& rng) {
    const auto number = [&](std::uint64_t below) { return static_cast<int>(rng.below(below)); };
    switch (rng.below(12)) {
    case 0: return screens::MoveFocus{1};
    case 1: return screens::Press{number(12)};
    case 2: return screens::Choose{1 + number(5)};
    case 3: return screens::SetOption{number(8), number(4)};
    case 4: return screens::TypeName{"Eve"};
    case 5: return screens::TypeText{std::to_string(number(30))};
    case 6: {
        const auto& enabled = app.ui().enabled;
        const screens::ActionId id = enabled[rng.below(enabled.size())];
        return screens::Act{id == screens::ActionId::quit || id == screens::ActionId::back ? screens::ActionId::go_on
                                                                                           : id};
    }
    case 7: return screens::Act{shows<screens::HomeModel>(app) ? screens::ActionId::help : screens::ActionId::back};
    case 8:
    case 9: return screens::Act{screens::ActionId::go_on};
    default: return screens::Activate{};
    }
}

/// Walks three ways from each button of home, some steps each, and calls `visit` with the UI model and the game after
/// each step.
template <class Visit>
void walk(const text::Language& language, int steps, Visit visit) {
    const auto starts = [&] {
        TestProgram program;
        const screens::App app = program.open({}, language);
        const auto& home = top<screens::HomeModel>(app);
        return home.rounds.size() + home.corner.size() + (home.resume ? 1 : 0) + (home.progress.empty() ? 0 : 1);
    }();
    for (std::size_t way = 0; way < 3 * starts; ++way) {
        TestProgram program;
        screens::App app = program.open({}, language);
        visit(app.ui(), program.game);
        app.handle(screens::Press{static_cast<int>(way % starts)});
        Rng rng{way};
        for (int step = 0; step < steps && !app.wants_to_leave(); ++step) {
            visit(app.ui(), program.game);
            app.handle(random_intent(app, rng));
            program.clock.advance({static_cast<std::int64_t>(rng.below(20)) * 1000});
            app.tick();
        }
    }
}

} // namespace chelate::test
