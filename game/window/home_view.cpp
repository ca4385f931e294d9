#include <algorithm>
#include <cmath>
#include <numbers>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

// The indices of the focusable things, in the model's order.
struct HomeFocus {
    int resume;
    int progress;
    int rounds;
    int corner;
};

HomeFocus home_focus(const screens::HomeModel& model) {
    const int progress = model.resume ? 1 : 0;
    const int rounds = progress + (model.progress.empty() ? 0 : 1);
    return {0, progress, rounds, rounds + static_cast<int>(model.rounds.size())};
}

// Draws the compared things side by side with their names, where there is too little height for a circle.
void row_of_looks(Context& context, const screens::HomeModel& model, const Rect& area) {
    const auto count = static_cast<float>(model.looks.size());
    const float apart = area.w / count;
    const float caption = context.canvas.lay_out("x", {Type::caption}, area.w).line_height;
    const float radius = std::min({apart * 0.22F, (area.h - 2 * caption) / 2, context.px(5)});
    if (radius < context.px(1.5F)) return;
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.bloom);
    const float y = area.y + (area.h - caption) / 2;
    context.paint().push({0, 0}, arrive);
    for (std::size_t i = 0; i < model.looks.size(); ++i) {
        const float x = area.x + apart * (static_cast<float>(i) + 0.5F);
        emblem(context, model.looks[i], {x, y}, radius);
        const TextBlock name = context.canvas.lay_out(model.look_names[i], {Type::caption}, apart);
        const bool below = stage::symbol_place(model.looks[i].shape).space <= 0; // the symbol is there already
        context.paint().text(name, {x - name.width / 2, y + radius + (below ? caption : caption * 0.3F)},
                             context.colour().text_quiet);
    }
    context.paint().pop();
}

// Draws the compared things around one light, like ligands around their ion.
void constellation(Context& context, const screens::HomeModel& model, const Rect& area) {
    const std::size_t count = model.looks.size();
    if (count == 0) return;
    // In a low space the names would lie on one another.
    if (area.h < context.em() * 9) return row_of_looks(context, model, area);
    const stage::Colours& c = context.colour();
    const float caption = context.canvas.lay_out("x", {Type::caption}, area.w).line_height;
    const float space = std::min(area.w * 0.42F, area.h / 2 - caption);
    // Neighbours on the circle keep clear of each other, with their names between them.
    const float apart =
        2 * space * std::sin(std::numbers::pi_v<float> / static_cast<float>(std::max<std::size_t>(count, 3)));
    const float radius = std::min({space * 0.3F, context.px(6), apart * 0.24F});
    const float reach_x = std::min(area.w / 2 - radius * 1.6F, space * 1.25F - radius * 0.5F);
    const float reach_y = space - radius;
    const Vec middle{area.x + area.w / 2, area.y + area.h / 2 - caption * 0.4F};
    const float arrive = context.canvas.reduced_motion ? 1 : context.entrance(0, context.theme().duration.bloom);
    std::vector<Vec> places;
    for (std::size_t i = 0; i < count; ++i) {
        const float turn = (static_cast<float>(i) + 0.5F) / static_cast<float>(count) * 2 * std::numbers::pi_v<float>;
        places.push_back(middle + Vec{std::sin(turn) * reach_x, -std::cos(turn) * reach_y} * (0.82F + 0.18F * arrive));
    }
    // Faint orbits set the light apart from the shapes.
    for (const float orbit : {1.75F, 2.6F, 3.45F}) {
        context.paint().ring(middle, radius * orbit, std::max(1.0F, context.px(0.125F)), 0, 1,
                             stage::faded(c.light, 0.13F * arrive));
    }
    context.paint().glow(middle, radius * 0.3F, radius * 3.4F, stage::faded(c.light_glow, 0.55F * arrive));
    for (std::size_t i = 0; i < count; ++i) {
        const Vec way = places[i] - middle;
        // The line ends under the shape, unless the shape is hollow.
        const float inside = stage::symbol_place(model.looks[i].shape).on_ground ? 0.8F : 0.3F;
        const float shorter = 1 - radius * inside / std::max(radius, std::hypot(way.x, way.y));
        const std::array<Vec, 2> bond{middle, middle + way * shorter};
        context.paint().line(bond, std::max(1.5F, context.px(0.25F)), stage::faded(c.light, 0.42F * arrive));
    }
    context.paint().disc(middle, radius * 0.42F, c.primary_top, c.primary_bottom);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect box{places[i].x - radius * 0.7F, places[i].y - radius * 0.7F, radius * 1.4F, radius * 1.4F};
        if (!stage::symbol_place(model.looks[i].shape).on_ground)
            context.paint().shadow(box, radius * 0.7F, radius, {0, radius * 0.25F}, c.shadow);
        emblem(context, model.looks[i], places[i], radius);
        if (i >= model.look_names.size() || count > 6) continue; // more names would overlap
        const TextBlock name = context.canvas.lay_out(model.look_names[i], {Type::caption}, area.w / 2);
        context.paint().text(name, {places[i].x - name.width / 2, places[i].y + radius * 1.22F}, c.text_quiet, 0.5F);
    }
}

