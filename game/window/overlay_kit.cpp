#include "game/window/overlay_kit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "engine/stage/shaped_line.hpp"

namespace chelate::window {
namespace {

ImU32 ink(Rgba c) {
    const float alpha = ImGui::GetStyle().Alpha;
    return IM_COL32(c.r, c.g, c.b, static_cast<int>(static_cast<float>(c.a) * alpha));
}

ImVec2 point(Vec v) { return {v.x, v.y}; }

constexpr ImGuiWindowFlags panel_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                         ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_AlwaysAutoResize;

// Draws light around a focused thing, as wide as the painter's glow but in few steps.
void glow_around(Context& context, const Rect& rect, float radius) {
    constexpr int steps = 5;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float reach = context.px(context.theme().length.glow_blur) * 0.3F;
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        const Rect grown = rect.inset(-reach * share);
        list.AddRect({grown.x, grown.y}, {grown.right(), grown.bottom()},
                     ink(stage::faded(context.colour().light_glow, 0.5F * (1 - share))), radius + reach * share, 0,
                     reach / steps + 1);
    }
}

// Adds a line that Dear ImGui cannot shape itself.
void add_shaped(ImDrawList& list, const stage::Fonts& fonts, const stage::TextLine& line, TextStyle style, Vec pen,
                ImU32 colour) {
    const ImFontAtlas& atlas = fonts.atlas();
    const auto width = static_cast<float>(atlas.TexWidth);
    const auto height = static_cast<float>(atlas.TexHeight);
    for (const stage::PlacedGlyph& placed : stage::shape_line(fonts, line.text, style, line.right_to_left).glyphs) {
        const stage::Glyph& g = placed.glyph;
        if (!g.visible) continue;
        const float x = std::round(pen.x + placed.x);
        list.PrimReserve(6, 4);
        list.PrimRectUV({x + g.x0, pen.y + g.y0}, {x + g.x1, pen.y + g.y1}, {g.u0 / width, g.v0 / height},
                        {g.u1 / width, g.v1 / height}, colour);
    }
}

constexpr float foot_gap = 2;      // grid units between the content and the buttons
constexpr float button_gap = 1.5F; // grid units

/// Returns the width of the buttons side by side.
float row_width(const Context& context, const std::vector<screens::Button>& buttons, float width) {
    float sum = -context.px(button_gap);
    for (const screens::Button& one : buttons) sum += panel_button_size(context, one, width).x + context.px(button_gap);
    return sum;
}

/// Returns the height that panel_buttons takes.
float buttons_height(const Context& context, const std::vector<screens::Button>& buttons, float width) {
    const bool row = panel_buttons_fit(context, buttons, width);
    float height = 0;
    for (const screens::Button& one : buttons) {
        const float own = panel_button_size(context, one, width).y;
        height = row ? std::max(height, own) : height + own;
    }
    if (!row) height += static_cast<float>(buttons.size() - 1) * ImGui::GetStyle().ItemSpacing.y;
    return height;
}

} // namespace

void panel_focus_at(Context& context, const Rect& place) { context.state.panel_focus = Hit{{}, place}; }

