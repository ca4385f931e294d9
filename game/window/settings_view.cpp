#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "game/window/overlay_kit.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

// A setting with more options than this shows one option between two arrows.
constexpr std::size_t most_chips = 8;

struct Chip {
    Rect rect; ///< relative to the corner of the chips
    TextBlock text;
    int option = 0; ///< the option that a click chooses
};

struct Chips {
    std::vector<Chip> chips;
    float width = 0;
    float height = 0;
};

Chips lay_out_chips(const Context& context, const screens::SettingRow& row, float width) {
    Chips out;
    const float gap = context.px(1);
    const float side = context.px(1.75F);
    float x = 0;
    float y = 0;
    float tallest = 0;
    const auto add = [&](const std::string& option, int index) {
        const TextBlock text = context.canvas.lay_out(option, {Type::body}, width - 2 * side);
        const float chip_width = std::ceil(text.width + 2 * side);
        const float chip_height =
            std::ceil(std::max(text.height() + context.px(1), context.px(context.theme().length.target)));
        if (x > 0 && x + chip_width > width) {
            x = 0;
            y += tallest + gap;
            tallest = 0;
        }
        out.chips.push_back({{x, y, chip_width, chip_height}, text, index});
        out.width = std::max(out.width, x + chip_width);
        x += chip_width + gap;
        tallest = std::max(tallest, chip_height);
    };
    const int count = static_cast<int>(row.options.size());
    const auto enabled_beside = [&](int by) {
        int option = row.chosen;
        do option = (option + count + by) % count;
        while (option != row.chosen && row.is_disabled(static_cast<std::size_t>(option)));
        return option;
    };
    if (row.options.size() > most_chips) {
        add(row.options[static_cast<std::size_t>(row.chosen)], row.chosen);
        add("‹", enabled_beside(-1));
        add("›", enabled_beside(1));
    } else {
        for (int i = 0; i < count; ++i) add(row.options[static_cast<std::size_t>(i)], i);
    }
    out.height = y + tallest;
    return out;
}

void draw_chips(Context& context, const screens::SettingRow& row, int index, const Chips& chips, Vec at) {
    const stage::Colours& c = context.colour();
    for (std::size_t i = 0; i < chips.chips.size(); ++i) {
        const Chip& chip = chips.chips[i];
        const Rect rect = chip.rect.moved(at.x, at.y);
        const bool chosen = chip.option == row.chosen;
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({rect.x, rect.y});
        if (ImGui::InvisibleButton("option", {rect.w, rect.h}))
            context.out.emplace_back(screens::SetOption{index, chip.option});
        ImGui::PopID();
        const bool disabled = row.is_disabled(static_cast<std::size_t>(chip.option));
        panel_surface(context, rect,
                      chosen     ? PanelSurface::chosen
                      : disabled ? PanelSurface::sunken
                                 : PanelSurface::raised,
                      context.px(context.theme().length.radius_cap) * 1.5F, false);
        panel_block(context, chip.text,
                    {rect.centre().x - chip.text.width / 2, rect.centre().y - chip.text.height() / 2},
                    chosen     ? c.primary_text
                    : disabled ? c.text_quiet
                               : c.text,
                    0.5F);
    }
}

void setting_row(Context& context, const screens::SettingRow& row, int index, int focus, float width) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.5F);
    const float inner = width - 2 * pad;
    const Chips beside = lay_out_chips(context, row, inner * 0.62F);
    const TextBlock name = context.canvas.lay_out(row.name, {Type::body, Weight::semibold}, inner);
    const bool one_line = beside.chips.empty() ||
                          (name.width + context.px(3) + beside.width <= inner && beside.height < context.em() * 3.6F);
    const Chips chips = one_line ? beside : lay_out_chips(context, row, inner);
    const TextBlock about =
        context.canvas.lay_out(row.about, {Type::caption}, one_line ? inner - chips.width - context.px(3) : inner);
    const float words = name.height() + about.height();
    const float height =
        (one_line ? std::max(words, chips.height) : words + context.px(1) + chips.height) + 2 * context.px(1.25F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, width, height};
    if (index == focus) {
        panel_surface(context, rect, PanelSurface::sunken, context.px(context.theme().length.radius_card), true);
        if (context.state.has_to_show_focus(focus)) {
            ImGui::SetScrollFromPosY(at.y + height / 2 - ImGui::GetWindowPos().y, 0.5F);
            context.moving = true;
        }
    }
    if (panel_pointed(rect) && index != focus) context.out.emplace_back(screens::FocusOn{index});
    const float top = one_line ? at.y + (height - words) / 2 : at.y + context.px(1.25F);
    panel_block(context, name, {at.x + pad, top}, c.text);
    panel_block(context, about, {at.x + pad, top + name.height()}, c.text_quiet);
    ImGui::PushID(row.name.c_str());
    draw_chips(context, row, index, chips,
               one_line ? Vec{rect.right() - pad - chips.width, at.y + (height - chips.height) / 2}
                        : Vec{at.x + pad, top + words + context.px(1)});
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
}

