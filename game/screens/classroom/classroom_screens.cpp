// The rows of this folder in the table of screens.
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/classroom/host_menu.hpp"
#include "game/screens/classroom/lobby_screen.hpp"
#include "game/screens/classroom/preview_screen.hpp"
#include "game/screens/classroom/report_screen.hpp"
#include "game/screens/presenter/screen_table.hpp"

namespace chelate::screens {

void add_classroom_screens(ScreenTable& table) {
    table.add<ShowLobby, LobbyScreen>();
    table.add<ShowNames, NamesOverlay>();
    table.add<ShowButtons, ButtonsOverlay>();
    table.add<ShowPreview>([](Context& context, const ShowPreview& preview) {
        return std::make_unique<PreviewScreen>(context, preview.round);
    });
    table.add<ShowClass, ClassScreen>();
    table.add<ShowHostMenu, HostMenu>();
    table.add<ShowAdjustPoints, AdjustPointsScreen>();
    table.add<ShowTeams, TeamsScreen>();
    table.add<ShowPastQuestion, PastQuestionScreen>();
    table.add<ShowLessonReport, ReportScreen>();
}

} // namespace chelate::screens
