#include "game/screens/knowledge/mechanisms_screen.hpp"

#include <algorithm>

#include "game/screens/knowledge/knowledge_screen.hpp"
#include "game/wording/lookup.hpp"

namespace chelate::screens {

MechanismsScreen::MechanismsScreen(const content::Pack& pack, const text::Language& words) : words_(words) {
    for (const content::Mechanism* mechanism : content::in_authors_order(pack.mechanisms)) {
        const std::string& area = mechanism->area.empty() ? mechanism->where : mechanism->area;
        auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& one) { return one.name == area; });
        if (group == groups_.end()) group = groups_.insert(group, {area, {}});
        group->mechanisms.push_back(mechanism);
        ++count_;
    }
}

ScreenModel MechanismsScreen::model() const {
    MechanismListModel model;
    model.title = words_.text("mechanisms.title");
    model.about = words_.text("mechanisms.about");
    for (const Group& group : groups_) {
        MechanismListModel::Group shown{group.name, {}};
        for (const content::Mechanism* mechanism : group.mechanisms) {
            MechanismListModel::Card card{mechanism->name, mechanism->where, {}};
            if (mechanism->figure) card.picture = still_figure(mechanism->figure, 0, false);
            shown.cards.push_back(std::move(card));
        }
        model.groups.push_back(std::move(shown));
    }
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> MechanismsScreen::hints() const {
    return {{words_.text("key.arrows"), words_.text("does.choose")},
            {words_.text("key.enter"), words_.text("does.open")}};
}

std::vector<Action> MechanismsScreen::actions() const {
    return {on(ActionId::help), on(ActionId::back, Effects{Show{ShowHome{}}}, "does.back_home")};
}

Effects MechanismsScreen::open(int index) {
    focus_ = index;
    for (const Group& group : groups_) {
        const auto size = static_cast<int>(group.mechanisms.size());
        if (index < size) return ShowOver{ShowMechanism{group.mechanisms[static_cast<std::size_t>(index)]->id}};
        index -= size;
    }
    return {};
}

Effects MechanismsScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, move->by, count_);
    else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count_) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) return open(focus_);
    else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index >= 0 && press->index < count_) return open(press->index);
    }
    return {};
}

MechanismScreen::MechanismScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                                 const runner::Clock& clock, const content::MechanismId& mechanism)
    : pack_(pack),
      words_(words),
      rounds_(rounds),
      mechanism_(pack.mechanisms.at(mechanism)),
      player_(mechanism_.figure, words, clock) {}

std::vector<MechanismScreen::Control> MechanismScreen::controls() const {
    std::vector<Control> all{Control::back, Control::next};
    if (!mechanism_.figure) return all;
    all = {Control::play, Control::back, Control::next, Control::replay, Control::speed};
    if (!mechanism_.figure.variants.empty()) all.push_back(Control::variant);
    return all;
}

std::string MechanismScreen::control_text(Control control) const {
    switch (control) {
    case Control::play: return words_.text(player_.is_playing() ? "figure.pause" : "figure.play");
    case Control::back: return words_.text("figure.back");
    case Control::next: return words_.text("figure.next");
    case Control::replay: return words_.text("figure.replay");
    case Control::speed: return words_.text(player_.half_speed() ? "figure.full_speed" : "figure.half_speed");
    case Control::variant: {
        const auto& variants = mechanism_.figure.variants;
        const std::size_t next = player_.variant() + 1; // none wraps around to the first
        return next < variants.size() ? variants[next].name : words_.text("figure.usual");
    }
    }
    return {};
}

