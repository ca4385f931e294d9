#include "game/window/question_view.hpp"

#include <algorithm>
#include <cmath>

#include "game/window/views.hpp"

namespace chelate::window {
namespace {

constexpr int prompt_characters = 60;

float cap_size(const Context& context) { return std::round(context.em() * 1.7F); }

struct CardText {
    TextBlock text;
    float height = 0;
};

// Text of a card, beside its number cap and its emblem.
CardText lay_out_card(const Context& context, const app::ChoiceCard& choice, float width) {
    const float pad = context.px(context.theme().length.padding);
    float inner = width - 2 * pad - cap_size(context) - pad * 0.8F;
    if (choice.look) inner -= small_emblem_width(context, *choice.look) + pad;
    CardText out;
    out.text = context.canvas.lay_out(choice.text, {Type::body}, inner);
    out.height = std::max(out.text.height(), cap_size(context)) + 2 * pad * 0.8F;
    return out;
}

// Two compared things stand side by side as large cards, their emblem over their name.
bool is_duel(const Context& context, const app::QuestionModel& model, float width) {
    return model.choices.size() == 2 && width >= 40 * context.em() &&
           std::all_of(model.choices.begin(), model.choices.end(), [](const auto& c) { return c.look.has_value(); });
}

float duel_height(const Context& context, const app::QuestionModel& model, float width) {
    float text = 0;
    for (const app::ChoiceCard& choice : model.choices) {
        text = std::max(text, context.canvas.lay_out(choice.text, {Type::title, Weight::semibold}, width - context.px(6)).height());
    }
    return text + context.em(Type::body) * 7.5F + context.px(6);
}

int columns_for(const Context& context, const app::QuestionModel& model, float width) {
    const std::size_t count = model.choices.size();
    if (width < 44 * context.em() || count % 2 != 0) return 1;
    const float half = (width - context.px(context.theme().length.gap)) / 2;
    for (const app::ChoiceCard& choice : model.choices) {
        if (lay_out_card(context, choice, half).text.lines.size() > 3) return 1;
    }
    return 2;
}

void choice_card(Context& context, const app::ChoiceCard& choice, const Rect& rect, float light) {
    card(context, rect, light, light > 0 ? 0.0F : 1.0F); // lit, it lies over itself, which has cast its shadow already
    const float pad = context.px(context.theme().length.padding);
    const CardText text = lay_out_card(context, choice, rect.w);
    const float middle = rect.y + rect.h / 2;
    const Rect cap = key_cap(context, choice.number, {rect.x + pad, middle}, cap_size(context), Type::body);
    context.paint().text(text.text, {cap.right() + pad * 0.8F, middle - text.text.height() / 2}, context.colour().text);
    if (choice.look) {
        small_emblem(context, *choice.look, {rect.right() - pad - small_emblem_width(context, *choice.look), middle});
    }
}

void duel_card(Context& context, const app::ChoiceCard& choice, const Rect& rect, float light) {
    card(context, rect, light, light > 0 ? 0.0F : 1.0F);
    const float pad = context.px(context.theme().length.padding);
    const TextBlock name = context.canvas.lay_out(choice.text, {Type::title, Weight::semibold}, rect.w - 2 * pad);
    const float cap = cap_size(context);
    key_cap(context, choice.number, {rect.x + pad, rect.y + pad + cap / 2}, cap, Type::body);
    const float radius = std::min(context.em() * 2.6F, (rect.h - name.height() - pad * 3) / 2);
    const float content = radius * 2 + pad * 1.2F + name.height();
    const float top = rect.y + (rect.h - content) / 2;
    if (choice.look && radius > context.em()) emblem(context, *choice.look, {rect.centre().x, top + radius}, radius);
    context.paint().text(name, {rect.centre().x - name.width / 2, top + radius * 2 + pad * 1.2F}, context.colour().text, 0.5F);
}

} // namespace

float PromptBlock::height(const Context& context) const {
    float height = prompt.height();
    if (!topic.lines.empty()) height += topic.height() + context.px(1);
    if (!instruction.lines.empty()) height += instruction.height() + context.px(1);
    return height;
}

float PromptBlock::draw(Context& context, Vec at) const {
    const stage::Colours& c = context.colour();
    if (!topic.lines.empty()) {
        context.paint().text(topic, at, c.text_quiet);
        at.y += topic.height() + context.px(1);
    }
    context.paint().text(prompt, at, c.text);
    at.y += prompt.height();
    if (!instruction.lines.empty()) {
        at.y += context.px(1);
        context.paint().text(instruction, at, c.text_quiet);
        at.y += instruction.height();
    }
    return at.y;
}

PromptBlock lay_out_prompt(const Context& context, const app::QuestionModel& model, float width) {
    PromptBlock out;
    out.topic = context.canvas.lay_out(model.topic, {Type::caption, Weight::semibold}, width);
    out.prompt = context.canvas.lay_out(model.prompt, {Type::title, Weight::semibold}, width, prompt_characters, true);
    out.instruction = context.canvas.lay_out(model.instruction, {Type::body}, width);
    return out;
}

float choices_height(const Context& context, const app::QuestionModel& model, float width) {
    if (is_duel(context, model, width)) return duel_height(context, model, (width - context.px(3)) / 2);
    const float gap = context.px(context.theme().length.gap);
    const int columns = columns_for(context, model, width);
    const float card_width = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float tallest = 0;
    float sum = 0;
    for (const app::ChoiceCard& choice : model.choices) {
        const float height = lay_out_card(context, choice, card_width).height;
        tallest = std::max(tallest, height);
        sum += height + gap;
    }
    const float rows = std::ceil(static_cast<float>(model.choices.size()) / static_cast<float>(columns));
    return columns == 1 ? sum - gap : rows * (tallest + gap) - gap;
}

float choice_cards(Context& context, const app::QuestionModel& model, float x, float y, float width, float room, ScrollBody& body) {
    const float gap = context.px(context.theme().length.gap);
    const bool duel = is_duel(context, model, width);
    const int columns = duel ? 2 : columns_for(context, model, width);
    const float between = duel ? context.px(3) : gap;
    const float card_width = std::round((width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const auto rows = static_cast<int>((model.choices.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns));
    // Spare height is shared by all rows, as long as cards keep the shape of cards.
    const float wanted = choices_height(context, model, width);
    const float spare = std::clamp(room - wanted, 0.0F, std::max(wanted * 0.6F, static_cast<float>(rows) * context.px(6))) / static_cast<float>(std::max(1, rows));
    const float even = (wanted + gap) / static_cast<float>(std::max(1, rows)) - gap;
    for (std::size_t i = 0; i < model.choices.size(); ++i) {
        const app::ChoiceCard& choice = model.choices[i];
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const float height = std::round((columns == 1 ? lay_out_card(context, choice, card_width).height : even) + spare);
        const Rect rect{x + column * (card_width + between), y, card_width, height};
        const int index = static_cast<int>(i);
        const float light = focus_light(context, "question", index, model.focus);
        const auto draw_card = [&context, &choice, rect, duel](float strength) {
            if (duel) duel_card(context, choice, rect, strength);
            else choice_card(context, choice, rect, strength);
        };
        draw_card(0);
        if (light > 0) context.later([draw_card, light] { draw_card(light); });
        context.hit(rect, index);
        if (index == model.focus) body.focus_at(rect);
        const bool row_ends = (i + 1) % static_cast<std::size_t>(columns) == 0 || i + 1 == model.choices.size();
        if (row_ends) y += height + gap;
    }
    return y - gap;
}

void draw(const app::QuestionModel& model, Context& context, const Rect& area) {
    const float head = header(context, area, model.round, model.counter, model.score, model.progress);
    Rect rest{area.x, area.y + head + context.px(3), area.w, area.h - head - context.px(3)};
    const app::Button check{model.check, {}, true};
    const bool has_check = model.ordering && !model.check.empty();
    const Vec check_size = has_check ? button_size(context, check, area.w) : Vec{};
    if (has_check) {
        const int index = static_cast<int>(model.choices.size());
        const Rect rect{area.right() - check_size.x, area.bottom() - check_size.y - context.px(1), check_size.x, check_size.y};
        if (rect.x - context.px(3) < rest.x + order_width(context, rest.w)) rest.h -= check_size.y + context.px(3); // else beside it
        button(context, check, rect, focus_light(context, "question", index, model.focus));
        context.hit(rect, index);
    }
    const PromptBlock prompt = lay_out_prompt(context, model, rest.w);
    const float between = context.px(3);
    const float wanted = model.ordering ? order_height(context, model, rest.w) : choices_height(context, model, rest.w);
    const float prompt_height = prompt.height(context);
    // Pinned unless that would leave no room for two lines of choices.
    const bool pinned = rest.h - prompt_height - between >= std::min(wanted, 6 * context.em());
    const float spare = std::max(0.0F, rest.h - prompt_height - between - wanted - context.px(2));
    const float lower = std::round(std::min(spare * 0.18F, context.px(6)));
    Rect view = rest;
    if (pinned) {
        const float below = prompt.draw(context, {rest.x, rest.y + lower});
        view = {rest.x, below + context.px(1), rest.w, rest.bottom() - below - context.px(1)};
    }
    ScrollBody body(context, view, "question/" + std::to_string(context.state.screen_id), model.focus, !pinned);
    float y = body.top() + between - context.px(1);
    if (!pinned) y = prompt.draw(context, {rest.x, body.top()}) + between;
    const float room = view.bottom() - (view.y + between) - context.px(1);
    y = model.ordering ? order_items(context, model, rest.x, y, rest.w, body)
                       : choice_cards(context, model, rest.x, y, rest.w, pinned ? room : wanted, body);
    body.end(y + context.px(2));
}

} // namespace chelate::window
