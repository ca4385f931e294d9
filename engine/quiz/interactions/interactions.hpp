// The ways to answer: one body, response and view each. A way knows nothing of kinds, templates or screens.
//
// Every way is a header and a source in this folder. Its body names its `Response` (what a person answers, in screen
// positions, so that it says nothing about the key) and its `View` (what is seen before the reveal: nothing in it
// depends on the key), and there are these functions, found by argument:
//
//   options_of(body)                  what is shuffled for the screen; empty when nothing is
//   is_sound(body)                    whether it can be asked: enough options, a key among them
//   fits(response, body)              whether a response has the right shape: positions in range, each once, ...
//   credit_of(response, body, shown)  0..1 for a fitting response (marking rules, section 10)
//   key_of(body, shown)               a response with full credit
//   wrong_of(body, shown)             a fitting response with credit 0
//   random_of(body, shown, rng)       any fitting response
//   view_of(body, shown)              what is seen
//   key_text(body)                    the right answer in one line
// rekey(response, body, shown) makes a fitting response the one with full credit; `shown` keeps every option
// where it
//                                     stands on the screen. False, and nothing is changed, where no answer can be right
//   is_marked                         a constant of the body: whether an answer earns anything; else its credit is 0
//   write, read                       body and response as JSON, in journals and recordings; `name` tells them apart
//
// `shown` is the order of options_of on the screen. Where one picks, a room may answer by hands as well (raised.hpp).
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

using Body = std::variant<PickOne, PutInOrder, PickMany, Assign, EnterNumber, WriteText, Vote, ReadOn, PointAt>;
using Response = std::variant<Picked, Arranged, Ticked, Assigned, Entered, Written, Noted, Raised>;
using AnswerView = std::variant<ChoiceView, OrderView, TickView, AssignView, NumberView, TextView, ReadView, PointView>;

} // namespace chelate::quiz