Panel::Panel(Context& context, const Rect& area, float width, int focus, std::vector<screens::Button> buttons,
             bool keeps_top)
    : context_(context), focus_(focus), buttons_(std::move(buttons)) {
    const stage::Colours& c = context.colour();
    const stage::Lengths& l = context.theme().length;
    const float arrive = context.entrance(0, context.theme().duration.enter);
    stage::Painter& paint = context.paint();
    const Vec size = context.canvas.size;
    paint.layer();
    paint.panel({-1, -1, size.x + 2, size.y + 2}, 0, stage::faded(c.veil, arrive), stage::faded(c.veil, arrive));
    paint.layer();
    const float margin = context.px(2);
    const float edge = std::round(context.px(2)); // between the panel's edge and what scrolls in it
    // Content that changes its height would move the rest under the pointer if the panel stayed in the middle.
    const bool stays = keeps_top && context.state.held_frames == 0 && area == context.state.panel_area;
    const float tallest =
        stays ? area.bottom() - margin - edge - context.state.panel_top : area.h - 2 * margin - 2 * edge;
    // A scroll bar is drawn in the padding, so lines do not wrap differently when it appears.
    width_ = width_of(context, area, width);
    const float outer = width_ + 2 * context.px(3);
    const float foot = buttons_.empty() ? 0 : buttons_height(context, buttons_, width_) + context.px(foot_gap);
    foot_ = foot <= tallest / 2 ? foot : 0;
    const float drop = context.canvas.reduced_motion ? 0 : context.px(2) * (1 - arrive);
    const Rect& known = context.state.panel;
    if (known.w > 1 && context.state.settle_frames < 2) {
        const Rect rect = known.inset(0, -edge);
        const float radius = context.px(l.radius_card * 1.25F);
        paint.push({}, arrive);
        paint.shadow(rect, radius, context.px(l.shadow_blur * 1.6F), {0, context.px(l.shadow_blur * 0.6F)}, c.shadow);
        paint.panel(rect, radius, c.panel_top, c.panel_bottom);
        paint.outline(rect, radius, std::max(1.0F, context.px(l.edge)), c.surface_edge, c.surface_edge);
        paint.pop();
    }
    const float middle = area.x + area.w / 2;
    if (stays) ImGui::SetNextWindowPos({middle, context.state.panel_top + drop}, ImGuiCond_Always, {0.5F, 0});
    else ImGui::SetNextWindowPos({middle, area.y + area.h / 2 + drop}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({outer, 0}, {outer, tallest});
    // Sizes are known after two frames. Until then the panel is almost invisible.
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, context.state.settle_frames < 2 ? std::max(arrive, 0.01F) : 0.01F);
    if (context.state.held_frames > 0) ImGui::SetNextWindowScroll({0, context.state.held_scroll});
    ImGui::Begin("overlay", nullptr, panel_flags);
    // The clip lets the ring and light of a focused thing extend into the padding.
    const ImVec2 from = ImGui::GetWindowPos();
    if (!stays) context.state.panel_top = std::round(from.y - drop);
    context.state.panel_area = area;
    const Rect body = body_of_window();
    ImGui::PushClipRect({body.x, body.y}, {body.right(), body.bottom()}, false);
    if (context.state.overlay_scroll != 0) {
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + context.state.overlay_scroll, 0.0F, ImGui::GetScrollMaxY()));
        context.state.overlay_scroll = 0;
        context.moving = true;
    }
}

float Panel::width_of(const Context& context, const Rect& area, float width) {
    return std::min(width, area.w - 2 * context.px(3));
}

Rect Panel::body_of_window() const {
    const ImVec2 at = ImGui::GetWindowPos();
    const float padding = ImGui::GetStyle().WindowPadding.y;
    const float below = foot_ > 0 ? padding + foot_ : padding / 2;
    return {at.x, at.y + padding / 2, ImGui::GetWindowWidth(), ImGui::GetWindowHeight() - padding / 2 - below};
}

int Panel::end(int focused, int* pointed) {
    if (foot_ == 0) {
        panel_gap(context_, foot_gap);
        return panel_buttons(context_, buttons_, focused, width_, pointed);
    }
    const ImVec2 body = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width_, foot_});
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImVec2 furthest = window.DC.CursorMaxPos;
    const float top = window.Pos.y + window.Size.y - ImGui::GetStyle().WindowPadding.y - foot_;
    ImGui::PopClipRect();
    ImGui::PushClipRect({window.Pos.x, top}, {window.Pos.x + window.Size.x, window.Pos.y + window.Size.y}, false);
    if (ImGui::GetScrollY() < ImGui::GetScrollMaxY()) {
        // A line sets the buttons apart from what continues behind them.
        const float edge = std::max(1.0F, context_.px(context_.theme().length.edge));
        ImGui::GetWindowDrawList()->AddLine({body.x, top}, {body.x + width_, top}, ink(context_.colour().surface_edge),
                                            edge);
    }
    focus_in_foot_ = focused >= 0 && focused < static_cast<int>(buttons_.size());
    ImGui::SetCursorScreenPos({body.x, top + context_.px(foot_gap)});
    const int clicked = panel_buttons(context_, buttons_, focused, width_, pointed);
    window.DC.CursorMaxPos = furthest; // the buttons move with the window and must not keep it tall
    return clicked;
}

