// How each interaction looks while it is answered and afterwards. Each interaction has its own source file; these
// overloads are the table of them.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Where an answer is drawn.
struct AnswerPlace {
    Vec at; ///< top left
    float width;
    float space; ///< height it may fill when it needs less
    int focus;   ///< index of the focused thing; the answer's own things count from 0
};

/// Returns the least height and the width that an answer needs, for a given width.
[[nodiscard]] float answer_height(const Context& context, const screens::ChoiceModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::OrderModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::TickModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::AssignModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::NumberModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::TextModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::ReadModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::PointModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::TallyModel& model, float width);
[[nodiscard]] float answer_height(const Context& context, const screens::SpreadModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::ChoiceModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::OrderModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::TickModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::AssignModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::NumberModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::TextModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::ReadModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::PointModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::TallyModel& model, float width);
[[nodiscard]] float answer_width(const Context& context, const screens::SpreadModel& model, float width);

/// Draws an answer, registers what responds to the pointer, and returns the y below.
float draw_answer(Context& context, const screens::ChoiceModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::OrderModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::TickModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::AssignModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::NumberModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::TextModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::ReadModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::PointModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::TallyModel& model, const AnswerPlace& place, ScrollBody& body);
float draw_answer(Context& context, const screens::SpreadModel& model, const AnswerPlace& place, ScrollBody& body);

/// Draws the answer after the reveal, with what is right in view; returns the y below.
float draw_marked(Context& context, const screens::MarkedChoices& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::MarkedOrder& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::MarkedPairs& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::MarkedNumber& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::MarkedText& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::ReadModel& model, Vec at, float width, ScrollBody& body);
float draw_marked(Context& context, const screens::MarkedPoint& model, Vec at, float width, ScrollBody& body);

/// Draws items in their right order with the reasons for it; returns the y below.
float draw_placed(Context& context, const std::vector<screens::PlacedItem>& items, Vec at, float width);

/// Draws what there is to look at before answering, side by side where there is space. Returns the height taken.
/// @param visible  false: only measures
float draw_panels(Context& context, const std::vector<screens::PanelModel>& panels, Vec at, float width, bool visible);

// What several interactions share.

/// Draws a choice that matters after the reveal: its mark at the left, its word above its text, and why it is wrong
/// below. Returns its height. @param visible  false: only measures
float marked_card(Context& context, const screens::MarkedChoice& choice, Vec at, float width, bool visible,
                  float least_height);
/// Returns the height of a text field; `text_field` draws one with its caret.
[[nodiscard]] float field_height(const Context& context);
void text_field(Context& context, const screens::FieldModel& field, const Rect& rect, float light);
/// Returns the size of a card's picture; nothing where it has none. All cards of a question must fit on the screen.
[[nodiscard]] Vec card_image_size(const Context& context, const screens::ChoiceCard& card, float card_width);
/// Returns the side of the cap with a card's number, in pixels.
[[nodiscard]] float number_size(const Context& context);
/// Draws the number of a card, or in a class its shape with its letter, and returns its rectangle. `at` is the left end
/// of its vertical middle.
Rect number_mark(Context& context, const screens::ChoiceCard& choice, Vec at);
/// Returns the radius of a verdict mark beside a line of text, in pixels.
[[nodiscard]] float mark_radius(const Context& context);
/// Draws a numbered line; returns the height taken.
float numbered(Context& context, const std::string& text, int number, Vec at, float width);

} // namespace chelate::window