struct RoundText {
    TextBlock name, about, detail, history;
    bool one_line = false; ///< detail and history share a line
    float height = 0;      ///< height of the card
};

float cap_size(const Context& context) { return std::round(context.em() * 1.7F); }

RoundText lay_out_round(const Context& context, const screens::RoundCard& round, float width) {
    const float pad = context.px(context.theme().length.padding);
    const float inner = width - 3 * pad - cap_size(context);
    RoundText out;
    out.name = context.canvas.lay_out(round.name, {Type::body, Weight::semibold}, inner);
    out.about = context.canvas.lay_out(round.about, {Type::caption}, inner);
    out.detail = context.canvas.lay_out(round.detail, {Type::caption, Weight::semibold}, inner);
    out.history = context.canvas.lay_out(round.history, {Type::caption}, inner);
    out.one_line = out.detail.width + out.history.width + context.px(3) <= inner;
    const float foot =
        out.one_line ? std::max(out.detail.height(), out.history.height()) : out.detail.height() + out.history.height();
    out.height = out.name.height() + out.about.height() + foot + context.px(0.25F) + 2 * pad;
    return out;
}

void round_card(Context& context, const RoundText& text, int number, const Rect& rect, float light) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding);
    // A lit card is drawn over itself, and its shadow is already there.
    card(context, rect, light, light > 0 ? 0.0F : 1.0F);
    // The digit that starts the round; there are only 9.
    if (number <= 9)
        key_cap(context, std::to_string(number), {rect.x + pad, rect.y + rect.h / 2}, cap_size(context), Type::body);
    const float left = rect.x + 2 * pad + cap_size(context);
    float y = rect.y + pad - context.px(0.25F);
    context.paint().text(text.name, {left, y}, c.text);
    y += text.name.height() + context.px(0.25F);
    context.paint().text(text.about, {left, y}, c.text_quiet);
    y += text.about.height() + context.px(0.25F);
    context.paint().text(text.detail, {left, y}, c.text);
    if (text.one_line) context.paint().text(text.history, {rect.right() - pad - text.history.width, y}, c.text_quiet);
    else context.paint().text(text.history, {left, y + text.detail.height()}, c.text_quiet);
}

