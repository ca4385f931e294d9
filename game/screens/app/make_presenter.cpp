#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/classroom/host_menu.hpp"
#include "game/screens/classroom/lobby_screen.hpp"
#include "game/screens/classroom/preview_screen.hpp"
#include "game/screens/classroom/report_screen.hpp"
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/knowledge/search_screen.hpp"
#include "game/screens/knowledge/tested_screen.hpp"
#include "game/screens/knowledge/weigh_screen.hpp"
#include "game/screens/settings/backups.hpp"
#include "game/screens/settings/import_profiles.hpp"
#include "game/screens/settings/settings_screen.hpp"
#include "game/screens/solo/breathing_screen.hpp"
#include "game/screens/solo/home_screen.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/solo/overlays.hpp"
#include "game/screens/solo/own_round_screen.hpp"
#include "game/screens/solo/question_screen.hpp"
#include "game/screens/solo/result_screen.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/solo/review_screen.hpp"
#include "game/screens/study/progress_screen.hpp"
#include "game/screens/study/study_plan_screen.hpp"
#include "game/screens/workshop/kiosk.hpp"
#include "game/screens/workshop/workshop_door.hpp"
#include "game/screens/workshop/workshop_screen.hpp"

namespace chelate::screens {

namespace {

struct Make {
    Context& context;

    std::unique_ptr<Presenter> operator()(const ShowHome&) const { return std::make_unique<HomeScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowQuestion&) const {
        return std::make_unique<QuestionScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowReveal&) const { return std::make_unique<RevealScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowResult&) const { return std::make_unique<ResultScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowSettings&) const {
        return std::make_unique<SettingsScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowStudyPlan&) const {
        return std::make_unique<StudyPlanScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowProgress&) const {
        return std::make_unique<ProgressScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowBackups&) const {
        return std::make_unique<BackupsOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowBringIn&) const {
        return std::make_unique<BringInOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowRestore& restore) const {
        return std::make_unique<RestoreOverlay>(context, restore);
    }
    std::unique_ptr<Presenter> operator()(const ShowKeyPage& page) const {
        return std::make_unique<KeysOverlay>(context, page.keys);
    }
    std::unique_ptr<Presenter> operator()(const ShowName& name) const {
        return std::make_unique<NameOverlay>(context, name);
    }
    std::unique_ptr<Presenter> operator()(const ShowRoundUnderWay& under_way) const {
        return std::make_unique<RoundUnderWayOverlay>(context, under_way.wanted);
    }
    std::unique_ptr<Presenter> operator()(const ShowEndRound&) const {
        return std::make_unique<EndRoundOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowPlayers&) const {
        return std::make_unique<PlayersOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowRemovePlayer&) const {
        return std::make_unique<RemovePlayerOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowSeemsWrong& wrong) const {
        return std::make_unique<SeemsWrongOverlay>(context, wrong.number);
    }
    std::unique_ptr<Presenter> operator()(const ShowReview&) const { return std::make_unique<ReviewScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowMessage& message) const {
        return std::make_unique<MessageOverlay>(context, message.title, message.text);
    }
    std::unique_ptr<Presenter> operator()(const ShowCompare&) const { return std::make_unique<CompareScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowSearch&) const { return std::make_unique<SearchScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowTested&) const { return std::make_unique<TestedScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowBreathingChoice&) const {
        return std::make_unique<BreathingChoiceScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowBreathing& breathing) const {
        return std::make_unique<BreathingScreen>(context, breathing);
    }
    std::unique_ptr<Presenter> operator()(const ShowWeighing& weighing) const {
        return std::make_unique<WeighScreen>(context, weighing.claim);
    }
    std::unique_ptr<Presenter> operator()(const ShowLobby&) const { return std::make_unique<LobbyScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowNames&) const { return std::make_unique<NamesOverlay>(context); }
    std::unique_ptr<Presenter> operator()(const ShowButtons&) const {
        return std::make_unique<ButtonsOverlay>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowPreview& preview) const {
        return std::make_unique<PreviewScreen>(context, preview.round);
    }
    std::unique_ptr<Presenter> operator()(const ShowClass& room) const {
        return std::make_unique<ClassScreen>(context, room);
    }
    std::unique_ptr<Presenter> operator()(const ShowHostMenu&) const { return std::make_unique<HostMenu>(context); }
    std::unique_ptr<Presenter> operator()(const ShowAdjustPoints&) const {
        return std::make_unique<AdjustPointsScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowTeams&) const { return std::make_unique<TeamsScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowPastQuestion&) const {
        return std::make_unique<PastQuestionScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowLessonReport&) const {
        return std::make_unique<ReportScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowWorkshopDoor&) const {
        return std::make_unique<WorkshopDoor>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowHolder&) const { return std::make_unique<HolderOverlay>(context); }
    std::unique_ptr<Presenter> operator()(const ShowWorkshop&) const {
        return std::make_unique<WorkshopScreen>(context);
    }
    std::unique_ptr<Presenter> operator()(const ShowScenes&) const { return std::make_unique<ScenesScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowAttract&) const { return std::make_unique<AttractScreen>(context); }
    std::unique_ptr<Presenter> operator()(const ShowIdle&) const { return std::make_unique<IdleOverlay>(context); }
    std::unique_ptr<Presenter> operator()(const ShowKioskStart& start) const {
        return std::make_unique<KioskOverlay>(context, start.script, new_exit_word(context.new_seed()));
    }
    std::unique_ptr<Presenter> operator()(const ShowOwnRound&) const {
        return std::make_unique<OwnRoundScreen>(context);
    }
};

} // namespace

std::unique_ptr<Presenter> make_presenter(Context& context, const ScreenRequest& request) {
    return std::visit(Make{context}, request);
}

} // namespace chelate::screens
