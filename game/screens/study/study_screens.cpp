// The rows of this folder in the table of screens.
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/study/progress_screen.hpp"
#include "game/screens/study/study_plan_screen.hpp"

namespace chelate::screens {

void add_study_screens(ScreenTable& table) {
    table.add<ShowProgress, ProgressScreen>();
    table.add<ShowStudyPlan, StudyPlanScreen>();
}

} // namespace chelate::screens
