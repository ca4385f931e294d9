// A screen as its presenter sees it: a model to draw, keys to name, intents to answer. It never builds another screen;
// it asks for one by value.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "game/screens/model/ui_model.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

// Which screen comes next.
struct ShowHome {};
struct ShowQuestion {};
struct ShowReveal {};
struct ShowResult {};
struct ShowSettings {};
/// How somebody wants to study.
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
/// Who plays: somebody else, another name, nobody any more.
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
/// A breathing pause: which one, and the pause itself.
struct ShowBreathingChoice {};
struct ShowBreathing {
    content::BreathingId pattern;
    int minutes = 1;
    bool holds = false;
};
/// What somebody knows, what fades, what comes back.
struct ShowProgress {};
/// Backups: one made now, or one to go back to.
struct ShowBackups {};
/// Asks whether a backup is to take the place of progress. @param trouble why progress cannot be used; empty: it can
struct ShowRestore {
    std::filesystem::path backup;
    std::string trouble{};
};
/// What was tested for something.
struct ShowTested {};
/// What would change the grade of a claim.
struct ShowWeighing {
    content::ClaimId claim;
};
/// Says something.
struct ShowMessage {
    std::string title;
    std::string text;
};
/// Asks what to do with the interrupted round before another one begins.
struct ShowRoundUnderWay {
    content::Round wanted;
};
/// Asks whether the round under way is to end now.
struct ShowEndRound {};
/// Puts a round together.
struct ShowOwnRound {};

/// The door of the classroom: who plays, how, what.
struct ShowLobby {};
/// Names of a class, typed or pasted.
struct ShowNames {};
/// Asks each team for its buzzer.
struct ShowButtons {};
/// A lesson's questions before it begins, keys hidden. @param round index in the lobby's list
struct ShowPreview {
    int round = 0;
};
/// What the room sees of the lesson under way.
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
/// The workshop under way, where it stands.
struct ShowWorkshop {};
/// All its scenes, to jump to one.
struct ShowScenes {};

/// A kiosk: what it shows by itself, whether somebody is there, and how the host begins it.
struct ShowAttract {};
struct ShowIdle {};
struct ShowKioskStart {
    content::ScriptId script;
};

using ScreenRequest =
    std::variant<ShowAttract, ShowIdle, ShowKioskStart, ShowWorkshopDoor, ShowHolder, ShowWorkshop, ShowScenes,
                 ShowLobby, ShowNames, ShowButtons, ShowPreview, ShowClass, ShowHostMenu, ShowAdjustPoints, ShowTeams,
                 ShowPastQuestion, ShowLessonReport, ShowHome, ShowQuestion, ShowReveal, ShowResult, ShowSettings,
                 ShowKeyPage, ShowName, ShowRoundUnderWay, ShowEndRound, ShowOwnRound, ShowPlayers, ShowRemovePlayer,
                 ShowSeemsWrong, ShowReview, ShowMessage, ShowStudyPlan, ShowProgress, ShowBackups, ShowRestore,
                 ShowBringIn, ShowCompare, ShowSearch, ShowTested, ShowBreathingChoice, ShowBreathing, ShowWeighing>;

// What happens to the stack after an intent.
struct Stay {};
struct Push {
    ScreenRequest screen;
};               ///< over the present one
struct Close {}; ///< back to the one below
struct GoTo {
    ScreenRequest screen;
};               ///< in place of the whole stack
struct Leave {}; ///< end of the program

using Transition = std::variant<Stay, Push, Close, GoTo, Leave>;

class Presenter;

/// An action on a screen now: one row of the screen's own table. The rest of it is in action_table.
struct Action {
    ActionId id;
    std::string_view label{}; ///< key of the language file; empty: the table's own
    bool enabled = true;
    bool in_footer = true;                          ///< false: only the page of keys lists it
    std::function<Transition(Presenter&)> effect{}; ///< empty: the program itself carries it out

    [[nodiscard]] Action when(bool is_enabled) && {
        enabled = is_enabled;
        return std::move(*this);
    }
    [[nodiscard]] Action footer_when(bool is_shown) && {
        in_footer = is_shown;
        return std::move(*this);
    }
};

/// A row whose effect is a member function of the screen.
template <class Screen>
[[nodiscard]] Action on(ActionId id, Transition (Screen::*effect)(), std::string_view label = {}) {
    return {id, label, true, true, [effect](Presenter& screen) { return (static_cast<Screen&>(screen).*effect)(); }};
}
/// A row whose effect is another screen.
[[nodiscard]] inline Action on(ActionId id, Transition next, std::string_view label = {}) {
    return {id, label, true, true, [next = std::move(next)](Presenter&) { return next; }};
}
/// A row that the program itself carries out.
[[nodiscard]] inline Action on(ActionId id) { return {id}; }

class Presenter {
public:
    virtual ~Presenter() = default;
    [[nodiscard]] virtual ScreenModel model() const = 0;
    /// What keys do that are no actions: arrows, Enter, digits; for the footer.
    [[nodiscard]] virtual std::vector<KeyHint> hints() const = 0;
    /// The same for the page of keys, where the footer has too little room for all.
    [[nodiscard]] virtual std::vector<KeyHint> all_hints() const { return hints(); }
    /// The screen's table of actions, in the order of the footer.
    [[nodiscard]] virtual std::vector<Action> actions() const = 0;
    /// Takes what is no action.
    virtual Transition handle(const Intent& intent) = 0;
    /// Called now and then while it is shown, also under an overlay.
    virtual Transition tick() { return Stay{}; }
    /// Whether something happens in it by time alone, besides the clock of a round.
    [[nodiscard]] virtual bool keeps_time() const { return false; }
    /// Whether a whole room reads it.
    [[nodiscard]] virtual bool is_for_projector() const { return false; }
    /// Whether somebody follows it without touching anything.
    [[nodiscard]] virtual bool leads_somebody() const { return false; }
    /// Whether it goes on without anybody: keys mean nothing but that somebody is there.
    [[nodiscard]] virtual bool runs_by_itself() const { return false; }
    /// What its host sees in a window of their own.
    [[nodiscard]] virtual std::optional<HostModel> host() const { return std::nullopt; }
    /// Whether it wants to know of buzzers.
    [[nodiscard]] virtual bool watches_buttons() const { return false; }
};

/// Builds the presenter for a request. The context must outlive it.
[[nodiscard]] std::unique_ptr<Presenter> make_presenter(Context& context, const ScreenRequest& request);

/// The footer of a screen: its hints, then its enabled actions.
[[nodiscard]] std::vector<KeyHint> footer_of(const Presenter& screen, const text::Language& words);
/// All keys of a screen, with those that have two.
[[nodiscard]] std::vector<KeyHint> all_keys_of(const Presenter& screen, const text::Language& words);

/// A focus that walks over `count` things and around the ends.
[[nodiscard]] int walked(int focus, int by, int count);

} // namespace chelate::screens