// Draws the last 7 days as small signs under their names with a summary beside them, and returns the height taken. A
// day with study is a filled disc, any other day a ring.
float week_strip(Context& context, const screens::WeekModel& week, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float column = context.em(Type::caption) * 2.1F;
    const float radius = std::round(context.em(Type::caption) * 0.36F);
    const float pen = std::max(1.5F, context.px(0.25F));
    float name_height = 0;
    for (std::size_t i = 0; i < week.days.size(); ++i) {
        const screens::WeekModel::Day& day = week.days[i];
        const TextBlock name = context.canvas.lay_out(
            day.name, {Type::caption, day.is_today ? Weight::semibold : Weight::regular}, column * 2);
        const float middle = at.x + column * (static_cast<float>(i) + 0.5F);
        context.paint().text(name, {middle - name.width / 2, at.y}, day.is_today ? c.text : c.text_quiet);
        name_height = std::max(name_height, name.height());
        const Vec centre{middle, at.y + name.height() + context.px(0.5F) + radius};
        if (day.studied) context.paint().disc(centre, radius, c.light, c.light);
        else context.paint().ring(centre, radius - pen / 2, pen, 0, 1, c.text_quiet);
    }
    const float strip = column * static_cast<float>(week.days.size());
    const float height = name_height + context.px(0.5F) + 2 * radius;
    const TextBlock text = context.canvas.lay_out(week.text, {Type::caption, Weight::semibold}, width);
    if (strip + context.px(2) + text.width <= width) {
        context.paint().text(text, {at.x + strip + context.px(2), at.y + (height - text.height()) / 2}, c.text);
        return height;
    }
    context.paint().text(text, {at.x, at.y + height + context.px(0.5F)}, c.text);
    return height + context.px(0.5F) + text.height();
}

// Draws the week and, beside it, the button to all progress. Returns the height taken.
float week_and_progress(Context& context, const screens::HomeModel& model, Vec at, float width, ScrollBody& body) {
    const screens::Button progress{model.progress};
    const Vec size = button_size(context, progress, width);
    const float space = width - size.x - context.px(2);
    const float strip = context.em(Type::caption) * 2.1F * static_cast<float>(model.week.days.size());
    const bool beside = space >= strip;
    const float week =
        week_strip(context, model.week,
                   {at.x, at.y + (beside ? std::max(0.0F, (size.y - context.em(Type::caption) * 2.2F) / 2) : 0)},
                   beside ? space : width);
    const Rect rect{beside ? at.x + width - size.x : at.x, beside ? at.y : at.y + week + context.px(1), size.x, size.y};
    const int index = home_focus(model).progress;
    button(context, progress, rect, focus_light(context, "home", index, model.focus));
    context.hit(rect, index);
    if (index == model.focus) body.focus_at(rect);
    return beside ? std::max(week, size.y) : week + context.px(1) + size.y;
}

// Draws Continue and the rounds; returns the y below them.
float doors(Context& context, const screens::HomeModel& model, float x, float y, float width, ScrollBody& body) {
    const HomeFocus focus = home_focus(model);
    const float gap = context.px(context.theme().length.gap);
    if (model.resume) {
        Vec size = button_size(context, *model.resume, width);
        size.y += context.px(1.5F);
        const Rect rect{x, y, width, size.y};
        button(context, *model.resume, rect, focus_light(context, "home", focus.resume, model.focus));
        context.hit(rect, focus.resume);
        if (model.focus == focus.resume) body.focus_at(rect);
        y += size.y + gap * 1.5F;
    }
    for (const std::string& line : model.today)
        y += write(context, line, {Type::caption}, {x, y}, width, context.colour().text) + context.px(0.75F);
    if (!model.week.days.empty()) y += week_and_progress(context, model, {x, y}, width, body) + gap;
    else if (!model.today.empty()) y += gap;
    y += write(context, model.rounds_heading, {Type::caption, Weight::semibold}, {x, y}, width,
               context.colour().text_quiet);
    y += context.px(1);
    for (std::size_t i = 0; i < model.rounds.size(); ++i) {
        const RoundText text = lay_out_round(context, model.rounds[i], width);
        const Rect rect{x, y, width, text.height};
        const int index = focus.rounds + static_cast<int>(i);
        const float light = focus_light(context, "home", index, model.focus);
        const int number = static_cast<int>(i) + 1;
        round_card(context, text, number, rect, 0);
        if (light > 0)
            context.later([&context, text, number, rect, light] { round_card(context, text, number, rect, light); });
        context.hit(rect, index);
        if (index == model.focus) body.focus_at(rect);
        y += text.height + gap;
    }
    return y - gap;
}

