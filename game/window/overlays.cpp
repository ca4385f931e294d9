// Draws the overlays for keys, a name and a dialog.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <imgui.h>

#include "engine/stage/input.hpp"
#include "game/window/overlay_kit.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr std::size_t longest_name_bytes = 1024;
constexpr std::size_t longest_list_bytes = 32 * 1024; ///< enough for a thousand pupils

void press(Context& context, int index) {
    if (index >= 0) context.out.emplace_back(screens::Press{index});
}

void point_at(Context& context, int index, int focus) {
    if (index >= 0 && index != focus) context.out.emplace_back(screens::FocusOn{index});
}

// The presenter decides on the text: what it kept replaces the text in Dear ImGui.
struct NameEdit {
    const std::string* wanted;
    std::string* held;
};

int on_edit(ImGuiInputTextCallbackData* event) {
    const auto& edit = *static_cast<NameEdit*>(event->UserData);
    const std::string now(event->Buf, static_cast<std::size_t>(event->BufTextLen));
    if (now == *edit.held && now != *edit.wanted) {
        event->DeleteChars(0, event->BufTextLen);
        event->InsertChars(0, edit.wanted->c_str());
        *edit.held = *edit.wanted;
    }
    return 0;
}

} // namespace

void draw(const screens::KeysModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    Panel panel(context, area, context.em() * 34);
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    panel_gap(context, 1);
    float widest = 0;
    for (const screens::KeyHint& hint : model.keys) {
        widest = std::max(widest, stage::text_width(context.canvas.fonts, hint.key, {Type::caption, Weight::semibold}));
    }
    const float column = std::min(widest, panel.width() * 0.45F);
    const float left = column + context.px(4);
    for (const screens::KeyHint& hint : model.keys) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const TextBlock key = context.canvas.lay_out(hint.key, {Type::caption, Weight::semibold}, column);
        const TextBlock action = context.canvas.lay_out(hint.action, {Type::body}, panel.width() - left);
        const float height = std::max(key.height() + context.px(0.75F), action.height());
        const float width = key.width + context.px(1.5F);
        panel_surface(context, {at.x, at.y, width, key.height() + context.px(0.75F)}, PanelSurface::raised,
                      context.px(context.theme().length.radius_cap), false);
        panel_block(context, key, {at.x + context.px(0.75F), at.y + context.px(0.375F)}, c.text, 0.5F);
        panel_block(context, action,
                    {at.x + left, at.y + (std::min(height, key.height() + context.px(0.75F)) - action.line_height) / 2},
                    c.text_quiet);
        ImGui::Dummy({panel.width(), height});
    }
    panel_gap(context, 2);
    press(context, panel_buttons(context, {{model.done, {}, true}}, 0, panel.width(), nullptr));
}

void draw(const screens::WordsModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    Panel panel(context, area, context.em() * 34);
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    panel_gap(context, 1);
    for (const screens::WordLine& line : model.lines) {
        panel_text(context, line.word, {Type::body, Weight::semibold}, panel.width(), c.text);
        panel_text(context, line.meaning, {Type::body}, panel.width(), c.text_quiet);
        panel_gap(context, 1);
    }
    panel_gap(context, 1);
    press(context, panel_buttons(context, {{model.done, {}, true}}, 0, panel.width(), nullptr));
}

void draw(const screens::ConfidenceModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    Panel panel(context, area, context.em() * 34);
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    panel_text(context, model.text, {Type::body}, panel.width(), c.text_quiet);
    panel_gap(context, 2);
    // What is lost grows to the left of the middle, what is gained to the right.
    const float number = stage::text_width(context.canvas.fonts, "−000", {Type::body, Weight::semibold});
    const float half = panel.width() / 2 - number - context.px(1);
    const ImVec2 head = ImGui::GetCursorScreenPos();
    const TextBlock wrong = context.canvas.lay_out(model.wrong_heading, {Type::caption, Weight::semibold}, half);
    const TextBlock right = context.canvas.lay_out(model.right_heading, {Type::caption, Weight::semibold}, half);
    const float middle = head.x + panel.width() / 2;
    panel_block(context, wrong, {middle - context.px(1) - wrong.width, head.y}, c.text_quiet, 1);
    panel_block(context, right, {middle + context.px(1), head.y}, c.text_quiet);
    ImGui::Dummy({panel.width(), std::max(wrong.height(), right.height())});
    for (const screens::ConfidenceRow& row : model.rows) {
        panel_gap(context, 1);
        panel_text(context, row.level + "  ·  " + row.best, {Type::caption}, panel.width(), c.text);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = context.em() * 1.4F;
        const float radius = context.px(context.theme().length.radius_cap) / 2;
        const float lost = half * static_cast<float>(row.wrong_share);
        const float gained = half * static_cast<float>(row.right_share);
        if (lost > 0) panel_surface(context, {middle - lost, at.y, lost, height}, PanelSurface::sunken, radius, false);
        panel_surface(context, {middle, at.y, gained, height}, PanelSurface::primary, radius, false);
        const TextBlock minus = context.canvas.lay_out(row.wrong, {Type::body, Weight::semibold}, number);
        const TextBlock plus = context.canvas.lay_out(row.right, {Type::body, Weight::semibold}, number);
        const float base = at.y + (height - plus.height()) / 2;
        panel_block(context, minus, {middle - lost - context.px(1) - minus.width, base}, c.text);
        panel_block(context, plus, {middle + gained + context.px(1), base}, c.text);
        ImGui::Dummy({panel.width(), height});
    }
    panel_gap(context, 2);
    press(context, panel_buttons(context, {{model.done, {}, true}}, 0, panel.width(), nullptr));
}