ScreenModel MechanismScreen::model() const {
    MechanismModel model;
    model.title = mechanism_.name;
    model.where = mechanism_.where;
    model.evidence = mechanism_.evidence;
    for (std::size_t i = 0; i < mechanism_.steps.size(); ++i) {
        const content::Step& usual = mechanism_.steps[i];
        const std::string* const other =
            mechanism_.figure ? &mechanism_.figure.step_of(player_.variant(), i).text : nullptr;
        if (other != nullptr && !other->empty()) model.steps.push_back({*other, {}});
        else model.steps.push_back({usual.text, usual.because});
    }
    model.step = mechanism_.figure ? player_.step() : step_;
    if (mechanism_.figure) model.figure = player_.model();
    else model.no_figure = words_.text("figure.none");
    for (const Control control : controls())
        model.buttons.push_back({control_text(control), {}, control == Control::play});
    std::vector<content::SourceId> sources = mechanism_.sources;
    if (player_.variant() < mechanism_.figure.variants.size()) {
        const content::FigureVariant& variant = mechanism_.figure.variants[player_.variant()];
        model.variant = words_.text("figure.seen_in", {{"variant", variant.name}, {"seen_in", variant.seen_in}});
        model.remarks.push_back(variant.note);
        sources = variant.sources;
    }
    for (const std::string* remark : {&mechanism_.note, &mechanism_.caveat}) {
        if (!remark->empty()) model.remarks.push_back(*remark);
    }
    model.sources = wording::citations(pack_, sources);
    model.sources_heading = words_.plural("figure.sources", static_cast<std::int64_t>(model.sources.size()));
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> MechanismScreen::hints() const {
    std::vector<KeyHint> hints{{words_.text("key.left_right"), words_.text("does.step")}};
    if (mechanism_.figure)
        hints.insert(hints.begin(),
                     {words_.text("key.space"), words_.text(player_.is_playing() ? "does.pause" : "does.play_figure")});
    return hints;
}

std::vector<Action> MechanismScreen::actions() const {
    std::vector<Action> actions{on(ActionId::back, Effects{Close{}}), on(ActionId::help).footer_when(false)};
    if (mechanism_.askable) actions.insert(actions.begin(), on(ActionId::ask_about, &MechanismScreen::ask));
    return actions;
}

Effects MechanismScreen::ask() { return ask_about({content::item_of(mechanism_.id)}, rounds_, words_); }

void MechanismScreen::turn(int by) {
    const std::size_t now = mechanism_.figure ? player_.step() : step_;
    const auto steps = static_cast<int>(mechanism_.steps.size());
    const auto next = static_cast<std::size_t>(std::clamp(static_cast<int>(now) + by, 0, steps));
    if (!mechanism_.figure) step_ = next;
    else if (by > 0 && next != now) player_.play_step(next);
    else player_.rest_at(next);
}

void MechanismScreen::press(Control control) {
    switch (control) {
    case Control::play: player_.is_playing() ? player_.pause() : player_.play(); break;
    case Control::back: turn(-1); break;
    case Control::next: turn(1); break;
    case Control::replay:
        player_.rest_at(0);
        player_.play();
        break;
    case Control::speed: player_.set_half_speed(!player_.half_speed()); break;
    case Control::variant: {
        const std::size_t next = player_.variant() + 1;
        player_.set_variant(next < mechanism_.figure.variants.size() ? next : figure::no_variant);
        break;
    }
    }
}

Effects MechanismScreen::press(int index) {
    const auto all = controls();
    const auto first_step = static_cast<int>(all.size());
    if (index < 0 || index >= first_step + static_cast<int>(mechanism_.steps.size())) return {};
    focus_ = index;
    if (index < first_step) {
        press(all[static_cast<std::size_t>(index)]);
    } else if (mechanism_.figure) {
        player_.play_step(static_cast<std::size_t>(index - first_step) + 1);
    } else {
        step_ = static_cast<std::size_t>(index - first_step) + 1;
    }
    return {};
}

Effects MechanismScreen::handle(const Intent& intent) {
    const int count = static_cast<int>(controls().size() + mechanism_.steps.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, move->by, count);
    else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) return press(focus_);
    else if (const auto* pressed = std::get_if<Press>(&intent)) return press(pressed->index);
    else if (const auto* adjust = std::get_if<Adjust>(&intent)) turn(adjust->by > 0 ? 1 : -1);
    else if (std::holds_alternative<Hold>(intent) && mechanism_.figure) press(Control::play);
    else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (choose->number <= static_cast<int>(mechanism_.steps.size()))
            return press(static_cast<int>(controls().size()) + choose->number - 1);
    }
    return {};
}

Effects MechanismScreen::tick() {
    player_.tick();
    return {};
}

} // namespace chelate::screens
