#include "game/window/clicks.hpp"

namespace chelate::window {

std::optional<app::Intent> intent_of(app::ActionId click) {
    switch (click) {
    case app::ActionId::nothing: return std::nullopt;
    case app::ActionId::back: return app::Back{};
    case app::ActionId::keys: return app::ShowKeys{};
    case app::ActionId::hint: return app::TakeHint{};
    case app::ActionId::pass: return app::PassOver{};
    case app::ActionId::end_round: return app::EndRound{};
    case app::ActionId::report: return app::ReportWrong{};
    case app::ActionId::print: return app::PrintSheet{};
    case app::ActionId::ask: return app::AskAbout{};
    case app::ActionId::weigh: return app::WeighGrade{};
    case app::ActionId::go_on: return app::GoOn{};
    case app::ActionId::undo: return app::StepBack{};
    case app::ActionId::blank: return app::BlankScreen{};
    case app::ActionId::remove: return app::Delete{};
    case app::ActionId::again: return app::Replace{};
    case app::ActionId::keep: return app::Export{};
    }
    return std::nullopt;
}

std::vector<app::Intent> stirs(const stage::Input& input) {
    if (const auto* typed = std::get_if<stage::Typed>(&input)) return {app::UserActivity{typed->code}};
    const bool done = std::holds_alternative<stage::KeyDown>(input) ||
                      std::holds_alternative<stage::PointerDown>(input) || std::holds_alternative<stage::Wheel>(input);
    return done ? std::vector<app::Intent>{app::UserActivity{}} : std::vector<app::Intent>{};
}

} // namespace chelate::window
