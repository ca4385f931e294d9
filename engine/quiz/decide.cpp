#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::quiz {

namespace {

using Decision = tl::expected<std::vector<Event>, Rejection>;

tl::unexpected<Rejection> refuse(Rejection rejection) { return tl::unexpected<Rejection>(rejection); }

/// The rules, one overload a command. `state` is read only.
class Decider {
public:
    Decider(const State& state, Millis at) : state_(state), board_(state.board), at_(at) {}

    Decision operator()(const StartSession& start) const {
        if (board_.phase != Phase::not_started) return refuse(Rejection::already_started);
        if (start.players.empty()) return refuse(Rejection::nobody_plays);
        for (std::size_t i = 0; i < start.players.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (start.players[i].id == start.players[j].id) return refuse(Rejection::name_taken);
            }
        }
        return happened(SessionStarted{start.id, start.program, start.players});
    }

    Decision operator()(const JoinPlayer& join) const {
        if (const auto no = not_running()) return refuse(*no);
        if (seat_of(board_, join.player.id)) return refuse(Rejection::name_taken);
        if (board_.phase == Phase::asked) return refuse(Rejection::question_open);
        return happened(PlayerJoined{join.player});
    }

    Decision operator()(const AskQuestion& ask) const {
        if (const auto no = not_running()) return refuse(*no);
        if (board_.phase == Phase::asked) return refuse(Rejection::question_open);
        if (static_cast<int>(board_.asked.size()) >= board_.program.planned || bell_has_rung()) return refuse(Rejection::all_asked);
        if (!ask.question || !can_be_asked(*ask.question)) return refuse(Rejection::question_does_not_fit);
        Rng rng = board_.rng;
        Order shown = shown_order(*ask.question, rng);
        return happened(QuestionAsked{static_cast<int>(board_.asked.size()) + 1, ask.question, std::move(shown), rng});
    }

