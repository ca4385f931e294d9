#include "game/window/clicks.hpp"

namespace chelate::window {

std::optional<app::Intent> intent_of(app::Click click) {
    switch (click) {
    case app::Click::nothing: return std::nullopt;
    case app::Click::back: return app::Back{};
    case app::Click::keys: return app::ShowKeys{};
    case app::Click::hint: return app::TakeHint{};
    case app::Click::pass: return app::PassOver{};
    case app::Click::end_round: return app::EndRound{};
    case app::Click::report: return app::ReportWrong{};
    case app::Click::print: return app::PrintSheet{};
    case app::Click::ask: return app::AskAbout{};
    case app::Click::weigh: return app::WeighGrade{};
    case app::Click::go_on: return app::GoOn{};
    case app::Click::undo: return app::StepBack{};
    case app::Click::blank: return app::BlankScreen{};
    case app::Click::remove: return app::RemoveIt{};
    case app::Click::again: return app::AnotherOne{};
    case app::Click::keep: return app::KeepIt{};
    }
    return std::nullopt;
}

std::vector<app::Intent> stirs(const stage::Input& input) {
    if (const auto* typed = std::get_if<stage::Typed>(&input)) return {app::Stir{typed->code}};
    const bool done = std::holds_alternative<stage::KeyDown>(input) ||
                      std::holds_alternative<stage::PointerDown>(input) || std::holds_alternative<stage::Wheel>(input);
    return done ? std::vector<app::Intent>{app::Stir{}} : std::vector<app::Intent>{};
}

} // namespace chelate::window
