// Samples of the list of mechanisms and of pages on which one plays, with figures of the shipped pack.
#include "tests/window/samples.hpp"

#include "engine/figure/timeline.hpp"
#include "engine/text/language.hpp"
#include "game/screens/knowledge/mechanisms_screen.hpp"
#include "game/screens/presenter/figure_player.hpp"
#include "game/wording/figure_words.hpp"
#include "game/wording/lookup.hpp"
#include "tests/support/shipped_pack.hpp"

namespace chelate::samples {
namespace {

const text::Language& english_words() {
    static const text::Language language = text::Language::load(CHELATE_SOURCE_DIR "/assets/i18n/en.json").value();
    return language;
}

/// Returns the page of a mechanism at the end of a step. @param step  0: before the first
screens::MechanismModel mechanism_page(const char* id, std::size_t step) {
    const content::Pack& pack = test::shipped_pack();
    const content::Mechanism& mechanism = pack.mechanisms.at(content::MechanismId{id});
    screens::MechanismModel m;
    m.title = mechanism.name;
    m.where = mechanism.where;
    m.evidence = mechanism.evidence;
    m.figure = screens::still_figure(mechanism.figure, step, true);
    m.figure.gauges =
        wording::gauge_texts(english_words(), mechanism.figure, figure::readings_of(mechanism.figure, {}, step));
    for (const content::Step& one : mechanism.steps) m.steps.push_back({one.text, one.because});
    m.step = step;
    for (const char* key : {"figure.play", "figure.back", "figure.next", "figure.replay", "figure.half_speed"})
        m.buttons.push_back({english_words().text(key), {}, m.buttons.empty()});
    for (const std::string* remark : {&mechanism.note, &mechanism.caveat}) {
        if (!remark->empty()) m.remarks.push_back(*remark);
    }
    m.sources = wording::citations(pack, mechanism.sources);
    m.sources_heading = english_words().plural("figure.sources", static_cast<std::int64_t>(m.sources.size()));
    return m;
}

/// Returns such a page with the first variant of its figure.
screens::MechanismModel variant_page(const char* id, std::size_t step) {
    screens::MechanismModel m = mechanism_page(id, step);
    const content::Figure& figure = *m.figure.figure;
    const content::FigureVariant& variant = figure.variants.front();
    m.figure.variant = 0;
    m.figure.seconds = figure::seconds_of(figure, {0}, step);
    m.figure.gauges = wording::gauge_texts(english_words(), figure, figure::readings_of(figure, {0}, step));
    m.variant = english_words().text("figure.seen_in", {{"variant", variant.name}, {"seen_in", variant.seen_in}});
    m.remarks.insert(m.remarks.begin(), variant.note);
    m.sources = wording::citations(test::shipped_pack(), variant.sources);
    m.buttons.push_back({english_words().text("figure.usual"), {}, false});
    m.focus = static_cast<int>(m.buttons.size()) - 1;
    return m;
}

screens::UiModel shown(screens::ScreenModel screen) {
    static std::uint64_t next = 1000;
    screens::UiModel ui;
    ui.screens.push_back(std::move(screen));
    ui.footer = {{"Space", "play"}, {"← →", "step"}, {"F1", "keys"}, {"Esc", "back"}};
    ui.screen_id = ++next;
    return ui;
}

} // namespace

std::vector<Sample> of_mechanisms() {
    std::vector<Sample> out;
    out.push_back({"mechanisms", shown(screens::MechanismsScreen(test::shipped_pack(), english_words()).model())});
    for (const std::size_t step : {0, 2, 4})
        out.push_back({"mechanism_step_" + std::to_string(step), shown(mechanism_page("nmda_block", step))});
    out.push_back({"mechanism_long", shown(mechanism_page("dipeptide_route", 3))});
    out.push_back({"mechanism_variant", shown(variant_page("nmda_block", 3))});
    screens::MechanismModel playing = mechanism_page("renal_balance", 2);
    playing.figure.seconds = 1.5;
    playing.figure.playing = true;
    playing.buttons.front().text = english_words().text("figure.pause");
    out.push_back({"mechanism_playing", shown(playing)});
    screens::MechanismModel bare = mechanism_page("nmda_block", 2);
    bare.figure = {};
    bare.no_figure = english_words().text("figure.none");
    bare.buttons = {{english_words().text("figure.back"), {}, false}, {english_words().text("figure.next"), {}, false}};
    out.push_back({"mechanism_without_figure", shown(bare)});
    return out;
}

} // namespace chelate::samples
