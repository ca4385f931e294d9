#include "engine/stage/imgui_bridge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <SFML/Window/Clipboard.hpp>
#include <imgui.h>

namespace chelate::stage {
#if IMGUI_VERSION_NUM < 18900
ImguiKey imgui_key(Key key) { return static_cast<int>(key); }
#else
ImguiKey imgui_key(Key key) {
    switch (key) {
    case Key::left: return ImGuiKey_LeftArrow;
    case Key::right: return ImGuiKey_RightArrow;
    case Key::up: return ImGuiKey_UpArrow;
    case Key::down: return ImGuiKey_DownArrow;
    case Key::home: return ImGuiKey_Home;
    case Key::end: return ImGuiKey_End;
    case Key::backspace: return ImGuiKey_Backspace;
    case Key::erase: return ImGuiKey_Delete;
    case Key::a: return ImGuiKey_A;
    case Key::c: return ImGuiKey_C;
    case Key::v: return ImGuiKey_V;
    case Key::x: return ImGuiKey_X;
    case Key::y: return ImGuiKey_Y;
    case Key::z: return ImGuiKey_Z;
    case Key::enter: return ImGuiKey_Pause; // a key that no field listens to
    default: return ImGuiKey_None;
    }
}
#endif

namespace {

ImVec4 to_imgui(Rgba c) {
    return {static_cast<float>(c.r) / 255, static_cast<float>(c.g) / 255, static_cast<float>(c.b) / 255,
            static_cast<float>(c.a) / 255};
}

const char* clipboard_text(void* user) {
    auto& kept = *static_cast<std::string*>(user);
    const auto utf8 = sf::Clipboard::getString().toUtf8();
    kept.assign(utf8.begin(), utf8.end());
    return kept.c_str();
}

void set_clipboard_text(void*, const char* text) {
    const std::string utf8(text);
    sf::Clipboard::setString(sf::String::fromUtf8(utf8.begin(), utf8.end()));
}

#if IMGUI_VERSION_NUM < 18900
// Before 1.87, Dear ImGui is told which of our numbers are its keys.
void set_up_keys(ImGuiIO& io) {
    io.KeyMap[ImGuiKey_LeftArrow] = imgui_key(Key::left);
    io.KeyMap[ImGuiKey_RightArrow] = imgui_key(Key::right);
    io.KeyMap[ImGuiKey_UpArrow] = imgui_key(Key::up);
    io.KeyMap[ImGuiKey_DownArrow] = imgui_key(Key::down);
    io.KeyMap[ImGuiKey_Home] = imgui_key(Key::home);
    io.KeyMap[ImGuiKey_End] = imgui_key(Key::end);
    io.KeyMap[ImGuiKey_Backspace] = imgui_key(Key::backspace);
    io.KeyMap[ImGuiKey_Delete] = imgui_key(Key::erase);
    io.KeyMap[ImGuiKey_A] = imgui_key(Key::a);
    io.KeyMap[ImGuiKey_C] = imgui_key(Key::c);
    io.KeyMap[ImGuiKey_V] = imgui_key(Key::v);
    io.KeyMap[ImGuiKey_X] = imgui_key(Key::x);
    io.KeyMap[ImGuiKey_Y] = imgui_key(Key::y);
    io.KeyMap[ImGuiKey_Z] = imgui_key(Key::z);
}

void set_key(ImGuiIO& io, Key key, bool is_down) { io.KeysDown[imgui_key(key)] = is_down; }

void set_modifiers(ImGuiIO& io, const KeyDown& key) {
    io.KeyShift = key.shift;
    io.KeyCtrl = key.control;
}
#else
// Dear ImGui would spread its inputs over frames itself, and nobody would know that another frame is needed.
void set_up_keys(ImGuiIO& io) { io.ConfigInputTrickleEventQueue = false; }

void set_key(ImGuiIO& io, Key key, bool is_down) {
    if (imgui_key(key) != ImGuiKey_None) io.AddKeyEvent(imgui_key(key), is_down);
}

void set_modifiers(ImGuiIO& io, const KeyDown& key) {
    io.AddKeyEvent(ImGuiMod_Shift, key.shift);
    io.AddKeyEvent(ImGuiMod_Ctrl, key.control);
}
#endif

} // namespace

ImguiBridge::ImguiBridge(const Fonts& fonts) : context_(ImGui::CreateContext(&fonts.atlas())), fonts_(&fonts) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false; // so that an idle text field needs no redraws
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.GetClipboardTextFn = clipboard_text;
    io.SetClipboardTextFn = set_clipboard_text;
    io.ClipboardUserData = &clipboard_;
    set_up_keys(io);
}

ImguiBridge::~ImguiBridge() { ImGui::DestroyContext(context_); }

