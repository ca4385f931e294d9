// The rows of this folder in the table of screens.
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/classroom/host_menu.hpp"
#include "game/screens/classroom/lobby_screen.hpp"
#include "game/screens/classroom/people_overlay.hpp"
#include "game/screens/classroom/preview_screen.hpp"
#include "game/screens/classroom/report_screen.hpp"
#include "game/screens/presenter/screen_table.hpp"

namespace chelate::screens {

namespace {

TeamNames names_of(const Services& s) { return {s.game.files(), s.words, s.shown_name}; }

} // namespace

void add_classroom_screens(ScreenTable& table) {
    table.add<ShowLobby>([](const Services& s) {
        return std::make_unique<LobbyScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.files(), s.shown_name,
                                             s.print_css);
    });
    table.add<ShowNames>([](const Services& s) { return std::make_unique<NamesOverlay>(s.words, s.game.files()); });
    table.add<ShowTeamPeople>([](const Services& s) { return ask_team_people(s.words, s.game.files()); });
    table.add<ShowForgetNames>(
        [](const Services& s) { return std::make_unique<ForgetNamesOverlay>(s.words, s.game.files()); });
    table.add<ShowButtons>(
        [](const Services& s) { return std::make_unique<ButtonsOverlay>(s.words, s.game.files(), names_of(s)); });
    table.add<ShowPreview>([](const Services& s, const ShowPreview& request) {
        return std::make_unique<PreviewScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.files(),
                                               s.game.lesson_plan(), request.round);
    });
    table.add<ShowClass>([](const Services& s, const ShowClass& request) {
        return std::make_unique<ClassScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.files(), names_of(s),
                                             s.display, request);
    });
    table.add<ShowHostMenu>([](const Services& s) {
        return std::make_unique<HostMenu>(s.words, s.game.rounds(), s.game.files(), s.display);
    });
    table.add<ShowAdjustPoints>(
        [](const Services& s) { return std::make_unique<AdjustPointsScreen>(s.words, s.game.rounds(), names_of(s)); });
    table.add<ShowTeams>([](const Services& s) {
        return std::make_unique<TeamsScreen>(s.words, s.game.rounds(), s.game.files(), names_of(s));
    });
    table.add<ShowPastQuestion>(
        [](const Services& s) { return std::make_unique<PastQuestionScreen>(s.words, s.game.rounds()); });
    table.add<ShowLessonReport>([](const Services& s) {
        return std::make_unique<ReportScreen>(s.game.pack(), s.words, s.game.rounds(), names_of(s), s.print_css);
    });
}

} // namespace chelate::screens
