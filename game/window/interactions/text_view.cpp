// Draws a field to type a word into. After the reveal it shows what was typed beside the right answer.
#include <algorithm>

#include "game/window/interactions/interactions.hpp"

namespace chelate::window {

float answer_height(const Context& context, const screens::TextModel&, float) { return field_height(context); }

float answer_width(const Context& context, const screens::TextModel&, float width) {
    return std::min(width, 32 * context.em());
}

float draw_answer(Context& context, const screens::TextModel& model, const AnswerPlace& place, ScrollBody& body) {
    const Rect rect{place.at.x, place.at.y, answer_width(context, model, place.width), field_height(context)};
    text_field(context, model.field, rect, focus_light(context, "question", 0, place.focus));
    context.hit(rect, 0);
    if (place.focus == 0) body.focus_at(rect);
    body.unfold_at(rect, !model.field.text.empty()); // keeps what is typed in view
    return rect.bottom();
}

float draw_marked(Context& context, const screens::MarkedText& model, Vec at, float width, ScrollBody& body) {
    const float gap = context.px(context.theme().length.gap);
    float y = at.y;
    const auto draw_card = [&](const screens::MarkedChoice& choice) {
        const Rect rect{at.x, y, width, marked_card(context, choice, {at.x, y}, width, true, 0)};
        y = rect.bottom() + gap;
        if (choice.mark == screens::Mark::right || choice.mark == screens::Mark::missed) body.keep_in_view(rect);
    };
    if (!model.yours.card.text.empty()) draw_card(model.yours);
    if (model.right.empty()) return y;
    screens::MarkedChoice right;
    right.card.text = model.right;
    right.mark = screens::Mark::missed;
    right.word = model.right_word;
    draw_card(right);
    return y;
}

} // namespace chelate::window