void Panel::show_focus() {
    ViewState& state = context_.state;
    if (!state.panel_focus) return;
    const Rect& place = state.panel_focus->place;
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect whole{at.x, at.y, ImGui::GetWindowWidth(), ImGui::GetWindowHeight()};
    const Rect body = body_of_window();
    state.panel_focus->area = place.cut(focus_in_foot_ ? whole : body);
    const bool is_new = state.has_to_show_focus(focus_);
    if (focus_in_foot_) return;
    const float ring = context_.px(1);
    const float scroll = ImGui::GetScrollY();
    const auto shown_from = [&](float now) {
        const float top = place.y - ring + scroll - body.y;
        const float bottom = place.bottom() + ring + scroll - body.y;
        if (focus_ == 0 && bottom <= body.h) return 0.0F; // the first one, with what is above it
        return std::min(std::max(now, bottom - body.h), top);
    };
    if (state.held_frames > 0) {
        const float wanted = std::max(0.0F, shown_from(0));
        if (wanted != std::exchange(state.held_scroll, wanted)) context_.moving = true;
    } else if (is_new && shown_from(scroll) != scroll) {
        ImGui::SetScrollY(std::clamp(shown_from(scroll), 0.0F, ImGui::GetScrollMaxY()));
        context_.moving = true;
    }
}

Panel::~Panel() {
    show_focus();
    context_.state.panel_foot = foot_;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const Rect now{at.x, at.y, size.x, size.y};
    if (!(now == context_.state.panel)) context_.moving = true;
    context_.state.panel = now;
    ImGui::PopClipRect();
    ImGui::End();
    ImGui::PopStyleVar();
    if (context_.state.held_frames > 0) {
        --context_.state.held_frames;
        context_.moving = true;
    }
    if (context_.state.settle_frames > 0) {
        --context_.state.settle_frames;
        context_.moving = true;
    }
}

void panel_block(Context& context, const TextBlock& block, Vec at, Rgba colour, float align) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const stage::Fonts& fonts = context.canvas.fonts;
    ImFont* font = fonts.imgui(block.style);
    const float size = font->FontSize * fonts.imgui_scale(block.style);
    const float lead = (block.line_height - fonts.box_height(block.style)) / 2;
    for (const stage::TextLine& line : block.lines) {
        const float left = (block.width - line.width) * (line.right_to_left && align == 0 ? 1 : align);
        const Vec pen{std::round(at.x + left), std::round(at.y + lead)};
        if (stage::needs_shaping(line.text, block.style)) add_shaped(list, fonts, line, block.style, pen, ink(colour));
        else list.AddText(font, size, point(pen), ink(colour), line.text.data(), line.text.data() + line.text.size());
        at.y += block.line_height;
    }
}

void panel_text(Context& context, std::string_view text, TextStyle style, float width, Rgba colour) {
    if (text.empty()) return;
    const TextBlock block = context.canvas.lay_out(text, style, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    panel_block(context, block, {at.x, at.y}, colour);
    ImGui::Dummy({width, block.height()});
}

void panel_gap(Context& context, float units) {
    ImGui::Dummy({1, std::max(0.0F, context.px(units) - 2 * ImGui::GetStyle().ItemSpacing.y)});
}

void panel_shape(const std::string& shape, Vec centre, float radius, Rgba colour) {
    stage::Mesh mesh;
    for (const stage::Outline& outline : stage::subject_shape(shape, centre, radius))
        stage::fill(mesh, outline, {colour, colour});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto count = static_cast<int>(mesh.size());
    list.PrimReserve(count, count);
    for (const auto& vertex : mesh) {
        list.PrimVtx({vertex.position.x, vertex.position.y}, ImGui::GetFontTexUvWhitePixel(),
                     IM_COL32(vertex.color.r, vertex.color.g, vertex.color.b, vertex.color.a));
    }
}

void panel_surface(Context& context, const Rect& rect, PanelSurface surface, float radius, bool focused) {
    const stage::Colours& c = context.colour();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (focused) glow_around(context, rect, radius);
    Rgba body = c.raised_bottom;
    Rgba edge = c.surface_edge;
    if (surface == PanelSurface::sunken) body = c.sunken;
    if (surface == PanelSurface::primary) {
        body = stage::mixed(c.primary_top, c.primary_bottom, 0.45F);
        edge = c.primary_edge;
    }
    if (surface == PanelSurface::chosen) {
        body = stage::mixed(c.primary_top, c.primary_bottom, 0.45F);
        edge = c.primary_edge;
    }
    const ImVec2 from{rect.x, rect.y};
    const ImVec2 to{rect.right(), rect.bottom()};
    list.AddRectFilled(from, to, ink(body), radius);
    const float hairline = std::max(1.0F, context.px(context.theme().length.edge));
    const float ring = std::max(2.0F, context.px(context.theme().length.focus_edge));
    if (focused && surface == PanelSurface::primary) {
        // A light ring on a light button would not be visible, so leave a gap.
        const float gap = context.px(0.4F) + ring / 2;
        list.AddRect({from.x - gap, from.y - gap}, {to.x + gap, to.y + gap}, ink(c.light), radius + gap, 0, ring);
    } else if (focused) {
        list.AddRect(from, to, ink(c.light), radius, 0, ring);
    } else {
        list.AddRect(from, to, ink(edge), radius, 0, hairline);
    }
}

Vec panel_button_size(const Context& context, const screens::Button& button, float max_width) {
    const float side = context.px(2.5F);
    const TextBlock text = context.canvas.lay_out(button.text, {Type::body, Weight::semibold}, max_width - 2 * side);
    const TextBlock detail = context.canvas.lay_out(button.detail, {Type::caption}, max_width - 2 * side);
    return {std::ceil(std::max(text.width, detail.width) + 2 * side),
            std::ceil(std::max(text.height() + detail.height() + context.px(1.5F),
                               context.px(context.theme().length.target)))};
}

bool panel_pointed(const Rect& rect) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDelta.x == 0 && io.MouseDelta.y == 0) return false;
    return ImGui::IsWindowHovered() && rect.contains({io.MousePos.x, io.MousePos.y});
}

