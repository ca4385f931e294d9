// Tests that the pointer alone never scrolls anything, on any screen, at any size.
#include <doctest/doctest.h>

#include <algorithm>
#include <imgui_internal.h>
#include <map>
#include <optional>
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

/// Returns where the screen drew what has the focus; nothing when it has none, or draws it where no pointer reaches.
std::optional<window::Hit> place_of_focus(const window::ViewState& state, const screens::ScreenModel& screen) {
    const int focused = std::visit(
        [](const auto& model) {
            if constexpr (requires { model.focus; }) return model.focus;
            else return -1;
        },
        screen);
    const auto hit = std::find_if(state.hits.begin(), state.hits.end(),
                                  [&](const window::Hit& one) { return one.focus == focused; });
    return hit == state.hits.end() ? std::nullopt : std::optional(*hit);
}

/// Returns whether all of it is in the window and in the part that scrolls, or as much of it as has space.
bool is_in_sight(const window::Hit& hit, stage::Vec size) {
    constexpr float pixel = 1;
    const bool in_window = hit.area.y >= -pixel && hit.area.bottom() <= size.y + pixel && hit.area.x >= -pixel &&
                           hit.area.right() <= size.x + pixel;
    const bool is_whole = hit.area.h >= hit.place.h - pixel && hit.area.w >= hit.place.w - pixel;
    return in_window && hit.area.w > 0 && (is_whole || hit.area.h > size.y / 4);
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

TEST_CASE("what has the focus is in sight when any screen, dialog or panel opens, and when it comes back") {
    std::set<std::string> hidden;
    for (const samples::Sample& sample : samples::all()) {
        const screens::ScreenModel& top = sample.ui.screens.back();
        const bool is_overlay = screens::traits_of(top).is_overlay;
        for (const stage::Vec size : {stage::Vec{1024, 768}, stage::Vec{1280, 720}, stage::Vec{1920, 1080}}) {
            for (const float scale : {1.0F, 2.0F}) {
                Bench bench(sample.ui, size, scale);
                const std::string where = sample.name + " " + std::to_string(static_cast<int>(size.x)) + " at " +
                                          std::to_string(static_cast<int>(scale));
                const auto look = [&](const std::string& when) {
                    const std::optional<window::Hit> hit =
                        is_overlay ? bench.state.panel_focus : place_of_focus(bench.state, top);
                    if (hit && !is_in_sight(*hit, size)) hidden.insert(where + when);
                    if (is_overlay && !hit) hidden.insert(where + when + ": nothing has the focus");
                };
                look("");
                // Another screen comes and goes.
                bench.ui = Bench::ui_of(screens::DialogModel{.title = "Leave?", .text = {}, .buttons = {{"No"}}});
                bench.ui.screen_id = sample.ui.screen_id + 1;
                bench.frames(8);
                bench.ui = sample.ui;
                bench.frames(8);
                look(" after a dialog");
            }
        }
    }
    for (const std::string& one : hidden) FAIL_CHECK(one);
}

TEST_CASE("choosing an option moves no row under the pointer") {
    screens::SettingsModel lobby;
    lobby.title = "Classroom";
    lobby.rows = {{"Teams", {}, 1, "You can change them later."},
                  {"How to answer", {"Turns", "Buzzers"}, 0, "In turn."},
                  {"Round", {}, 0, "The preview shows the questions."},
                  {"Confidence", {"Off", "On"}, 0, "Teams say how sure they are."}};
    for (int count = 1; count <= 12; ++count) lobby.rows[0].options.push_back(std::to_string(count));
    for (int length = 1; length <= 12; ++length)
        lobby.rows[2].options.push_back("Round " + std::string(static_cast<std::size_t>(5 * length), 'x'));
    const std::string long_about =
        "The first team to press answers. After a wrong answer the others may try. Each team needs one key.";
    lobby.rows[1].other_abouts = {"In turn.", long_about};
    lobby.done = "Start";
    const auto places = [](Bench& bench) {
        std::vector<stage::Rect> all;
        for (int row = 0; row < 4; ++row) {
            focus(bench.ui, row);
            bench.state.by_pointer = true; // so that nothing scrolls
            bench.frames(2);
            REQUIRE(bench.state.panel_focus.has_value());
            all.push_back(bench.state.panel_focus->place);
        }
        return all;
    };
    for (const stage::Vec size : {stage::Vec{1024, 768}, stage::Vec{1280, 720}}) {
        for (const float scale : {1.0F, 2.0F}) {
            CAPTURE(size.x);
            CAPTURE(scale);
            Bench bench(screens::ScreenModel{lobby}, size, scale);
            auto& shown = std::get<screens::SettingsModel>(bench.ui.screens.back());
            const auto before = places(bench);
            shown.rows[1].chosen = 1;
            shown.rows[1].about = long_about;
            CHECK(places(bench) == before);
            shown.rows[2].chosen = 11;
            CHECK(places(bench) == before);
            shown.rows[0].chosen = 11;
            for (int team = 0; team < 12; ++team) shown.teams.push_back({.name = "Team", .points = "A"});
            CHECK(places(bench) == before);
        }
    }
}
