#include "tests/window/walked_screens.hpp"

#include <map>
#include <set>

#include "tests/screens/walk.hpp"

namespace chelate::samples {
namespace {

constexpr std::size_t most_of_a_kind = 14;
constexpr int steps = 60; ///< of each way of the walk

/// Returns what tells a screen from others of its kind: its title, or how its question is answered.
std::string place_of(const screens::ScreenModel& screen) {
    return std::visit(
        [](const auto& model) -> std::string {
            if constexpr (requires { model.title; }) return model.title;
            else if constexpr (requires { model.heading; }) return model.heading;
            else if constexpr (requires { model.answer; }) return std::to_string(model.answer.index());
            else return {};
        },
        screen);
}

/// Lets a figure point into a pack that stays, because the walk ends with its own.
void keep(screens::FigureModel& shown) {
    if (shown.figure == nullptr) return;
    for (const auto& [id, mechanism] : test::shipped_pack().mechanisms) {
        // Copies of a pack have its drawings in common.
        if (mechanism.figure.drawing != shown.figure->drawing || mechanism.figure.alt != shown.figure->alt) continue;
        shown.figure = &mechanism.figure;
        return;
    }
    shown.figure = nullptr;
}

void keep_figures(screens::UiModel& ui) {
    for (screens::ScreenModel& screen : ui.screens) {
        std::visit(
            [](auto& model) {
                if constexpr (requires { model.figure.figure; }) keep(model.figure);
            },
            screen);
        auto* list = std::get_if<screens::MechanismListModel>(&screen);
        if (list == nullptr) continue;
        for (screens::MechanismListModel::Group& group : list->groups) {
            for (screens::MechanismListModel::Card& card : group.cards) keep(card.picture);
        }
    }
}

} // namespace

std::vector<Sample> walked(const text::Language& language) {
    std::vector<Sample> found;
    std::map<std::string, std::set<std::string>> seen;
    test::walk(language, steps, [&](const screens::UiModel& ui, const session::Game&) {
        const std::string kind(screens::traits_of(ui.screens.back()).name);
        std::set<std::string>& places = seen[kind];
        if (places.size() == most_of_a_kind || !places.insert(place_of(ui.screens.back())).second) return;
        found.push_back({kind + "_" + std::to_string(places.size()), ui});
        keep_figures(found.back().ui);
    });
    return found;
}

} // namespace chelate::samples
