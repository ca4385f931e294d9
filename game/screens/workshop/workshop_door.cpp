#include "game/screens/workshop/workshop_door.hpp"

#include <algorithm>
#include <utility>

#include "game/screens/workshop/workshop_exports.hpp"
#include "game/screens/workshop/workshop_screen.hpp"
#include "game/session/players.hpp"

namespace chelate::screens {

Effects WorkshopDoor::enter() {
    const auto propose = [this](const Result<void>&) -> Effects {
        const content::Pack& pack = source_.pack;
        if (can_go_on())
            chosen_ = static_cast<std::size_t>(session::find_script(pack, source_.workshop.view()->script) -
                                               pack.scripts.data());
        focus_ = static_cast<int>(rows().size());
        return {};
    };
    return Effects{Submit{session::LeaveRound{}}}.and_then(Submit{session::LeaveWorkshop{}, propose});
}

const content::Script* WorkshopDoor::script() const {
    const auto& scripts = source_.pack.scripts;
    return scripts.empty() ? nullptr : &scripts[std::min(chosen_, scripts.size() - 1)];
}

std::vector<SettingRow> WorkshopDoor::rows() const {
    const content::Script* chosen = script();
    if (chosen == nullptr) return {};
    SettingRow which{words_.text("workshop.script"), {}, static_cast<int>(chosen_), {}};
    for (const content::Script& one : source_.pack.scripts) which.options.push_back(one.name);
    const auto about = [this](const content::Script& one) {
        return words_.text("workshop.script_about",
                           {{"about", one.about},
                            {"scenes", words_.plural("workshop.scenes", static_cast<std::int64_t>(one.scenes.size()))},
                            {"minutes", minutes_text(words_, one.length())}});
    };
    which.about = about(*chosen);
    for (const content::Script& one : source_.pack.scripts) which.other_abouts.push_back(about(one));
    SettingRow sells{chosen->interest.asks,
                     {words_.text("workshop.unsaid"), words_.text("workshop.no"), words_.text("workshop.yes")},
                     static_cast<int>(source_.files.holder().sells),
                     session::holder_line(*chosen, source_.files.holder())};
    return {std::move(which), std::move(sells)};
}

std::vector<WorkshopDoor::More> WorkshopDoor::buttons() const {
    if (script() == nullptr) return {};
    std::vector<More> all;
    if (can_go_on()) all.push_back(more_go_on);
    all.push_back(more_holder);
    all.push_back(more_people);
    all.push_back(more_handout);
    all.push_back(more_kiosk);
    return all;
}

ScreenModel WorkshopDoor::model() const {
    SettingsModel model =
        page(words_.text("workshop.title"), words_.text(script() == nullptr ? "name.cancel" : "workshop.begin"));
    if (script() == nullptr) {
        model.intro = words_.text("workshop.none");
        return model;
    }
    for (const More which : buttons()) {
        switch (which) {
        case more_go_on: {
            const quiz::WorkshopView& shown = *source_.workshop.view();
            const content::Script& left = *session::find_script(source_.pack, shown.script);
            model.more.push_back(
                words_.text("workshop.go_on", {{"script", left.name}, {"scene", left.scenes[shown.scene].title}}));
            break;
        }
        case more_holder: {
            const std::string& name = source_.files.holder().name;
            model.more.push_back(name.empty() ? words_.text("workshop.who")
                                              : words_.text("workshop.held_by", {{"name", shown_name_(name)}}));
            break;
        }
        case more_people: {
            const int people = source_.files.holder().people;
            model.more.push_back(people == 0 ? words_.text("people.ask")
                                             : words_.text("people.set", {{"number", words_.number(people)}}));
            break;
        }
        case more_kiosk: model.more.push_back(words_.text("workshop.kiosk")); break;
        case more_handout: model.more.push_back(words_.text("workshop.handout")); break;
        }
    }
    model.about = {words_.text(source_.is_saving ? "workshop.kept" : "workshop.not_kept")};
    return model;
}

std::vector<KeyHint> WorkshopDoor::hints() const { return RowsScreen::hints(); }

std::vector<Action> WorkshopDoor::actions() const {
    return {can_go_on() ? on(ActionId::go_on, &WorkshopDoor::resume, "does.resume_workshop")
                        : on(ActionId::go_on, &WorkshopDoor::done, "does.begin"),
            on(ActionId::print, &WorkshopDoor::print, "does.handout").when(script() != nullptr),
            on(ActionId::back, &WorkshopDoor::leave)};
}

Effects WorkshopDoor::print() {
    return Print{workshop_handout(source_.pack, words_, *script(), source_.files.holder(), source_.print_css)};
}

Effects WorkshopDoor::set(int row, int option) {
    if (row == row_script) {
        chosen_ = static_cast<std::size_t>(option);
        return {};
    }
    session::Holder holder = source_.files.holder();
    holder.sells = static_cast<session::Holder::Sells>(option);
    return Save{std::move(holder)};
}

Effects WorkshopDoor::done() {
    const content::Script* chosen = script();
    if (chosen == nullptr) return Show{ShowHome{}};
    return Effects{Submit{session::StartWorkshop{chosen->id}}}.and_then(Show{ShowWorkshop{}});
}

Effects WorkshopDoor::resume() { return Effects{Submit{session::ResumeWorkshop{}}}.and_then(Show{ShowWorkshop{}}); }

Effects WorkshopDoor::press_more(int index) {
    switch (buttons().at(static_cast<std::size_t>(index))) {
    case more_go_on: return resume();
    case more_holder: return ShowOver{ShowHolder{}};
    case more_people: return ShowOver{ShowWorkshopPeople{}};
    case more_kiosk: return Effects{Submit{session::PrepareKiosk{*script()}}}.and_then(ShowOver{ShowKioskStart{}});
    case more_handout: return print();
    }
    return {};
}

ScreenModel HolderOverlay::model() const {
    NameModel model;
    model.title = words_.text("workshop.who");
    model.about = words_.text("workshop.who_about");
    model.text = text_;
    if (const auto name = person_name(text_); !name && !text_.empty()) model.problem = words_.sentence(name.error());
    model.ok = words_.text("names.ok");
    model.cancel = words_.text("name.cancel");
    return model;
}

std::vector<KeyHint> HolderOverlay::hints() const {
    return {{words_.text("key.enter"), words_.text("does.take_names")}};
}

std::vector<Action> HolderOverlay::actions() const { return {on(ActionId::back, Effects{Close{}})}; }

Effects HolderOverlay::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) text_ = typed->text;
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr && press->index == 2) return Close{};
    if (!std::holds_alternative<Activate>(intent) && (press == nullptr || press->index != 1)) return {};
    // An empty name removes the name.
    const auto name = person_name(text_);
    if (!name && name.error().code != "name-empty") return {};
    session::Holder holder = files_.holder();
    holder.name = name.value_or(std::string{});
    return Effects{Save{std::move(holder)}}.and_then(Close{});
}

} // namespace chelate::screens
