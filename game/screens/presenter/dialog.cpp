#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

ScreenModel KeysOverlay::model() const {
    KeysModel model;
    model.title = context_.words.text("keys.title");
    model.keys = keys_;
    if (!context_.kiosk)
        model.keys.push_back({context_.words.text("key.f11"), context_.words.text("does.full_screen")});
    model.done = context_.words.text("keys.done");
    return model;
}

std::vector<KeyHint> KeysOverlay::hints() const { return {}; }

std::vector<Action> KeysOverlay::actions() const {
    return {on(ActionId::back, Transition{Close{}}), on(ActionId::help, Transition{Close{}}).footer_when(false)};
}

Transition KeysOverlay::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return Close{};
    return Stay{};
}

ScreenModel Dialog::model() const { return model_; }

void Dialog::say(std::string text) {
    model_.text = std::move(text);
    model_.buttons = {{context_.words.text("message.ok"), {}, true}};
    model_.focus = 0;
}

std::vector<KeyHint> Dialog::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.arrows"), words.text("does.choose")}, {words.text("key.enter"), words.text("does.do_it")}};
}

std::vector<Action> Dialog::actions() const { return {on(ActionId::back, Transition{Close{}})}; }

Transition Dialog::activate(int index) {
    const int last = static_cast<int>(model_.buttons.size()) - 1;
    if (index < 0 || index > last) return Stay{};
    return index == last ? Close{} : press(index);
}

Transition Dialog::handle(const Intent& intent) {
    const int count = static_cast<int>(model_.buttons.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        model_.focus = walked(model_.focus, move->by, count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count) model_.focus = focus->index;
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        return activate(pressed->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        return activate(choose->number - 1);
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(model_.focus);
    }
    return Stay{};
}

MessageOverlay::MessageOverlay(Context& context, std::string title, std::string text)
    : Dialog(context, {.title = std::move(title),
                       .text = std::move(text),
                       .buttons = {{context.words.text("message.ok"), {}, true}}}) {}

} // namespace chelate::screens
