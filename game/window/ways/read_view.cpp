// A content card: the prompt is all there is.
#include "game/window/ways/ways.hpp"

namespace chelate::window {

float answer_height(const Context&, const app::ReadModel&, float) { return 0; }
float answer_width(const Context&, const app::ReadModel&, float) { return 0; }
float draw_answer(Context&, const app::ReadModel&, const AnswerPlace& place, ScrollBody&) { return place.at.y; }
float draw_marked(Context&, const app::ReadModel&, Vec at, float) { return at.y; }

} // namespace chelate::window
