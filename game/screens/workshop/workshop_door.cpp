#include "game/screens/workshop/workshop_door.hpp"

#include <algorithm>

#include "game/screens/classroom/class_report.hpp"
#include "game/screens/workshop/workshop_exports.hpp"
#include "game/screens/workshop/workshop_screen.hpp"

namespace chelate::screens {

namespace {

enum Row { row_script, row_sells };

} // namespace

void WorkshopDoor::enter() {
    context_.game.leave();
    run().leave();
    run().look_up();
    const content::Pack& pack = context_.game.pack();
    if (can_go_on())
        chosen_ = static_cast<std::size_t>(session::find_script(pack, run().view()->script) - pack.scripts.data());
    focus_ = static_cast<int>(rows().size());
}

const content::Script* WorkshopDoor::script() const {
    const auto& scripts = context_.game.pack().scripts;
    return scripts.empty() ? nullptr : &scripts[std::min(chosen_, scripts.size() - 1)];
}

std::vector<SettingRow> WorkshopDoor::rows() const {
    const auto& words = context_.words;
    const content::Script* chosen = script();
    if (chosen == nullptr) return {};
    SettingRow which{words.text("workshop.script"), {}, static_cast<int>(chosen_), {}};
    for (const content::Script& one : context_.game.pack().scripts) which.options.push_back(one.name);
    which.about =
        words.text("workshop.script_about",
                   {{"about", chosen->about},
                    {"scenes", words.plural("workshop.scenes", static_cast<std::int64_t>(chosen->scenes.size()))},
                    {"minutes", minutes_text(words, chosen->length())}});
    SettingRow sells{chosen->interest.asks,
                     {words.text("workshop.unsaid"), words.text("workshop.no"), words.text("workshop.yes")},
                     static_cast<int>(context_.workshop.holder.sells),
                     session::holder_line(*chosen, context_.workshop.holder)};
    return {std::move(which), std::move(sells)};
}

std::vector<WorkshopDoor::More> WorkshopDoor::buttons() const {
    if (script() == nullptr) return {};
    std::vector<More> all;
    if (can_go_on()) all.push_back(more_go_on);
    all.push_back(more_holder);
    all.push_back(more_handout);
    all.push_back(more_kiosk);
    return all;
}

ScreenModel WorkshopDoor::model() const {
    const auto& words = context_.words;
    SettingsModel model =
        page(words.text("workshop.title"), words.text(script() == nullptr ? "name.cancel" : "workshop.begin"));
    if (script() == nullptr) {
        model.intro = words.text("workshop.none");
        return model;
    }
    for (const More which : buttons()) {
        switch (which) {
        case more_go_on: {
            const quiz::WorkshopView& shown = *run().view();
            const content::Script& left = *session::find_script(context_.game.pack(), shown.script);
            model.more.push_back(
                words.text("workshop.go_on", {{"script", left.name}, {"scene", left.scenes[shown.scene].title}}));
            break;
        }
        case more_holder: {
            const std::string& name = context_.workshop.holder.name;
            model.more.push_back(name.empty() ? words.text("workshop.who")
                                              : words.text("workshop.held_by", {{"name", context_.shown_name(name)}}));
            break;
        }
        case more_kiosk: model.more.push_back(words.text("workshop.kiosk")); break;
        case more_handout: model.more.push_back(words.text("workshop.handout")); break;
        }
    }
    model.about = {words.text("workshop.kept")};
    return model;
}

std::vector<KeyHint> WorkshopDoor::hints() const { return RowsScreen::hints(); }

std::vector<Action> WorkshopDoor::actions() const {
    return {on(ActionId::go_on, &WorkshopDoor::done, "does.begin"),
            on(ActionId::print, &WorkshopDoor::print, "does.handout").when(script() != nullptr),
            on(ActionId::back, &WorkshopDoor::leave)};
}

Transition WorkshopDoor::print() { return say_export(context_, write_handout(context_, *script())); }

void WorkshopDoor::set(int row, int option) {
    if (row == row_script) {
        chosen_ = static_cast<std::size_t>(option);
        return;
    }
    context_.workshop.holder.sells = static_cast<session::Holder::Sells>(option);
    context_.keep_workshop();
}

Transition WorkshopDoor::done() {
    const content::Script* chosen = script();
    if (chosen == nullptr) return GoTo{ShowHome{}};
    run().start(context_.game.pack(), *chosen);
    return GoTo{ShowWorkshop{}};
}

Transition WorkshopDoor::press_more(int index) {
    switch (buttons().at(static_cast<std::size_t>(index))) {
    case more_go_on: run().resume(context_.game.pack()); return GoTo{ShowWorkshop{}};
    case more_holder: return Push{ShowHolder{}};
    case more_kiosk: return Push{ShowKioskStart{script()->id}};
    case more_handout: return say_export(context_, write_handout(context_, *script()));
    }
    return Stay{};
}

ScreenModel HolderOverlay::model() const {
    const auto& words = context_.words;
    NameModel model;
    model.title = words.text("workshop.who");
    model.about = words.text("workshop.who_about");
    model.text = text_;
    if (const auto name = session::player_name(text_); !name && !text_.empty())
        model.problem = words.sentence(name.error());
    model.ok = words.text("names.ok");
    model.cancel = words.text("name.cancel");
    return model;
}

std::vector<KeyHint> HolderOverlay::hints() const {
    return {{context_.words.text("key.enter"), context_.words.text("does.take_names")}};
}

std::vector<Action> HolderOverlay::actions() const { return {on(ActionId::back, Transition{Close{}})}; }

Transition HolderOverlay::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) text_ = typed->text;
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr && press->index == 2) return Close{};
    if (!std::holds_alternative<Activate>(intent) && (press == nullptr || press->index != 1)) return Stay{};
    // An empty name removes the name.
    const auto name = session::player_name(text_);
    if (!name && name.error().code != "name-empty") return Stay{};
    context_.workshop.holder.name = name.value_or(std::string{});
    context_.keep_workshop();
    return Close{};
}

} // namespace chelate::screens
