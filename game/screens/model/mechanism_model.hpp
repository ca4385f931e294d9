// The pages of mechanisms: all of them, and one that plays.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "game/screens/model/figure_model.hpp"
#include "game/screens/model/page_models.hpp"

namespace chelate::screens {

/// One mechanism, playing. Focusable: the buttons, then the steps.
struct MechanismModel {
    struct Step {
        std::string text;
        std::string because; ///< shown while the step is the present one; may be empty
        bool operator==(const Step&) const = default;
    };
    std::string title;
    std::string where;
    std::string evidence;
    FigureModel figure{};
    std::string no_figure{}; ///< says that there is no figure, where there is none
    std::vector<Step> steps;
    std::size_t step = 0; ///< the present one, 1 and up; 0: before the first
    std::vector<Button> buttons;
    std::string variant{};              ///< in whom or what the variant was seen; empty: it is off
    std::vector<std::string> remarks{}; ///< what to mind about the variant and the mechanism
    std::string sources_heading;
    std::vector<std::string> sources;
    int focus = 0;
    [[nodiscard]] InputTraits traits() const {
        return {.name = "mechanism", .arrows_scroll = true, .arrows_adjust = true};
    }
    bool operator==(const MechanismModel&) const = default;
};

/// All mechanisms, by place in the body. Focusable: the cards.
struct MechanismListModel {
    struct Card {
        std::string name;
        std::string where;
        FigureModel picture{}; ///< its first picture, without words
        bool operator==(const Card&) const = default;
    };
    struct Group {
        std::string name;
        std::vector<Card> cards;
        bool operator==(const Group&) const = default;
    };
    std::string title;
    std::string about;
    std::vector<Group> groups;
    int focus = 0;
    [[nodiscard]] InputTraits traits() const { return {.name = "mechanisms"}; }
    bool operator==(const MechanismListModel&) const = default;
};

} // namespace chelate::screens
