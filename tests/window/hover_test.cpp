// Tests that the pointer alone never scrolls anything, on any screen, at any size.
#include <doctest/doctest.h>

#include <imgui_internal.h>
#include <map>
#include <set>

#include "tests/window/bench.hpp"
#include "tests/window/samples.hpp"

using namespace chelate;
using window::test::Bench;

namespace {

/// Gives the focus to what the pointer is over, as the presenters do.
void focus(screens::UiModel& ui, int index) {
    std::visit(
        [&](auto& model) {
            if constexpr (requires { model.focus; }) model.focus = index;
        },
        ui.screens.back());
}

/// Returns how far everything is scrolled.
std::map<std::string, float> scrolled(const Bench& bench) {
    std::map<std::string, float> all;
    for (const auto& [key, scroll] : bench.state.scrolls) {
        if (scroll.shown) all[key] = scroll.offset.target();
    }
    if (const ImGuiWindow* panel = ImGui::FindWindowByName("overlay"); panel != nullptr && panel->WasActive)
        all["overlay"] = panel->Scroll.y;
    return all;
}

void point_at(Bench& bench, stage::Vec at) {
    const stage::PointerMove move{at};
    bench.bridge->push(move);
    for (const screens::Intent& intent : bench.take(move)) {
        if (const auto* on = std::get_if<screens::FocusOn>(&intent)) focus(bench.ui, on->index);
    }
    for (int frame = 0; frame < 3; ++frame) {
        for (const screens::Intent& intent : bench.frames(1)) {
            if (const auto* on = std::get_if<screens::FocusOn>(&intent)) focus(bench.ui, on->index);
        }
    }
}

} // namespace

TEST_CASE("the pointer alone scrolls nothing") {
    std::set<std::string> moved;
    for (const samples::Sample& sample : samples::all()) {
        for (const stage::Vec size : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1920, 1080}}) {
            for (const float scale : {1.0F, 2.0F}) {
                Bench bench(sample.ui, size, scale);
                const auto before = scrolled(bench);
                // A screen of Dear ImGui keeps no places, so the pointer goes all over it.
                std::set<std::pair<int, int>> places;
                for (const window::Hit& hit : bench.state.hits) {
                    if (hit.area.w > 0 && hit.area.h > 0)
                        places.insert({static_cast<int>(hit.area.centre().x), static_cast<int>(hit.area.centre().y)});
                }
                if (screens::traits_of(sample.ui.screens.back()).is_overlay) {
                    for (int x = 1; x < 4; ++x) {
                        for (int y = 1; y < 12; ++y)
                            places.insert({static_cast<int>(size.x) * x / 4, static_cast<int>(size.y) * y / 12});
                    }
                }
                for (const auto& [x, y] : places) {
                    point_at(bench, {static_cast<float>(x), static_cast<float>(y)});
                    if (scrolled(bench) == before) continue;
                    moved.insert(sample.name + " " + std::to_string(static_cast<int>(size.x)) + " at " +
                                 std::to_string(scale));
                    break;
                }
            }
        }
    }
    for (const std::string& one : moved) FAIL_CHECK(one);
}

TEST_CASE("the focus of every screen that is not read first is in sight when it opens") {
    for (const samples::Sample& sample : samples::all()) {
        const screens::ScreenModel& top = sample.ui.screens.back();
        // An overlay shows its text first, and a question what there is to read.
        if (screens::traits_of(top).is_overlay || std::holds_alternative<screens::QuestionModel>(top)) continue;
        for (const stage::Vec size : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1920, 1080}}) {
            for (const float scale : {1.0F, 2.0F}) {
                Bench bench(sample.ui, size, scale);
                const int focused = std::visit(
                    [](const auto& model) {
                        if constexpr (requires { model.focus; }) return model.focus;
                        else return -1;
                    },
                    top);
                for (const window::Hit& hit : bench.state.hits) {
                    if (hit.focus != focused) continue;
                    CAPTURE(sample.name);
                    CAPTURE(size.x);
                    CAPTURE(scale);
                    CHECK(hit.area.w > 0);
                    CHECK(hit.area.h > 0);
                    break;
                }
            }
        }
    }
}
