// What a screen can ask for: another screen, by value. Nobody who asks includes the screen that answers.
#pragma once

#include <any>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::screens {

class Effects;

/// Any request struct. ScreenTable says which presenter answers it.
using ScreenRequest = std::any;

struct ShowHome {};
struct ShowQuestion {};
struct ShowReveal {};
struct ShowResult {};
struct ShowSettings {};
/// The study settings: new items a day, an exam, and so on.
struct ShowStudyPlan {};
struct ShowKeyPage {
    std::vector<KeyHint> keys;
};
/// Asks for the player's name; at the first start a round that was asked for follows it.
struct ShowName {
    bool first_start = false;
    content::RoundId then{};
    std::optional<std::uint64_t> seed{};
    bool rename = false;
};
/// The players: choose one, rename or remove one, take progress to another machine.
struct ShowPlayers {};
/// Asks whether the player is to be removed with everything that is kept of them.
struct ShowRemovePlayer {};
/// Progress from another machine: which file.
struct ShowBringIn {};
/// What to do about a question that seems wrong. @param number 1-based, of those asked in the round
struct ShowSeemsWrong {
    int number = 1;
};
/// Looks back at a round that is over, question by question.
struct ShowReview {};
/// The compared things side by side.
struct ShowCompare {};
/// Everything the pack knows, to search.
struct ShowSearch {};
/// All mechanisms; one of them, playing.
struct ShowMechanisms {};
struct ShowMechanism {
    content::MechanismId mechanism;
};
/// A breathing pause: which one, and the pause itself.
struct ShowBreathingChoice {};
struct ShowBreathing {
    content::BreathingId pattern;
    int minutes = 1;
    bool holds = false;
};
/// The pages of progress: what the player knows, what fades, what comes back.
struct ShowProgress {};
/// Imports a pack or a question file: which file; its path, typed; what would come of it.
struct ShowImportFile {};
struct ShowImportPath {};
struct ShowImportSummary {
    std::filesystem::path file;
};
/// Backups: one made now, or one to go back to.
struct ShowBackups {};
/// Asks whether a backup is to take the place of progress. @param trouble why progress cannot be used; empty: it can
struct ShowRestore {
    std::filesystem::path backup;
    std::string trouble{};
};
/// What was tested for something.
struct ShowTested {};
/// The models of the pack, to turn.
struct ShowModels {};
/// What would change the grade of a claim.
struct ShowWeighing {
    content::ClaimId claim;
};
/// Explains marking by confidence.
struct ShowConfidenceMarking {};
/// Explains words.
struct ShowWords {
    std::vector<WordLine> lines;
};
/// Says something.
struct ShowMessage {
    std::string title;
    std::string text;
};
/// Asks what becomes of a long text that was typed in the overlay below. @see UnsavedOverlay
struct ShowUnsaved {
    std::string title;
    std::function<Effects()> save; ///< empty: the text cannot be saved
};
/// Asks what to do with the interrupted round before another one begins.
struct ShowRoundUnderWay {
    content::Round wanted;
};
/// Asks whether the round under way is to end now.
struct ShowEndRound {};
/// Asks whether to end the program.
struct ShowQuit {};
/// Asks whether everything that the player hid is asked again.
struct ShowAskAgain {};
/// Puts a round together.
struct ShowOwnRound {};

/// The door of the classroom: who plays, how, what.
struct ShowLobby {};
/// Names of a class, typed or pasted.
struct ShowNames {};
/// Asks whether to forget the names of a class.
struct ShowForgetNames {};
/// Asks for the size of the teams, where there are no names.
struct ShowTeamPeople {};
/// Asks each team for its buzzer.
struct ShowButtons {};
/// A lesson's questions before it begins, keys hidden. @param round index in the lobby's list
struct ShowPreview {
    int round = 0;
};
/// What the class sees of the lesson under way.
enum class Stage : std::uint8_t { by_itself, prompt, choices, standings, correcting };
struct ShowClass {
    Stage stage = Stage::by_itself;
    std::vector<Points> before{}; ///< standings: points by seat before the step that changed them
    int number = 0;               ///< correcting: the question, 1-based
};
/// Everything a host can do now.
struct ShowHostMenu {};
struct ShowAdjustPoints {};
struct ShowTeams {};
/// Voids an earlier question, or gives it another key.
struct ShowPastQuestion {};
/// After the lesson.
struct ShowLessonReport {};

/// The door of a workshop: which script, who holds it.
struct ShowWorkshopDoor {};
struct ShowHolder {};
/// Asks how many take part.
struct ShowWorkshopPeople {};
/// The picture that the workshop shows now.
struct ShowWorkshop {};
/// All its scenes, to jump to one.
struct ShowScenes {};

/// A kiosk: what it shows by itself, the question whether somebody is there, and how the host starts the prepared one.
struct ShowAttract {};
struct ShowIdle {};
struct ShowKioskStart {};

} // namespace chelate::screens
