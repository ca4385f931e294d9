#include "game/window/clicks.hpp"

namespace chelate::window {

std::optional<screens::Intent> intent_of(screens::ActionId click) {
    switch (click) {
    case screens::ActionId::nothing: return std::nullopt;
    case screens::ActionId::back: return screens::Back{};
    case screens::ActionId::keys: return screens::ShowKeys{};
    case screens::ActionId::hint: return screens::TakeHint{};
    case screens::ActionId::pass: return screens::PassOver{};
    case screens::ActionId::end_round: return screens::EndRound{};
    case screens::ActionId::report: return screens::ReportWrong{};
    case screens::ActionId::print: return screens::PrintSheet{};
    case screens::ActionId::ask: return screens::AskAbout{};
    case screens::ActionId::weigh: return screens::WeighGrade{};
    case screens::ActionId::go_on: return screens::GoOn{};
    case screens::ActionId::undo: return screens::StepBack{};
    case screens::ActionId::blank: return screens::BlankScreen{};
    case screens::ActionId::remove: return screens::Delete{};
    case screens::ActionId::again: return screens::Replace{};
    case screens::ActionId::keep: return screens::Export{};
    }
    return std::nullopt;
}

std::vector<screens::Intent> stirs(const stage::Input& input) {
    if (const auto* typed = std::get_if<stage::Typed>(&input)) return {screens::UserActivity{typed->code}};
    const bool done = std::holds_alternative<stage::KeyDown>(input) ||
                      std::holds_alternative<stage::PointerDown>(input) || std::holds_alternative<stage::Wheel>(input);
    return done ? std::vector<screens::Intent>{screens::UserActivity{}} : std::vector<screens::Intent>{};
}

} // namespace chelate::window
