#include "engine/quiz/session.hpp"

namespace chelate::quiz {

std::string_view to_string(Rejection rejection) {
    switch (rejection) {
    case Rejection::already_started: return "already-started";
    case Rejection::not_started: return "not-started";
    case Rejection::finished: return "finished";
    case Rejection::paused: return "paused";
    case Rejection::not_paused: return "not-paused";
    case Rejection::time_went_back: return "time-went-back";
    case Rejection::nobody_plays: return "nobody-plays";
    case Rejection::name_taken: return "name-taken";
    case Rejection::unknown_player: return "unknown-player";
    case Rejection::question_open: return "question-open";
    case Rejection::no_open_question: return "no-open-question";
    case Rejection::already_answered: return "already-answered";
    case Rejection::answer_does_not_fit: return "answer-does-not-fit";
    case Rejection::too_late: return "too-late";
    case Rejection::unknown_question: return "unknown-question";
    case Rejection::already_voided: return "already-voided";
    case Rejection::question_does_not_fit: return "question-does-not-fit";
    case Rejection::all_asked: return "all-asked";
    case Rejection::nothing_to_undo: return "nothing-to-undo";
    case Rejection::nothing_to_redo: return "nothing-to-redo";
    case Rejection::may_not_pass: return "may-not-pass";
    case Rejection::no_hint: return "no-hint";
    case Rejection::hint_taken: return "hint-taken";
    case Rejection::already_tried: return "already-tried";
    case Rejection::not_their_turn: return "not-their-turn";
    case Rejection::no_buzzers: return "no-buzzers";
    case Rejection::buzzers_open: return "buzzers-open";
    case Rejection::buzzers_closed: return "buzzers-closed";
    case Rejection::must_wait: return "must-wait";
    case Rejection::has_left: return "has-left";
    case Rejection::no_other_key: return "no-other-key";
    case Rejection::no_clock: return "no-clock";
    case Rejection::is_workshop: return "is-workshop";
    case Rejection::not_a_workshop: return "not-a-workshop";
    case Rejection::no_such_scene: return "no-such-scene";
    case Rejection::already_shown: return "already-shown";
    case Rejection::votes_do_not_fit: return "votes-do-not-fit";
    case Rejection::already_counted: return "already-counted";
    }
    return "unknown";
}

} // namespace chelate::quiz