bool panel_button(Context& context, const screens::Button& button, bool focused, float max_width) {
    const stage::Colours& c = context.colour();
    const float side = context.px(2.5F);
    const Vec size = panel_button_size(context, button, max_width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, size.x, size.y};
    const bool clicked = ImGui::InvisibleButton(button.text.c_str(), {size.x, size.y});
    const bool raised = button.primary;
    panel_surface(context, rect, raised ? PanelSurface::primary : PanelSurface::raised,
                  std::min(context.px(context.theme().length.radius_card), size.y / 2), focused);
    const TextBlock text = context.canvas.lay_out(button.text, {Type::body, Weight::semibold}, max_width - 2 * side);
    const TextBlock detail = context.canvas.lay_out(button.detail, {Type::caption}, max_width - 2 * side);
    const float top = rect.y + (rect.h - text.height() - detail.height()) / 2;
    panel_block(context, text, {rect.centre().x - text.width / 2, top}, raised ? c.primary_text : c.text, 0.5F);
    panel_block(context, detail, {rect.centre().x - detail.width / 2, top + text.height()},
                raised ? c.primary_text : c.text_quiet, 0.5F);
    return clicked;
}

int panel_list(Context& context, const std::vector<screens::Button>& lines, int focus, float width, int* pointed) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.5F);
    int clicked = -1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int index = static_cast<int>(i);
        const TextBlock text = context.canvas.lay_out(lines[i].text, {Type::body, Weight::semibold}, width - 2 * pad);
        const float height = std::max(text.height() + context.px(1), context.px(context.theme().length.target));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const Rect rect{at.x, at.y, width, height};
        ImGui::PushID(lines[i].text.c_str());
        if (ImGui::InvisibleButton("line", {width, height})) clicked = index;
        ImGui::PopID();
        if (pointed != nullptr && panel_pointed(rect)) *pointed = index;
        const bool focused = index == focus;
        panel_surface(context, rect,
                      lines[i].primary ? PanelSurface::primary
                      : focused        ? PanelSurface::raised
                                       : PanelSurface::sunken,
                      context.px(context.theme().length.radius_cap), focused);
        panel_block(context, text, {at.x + pad, at.y + (height - text.height()) / 2},
                    lines[i].primary ? c.primary_text : c.text);
        if (focused) panel_focus_at(context, rect);
        panel_gap(context, 0.75F);
    }
    return clicked;
}

bool panel_buttons_fit(const Context& context, const std::vector<screens::Button>& buttons, float width) {
    return row_width(context, buttons, width) <= width;
}

int panel_buttons(Context& context, const std::vector<screens::Button>& buttons, int focus, float width, int* pointed) {
    const float gap = context.px(button_gap);
    const float sum = row_width(context, buttons, width);
    const bool row = sum <= width;
    int clicked = -1;
    const float left = ImGui::GetCursorPosX();
    float x = left + std::max(0.0F, width - sum);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Vec size = panel_button_size(context, buttons[i], width);
        if (row) {
            if (i > 0) ImGui::SameLine();
            ImGui::SetCursorPosX(x);
            x += size.x + gap;
        } else {
            ImGui::SetCursorPosX(left + width - size.x);
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const int index = static_cast<int>(i);
        if (panel_button(context, buttons[i], index == focus, width)) clicked = index;
        if (index == focus) panel_focus_at(context, {at.x, at.y, size.x, size.y});
        if (panel_pointed({at.x, at.y, size.x, size.y}) && pointed != nullptr) *pointed = index;
    }
    return clicked;
}

} // namespace chelate::window