// Draws the quiet buttons, as many in a row as fit, and returns the height taken. `body` is given when they scroll.
float corner(Context& context, const screens::HomeModel& model, Vec at, float width, bool visible, ScrollBody* body) {
    const int first = home_focus(model).corner;
    const float gap = context.px(1.5F);
    float x = at.x;
    float y = at.y;
    float row = 0;
    for (std::size_t i = 0; i < model.corner.size(); ++i) {
        const screens::Button one{model.corner[i]};
        const Vec size = button_size(context, one, width);
        if (x > at.x && x + size.x > at.x + width) {
            x = at.x;
            y += row + gap;
            row = 0;
        }
        const int index = first + static_cast<int>(i);
        const Rect rect{x, y, size.x, size.y};
        if (visible) {
            button(context, one, rect, focus_light(context, "home", index, model.focus));
            context.hit(rect, index);
            if (body != nullptr && index == model.focus) body->focus_at(rect);
        }
        x += size.x + gap;
        row = std::max(row, size.y);
    }
    return y + row - at.y;
}

float title_block(Context& context, const screens::HomeModel& model, Vec at, float width) {
    const stage::Colours& c = context.colour();
    float y = at.y;
    // A long name of a pack is written smaller, so that it leaves space for the rest.
    const bool is_short =
        context.canvas.lay_out(model.title, {Type::display, Weight::semibold}, width).lines.size() <= 1;
    const TextStyle style{is_short ? Type::display : Type::title, Weight::semibold};
    y += write(context, model.title, style, {at.x, y}, width, c.text) + context.px(0.5F);
    const TextBlock tagline = context.canvas.lay_out(model.tagline, {Type::body}, width, 60, true);
    context.paint().text(tagline, {at.x, y}, c.text_quiet);
    return y + tagline.height() - at.y;
}

void wide_home(const screens::HomeModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const float gutter = context.px(7);
    const float left_width = std::round((area.w - gutter) * 0.45F);
    const Rect right{area.x + left_width + gutter, area.y, area.w - left_width - gutter, area.h};
    const float title = title_block(context, model, {area.x, area.y}, left_width);
    const TextBlock disclaimer = context.canvas.lay_out(model.disclaimer, {Type::caption}, left_width);
    const TextBlock greeting = context.canvas.lay_out(model.greeting, {Type::body, Weight::semibold}, left_width);
    const float corner_height = corner(context, model, {area.x, 0}, left_width, false, nullptr);
    const float foot = greeting.height() + context.px(1) + corner_height + context.px(2) + disclaimer.height();
    float y = area.bottom() - foot;
    const Rect sky{area.x, area.y + title + context.px(1), left_width, y - area.y - title - context.px(2)};
    if (sky.h > context.px(16)) constellation(context, model, sky);
    context.paint().text(greeting, {area.x, y}, c.text);
    y += greeting.height() + context.px(1);
    corner(context, model, {area.x, y}, left_width, true, nullptr);
    y += corner_height + context.px(2);
    context.paint().text(disclaimer, {area.x, y}, c.text_quiet);

    ScrollBody body(context, right, "home", model.focus);
    body.end(doors(context, model, right.x, body.top() + context.px(1), right.w, body) + context.px(3));
}

void narrow_home(const screens::HomeModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const float gap = context.px(2);
    ScrollBody body(context, area, "home", model.focus);
    float y = body.top();
    y += title_block(context, model, {area.x, y}, area.w) + gap;
    float x = area.x;
    for (const screens::Look& look : model.looks) {
        const float width = small_emblem_width(context, look);
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += context.em() * 1.4F + gap / 2;
        }
        x += small_emblem(context, look, {x, y + context.em() * 0.7F}) + gap * 1.5F;
    }
    if (!model.looks.empty()) y += context.em() * 1.4F + gap;
    y += write(context, model.greeting, {Type::body, Weight::semibold}, {area.x, y}, area.w, c.text) + gap;
    y = doors(context, model, area.x, y, area.w, body) + gap * 1.5F;
    y += corner(context, model, {area.x, y}, area.w, true, &body) + gap;
    y += write(context, model.disclaimer, {Type::caption}, {area.x, y}, area.w, c.text_quiet) + gap;
    body.end(y);
}

} // namespace

void draw(const screens::HomeModel& model, Context& context, const Rect& area) {
    if (is_wide(context, area)) wide_home(model, context, area);
    else narrow_home(model, context, area);
}

} // namespace chelate::window
