// Draws screens as the window does, but without a display.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "engine/stage/imgui_bridge.hpp"
#include "game/window/controller.hpp"
#include "game/window/ui_view.hpp"

namespace chelate::window::test {

/// A window without a display. It does everything except show the frame.
struct Bench {
    stage::Fonts fonts = *stage::Fonts::open();
    stage::Pictures pictures{};
    stage::Theme theme = *stage::load_theme(CHELATE_SOURCE_DIR "/assets/themes", "dark");
    stage::Vec size{1280, 720};
    float text_scale = 1;
    stage::Measure measure = stage::Measure::of(size, theme, text_scale);
    window::ViewState state;
    double now = 0;
    screens::UiModel ui;
    std::unique_ptr<stage::ImguiBridge> bridge;
    bool moving = false;                ///< something was in the last frame
    std::vector<stage::Layer> layers{}; ///< of the last frame, without text fields

    explicit Bench(screens::ScreenModel screen, stage::Vec window = {1280, 720}, float scale = 1)
        : Bench(ui_of(std::move(screen)), window, scale) {}

    explicit Bench(screens::UiModel shown, stage::Vec window = {1280, 720}, float scale = 1, bool for_projector = false)
        : size(window), text_scale(scale), ui(std::move(shown)) {
        measure = stage::Measure::of(size, theme, text_scale, for_projector);
        fonts.build(measure.em);
        bridge = std::make_unique<stage::ImguiBridge>(fonts);
        bridge->set_style(theme, measure);
        frames(6);
    }

    static screens::UiModel ui_of(screens::ScreenModel screen) {
        screens::UiModel ui;
        ui.screens.push_back(std::move(screen));
        ui.screen_id = 7;
        ui.enabled = {screens::ActionId::back, screens::ActionId::help};
        return ui;
    }

    std::vector<screens::Intent> frames(int count) {
        std::vector<screens::Intent> out;
        for (int i = 0; i < count; ++i) {
            stage::Painter painter(fonts, &pictures);
            stage::Canvas canvas{painter, fonts, theme, measure, size, now, false, text_scale};
            bridge->begin_frame(size, 0.1F);
            moving = window::draw(ui, canvas, state, out);
            layers = painter.layers();
            bridge->end_frame(painter);
            now += 0.5;
        }
        return out;
    }

    std::vector<screens::Intent> take(const stage::Input& input) {
        return window::intents_of(input, ui, state, now, theme, measure.unit, false);
    }

    stage::Vec middle_of(int focus) const {
        for (const window::Hit& hit : state.hits) {
            if (hit.focus == focus) return hit.area.centre();
        }
        return {-1, -1};
    }
};

} // namespace chelate::window::test