    Decision operator()(const SubmitAnswer& submit) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, submit.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        const Asked& asked = board_.asked.back();
        if (asked.answers[*seat]) return refuse(Rejection::already_answered);
        if (!fits(submit.response, *asked.question)) return refuse(Rejection::answer_does_not_fit);
        const Millis taken = at_ - asked.at;
        const auto& clock = board_.program.rules.clock;
        const bool rung = clock && taken > time_of(*asked.question, *clock, board_.players[*seat].time_factor_percent).all;
        if (rung || bell_has_rung()) return refuse(Rejection::too_late);
        const Fraction credit = credit_of(submit.response, *asked.question, asked.shown);
        const Attempt& attempt = asked.attempts[*seat];
        if (attempt.first == submit.response) return refuse(Rejection::already_tried);
        if (!attempt.first && credit != Fraction::one() && may_be_mended(*asked.question)) {
            return happened(AnswerTried{number(), submit.player, submit.response, taken, credit});
        }
        AnswerJudged answer = judged(*seat, submit.response, taken, credit, submit.sure);
        Decision events = happened(std::move(answer));
        if (board_.program.rules.reveal_when_all_answered && others_answered(*seat)) append(*events, reveal());
        return events;
    }

    Decision operator()(const PassQuestion& pass) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, pass.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        const Asked& asked = board_.asked.back();
        if (asked.answers[*seat]) return refuse(Rejection::already_answered);
        if (!board_.program.rules.passing) return refuse(Rejection::may_not_pass);
        if (bell_has_rung()) return refuse(Rejection::too_late);
        AnswerJudged answer = judged(*seat, std::nullopt, at_ - asked.at, Fraction::zero(), std::nullopt);
        answer.passed = true;
        Decision events = happened(std::move(answer));
        if (board_.program.rules.reveal_when_all_answered && others_answered(*seat)) append(*events, reveal());
        return events;
    }

    Decision operator()(const TakeHint& take) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, take.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        const Asked& asked = board_.asked.back();
        if (asked.answers[*seat]) return refuse(Rejection::already_answered);
        if (!board_.program.rules.hints || asked.question->hint.empty()) return refuse(Rejection::no_hint);
        if (asked.attempts[*seat].hinted) return refuse(Rejection::hint_taken);
        return happened(HintTaken{number(), take.player});
    }

    Decision operator()(const CloseQuestion&) const {
        if (const auto no = not_running()) return refuse(*no);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        std::vector<Event> events;
        const Asked& asked = board_.asked.back();
        for (std::size_t seat = 0; seat < board_.players.size(); ++seat) {
            if (!asked.answers[seat]) append(events, judged(seat, std::nullopt, at_ - asked.at, Fraction::zero(), std::nullopt));
        }
        append(events, reveal());
        return events;
    }

    Decision operator()(const VoidQuestion& annul) const {
        if (const auto no = not_running()) return refuse(*no);
        if (annul.number < 1 || annul.number > static_cast<int>(board_.asked.size())) return refuse(Rejection::unknown_question);
        if (board_.asked[static_cast<std::size_t>(annul.number) - 1].voided) return refuse(Rejection::already_voided);
        return happened(QuestionVoided{annul.number});
    }

    Decision operator()(const Pause&) const {
        if (const auto no = not_running()) return refuse(*no);
        return happened(Paused{});
    }

    Decision operator()(const Resume& resume) const {
        if (board_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (board_.phase == Phase::finished) return refuse(Rejection::finished);
        if (!board_.paused) return refuse(Rejection::not_paused);
        return happened(Resumed{resume.wall});
    }

    Decision operator()(const FinishSession&) const {
        if (const auto no = not_running()) return refuse(*no);
        std::vector<Event> events;
        // A question nobody may answer any more counts for nobody.
        if (board_.phase == Phase::asked) append(events, QuestionVoided{static_cast<int>(board_.asked.size())});
        const bool all_asked = board_.phase != Phase::asked && static_cast<int>(board_.asked.size()) == board_.program.planned;
        const bool complete = all_asked || bell_has_rung();
        append(events, SessionFinished{complete});
        return events;
    }

    Decision operator()(const Undo&) const {
        if (board_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (board_.paused) return refuse(Rejection::paused);
        const auto last = last_live();
        if (!last) return refuse(Rejection::nothing_to_undo);
        std::size_t first = *last;
        while (first > 0 && state_.log[first - 1].step == state_.log[*last].step) --first;
        if (!can_be_undone(state_.log[first].body)) return refuse(Rejection::nothing_to_undo);
        return happened(Undone{first, *last});
    }

    Decision operator()(const Redo&) const {
        if (board_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (board_.paused) return refuse(Rejection::paused);
        if (state_.redo.empty()) return refuse(Rejection::nothing_to_redo);
        return happened(Redone{state_.redo.back().first, state_.redo.back().second});
    }

private:
    /// Why the session takes no ordinary command now, if so.
    [[nodiscard]] std::optional<Rejection> not_running() const {
        if (board_.phase == Phase::not_started) return Rejection::not_started;
        if (board_.phase == Phase::finished) return Rejection::finished;
        if (board_.paused) return Rejection::paused;
        return std::nullopt;
    }

    [[nodiscard]] static bool can_be_undone(const EventBody& body) {
        return std::holds_alternative<AnswerJudged>(body) || std::holds_alternative<AnswerTried>(body) ||
               std::holds_alternative<HintTaken>(body) || std::holds_alternative<QuestionRevealed>(body) ||
               std::holds_alternative<QuestionVoided>(body) || std::holds_alternative<SessionFinished>(body);
    }

    /// The last event that counts and is not itself a mark of undoing.
    [[nodiscard]] std::optional<std::size_t> last_live() const {
        for (std::size_t i = state_.log.size(); i-- > 0;) {
            const EventBody& body = state_.log[i].body;
            if (std::holds_alternative<Undone>(body) || std::holds_alternative<Redone>(body)) continue;
            if (state_.live[i]) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool bell_has_rung() const { return quiz::bell_has_rung(board_.program.rules, at_); }

    [[nodiscard]] bool others_answered(std::size_t seat) const {
        const auto& answers = board_.asked.back().answers;
        for (std::size_t other = 0; other < answers.size(); ++other) {
            if (other != seat && !answers[other]) return false;
        }
        return true;
    }

    [[nodiscard]] int number() const { return static_cast<int>(board_.asked.size()); }

    /// Whether a first answer to it may be mended: with two options the second try would be a gift.
    [[nodiscard]] bool may_be_mended(const Question& question) const {
        const Rules& rules = board_.program.rules;
        return rules.tries > 1 && !rules.certainty && !rules.clock && is_marked(question) && options_of(question.body).size() != 2;
    }

    [[nodiscard]] AnswerJudged judged(std::size_t seat, std::optional<Response> response, Millis taken, Fraction credit,
                                      std::optional<Sureness> sure) const {
        const Rules& rules = board_.program.rules;
        const Asked& asked = board_.asked.back();
        AnswerJudged answer{.number = number(), .player = board_.players[seat].id, .response = std::move(response), .taken = taken, .award = {}};
        if (!is_marked(*asked.question)) return answer;
        Fraction help = Fraction::one();
        if (asked.attempts[seat].hinted) help = help * Fraction{1, 2};
        if (asked.attempts[seat].first) help = help * Fraction{1, 2};
        if (rules.certainty) {
            // Nothing was claimed by who gave no answer.
            if (answer.response) answer.sure = sure;
            answer.award = certainty_award(credit, answer.sure, help);
            return answer;
        }
        Fraction speed = Fraction::one();
        if (rules.clock && credit != Fraction::zero()) {
            const QuestionTime time = time_of(*asked.question, *rules.clock, board_.players[seat].time_factor_percent);
            // A limit that leaves no time after reading has nothing to reward.
            if (time.all > time.reading) speed = speed_factor(taken, time.reading, time.all, rules.clock->loss_quarters);
        }
        Points streak{};
        if (rules.streak && credit * help == Fraction::one()) streak = streak_bonus(board_.scores[seat].streak + 1);
        answer.award = award_for(rules.possible, credit, speed, streak, help);
        return answer;
    }

    [[nodiscard]] QuestionRevealed reveal() const { return {number()}; }

    void append(std::vector<Event>& events, EventBody body) const {
        events.push_back(Event{at_, state_.next_step, std::move(body)});
    }
    [[nodiscard]] std::vector<Event> happened(EventBody body) const {
        std::vector<Event> events;
        append(events, std::move(body));
        return events;
    }

    const State& state_;
    const Board& board_;
    Millis at_;
};

} // namespace

bool bell_has_rung(const Rules& rules, Millis at) { return rules.bell.count > 0 && at >= rules.bell; }

QuestionTime time_of(const Question& question, const Clock& clock, int time_factor_percent) {
    std::size_t length = code_points(question.prompt);
    for (const Panel& panel : question.panels) length += code_points(panel.text);
    for (const Option& option : options_of(question.body)) length += code_points(option.text);
    const Millis reading = reading_time(length, time_factor_percent);
    const Millis limit{clock.limit.count * time_factor_percent / 100};
    return {reading, clock.after_reading ? reading + limit : limit};
}

std::optional<std::size_t> seat_of(const Board& board, const PlayerId& player) {
    for (std::size_t seat = 0; seat < board.players.size(); ++seat) {
        if (board.players[seat].id == player) return seat;
    }
    return std::nullopt;
}

tl::expected<std::vector<Event>, Rejection> decide(const State& state, const Command& command) {
    if (command.at < state.now) return refuse(Rejection::time_went_back);
    return std::visit(Decider{state, command.at}, command.body);
}

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
    }
    return "unknown";
}

} // namespace chelate::quiz
