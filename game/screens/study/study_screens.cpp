// The rows of this folder in the table of screens.
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/screens/study/progress_screen.hpp"
#include "game/screens/study/study_plan_screen.hpp"

namespace chelate::screens {

void add_study_screens(ScreenTable& table) {
    table.add<ShowProgress>([](const Services& s) {
        return std::make_unique<ProgressScreen>(
            ProgressSource{s.game.pack(), s.words, s.game.study(), s.game.history()}, s.game.rounds());
    });
    table.add<ShowStudyPlan>(
        [](const Services& s) { return std::make_unique<StudyPlanScreen>(s.words, s.game.study()); });
}

} // namespace chelate::screens
