// What a person can ask of the session. Everything goes in through Game::submit; see there for the errors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/commands.hpp"
#include "engine/store/store.hpp"
#include "game/session/class_file.hpp"

namespace chelate::session {

struct ImportPreview;

// Who plays.
struct PlayAs {
    std::string name; ///< as typed
    /// whether the next start begins with this player
    bool is_remembered = true;
};
struct RenamePlayer {
    std::string name; ///< as typed
};
/// Removes the player with all that is saved of them.
struct RemovePlayer {};
/// From now on a class plays; its rounds belong to nobody in particular.
struct EnterClassroom {
    std::string name;
};
struct LeaveClassroom {};
/// Prepares a kiosk, so that the host can be told its exit word.
struct PrepareKiosk {
    content::Script script;    ///< of the show while nobody plays
    std::string exit_word{};   ///< empty: a new one is drawn
    bool ends_program = false; ///< whether leaving it ends the program
};
/// From now on visitors play at the prepared kiosk. Nothing of them is saved.
struct EnterKiosk {
    std::string visitor; ///< how a visitor is called
    bool full_screen = true;
};
/// Drops what the visitor was doing, and starts the show of the kiosk again.
struct ForgetVisitor {};
struct LeaveKiosk {};

// Rounds. After a command that starts a round or goes on with it, there is something to see: a question, a reveal or
// the result. No command applies the passing of time: App::tick does, and then shows the round.
struct StartRound {
    content::Round round; ///< of the pack, or put together by the player
    std::optional<std::uint64_t> seed{};
};
/// @see Rounds::start_study
struct StartStudy {
    bool practice = false;
};
struct StartAgain {};
struct PlayMistakes {};
struct ResumeRound {};
struct AbandonRound {};
struct LeaveRound {};
/// Goes on after a reveal or a pause between questions.
struct GoOn {};
struct PauseRound {};
struct ContinueRound {};
/// Opens a finished round to look at.
struct ViewFinished {
    quiz::SessionId session;
};

// Lessons: what the class that is first in the class file plays. @see LessonPlan
struct PlanLesson {
    content::Round round;
    quiz::ResponseMode response_mode = quiz::ResponseMode::turns;
    std::optional<KeptLesson> kept{}; ///< of this round; nothing: questions are drawn with a new seed
};
struct DropQuestion {
    std::size_t index = 0;
};
struct SwapQuestion {
    std::size_t index = 0;
};
struct MoveQuestion {
    std::size_t from = 0;
    std::size_t to = 0;
};
/// Starts the planned lesson.
struct StartLesson {
    std::vector<quiz::Participant> participants; ///< by the names that the journal gets
    bool rehearsal = false;                      ///< nothing of it is saved
};
/// Takes back a step of the lesson, or brings an undone step back. @see Rounds::retrace
struct Retrace {
    bool forward = false; ///< true: an undone step comes back
};

// The workshop. See WorkshopRun.
/// Starts a workshop with a script of the pack. One that was under way ends.
struct StartWorkshop {
    content::ScriptId script;
};
struct ResumeWorkshop {};
/// Leaves the workshop that runs, and looks for the one that can be resumed.
struct LeaveWorkshop {};
/// A command to the workshop under way.
struct ToWorkshop {
    quiz::CommandBody command;
};

// Study.
struct ChangeStudySettings {
    store::StudySettings settings;
};
struct SuspendItems {
    ItemList items;
};
struct ResumeSuspended {};
struct RefitMemoryModel {};

/// Plays another of the packs that are there, also after the next start if its first question can be made.
/// @see Game::packs
struct ChoosePack {
    std::size_t index = 0;
};
/// Adds a pack that was imported to those in the data folder. Then it is one of the packs that can be chosen.
/// @param about  see write_import
struct AddPack {
    std::shared_ptr<const ImportPreview> preview;
    std::string about;
};

/// A command to the round under way is a quiz::CommandBody.
using Command =
    std::variant<quiz::CommandBody, PlayAs, RenamePlayer, RemovePlayer, EnterClassroom, LeaveClassroom, PrepareKiosk,
                 EnterKiosk, ForgetVisitor, LeaveKiosk, StartRound, StartStudy, StartAgain, PlayMistakes, ResumeRound,
                 AbandonRound, LeaveRound, GoOn, PauseRound, ContinueRound, ViewFinished, StartWorkshop, ResumeWorkshop,
                 LeaveWorkshop, ToWorkshop, PlanLesson, DropQuestion, SwapQuestion, MoveQuestion, StartLesson, Retrace,
                 ChangeStudySettings, SuspendItems, ResumeSuspended, RefitMemoryModel, ChoosePack, AddPack>;

} // namespace chelate::session
