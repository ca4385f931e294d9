#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

ScreenModel KeysOverlay::model() const {
    KeysModel model;
    model.title = words_.text("keys.title");
    model.keys = keys_;
    if (!in_kiosk_) model.keys.push_back({words_.text("key.f11"), words_.text("does.full_screen")});
    model.done = words_.text("keys.done");
    return model;
}

std::vector<KeyHint> KeysOverlay::hints() const { return {}; }

std::vector<Action> KeysOverlay::actions() const {
    return {on(ActionId::back, Effects{Close{}}), on(ActionId::help, Effects{Close{}}).footer_when(false)};
}

Effects KeysOverlay::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return Close{};
    return Effects{};
}

ScreenModel Dialog::model() const { return model_; }

void Dialog::say(std::string text) {
    model_.text = std::move(text);
    model_.buttons = {{words_.text("message.ok"), {}, true}};
    model_.focus = 0;
}

std::vector<KeyHint> Dialog::hints() const {
    return {{words_.text("key.arrows"), words_.text("does.choose")},
            {words_.text("key.enter"), words_.text("does.do_it")}};
}

std::vector<Action> Dialog::actions() const { return {on(ActionId::back, Effects{Close{}})}; }

Effects Dialog::activate(int index) {
    const int last = static_cast<int>(model_.buttons.size()) - 1;
    if (index < 0 || index > last) return Effects{};
    return index == last ? Close{} : press(index);
}

Effects Dialog::handle(const Intent& intent) {
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
    return Effects{};
}

MessageOverlay::MessageOverlay(const text::Language& words, std::string title, std::string text)
    : Dialog(words,
             {.title = std::move(title), .text = std::move(text), .buttons = {{words.text("message.ok"), {}, true}}}) {}

} // namespace chelate::screens
