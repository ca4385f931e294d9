// Draws cards to choose from or to tick. After the reveal it draws your choice and the right one as cards, with the
// others quietly below.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {
namespace {

struct CardText {
    TextBlock text;
    Vec image;
    float height = 0;
};

float tick_size(const Context& context) { return std::round(context.em() * 1.3F); }

// Lays out the text of a card beside its number, its emblem and its box.
CardText lay_out_card(const Context& context, const screens::ChoiceCard& choice, float width, bool has_box) {
    const float pad = context.px(context.theme().length.padding);
    float inner = width - 2 * pad - number_size(context) - pad * 0.8F;
    if (has_box) inner -= tick_size(context) + pad * 0.8F;
    if (choice.look) inner -= small_emblem_width(context, *choice.look) + pad;
    CardText out;
    out.image = card_image_size(context, choice, width);
    if (choice.image) inner -= out.image.x + pad;
    out.text = context.canvas.lay_out(choice.text, {Type::body}, inner);
    out.height = std::max({out.text.height(), number_size(context), out.image.y}) + 2 * pad * 0.8F;
    return out;
}

// Returns whether two compared things are shown side by side as large cards, with the emblem above the name.
bool is_duel(const Context& context, const std::vector<screens::ChoiceCard>& choices, float width) {
    // On a classroom screen everything is large, and such cards would leave no space for their names.
    return choices.size() == 2 && width >= 40 * context.em() && choices.front().sign.empty() &&
           std::all_of(choices.begin(), choices.end(), [](const auto& c) { return c.look && !c.image; });
}

float duel_height(const Context& context, const std::vector<screens::ChoiceCard>& choices, float width) {
    float text = 0;
    for (const screens::ChoiceCard& choice : choices) {
        text = std::max(
            text, context.canvas.lay_out(choice.text, {Type::title, Weight::semibold}, width - context.px(6)).height());
    }
    return text + context.em(Type::body) * 7.5F + context.px(6);
}

int columns_for(const Context& context, const std::vector<screens::ChoiceCard>& choices, float width) {
    const std::size_t count = choices.size();
    // A classroom screen shows few words in large type, so it uses two columns sooner.
    const bool for_projector = !choices.empty() && !choices.front().sign.empty();
    if (width < (for_projector ? 30.0F : 44.0F) * context.em() || (count % 2 != 0 && !for_projector)) return 1;
    const float half = (width - context.px(context.theme().length.gap)) / 2;
    for (const screens::ChoiceCard& choice : choices) {
        if (lay_out_card(context, choice, half, true).text.lines.size() > 3) return 1;
    }
    return 2;
}

// Draws a box that is ticked or not, at the right end of a card.
void tick_box(Context& context, const Rect& rect, bool ticked) {
    const stage::Colours& c = context.colour();
    const float radius = context.px(context.theme().length.radius_cap) * 0.6F;
    const float edge = std::max(1.5F, rect.h * 0.07F);
    if (!ticked) {
        context.paint().panel(rect, radius, c.sunken, c.sunken);
        context.paint().outline(rect, radius, edge, c.text_quiet, c.text_quiet);
        return;
    }
    context.paint().panel(rect, radius, c.light, c.light);
    const std::array<Vec, 3> check{Vec{rect.x + rect.w * 0.24F, rect.y + rect.h * 0.53F},
                                   Vec{rect.x + rect.w * 0.43F, rect.y + rect.h * 0.71F},
                                   Vec{rect.x + rect.w * 0.77F, rect.y + rect.h * 0.31F}};
    context.paint().line(check, std::max(2.0F, rect.h * 0.12F), c.mark_ink);
}

void choice_card(Context& context, const screens::ChoiceCard& choice, const Rect& rect, float light,
                 std::optional<bool> ticked) {
    // A lit card is drawn over itself, and its shadow is already there.
    card(context, rect, light, light > 0 ? 0.0F : 1.0F);
    const float pad = context.px(context.theme().length.padding);
    const CardText text = lay_out_card(context, choice, rect.w, ticked.has_value());
    const float middle = rect.y + rect.h / 2;
    const Rect cap = number_mark(context, choice, {rect.x + pad, middle});
    context.paint().text(text.text, {cap.right() + pad * 0.8F, middle - text.text.height() / 2}, context.colour().text);
    float right = rect.right() - pad;
    if (ticked) {
        const float side = tick_size(context);
        tick_box(context, {right - side, middle - side / 2, side, side}, *ticked);
        right -= side + pad * 0.8F;
    }
    if (choice.look) {
        right -= small_emblem_width(context, *choice.look);
        small_emblem(context, *choice.look, {right, middle});
        right -= pad;
    }
    if (choice.image) {
        draw_image(context, *choice.image,
                   {right - text.image.x, std::round(middle - text.image.y / 2), text.image.x, text.image.y});
    }
}

void duel_card(Context& context, const screens::ChoiceCard& choice, const Rect& rect, float light) {
    card(context, rect, light, light > 0 ? 0.0F : 1.0F);
    const float pad = context.px(context.theme().length.padding);
    const TextBlock name = context.canvas.lay_out(choice.text, {Type::title, Weight::semibold}, rect.w - 2 * pad);
    number_mark(context, choice, {rect.x + pad, rect.y + pad + number_size(context) / 2});
    const float radius = std::min(context.em() * 2.6F, (rect.h - name.height() - pad * 3) / 2);
    const float content = radius * 2 + pad * 1.2F + name.height();
    const float top = rect.y + (rect.h - content) / 2;
    if (choice.look && radius > context.em()) emblem(context, *choice.look, {rect.centre().x, top + radius}, radius);
    context.paint().text(name, {rect.centre().x - name.width / 2, top + radius * 2 + pad * 1.2F}, context.colour().text,
                         0.5F);
}

// Draws a choice that nobody chose: number, text and, in quieter ink, why it is wrong.
float plain_choice(Context& context, const screens::MarkedChoice& choice, Vec at, float width) {
    const stage::Colours& c = context.colour();
    const float pad = context.px(context.theme().length.padding) * 0.85F;
    const float left = at.x + pad + 2 * mark_radius(context) + pad * 0.7F;
    float inner = at.x + width - pad - left;
    const Vec image = card_image_size(context, choice.card, width);
    const float emblem_width = (choice.card.look ? small_emblem_width(context, *choice.card.look) + pad * 0.6F : 0) +
                               (choice.card.image ? image.x + pad * 0.6F : 0);
    const TextBlock text = context.canvas.lay_out(choice.card.text, {Type::body}, inner - emblem_width);
    const TextBlock number = context.canvas.lay_out(choice.card.number, {Type::body, Weight::semibold}, inner);
    context.paint().text(number, {at.x + pad + mark_radius(context) - number.width / 2, at.y}, c.text_quiet);
    const float word = write(context, choice.word, {Type::caption, Weight::semibold}, {left, at.y + text.height()},
                             inner, c.text_quiet);
    context.paint().text(text, {left, at.y}, c.text);
    if (choice.card.look) {
        small_emblem(
            context, *choice.card.look,
            {at.x + width - pad - small_emblem_width(context, *choice.card.look), at.y + context.em() * 0.69F});
    }
    if (choice.card.image) {
        draw_image(context, *choice.card.image,
                   {at.x + width - pad - emblem_width + pad * 0.6F, at.y, image.x, image.y});
    }
    const float head = std::max(text.height() + word, image.y);
    return head + write(context, choice.why, {Type::caption}, {left, at.y + head}, inner, c.text_quiet);
}

// The cards of a choice, or of ticks, which have a box.
struct Cards {
    const std::vector<screens::ChoiceCard>& choices;
    const std::vector<bool>* ticked;
};

float cards_height(const Context& context, const Cards& cards, float width) {
    if (is_duel(context, cards.choices, width) && cards.ticked == nullptr)
        return duel_height(context, cards.choices, (width - context.px(3)) / 2);
    const float gap = context.px(context.theme().length.gap);
    const int columns = columns_for(context, cards.choices, width);
    const float card_width = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float tallest = 0;
    float sum = 0;
    for (const screens::ChoiceCard& choice : cards.choices) {
        const float height = lay_out_card(context, choice, card_width, cards.ticked != nullptr).height;
        tallest = std::max(tallest, height);
        sum += height + gap;
    }
    const float rows = std::ceil(static_cast<float>(cards.choices.size()) / static_cast<float>(columns));
    return columns == 1 ? sum - gap : rows * (tallest + gap) - gap;
}

float draw_cards(Context& context, const Cards& cards, const AnswerPlace& place, ScrollBody& body) {
    const float width = place.width;
    float y = place.at.y;
    const float gap = context.px(context.theme().length.gap);
    const bool duel = is_duel(context, cards.choices, width) && cards.ticked == nullptr;
    const int columns = duel ? 2 : columns_for(context, cards.choices, width);
    const float between = duel ? context.px(3) : gap;
    const float card_width =
        std::round((width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const auto rows = static_cast<int>((cards.choices.size() + static_cast<std::size_t>(columns) - 1) /
                                       static_cast<std::size_t>(columns));
    // All rows share spare height, as long as cards keep the shape of cards.
    const float wanted = cards_height(context, cards, width);
    const float spare =
        std::clamp(place.space - wanted, 0.0F, std::max(wanted * 0.6F, static_cast<float>(rows) * context.px(6))) /
        static_cast<float>(std::max(1, rows));
    const float even = (wanted + gap) / static_cast<float>(std::max(1, rows)) - gap;
    for (std::size_t i = 0; i < cards.choices.size(); ++i) {
        const screens::ChoiceCard& choice = cards.choices[i];
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const float height = std::round(
            (columns == 1 ? lay_out_card(context, choice, card_width, cards.ticked != nullptr).height : even) + spare);
        const Rect rect{place.at.x + column * (card_width + between), y, card_width, height};
        const int index = static_cast<int>(i);
        const float light = focus_light(context, "question", index, place.focus);
        const std::optional<bool> ticked =
            cards.ticked != nullptr ? std::optional<bool>((*cards.ticked)[i]) : std::nullopt;
        const auto draw_card = [&context, &choice, rect, duel, ticked](float strength) {
            if (duel) duel_card(context, choice, rect, strength);
            else choice_card(context, choice, rect, strength, ticked);
        };
        draw_card(0);
        if (light > 0) context.later([draw_card, light] { draw_card(light); });
        context.hit(rect, index);
        if (index == place.focus) body.focus_at(rect);
        const bool row_ends = (i + 1) % static_cast<std::size_t>(columns) == 0 || i + 1 == cards.choices.size();
        if (row_ends) y += height + gap;
    }
    return y - gap;
}

} // namespace

float answer_height(const Context& context, const screens::ChoiceModel& model, float width) {
    return cards_height(context, {model.choices, nullptr}, width);
}
float answer_height(const Context& context, const screens::TickModel& model, float width) {
    return cards_height(context, {model.choices, &model.ticked}, width);
}
float answer_width(const Context&, const screens::ChoiceModel&, float width) { return width; }
float answer_width(const Context&, const screens::TickModel&, float width) { return width; }

float draw_answer(Context& context, const screens::ChoiceModel& model, const AnswerPlace& place, ScrollBody& body) {
    return draw_cards(context, {model.choices, nullptr}, place, body);
}
float draw_answer(Context& context, const screens::TickModel& model, const AnswerPlace& place, ScrollBody& body) {
    return draw_cards(context, {model.choices, &model.ticked}, place, body);
}

float draw_marked(Context& context, const screens::MarkedChoices& model, Vec at, float width, ScrollBody& body) {
    std::vector<const screens::MarkedChoice*> shown;
    std::vector<const screens::MarkedChoice*> others;
    for (const screens::MarkedChoice& choice : model.choices) {
        const bool matters = choice.yours || choice.mark != screens::Mark::none;
        (matters ? shown : others).push_back(&choice);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const auto* a, const auto* b) { return a->yours && !b->yours; });
    const float gap = context.px(context.theme().length.gap);
    const bool beside = shown.size() == 2 && width >= 34 * context.em();
    const float column = beside ? (width - gap) / 2 : width;
    float tallest = 0;
    for (const auto* choice : shown) tallest = std::max(tallest, marked_card(context, *choice, at, column, false, 0));
    float x = at.x;
    float y = at.y;
    for (const auto* choice : shown) {
        const float height = marked_card(context, *choice, {x, y}, column, true, beside ? tallest : 0);
        if (choice->mark == screens::Mark::right || choice->mark == screens::Mark::missed)
            body.keep_in_view({x, y, column, height});
        if (beside) x += column + gap;
        else y += height + gap;
    }
    if (beside) y += tallest + gap;
    for (const auto* choice : others)
        y += plain_choice(context, *choice, {at.x, y + context.px(0.5F)}, width) + context.px(1.5F);
    return y;
}

} // namespace chelate::window
