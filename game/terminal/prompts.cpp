// What a terminal asks for below each screen.
#include "game/terminal/show_screen.hpp"

namespace chelate::terminal {

namespace {

using namespace screens;

// One overload for each prompt. Screens that only go on share one.

template <class Model>
std::string prompt(const text::Language& words, const Model&) {
    return words.text("terminal.go_on");
}

std::string prompt_of_buttons(const text::Language& words, const std::vector<Button>& buttons, int focus) {
    if (focus < 0 || focus >= static_cast<int>(buttons.size())) return words.text("terminal.go_on");
    return words.text("terminal.button", {{"last", std::to_string(buttons.size())},
                                          {"usual", buttons[static_cast<std::size_t>(focus)].text}});
}

std::string prompt(const text::Language& words, const HomeModel&) { return words.text("terminal.choose_round"); }
std::string prompt(const text::Language& words, const QuestionModel& model) {
    return prompt_of_answer(words, model.answer);
}
std::string prompt(const text::Language& words, const RevealModel& model) {
    if (model.turns) return words.text("terminal.look_back");
    return words.text(model.sources.empty() ? "terminal.go_on" : "terminal.after_reveal");
}
std::string prompt(const text::Language& words, const ResultModel& model) {
    return prompt_of_buttons(words, model.buttons, model.focus);
}
std::string prompt(const text::Language& words, const DialogModel& model) {
    return prompt_of_buttons(words, model.buttons, model.focus);
}
std::string prompt(const text::Language& words, const SettingsModel& model) {
    return words.text("terminal.settings", {{"usual", model.done}});
}
std::string prompt(const text::Language& words, const NameModel& model) {
    return words.text("terminal.name", {{"name", model.text}});
}
std::string prompt(const text::Language& words, const SimulationModel& model) {
    if (!model.choices.empty()) return words.text("terminal.predict");
    if (model.sliders.empty()) return words.text("terminal.look");
    const SliderModel& first = model.sliders.front();
    return words.text("terminal.model", {{"number", std::to_string(model.first_slider() + 1)}, {"value", first.value}});
}
std::string prompt(const text::Language& words, const KnowledgeModel& model) {
    return words.text(model.field ? "terminal.search" : "terminal.look");
}

} // namespace

std::string prompt_of(const text::Language& words, const ScreenModel& screen) {
    return std::visit([&](const auto& model) { return prompt(words, model); }, screen);
}

} // namespace chelate::terminal
