// The interactions, each with a response and a view. They know nothing about kinds, templates or screens.
//
// Each interaction is a header and a source file in this folder. Its struct names its `Response` and its `View`. The
// response is what a person answers, in screen positions, so that it reveals nothing about the key. The view is what is
// shown before the reveal, and nothing in it depends on the key. Each interaction has these functions, found by
// argument-dependent lookup:
//
//   options_of(it)              what is shuffled for the screen; empty when nothing is shuffled
//   is_sound(it)                whether it can be asked: it has enough options, and a key among them
//   fits(response, it)          whether a response has the right shape: positions are in range, each once, ...
//   credit_of(response, it, order)  credit of a fitting response, 0..1
//   key_of(it, order)           a response with full credit
//   wrong_of(it, order)         a fitting response with credit 0
//   random_of(it, order, rng)   any fitting response
//   view_of(it, order)          what is shown before the reveal
//   key_text(it)                the right answer in one line
//   rekey(response, it, order)  changes the key so that a fitting response earns full credit; `order` keeps every
//                               option at its place on the screen. Returns false and changes nothing where no answer
//                               can be right
//   is_marked                   a constant: whether an answer can earn credit; if not, credit is 0
//   write, read                 interaction and response as JSON, in journals and recordings; `name` tells them apart
//
// `order` is the display order of options_of. Where one option is picked, a class may also answer by a show of hands
// (raised.hpp).
#pragma once

#include <variant>

#include "engine/quiz/interactions/assign.hpp"
#include "engine/quiz/interactions/enter_number.hpp"
#include "engine/quiz/interactions/pick_many.hpp"
#include "engine/quiz/interactions/pick_one.hpp"
#include "engine/quiz/interactions/point_at.hpp"
#include "engine/quiz/interactions/put_in_order.hpp"
#include "engine/quiz/interactions/raised.hpp"
#include "engine/quiz/interactions/read_on.hpp"
#include "engine/quiz/interactions/vote.hpp"
#include "engine/quiz/interactions/write_text.hpp"

namespace chelate::quiz {

using Interaction = std::variant<PickOne, PutInOrder, PickMany, Assign, EnterNumber, WriteText, Vote, ReadOn, PointAt>;
using Response = std::variant<Picked, Arranged, Ticked, Assigned, Entered, Written, Noted, Raised>;
using AnswerView = std::variant<ChoiceView, OrderView, TickView, AssignView, NumberView, TextView, ReadView, PointView>;

} // namespace chelate::quiz
