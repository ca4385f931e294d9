#include "game/app/screens/overlays.hpp"

#include "game/app/start_round.hpp"

namespace chelate::app {

ScreenModel KeysOverlay::model() const {
    KeysModel model;
    model.title = context_.words.text("keys.title");
    model.keys = keys_;
    model.keys.push_back({context_.words.text("key.f11"), context_.words.text("does.full_screen")});
    model.done = context_.words.text("keys.done");
    return model;
}

std::vector<KeyHint> KeysOverlay::footer() const {
    return {{context_.words.text("key.esc"), context_.words.text("does.back"), Click::back}};
}

Transition KeysOverlay::handle(const Intent& intent) {
    const bool closes = std::holds_alternative<Back>(intent) || std::holds_alternative<Activate>(intent) ||
                        std::holds_alternative<ShowKeys>(intent) || std::holds_alternative<Press>(intent);
    if (closes) return Close{};
    return Stay{};
}

NameOverlay::NameOverlay(Context& context, const ShowName& request)
    : context_(context), request_(request), text_(context.game.player()) {
    if (text_.empty()) text_ = context.words.text("name.default");
}

ScreenModel NameOverlay::model() const {
    const auto& words = context_.words;
    NameModel model;
    model.title = words.text(request_.first_start ? "name.title_first" : "name.title");
    model.about = words.text("name.about");
    if (request_.first_start) model.about += "\n\n" + context_.game.pack().disclaimer;
    model.text = text_;
    if (const auto name = player_name(text_); !name) {
        model.problem = words.sentence(name.error());
    } else if (context_.shown_name(*name) != *name) {
        model.problem = words.text("name.not_shown", {{"stand_in", words.text("name.stand_in")}});
    }
    model.ok = words.text("name.ok");
    model.cancel = words.text("name.cancel");
    return model;
}

std::vector<KeyHint> NameOverlay::footer() const {
    const auto& words = context_.words;
    return {{words.text("key.enter"), words.text("does.play_as")}, {words.text("key.esc"), words.text("does.back"), Click::back}};
}

Transition NameOverlay::accept() {
    if (!context_.game.play_as(text_)) return Stay{}; // the model says why
    context_.settings.profile = context_.game.player();
    context_.save_settings();
    if (!request_.then.empty()) {
        Transition started = start_round(context_, request_.then, request_.seed);
        if (!std::holds_alternative<Stay>(started)) return started;
    }
    return GoTo{ShowHome{}};
}

Transition NameOverlay::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) {
        text_ = typed->text;
    } else if (std::holds_alternative<Activate>(intent)) {
        return accept();
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == 1) return accept();
        if (press->index == 2) return cancel();
    } else if (std::holds_alternative<Back>(intent)) {
        return cancel();
    }
    return Stay{};
}

Transition NameOverlay::cancel() {
    if (!request_.first_start) return Close{};
    // Somebody has to play: whoever does not want to give a name gets the one proposed.
    text_ = context_.words.text("name.default");
    return accept();
}

ScreenModel RoundUnderWayOverlay::model() const {
    const auto& words = context_.words;
    DialogModel model;
    model.title = words.text("under_way.title");
    model.text = words.text("under_way.text");
    model.buttons = {{words.text("under_way.continue"), {}, true},
                     {words.text("under_way.start_new"), {}, false},
                     {words.text("under_way.cancel"), {}, false}};
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> RoundUnderWayOverlay::footer() const {
    const auto& words = context_.words;
    return {{words.text("key.arrows"), words.text("does.choose")},
            {words.text("key.enter"), words.text("does.do_it")},
            {words.text("key.esc"), words.text("does.back"), Click::back}};
}

Transition RoundUnderWayOverlay::activate(int index) {
    if (index == 0) {
        context_.game.take_up();
        return GoTo{next_screen(context_.game)};
    }
    if (index == 1) {
        context_.game.give_up();
        return start_round(context_, wanted_);
    }
    return Close{};
}

Transition RoundUnderWayOverlay::handle(const Intent& intent) {
    constexpr int count = 3;
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count) focus_ = focus->index;
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        return activate(press->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (choose->number <= count) return activate(choose->number - 1);
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    } else if (std::holds_alternative<Back>(intent)) {
        return Close{};
    }
    return Stay{};
}

} // namespace chelate::app