// Draws what the rows lead to, side by side where there is space, otherwise one below the other.
void badge_row(Context& context, const std::vector<screens::Badge>& badges, float width) {
    const stage::Colours& c = context.colour();
    const float gap = context.px(1);
    const float pad = context.px(1.25F);
    const auto count = static_cast<float>(badges.size());
    const bool beside = (width - gap * (count - 1)) / count >= context.em() * 12;
    const float each = beside ? (width - gap * (count - 1)) / count : width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float tallest = 0;
    float y = at.y;
    for (const bool measuring : {true, false}) {
        float x = at.x;
        for (const screens::Badge& badge : badges) {
            const TextBlock label = context.canvas.lay_out(badge.label, {Type::caption}, each - 2 * pad);
            const TextBlock value = context.canvas.lay_out(badge.value + "  " + badge.symbol,
                                                           {Type::body, Weight::semibold}, each - 2 * pad);
            const TextBlock meaning = context.canvas.lay_out(badge.meaning, {Type::caption}, each - 2 * pad);
            const float own = label.height() + value.height() + meaning.height() + 2 * pad;
            if (measuring) {
                tallest = std::max(tallest, own);
                continue;
            }
            const Rect rect{x, y, each, beside ? tallest : own};
            panel_surface(context, rect, PanelSurface::sunken, context.px(context.theme().length.radius_card), false);
            panel_block(context, label, {x + pad, y + pad}, c.text_quiet);
            panel_block(context, value, {x + pad, y + pad + label.height()}, c.text);
            panel_block(context, meaning, {x + pad, y + pad + label.height() + value.height()}, c.text_quiet);
            if (beside) x += each + gap;
            else y += own + gap;
        }
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, beside ? tallest : y - at.y - gap});
}

// Draws the teams or players: shapes with names, as many in a row as fit.
void team_row(Context& context, const std::vector<screens::TeamModel>& teams, float width) {
    if (teams.empty()) return;
    const stage::Colours& c = context.colour();
    const float pad = context.px(1.25F);
    const float gap = context.px(1);
    const float radius = context.em() * 0.55F;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = 0;
    float y = 0;
    float row = 0;
    for (const screens::TeamModel& team : teams) {
        const TextBlock name = context.canvas.lay_out(team.name, {Type::body, Weight::semibold}, width / 2);
        const std::string below = team.points + (team.points.empty() || team.word.empty() ? "" : " · ") + team.word;
        const TextBlock word = context.canvas.lay_out(below, {Type::caption}, width / 2);
        const float own = 3 * pad + 2 * radius + std::max(name.width, word.width);
        const float height = name.height() + word.height() + 2 * pad * 0.6F;
        if (x > 0 && x + own > width) {
            x = 0;
            y += row + gap;
            row = 0;
        }
        const Rect rect{at.x + x, at.y + y, own, height};
        panel_surface(context, rect, PanelSurface::sunken, context.px(context.theme().length.radius_card), false);
        panel_shape(team.look.shape, {rect.x + pad + radius, rect.y + height / 2}, radius,
                    context.theme().slot(team.look.slot));
        panel_block(context, name, {rect.x + 2 * pad + 2 * radius, rect.y + pad * 0.6F}, c.text);
        panel_block(context, word, {rect.x + 2 * pad + 2 * radius, rect.y + pad * 0.6F + name.height()}, c.text_quiet);
        x += own + gap;
        row = std::max(row, height);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, y + row});
    panel_gap(context, 1);
}

} // namespace

void draw(const screens::SettingsModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const bool was_open = context.state.overlay_focus != -1;
    Panel panel(context, area, std::min(area.w, context.em() * 46));
    panel_text(context, model.title, {Type::title, Weight::semibold}, panel.width(), c.text);
    if (!model.intro.empty()) panel_text(context, model.intro, {Type::body}, panel.width(), c.text_quiet);
    panel_gap(context, 1);
    if (!model.badges.empty()) {
        badge_row(context, model.badges, panel.width());
        panel_gap(context, 1);
    }
    team_row(context, model.teams, panel.width());
    for (std::size_t i = 0; i < model.rows.size(); ++i) {
        setting_row(context, model.rows[i], static_cast<int>(i), model.focus, panel.width());
    }
    panel_gap(context, 2);
    if (!model.about_heading.empty())
        panel_text(context, model.about_heading, {Type::caption, Weight::semibold}, panel.width(), c.text_quiet);
    for (const std::string& line : model.about) panel_text(context, line, {Type::caption}, panel.width(), c.text_quiet);
    panel_gap(context, 1);
    // The main button is last on the screen, but its focus comes right after the rows.
    const int done = static_cast<int>(model.rows.size());
    const int more = static_cast<int>(model.more.size());
    std::vector<screens::Button> buttons;
    for (const std::string& text : model.more) buttons.push_back({text});
    buttons.push_back({model.done, {}, true});
    const auto focus_of = [&](int place) { return place == more ? done : done + 1 + place; };
    int pointed = -1;
    const int focused = model.focus < done ? -1 : model.focus == done ? more : model.focus - done - 1;
    const int clicked = panel_buttons(context, buttons, focused, panel.width(), &pointed);
    if (clicked >= 0) context.out.emplace_back(screens::Press{focus_of(clicked)});
    // At first the rows are shown from their beginning. When a key moves the focus, the buttons come into view.
    if (model.focus >= done && context.state.has_to_show_focus(model.focus) && was_open) scroll_panel_to_end(context);
    if (pointed >= 0 && model.focus != focus_of(pointed)) context.out.emplace_back(screens::FocusOn{focus_of(pointed)});
}

} // namespace chelate::window
