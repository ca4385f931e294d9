// A content card shows only its prompt, so there is no answer to draw.
#include "game/window/interactions/interactions.hpp"

namespace chelate::window {

float answer_height(const Context&, const screens::ReadModel&, float) { return 0; }
float answer_width(const Context&, const screens::ReadModel&, float) { return 0; }
float draw_answer(Context&, const screens::ReadModel&, const AnswerPlace& place, ScrollBody&) { return place.at.y; }
float draw_marked(Context&, const screens::ReadModel&, Vec at, float, ScrollBody&) { return at.y; }

} // namespace chelate::window
