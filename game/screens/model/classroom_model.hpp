// What a class sees besides question and reveal: its teams, the standings, and the scenes of a workshop.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/model/answer_models.hpp"
#include "game/screens/model/figure_model.hpp"

namespace chelate::screens {

struct TeamModel {
    Look look{};
    std::string name{};
    std::string points{};
    std::string word{}; ///< what is with them now: "their turn"; may be empty
    bool lit = false;   ///< it is theirs to do something
    bool quiet = false; ///< they have no part in this question, or have left
    bool operator==(const TeamModel&) const = default;
};

/// The strip at the bottom of everything that a class sees.
struct TeamStrip {
    std::vector<TeamModel> teams{};
    std::string state{}; ///< "Press your buzzer"
    bool operator==(const TeamStrip&) const = default;
};

struct StandingRow {
    std::string place{}; ///< "1"
    Look look{};
    std::string name{};
    std::string points{};
    std::string change{}; ///< "+1,000" with the last step; may be empty
    double share = 0;     ///< of the most points, 0..1
    bool operator==(const StandingRow&) const = default;
};

/// What the class has reached together.
struct GoalModel {
    std::string text{};
    double share = 0; ///< 0..1
    double goal = 0;  ///< 0..1
    bool operator==(const GoalModel&) const = default;
};

/// Focusable: the button.
struct StandingsModel {
    std::string round{};
    std::string counter{};
    double progress = 0;
    std::string heading{};
    std::vector<StandingRow> rows{};
    std::optional<GoalModel> goal{};
    std::string note{}; ///< may be empty
    std::string next{};
    TeamStrip strip{};
    [[nodiscard]] InputTraits traits() const { return {.name = "standings"}; }
    bool operator==(const StandingsModel&) const = default;
};

/// What the host alone sees, in a window of its own.
struct HostModel {
    std::string title{};
    std::string time{}; ///< since the lesson began, without pauses
    std::string state{};
    std::string now_heading{};
    std::string prompt{};
    std::string key{}; ///< "Right: ..."; empty where there is none
    std::string why{};
    std::string notes_heading{};
    std::vector<std::string> notes{};
    std::string next_heading{};
    std::string next{};
    std::vector<TeamModel> teams{};
    bool operator==(const HostModel&) const = default;
};

/// A breath that everybody takes together, moment by moment.
struct BreathModel {
    std::string name{};
    std::string say{};   ///< "Breathe in"
    std::string count{}; ///< seconds of this phase so far
    double fill = 0;     ///< how full the breath is now, 0..1
    int steps = 0;       ///< with reduced motion: as many marks as the phase has seconds ...
    int step = 0;        ///< ... and how many are past
    double left = 1;     ///< of the pause, 0..1
    std::string left_text{};
    std::string caution{};
    bool over = false;
    std::string next{}; ///< the button at the end; empty while it lasts
    [[nodiscard]] InputTraits traits() const { return {.name = "breath"}; }
    bool operator==(const BreathModel&) const = default;
};

/// How people voted, as one bar of parts.
struct StackModel {
    std::string label{};         ///< "Before"
    std::vector<double> parts{}; ///< shares of the bar, 0..1, by choice
    std::string text{};          ///< "12 of 20 say it is right"
    bool operator==(const StackModel&) const = default;
};

/// One line of a scene: a step of a chain, a statement of a wall.
struct SceneRow {
    std::string number{};
    std::string text{};
    std::string detail{}; ///< a quieter line; may be empty
    std::vector<StackModel> stacks{};
    bool operator==(const SceneRow&) const = default;
};

/// A picture of a workshop: welcome, chain, wall, closing, and what a table shows while nobody plays. Focusable: the
/// button, where there is one.
struct SceneModel {
    std::string round{};
    std::string counter{};
    double progress = 0;
    std::string heading{};
    std::vector<std::string> paragraphs{};
    std::vector<SceneRow> rows{};
    FigureModel figure{};             ///< of the chain in the rows; it plays the newest step
    bool chained = false;             ///< the rows follow from each other
    std::vector<std::string> parts{}; ///< what the parts of the rows' bars are
    std::vector<Look> looks{};        ///< the compared things, as an ornament; may be empty
    std::string sources_heading{};
    std::vector<std::string> sources{}; ///< cited; below everything
    std::string note{};                 ///< along the bottom; may be empty
    std::string next{};                 ///< empty: no button
    [[nodiscard]] InputTraits traits() const {
        return {.name = "scene", .arrows_scroll = true, .shows_rest_first = true};
    }
    bool operator==(const SceneModel&) const = default;
};

/// An empty screen: everybody looks at the host.
struct BlankModel {
    [[nodiscard]] InputTraits traits() const { return {.name = "blank"}; }
    bool operator==(const BlankModel&) const = default;
};

} // namespace chelate::screens
