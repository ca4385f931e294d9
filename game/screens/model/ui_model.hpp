// What each screen shows, as plain values. Presenters make the models and views draw them; neither knows the other.
// Every text here is ready to be shown. What a person can do is in intents.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "game/screens/model/answer_models.hpp"
#include "game/screens/model/classroom_model.hpp"
#include "game/screens/model/intents.hpp"
#include "game/screens/model/knowledge_model.hpp"
#include "game/screens/model/mechanism_model.hpp"
#include "game/screens/model/page_models.hpp"
#include "game/screens/model/simulation_model.hpp"

namespace chelate::screens {

/// A sentence across the top, for example that progress is not being saved. An empty text shows none.
struct Banner {
    std::string text;
    bool operator==(const Banner&) const = default;
};

// Focus is an index into the focusable things of a screen, in reading order. The model says which one has it.

/// One round on the home screen.
struct RoundCard {
    std::string name;
    std::string about;
    std::string detail;  ///< "10 questions"
    std::string history; ///< "Best 8,600 of 10,000"; empty when never played
    bool operator==(const RoundCard&) const = default;
};

/// The last seven days, the oldest first.
struct WeekModel {
    struct Day {
        std::string name; ///< "Mo"
        bool studied = false;
        bool is_today = false;
        bool operator==(const Day&) const = default;
    };
    std::vector<Day> days; ///< empty: there is nothing to tell
    std::string text;      ///< "5 of the last 7 days"
    bool operator==(const WeekModel&) const = default;
};

/// Focusable: [continue if there is one], [progress if there is some], rounds..., the buttons of the corner.
struct HomeModel {
    std::string title;
    std::string tagline;
    std::string greeting;             ///< "Playing as Ada"
    std::optional<Button> resume;     ///< the big Continue
    std::vector<std::string> today{}; ///< what is due and why, a line each
    WeekModel week{};
    std::string progress{}; ///< text of the button beside the week; empty: there is nothing to look at yet
    std::string rounds_heading;
    std::vector<RoundCard> rounds;
    std::vector<std::string> corner; ///< texts of the buttons after the rounds
    std::vector<int> for_window{};   ///< indices of those whose screens only a window can show: they move, or a
                                     ///< class watches them
    std::vector<Look> looks;         ///< the compared things, for the emblem
    std::vector<std::string> look_names;
    std::string disclaimer;
    int focus = 0;
    [[nodiscard]] InputTraits traits() const { return {.name = "home"}; }
    bool operator==(const HomeModel&) const = default;
};

/// The clock of a question.
struct ClockModel {
    std::string text; ///< seconds left, "12 s"
    double share = 1; ///< of the time left, 0..1; all of it while the question is read
    bool operator==(const ClockModel&) const = default;
};

/// A question that waits for an answer. Focusable: what there is to answer, then the button that hands it in.
struct QuestionModel {
    std::string round;
    std::string counter; ///< "Question 3 of 10"
    double progress = 0; ///< 0..1, answered of all
    std::string score;   ///< "2,000 points"
    std::optional<ClockModel> clock;
    std::string topic;
    std::string prompt;
    std::optional<ImageModel> image{};
    FigureModel figure{}; ///< instead of an image: what the question is about, before anything happens in it
    std::vector<PanelModel> panels;
    std::vector<std::string> hints; ///< those that were taken: "Hint 1 of 3: ..."
    std::string notice;             ///< "Not yet: try again"; may be empty
    std::string instruction;        ///< "Choose one"
    AnswerModel answer;
    Keys keys = Keys::focus;
    std::string check;   ///< text of the button that hands in; empty: there is none
    int check_focus = 0; ///< its focus
    int focus = 0;
    std::optional<TeamStrip> strip{}; ///< when a whole room looks
    [[nodiscard]] InputTraits traits() const { return {.name = "question", .keys = keys}; }
    bool operator==(const QuestionModel&) const = default;
};

/// What was right and why. Focusable: sources, next.
struct RevealModel {
    std::string round;
    std::string counter;
    double progress = 0;
    std::string score;
    Mark outcome = Mark::wrong; ///< right, wrong, or missed for partial credit
    std::string verdict;        ///< "Right", "Partly right", "Not this time"
    std::string award;          ///< for example "640 of 1,000 points (64 % for speed)"
    bool saved = false;
    std::string saved_text; ///< "Saved" once committed, else why not
    std::string prompt;
    std::optional<ImageModel> image{};
    FigureModel figure{}; ///< of the mechanism that the question is about; it plays in the right order
    std::vector<PanelModel> panels;
    MarkedModel answer;
    std::string chain_heading{};
    std::vector<PlacedItem> chain{}; ///< the steps in their right order, where the answer does not show them
    std::string why_heading;
    std::string why;
    std::vector<Badge> badges;
    std::string memory_heading{};
    std::vector<std::string> memory{}; ///< what this answer has left of each thing, and when it comes back
    std::string graded_question;       ///< what the certainty badge is about; empty when not graded
    std::string sources_heading;       ///< "Sources (3)"
    bool sources_open = false;
    std::vector<std::string> sources;
    std::string next;   ///< text of the primary button
    bool turns = false; ///< left and right go to the question before and after
    int focus = 0;
    std::optional<TeamStrip> strip{}; ///< when a whole room looks
    [[nodiscard]] InputTraits traits() const {
        return {.name = "reveal", .arrows_scroll = true, .arrows_adjust = turns};
    }
    bool operator==(const RevealModel&) const = default;
};

struct ResultLine {
    std::string text;   ///< the prompt, short
    std::string detail; ///< the right answer, or what is known now
    std::string points; ///< "640"
    Mark mark = Mark::none;
    bool operator==(const ResultLine&) const = default;
};

/// The end of a round. Focusable: buttons.
struct ResultModel {
    std::string round;
    std::string heading;     ///< "8 of 10 right"
    std::int64_t points = 0; ///< counts up on the stage
    std::int64_t possible = 0;
    std::string points_text; ///< "8,640 of 10,000 points"
    std::string losses{};    ///< how wrong answers lost points, where confidence is marked; empty: none did
    std::string terms_heading;
    std::vector<ResultLine> terms; ///< one a question, in order
    std::string known_heading;
    std::vector<std::string> known;
    std::string mistakes_heading;
    std::vector<ResultLine> mistakes;
    std::string returns_heading{};
    std::vector<std::string> returns{}; ///< when each thing comes back
    std::string saved_text;
    std::vector<Button> buttons;
    int focus = 0;
    [[nodiscard]] InputTraits traits() const { return {.name = "result", .arrows_scroll = true}; }
    bool operator==(const ResultModel&) const = default;
};

using ScreenModel = std::variant<HomeModel, QuestionModel, RevealModel, ResultModel, SettingsModel, KeysModel,
                                 WordsModel, ConfidenceModel, NameModel, DialogModel, KnowledgeModel, StandingsModel,
                                 BlankModel, BreathModel, SceneModel, MechanismListModel, MechanismModel,
                                 SimulationModel>;

/// Returns the traits of whatever model it is.
[[nodiscard]] inline InputTraits traits_of(const ScreenModel& screen) {
    return std::visit([](const auto& model) { return model.traits(); }, screen);
}

/// Everything on the screen: the models from the bottom up (overlays over their screen), banner and footer.
struct UiModel {
    std::vector<ScreenModel> screens; ///< the last one takes input
    Banner banner;
    std::vector<KeyHint> footer;
    std::vector<ActionId> enabled;   ///< actions that the top screen and the program take now
    bool for_projector = false;      ///< it is read from a distance, so it is drawn large
    std::string host_title{};        ///< of the host's window
    std::optional<HostModel> host{}; ///< contents of the host's window; nothing: there is none
    bool kiosk = false;              ///< the window reports every sign that a person is there
    bool by_itself = false;          ///< any input only says that a person is there
    bool watches_buttons = false;    ///< the window polls buzzers every few milliseconds
    std::uint64_t screen_id = 0;     ///< changes with the top screen; its entrance is then animated
    bool operator==(const UiModel&) const = default;
};

} // namespace chelate::screens
