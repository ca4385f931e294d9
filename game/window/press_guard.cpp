#include "game/window/press_guard.hpp"

#include <variant>

namespace chelate::window {
namespace {

constexpr char end_of_part = '\x1F'; // never in a text that is shown

void add(std::string& key, const std::string& text) { (key += text) += end_of_part; }

void add(std::string& key, const screens::TeamStrip& strip) {
    add(key, strip.state);
    for (const screens::TeamModel& team : strip.teams) key += team.lit ? '1' : '0';
}

// One overload for each screen that shows one thing after another without opening a new screen.

void add_step(std::string& key, const screens::QuestionModel& model) {
    add(key, model.counter);
    add(key, model.prompt);
    add(key, model.instruction);
    add(key, model.notice);
    key += std::to_string(model.answer.index());
    if (model.strip) add(key, *model.strip);
}
void add_step(std::string& key, const screens::RevealModel& model) {
    add(key, model.counter);
    add(key, model.prompt);
    add(key, model.verdict);
}
void add_step(std::string& key, const screens::DialogModel& model) {
    add(key, model.title);
    add(key, model.text);
}
void add_step(std::string& key, const screens::NameModel& model) { add(key, model.title); }
void add_step(std::string& key, const screens::SettingsModel& model) { add(key, model.title); }
void add_step(std::string& key, const screens::StandingsModel& model) { add(key, model.counter); }
void add_step(std::string& key, const screens::SceneModel& model) {
    add(key, model.counter);
    add(key, model.heading);
    key += std::to_string(model.rows.size());
}
void add_step(std::string& key, const screens::MechanismModel& model) { add(key, model.title); }
void add_step(std::string& key, const screens::SimulationModel& model) { add(key, model.ask); }
void add_step(std::string& key, const screens::BreathModel& model) { key += model.over ? '1' : '0'; }
template <class Model>
void add_step(std::string&, const Model&) {}

bool is_always_allowed(screens::ActionId id) {
    using screens::ActionId;
    switch (id) {
    case ActionId::quit:
    case ActionId::full_screen:
    case ActionId::host_window:
    case ActionId::blank:
    case ActionId::undo:
    case ActionId::redo: return true;
    default: return false;
    }
}

struct Kind {
    enum class Of : std::uint8_t { none, press, click } of = Of::none;

    Kind operator()(const screens::Act& act) const { return {is_always_allowed(act.id) ? Of::none : Of::press}; }
    Kind operator()(const screens::Activate&) const { return {Of::press}; }
    Kind operator()(const screens::Choose&) const { return {Of::press}; }
    Kind operator()(const screens::Hold&) const { return {Of::press}; }
    Kind operator()(const screens::Press&) const { return {Of::click}; }
    Kind operator()(const screens::MoveItem&) const { return {Of::click}; }
    Kind operator()(const screens::SetOption&) const { return {Of::click}; }
    template <class Other>
    Kind operator()(const Other&) const {
        return {};
    }
};

} // namespace

std::string picture_of(const screens::UiModel& ui) {
    std::string key = std::to_string(ui.screen_id) + end_of_part + std::to_string(ui.screens.size()) + end_of_part;
    if (ui.screens.empty()) return key;
    key += std::to_string(ui.screens.back().index()) + end_of_part;
    std::visit([&](const auto& model) { add_step(key, model); }, ui.screens.back());
    return key;
}

void PressGuard::shown(const screens::UiModel& ui, Seconds now) {
    std::string picture = picture_of(ui);
    if (any_shown_ && picture == picture_) return;
    picture_ = std::move(picture);
    any_shown_ = true;
    since_ = now;
}

void PressGuard::take(const stage::Input& input, const screens::UiModel& ui, Seconds now) {
    if (!std::holds_alternative<stage::PointerDown>(input)) return;
    pressed_early_ = !is_open(ui, now);
    pressed_on_ = picture_of(ui);
}

bool PressGuard::is_open(const screens::UiModel& ui, Seconds now) const {
    return any_shown_ && now - since_ >= least_shown && picture_of(ui) == picture_;
}

bool PressGuard::allows(const screens::Intent& intent, const screens::UiModel& ui, Seconds now) const {
    const Kind kind = std::visit(Kind{}, intent);
    if (kind.of == Kind::Of::none) return true;
    if (!is_open(ui, now)) return false;
    return kind.of == Kind::Of::press || (!pressed_early_ && pressed_on_ == picture_);
}

} // namespace chelate::window
