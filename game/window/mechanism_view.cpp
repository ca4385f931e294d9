// Draws the page of all mechanisms as pictures, and the page on which one plays.
#include <algorithm>
#include <cmath>
#include <vector>

#include "game/window/pieces.hpp"
#include "game/window/views.hpp"

namespace chelate::window {
namespace {

// A picture that is drawn for the first time takes some milliseconds, so only so many are begun in one frame.
constexpr int new_pictures_a_frame = 2;
constexpr int remark_line_characters = 80;
// Labels keep the size of captions, so with large letters the figure has to be large too, and it scrolls.
constexpr float figure_height_in_captions = 24;

void mechanism_card(Context& context, const screens::MechanismListModel::Card& card_model, const Rect& rect,
                    float light, int& new_pictures) {
    card(context, rect, light, light > 0 ? 0.0F : 1.0F);
    const float pad = context.px(1);
    const stage::Colours& c = context.colour();
    const Rect frame{rect.x + pad, rect.y + pad, rect.w - 2 * pad, std::round((rect.w - 2 * pad) * 0.66F)};
    if (card_model.picture.figure != nullptr) {
        const Vec size = figure_size(card_model.picture, {frame.w, frame.h * 2});
        const content::Drawing& drawing = *card_model.picture.figure->drawing;
        const stage::Figures* const figures = context.paint().figures();
        const auto width =
            std::round(static_cast<float>(drawing.width) * (size.y / static_cast<float>(drawing.height)));
        const bool is_new =
            figures != nullptr && !figures->is_ready(card_model.picture.figure->drawing, context.theme().name, width);
        if (!is_new || new_pictures > 0) {
            if (is_new) --new_pictures;
            draw_figure(context, card_model.picture, {frame.x, frame.y - (size.y - frame.h) * 0.45F, size.x, size.y},
                        frame);
        } else {
            context.moving = true;
        }
        context.paint().outline(frame, context.px(1), std::max(1.0F, context.px(0.2F)), c.surface_edge, c.surface_edge);
    }
    const TextBlock name = context.canvas.lay_out(card_model.name, {Type::body, Weight::semibold}, frame.w);
    context.paint().text(name, {frame.x, frame.bottom() + pad}, c.text);
    write(context, card_model.where, {Type::caption}, {frame.x, frame.bottom() + pad + name.height()}, frame.w,
          c.text_quiet);
}

float mechanism_card_height(const Context& context, const screens::MechanismListModel::Card& card_model, float width) {
    const float pad = context.px(1);
    const float inner = width - 2 * pad;
    return std::ceil(std::round(inner * 0.66F) + 3 * pad +
                     context.canvas.lay_out(card_model.name, {Type::body, Weight::semibold}, inner).height() +
                     context.canvas.lay_out(card_model.where, {Type::caption}, inner).height());
}

// Returns where the buttons are, in rows from `at`.
std::vector<Rect> button_places(const Context& context, const screens::MechanismModel& model, Vec at, float width) {
    const float gap = context.px(1);
    std::vector<Rect> places;
    float x = at.x;
    float y = at.y;
    float tallest = 0;
    for (const screens::Button& button : model.buttons) {
        const Vec size = button_size(context, button, width);
        if (x > at.x && x + size.x > at.x + width) {
            x = at.x;
            y += tallest + gap;
            tallest = 0;
        }
        places.push_back({x, y, size.x, size.y});
        x += size.x + gap;
        tallest = std::max(tallest, size.y);
    }
    return places;
}

// Returns the y below buttons. @param top  where they begin
float bottom_of(const std::vector<Rect>& places, float top) {
    float y = top;
    for (const Rect& place : places) y = std::max(y, place.bottom());
    return y;
}

// Draws the buttons; returns the y below.
float player_buttons(Context& context, const screens::MechanismModel& model, Vec at, float width, ScrollBody* body) {
    const std::vector<Rect> places = button_places(context, model, at, width);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto index = static_cast<int>(i);
        button(context, model.buttons[i], places[i], focus_light(context, "mechanism", index, model.focus));
        context.hit(places[i], index);
        if (body != nullptr && index == model.focus) body->focus_at(places[i]);
    }
    return bottom_of(places, at.y);
}

// Draws the steps one below the other, each of which plays when it is pressed; returns the y below.
// @param follow  the present step is kept in view unless the focus is on another
float steps(Context& context, const screens::MechanismModel& model, Vec at, float width, ScrollBody& body,
            bool follow) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(1);
    const float cap = context.em() * 1.5F;
    float y = at.y;
    for (std::size_t i = 0; i < model.steps.size(); ++i) {
        const bool now = i + 1 == model.step;
        const int index = static_cast<int>(model.buttons.size() + i);
        const float inner = width - 3 * pad - cap;
        const TextBlock text =
            context.canvas.lay_out(model.steps[i].text, {Type::body, now ? Weight::semibold : Weight::regular}, inner);
        const TextBlock because =
            context.canvas.lay_out(now ? model.steps[i].because : std::string{}, {Type::caption}, inner);
        const float least = context.px(context.theme().length.target);
        const float inset = std::max(pad * 0.7F, (least - text.height() - because.height()) / 2);
        const float height = std::ceil(text.height() + because.height() + 2 * inset);
        const Rect rect{at.x, y, width, height};
        const float light = focus_light(context, "mechanism", index, model.focus);
        const float lit = context.glide("mechanism/step/" + std::to_string(i), now ? 1.0F : 0.0F, 0.2F);
        if (now || light > 0) card(context, rect, light, 0);
        if (lit > 0)
            context.paint().panel({rect.x, rect.y + pad / 2, context.px(0.5F), rect.h - pad}, 2,
                                  stage::faded(c.light, lit), stage::faded(c.light, lit));
        key_cap(context, std::to_string(i + 1), {rect.x + pad, rect.y + inset + text.line_height / 2}, cap * 0.8F);
        context.paint().text(text, {rect.x + 2 * pad + cap, rect.y + inset},
                             now || model.step == 0 ? c.text : c.text_quiet);
        context.paint().text(because, {rect.x + 2 * pad + cap, rect.y + inset + text.height()}, c.text_quiet);
        context.hit(rect, index);
        const bool focus_is_here = model.focus >= static_cast<int>(model.buttons.size());
        if (focus_is_here && index == model.focus) body.focus_at(rect);
        // While the mechanism plays, its present step stays in view.
        if (!focus_is_here && now && follow) body.keep_in_view(rect);
        y += height + context.px(0.5F);
    }
    return y;
}