void ImguiBridge::set_style(const Theme& theme, const Measure& measure) {
    ImGui::SetCurrentContext(context_);
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    const Colours& c = theme.colour;
    // Round to whole pixels: Dear ImGui rounds sizes down, and a fraction too much would show a scroll bar.
    const auto px = [&measure](float units) { return std::round(units * measure.unit); };
    for (ImVec4& colour : style.Colors) colour = to_imgui(c.panel_bottom);
    const auto set = [&style](ImGuiCol_ slot, Rgba colour) { style.Colors[slot] = to_imgui(colour); };
    set(ImGuiCol_Text, c.text);
    set(ImGuiCol_TextDisabled, c.text_quiet);
    set(ImGuiCol_WindowBg, faded(c.panel_bottom, 0));
    set(ImGuiCol_ChildBg, faded(c.panel_bottom, 0));
    set(ImGuiCol_PopupBg, c.panel_bottom);
    set(ImGuiCol_Border, c.surface_edge);
    set(ImGuiCol_BorderShadow, faded(c.shadow, 0));
    set(ImGuiCol_FrameBg, faded(c.sunken, 0)); // fields are drawn on our own surfaces
    set(ImGuiCol_FrameBgHovered, faded(c.sunken, 0));
    set(ImGuiCol_FrameBgActive, faded(c.sunken, 0));
    set(ImGuiCol_ScrollbarBg, faded(c.sunken, 0));
    set(ImGuiCol_ScrollbarGrab, faded(c.text_quiet, 0.55F));
    set(ImGuiCol_ScrollbarGrabHovered, c.text_quiet);
    set(ImGuiCol_ScrollbarGrabActive, c.light);
    set(ImGuiCol_Button, c.key_top);
    set(ImGuiCol_ButtonHovered, c.raised_top);
    set(ImGuiCol_ButtonActive, c.raised_bottom);
    set(ImGuiCol_CheckMark, c.light);
    set(ImGuiCol_SliderGrab, c.light);
    set(ImGuiCol_SliderGrabActive, c.light);
    set(ImGuiCol_Separator, c.surface_edge);
    set(ImGuiCol_TextSelectedBg, faded(c.light, 0.35F));
    set(ImGuiCol_NavHighlight, c.light);
    style.WindowPadding = {px(3), px(1)};
    style.WindowRounding = px(theme.length.radius_card);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.FrameRounding = px(theme.length.radius_cap);
    style.FrameBorderSize = 0;
    style.FramePadding = {px(1.5F), px(1.25F)};
    style.ItemSpacing = {px(1), px(1)};
    style.ItemInnerSpacing = {px(1), px(1)};
    style.ScrollbarSize = px(theme.length.bar) + 6; // ImGui makes the grab three pixels smaller on each side
    style.ScrollbarRounding = px(theme.length.bar);
    style.GrabRounding = px(theme.length.radius_cap);
    style.GrabMinSize = px(3);
}

void ImguiBridge::push(const Input& input) {
    // Of consecutive pointer moves, only the last position matters.
    if (std::holds_alternative<PointerMove>(input) && !queue_.empty() &&
        std::holds_alternative<PointerMove>(queue_.back())) {
        queue_.back() = input;
        return;
    }
    queue_.push_back(input);
}

void ImguiBridge::drain() {
    ImGuiIO& io = ImGui::GetIO();
    std::array<bool, static_cast<std::size_t>(Key::count)> touched{};
    bool typed = false;
    bool moved = false;
    bool clicked = false;
    while (!queue_.empty()) {
        const Input& next = queue_.front();
        if (const auto* key = std::get_if<KeyDown>(&next)) {
            const auto slot = static_cast<std::size_t>(key->key);
            if (touched[slot] || typed) return;
            touched[slot] = true;
            set_modifiers(io, *key);
            set_key(io, key->key, true);
        } else if (const auto* up = std::get_if<KeyUp>(&next)) {
            const auto slot = static_cast<std::size_t>(up->key);
            if (touched[slot]) return;
            touched[slot] = true;
            set_key(io, up->key, false);
        } else if (const auto* text = std::get_if<Typed>(&next)) {
            io.AddInputCharacter(text->code);
            typed = true;
        } else if (const auto* move = std::get_if<PointerMove>(&next)) {
            if (clicked) return;
            io.MousePos = {move->at.x, move->at.y};
            moved = true;
        } else if (const auto* down = std::get_if<PointerDown>(&next)) {
            if (clicked) return;
            if (moved && (io.MousePos.x != down->at.x || io.MousePos.y != down->at.y)) return;
            io.MousePos = {down->at.x, down->at.y};
            io.MouseDown[0] = true;
            clicked = true;
        } else if (const auto* release = std::get_if<PointerUp>(&next)) {
            if (clicked || moved) return;
            io.MousePos = {release->at.x, release->at.y};
            io.MouseDown[0] = false;
            clicked = true;
        } else if (const auto* wheel = std::get_if<Wheel>(&next)) {
            io.MouseWheel += wheel->lines;
        } else if (std::holds_alternative<FocusLost>(next)) {
            // Nothing goes down and is released in one frame: Dear ImGui would miss it.
            if (clicked || std::find(touched.begin(), touched.end(), true) != touched.end()) return;
            io.ClearInputKeys();
            io.MouseDown[0] = false;
        }
        queue_.pop_front();
    }
}

void ImguiBridge::begin_frame(Vec window, float elapsed_seconds) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {window.x, window.y};
    io.DeltaTime = std::clamp(elapsed_seconds, 1e-4F, 0.1F);
    if (generation_ != fonts_->generation()) {
        generation_ = fonts_->generation();
        io.FontDefault = fonts_->imgui({Type::body, Weight::regular});
    }
    drain();
    ImGui::NewFrame();
}

void ImguiBridge::end_frame(Painter& painter) {
    ImGui::Render();
    if (ImGui::GetDrawData() != nullptr) painter.overlay(*ImGui::GetDrawData());
}

bool ImguiBridge::wants_text() const {
    ImGui::SetCurrentContext(context_);
    return ImGui::GetIO().WantTextInput;
}

} // namespace chelate::stage
