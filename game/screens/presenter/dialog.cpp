#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

namespace {

std::vector<Button> unsaved_buttons(const text::Language& words, bool can_save) {
    std::vector<Button> buttons{{words.text("unsaved.discard")}, {words.text("unsaved.keep"), {}, !can_save}};
    if (can_save) buttons.insert(buttons.begin(), {words.text("unsaved.save"), {}, true});
    return buttons;
}

} // namespace

KeysModel keys_page(const text::Language& words, std::vector<KeyHint> keys, bool in_kiosk) {
    KeysModel page{.title = words.text("keys.title"), .keys = std::move(keys), .done = words.text("keys.done")};
    if (!in_kiosk) page.keys.push_back({words.text("key.f11"), words.text("does.full_screen")});
    return page;
}

std::vector<Action> PageOverlay::actions() const {
    return {on(ActionId::back, Effects{Close{}}), on(opened_by_, Effects{Close{}}).footer_when(false)};
}

Effects PageOverlay::handle(const Intent& intent) {
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

UnsavedOverlay::UnsavedOverlay(const text::Language& words, std::string title, std::function<Effects()> save)
    : Dialog(words, {.title = std::move(title),
                     .text = {},
                     .buttons = unsaved_buttons(words, static_cast<bool>(save)),
                     .focus = save ? 0 : 1}),
      save_(std::move(save)) {}

Effects UnsavedOverlay::press(int index) {
    if (save_ && index == 0) return Effects{Close{}}.and_then(save_());
    return Effects{Close{}}.and_then(Close{});
}

Effects TextEntry::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) {
        text_ = typed->text;
        problem_.clear();
    } else if (std::holds_alternative<Activate>(intent)) {
        return accept();
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == 1) return accept();
        if (press->index == 2) return leave();
    }
    return {};
}

MessageOverlay::MessageOverlay(const text::Language& words, std::string title, std::string text)
    : Dialog(words,
             {.title = std::move(title), .text = std::move(text), .buttons = {{words.text("message.ok"), {}, true}}}) {}

} // namespace chelate::screens