float remarks(Context& context, const screens::MechanismModel& model, Vec at, float width) {
    const stage::Colours& c = context.colour();
    float y = at.y + context.px(1);
    for (const std::string& remark : model.remarks) {
        const TextBlock text = context.canvas.lay_out(remark, {Type::caption}, width, remark_line_characters);
        context.paint().text(text, {at.x, y}, c.text_quiet);
        y += text.height() + context.px(0.75F);
    }
    y += write(context, model.sources_heading, {Type::caption, Weight::semibold}, {at.x, y}, width, c.text_quiet);
    for (const std::string& source : model.sources)
        y += write(context, source, {Type::caption}, {at.x, y}, width, c.text_quiet) + context.px(0.5F);
    return y;
}

} // namespace

void draw(const screens::MechanismListModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    float top = area.y + write(context, model.title, {Type::title, Weight::semibold}, {area.x, area.y}, area.w, c.text);
    top += write(context, model.about, {Type::body}, {area.x, top}, area.w, c.text_quiet) + context.px(1);
    const Rect view{area.x, top, area.w, area.bottom() - top};
    ScrollBody body(context, view, "mechanisms", model.focus);
    const float gap = context.px(context.theme().length.gap);
    const int columns = std::max(1, static_cast<int>((view.w + gap) / (context.em() * 15 + gap)));
    const float width = std::floor((view.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    float y = body.top() + context.px(0.5F);
    int index = 0;
    int new_pictures = new_pictures_a_frame;
    for (const screens::MechanismListModel::Group& group : model.groups) {
        y += write(context, group.name, {Type::body, Weight::semibold}, {area.x, y}, area.w, c.text) + context.px(1);
        for (std::size_t first = 0; first < group.cards.size(); first += static_cast<std::size_t>(columns)) {
            const std::size_t last = std::min(group.cards.size(), first + static_cast<std::size_t>(columns));
            float tallest = 0;
            for (std::size_t i = first; i < last; ++i)
                tallest = std::max(tallest, mechanism_card_height(context, group.cards[i], width));
            for (std::size_t i = first; i < last; ++i, ++index) {
                const Rect rect{area.x + static_cast<float>(i - first) * (width + gap), y, width, tallest};
                if (index == model.focus) body.focus_at(rect);
                context.hit(rect, index);
                if (rect.bottom() < view.y || rect.y > view.bottom()) continue;
                mechanism_card(context, group.cards[i], rect, focus_light(context, "mechanisms", index, model.focus),
                               new_pictures);
            }
            y += tallest + gap;
        }
        y += context.px(1);
    }
    body.end(y);
}

void draw(const screens::MechanismModel& model, Context& context, const Rect& area) {
    const stage::Colours& c = context.colour();
    const TextBlock title = context.canvas.lay_out(model.title, {Type::title, Weight::semibold}, area.w);
    context.paint().text(title, {area.x, area.y}, c.text);
    const std::string about = model.variant.empty() ? model.where + " · " + model.evidence : model.variant;
    const TextBlock evidence = context.canvas.lay_out(about, {Type::caption, Weight::semibold}, area.w);
    context.paint().text(evidence, {area.x, area.y + title.height()}, model.variant.empty() ? c.text_quiet : c.light);
    const float top = area.y + title.height() + evidence.height() + context.px(1);
    const Rect view{area.x, top, area.w, area.bottom() - top};
    const std::string key = "mechanism/" + std::to_string(context.state.screen_id);
    if (is_wide(context, view) && model.figure.figure != nullptr) {
        const float gutter = context.px(3);
        const float left = std::round((view.w - gutter) * 0.6F);
        const float buttons = bottom_of(button_places(context, model, {0, 0}, left), 0);
        const Vec size = figure_size(model.figure, {left, view.h - buttons - context.px(1.5F)});
        draw_figure(context, model.figure, {view.x, view.y, size.x, size.y});
        (void)player_buttons(context, model, {view.x, view.y + size.y + context.px(1)}, left, nullptr);
        const float x = view.x + size.x + gutter;
        ScrollBody body(context, {x, view.y, view.right() - x, view.h}, key + "/steps", model.focus);
        const float end = steps(context, model, {x, body.top() + context.px(0.5F)}, view.right() - x, body, true);
        body.end(remarks(context, model, {x, end}, view.right() - x));
        return;
    }
    ScrollBody body(context, view, key, model.focus);
    float y = body.top();
    if (model.figure.figure != nullptr) {
        const Vec size = figure_size(
            model.figure, {view.w, std::max(view.h * 0.62F, figure_height_in_captions * context.em(Type::caption))});
        draw_figure(context, model.figure, {view.x, y, size.x, size.y});
        y += size.y + context.px(1);
    } else {
        y += write(context, model.no_figure, {Type::caption}, {view.x, y}, view.w, c.text_quiet) + context.px(1);
    }
    y = player_buttons(context, model, {view.x, y}, view.w, &body) + context.px(1);
    y = steps(context, model, {view.x, y}, view.w, body, false);
    body.end(remarks(context, model, {view.x, y}, view.w));
}

} // namespace chelate::window