void draw(const screens::NameModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    ViewState& state = context.state;
    Panel panel(context, area, context.em() * 28);
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    panel_text(context, model.about, {Type::body}, panel.width(), c.text_quiet);
    panel_gap(context, 2);
    const TextStyle style{Type::body, Weight::regular};
    const stage::Fonts& fonts = context.canvas.fonts;
    ImGui::PushFont(fonts.imgui(style));
    ImGui::SetWindowFontScale(fonts.imgui_scale(style));
    ImGui::SetNextItemWidth(panel.width());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = model.lines ? std::max(area.h * 0.35F, 4 * ImGui::GetFrameHeight()) : ImGui::GetFrameHeight();
    panel_surface(context, {at.x, at.y, panel.width(), height}, PanelSurface::sunken,
                  context.px(context.theme().length.radius_cap), true);
    std::vector<char> buffer(model.lines ? longest_list_bytes : longest_name_bytes);
    std::memcpy(buffer.data(), state.typed.data(), std::min(state.typed.size(), buffer.size() - 1));
    NameEdit edit{&model.text, &state.typed};
    if (!ImGui::IsAnyItemActive()) {
        ImGui::SetKeyboardFocusHere();
        std::fill(buffer.begin(), buffer.end(), char{});
        std::memcpy(buffer.data(), model.text.data(), std::min(model.text.size(), buffer.size() - 1));
        state.typed = model.text;
    }
    if (model.lines) {
        // Enter belongs to the screen, except in a field of several lines.
        if (ImGui::IsKeyPressed(stage::imgui_key(stage::Key::enter))) ImGui::GetIO().AddInputCharacter('\n');
        ImGui::InputTextMultiline("##name", buffer.data(), buffer.size(), {panel.width(), height},
                                  ImGuiInputTextFlags_CallbackAlways, on_edit, &edit);
    } else {
        ImGui::InputText("##name", buffer.data(), buffer.size(), ImGuiInputTextFlags_CallbackAlways, on_edit, &edit);
    }
    ImGui::SetWindowFontScale(1);
    ImGui::PopFont();
    if (const std::string now = buffer.data(); now != state.typed) {
        state.typed = now;
        if (now != model.text) context.out.emplace_back(screens::TypeName{now});
    }
    panel_gap(context, 1);
    panel_text(context, model.problem, {Type::caption, Weight::semibold}, panel.width(), c.text);
    panel_gap(context, 1);
    const int clicked = panel_buttons(context, {{model.cancel}, {model.ok, {}, true}}, -1, panel.width(), nullptr);
    // On the screen the primary button is last. In the model's order ok is 1 and cancel is 2.
    if (clicked >= 0) press(context, clicked == 0 ? 2 : 1);
}

void draw(const screens::DialogModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    Panel panel(context, area, context.em() * 30);
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    if (!model.text.empty()) panel_text(context, model.text, {Type::body}, panel.width(), c.text_quiet);
    panel_gap(context, model.list ? 1.0F : 3.0F);
    int pointed = -1;
    const bool was_open = context.state.overlay_focus != -1;
    // At first the text is shown from its beginning. When a key moves the focus, the buttons come into view.
    if (!model.list && context.state.has_to_show_focus(model.focus) && was_open) {
        scroll_panel_to_end(context);
    }
    const int pressed = model.list ? panel_list(context, model.buttons, model.focus, panel.width(), &pointed)
                                   : panel_buttons(context, model.buttons, model.focus, panel.width(), &pointed);
    press(context, pressed);
    point_at(context, pointed, model.focus);
}

} // namespace chelate::window
