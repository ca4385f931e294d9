// The parts of the question screen that its two forms, choosing and ordering, share.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Topic, prompt and instruction, laid out for a width.
struct PromptBlock {
    TextBlock topic;
    TextBlock prompt;
    TextBlock instruction;
    [[nodiscard]] float height(const Context& context) const;
    /// Draws it and returns the y below.
    float draw(Context& context, Vec at) const;
};
[[nodiscard]] PromptBlock lay_out_prompt(const Context& context, const app::QuestionModel& model, float width);

/// Cards to choose from, from `y` on; `room` is the height they may fill. Returns the y below.
float choice_cards(Context& context, const app::QuestionModel& model, float x, float y, float width, float room,
                   ScrollBody& body);
/// Height the choices want at least.
[[nodiscard]] float choices_height(const Context& context, const app::QuestionModel& model, float width);

/// Items to arrange, with their two labels. Returns the y below.
float order_items(Context& context, const app::QuestionModel& model, float x, float y, float width, ScrollBody& body);
[[nodiscard]] float order_width(const Context& context, float width); ///< of the list, its rail included
[[nodiscard]] float order_height(const Context& context, const app::QuestionModel& model, float width);

} // namespace chelate::window
