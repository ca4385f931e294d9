#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/quiz/awarding.hpp"
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
        // Who left may come back, to the points they had.
        if (const auto seat = seat_of(board_, join.player.id); seat && !board_.gone[*seat])
            return refuse(Rejection::name_taken);
        return happened(PlayerJoined{join.player});
    }

    Decision operator()(const LeavePlayer& leave) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, leave.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (board_.gone[*seat]) return refuse(Rejection::has_left);
        return happened(PlayerLeft{leave.player});
    }

    Decision operator()(const AskQuestion& ask) const {
        if (const auto no = not_running()) return refuse(*no);
        if (board_.phase == Phase::asked) return refuse(Rejection::question_open);
        if (static_cast<int>(board_.asked.size()) >= board_.program.planned || bell_has_rung())
            return refuse(Rejection::all_asked);
        if (!ask.question || !can_be_asked(*ask.question)) return refuse(Rejection::question_does_not_fit);
        Rng rng = board_.rng;
        Order shown = shown_order(*ask.question, rng);
        std::optional<PlayerId> turn;
        if (rules().taking == Taking::turns) {
            turn = next_in_turn();
            if (!turn) return refuse(Rejection::nobody_plays);
        }
        return happened(QuestionAsked{static_cast<int>(board_.asked.size()) + 1, ask.question, std::move(shown), rng,
                                      std::move(turn)});
    }

    Decision operator()(const SubmitAnswer& submit) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, submit.player);
        if (const auto no = may_not_answer(seat)) return refuse(*no);
        const Asked& asked = board_.asked.back();
        if (!fits(submit.response, *asked.question)) return refuse(Rejection::answer_does_not_fit);
        const Millis taken = at_ - asked.at;
        if (is_too_late(*seat)) return refuse(Rejection::too_late);
        const Fraction credit = credit_of(submit.response, *asked.question, asked.shown);
        const Attempt& attempt = asked.attempts[*seat];
        if (attempt.first == submit.response) return refuse(Rejection::already_tried);
        if (!attempt.first && credit != Fraction::one() && may_be_mended(*asked.question)) {
            return happened(AnswerTried{number(), submit.player, submit.response, taken, credit});
        }
        Decision events = happened(judged(*seat, submit.response, credit, submit.sure));
        if (rules().reveal_when_all_answered && is_over_with({*seat}, credit)) append(*events, reveal());
        return events;
    }

    Decision operator()(const CountHands& count) const {
        if (const auto no = not_running()) return refuse(*no);
        std::vector<std::size_t> seats;
        std::vector<Event> events;
        for (const Count& one : count.counts) {
            const auto seat = seat_of(board_, one.player);
            if (const auto no = may_not_answer(seat)) return refuse(*no);
            if (std::find(seats.begin(), seats.end(), *seat) != seats.end()) return refuse(Rejection::already_answered);
            const Asked& asked = board_.asked.back();
            if (!fits(one.raised, *asked.question)) return refuse(Rejection::answer_does_not_fit);
            if (is_too_late(*seat)) return refuse(Rejection::too_late);
            seats.push_back(*seat);
            append(events,
                   judged(*seat, one.raised, credit_of(one.raised, *asked.question, asked.shown), std::nullopt));
        }
        if (seats.empty()) return refuse(Rejection::answer_does_not_fit);
        if (rules().reveal_when_all_answered && is_over_with(seats, Fraction::zero())) append(events, reveal());
        return events;
    }

    Decision operator()(const OpenBuzzers&) const {
        if (const auto no = no_buzzers()) return refuse(*no);
        if (board_.asked.back().buzzers.open) return refuse(Rejection::buzzers_open);
        return happened(BuzzersOpened{number()});
    }

    Decision operator()(const Buzz& buzz) const {
        if (const auto no = no_buzzers()) return refuse(*no);
        const Asked& asked = board_.asked.back();
        if (asked.buzzers.floor) return refuse(Rejection::buzzers_closed);
        std::vector<std::size_t> seats;
        for (const PlayerId& player : buzz.players) {
            const auto seat = seat_of(board_, player);
            if (!seat) return refuse(Rejection::unknown_player);
            const bool again = std::find(seats.begin(), seats.end(), *seat) != seats.end();
            if (!again && is_awaited(board_, *seat)) seats.push_back(*seat);
        }
        std::sort(seats.begin(), seats.end()); // which of them is named first must not matter
        if (!asked.buzzers.open) {
            std::vector<Event> events;
            for (const std::size_t seat : seats)
                append(events, BuzzedEarly{number(), board_.players[seat].id, at_ + false_start_wait});
            return seats.empty() ? Decision{refuse(Rejection::already_answered)} : Decision{std::move(events)};
        }
        std::erase_if(seats, [&](std::size_t seat) { return asked.buzzers.waits[seat] > at_; });
        if (seats.empty()) return refuse(Rejection::must_wait);
        Buzzed buzzed{.number = number(), .player = board_.players[seats.front()].id, .rng_after = board_.rng};
        if (seats.size() > 1) {
            buzzed.player = board_.players[seats[buzzed.rng_after.below(seats.size())]].id;
            for (const std::size_t seat : seats) buzzed.tied.push_back(board_.players[seat].id);
        }
        return happened(std::move(buzzed));
    }

    Decision operator()(const CorrectKey& correct) const {
        if (const auto no = not_running()) return refuse(*no);
        if (correct.number < 1 || correct.number > number()) return refuse(Rejection::unknown_question);
        const Asked& asked = board_.asked[static_cast<std::size_t>(correct.number) - 1];
        if (asked.voided) return refuse(Rejection::already_voided);
        if (!fits(correct.right, *asked.question)) return refuse(Rejection::answer_does_not_fit);
        Question question = *asked.question;
        Order shown = asked.shown;
        if (!make_right(correct.right, question, shown)) return refuse(Rejection::no_other_key);
        if (question == *asked.question) return refuse(Rejection::no_other_key);
        question.basis = {}; // the facts do not give this key
        auto remarks = remarked(board_, correct.number, question, shown);
        return happened(
            KeyCorrected{correct.number, QuestionRef(std::move(question)), std::move(shown), std::move(remarks)});
    }

    Decision operator()(const AdjustPoints& adjust) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!seat_of(board_, adjust.player)) return refuse(Rejection::unknown_player);
        return happened(PointsAdjusted{adjust.player, adjust.points, adjust.reason});
    }

    Decision operator()(const SetSpeedLoss& set) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!rules().clock) return refuse(Rejection::no_clock);
        return happened(SpeedLossSet{set.quarters});
    }

    Decision operator()(const GiveTime& give) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, give.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        if (!rules().clock) return refuse(Rejection::no_clock);
        return happened(TimeGiven{number(), give.player, give.time});
    }

    Decision operator()(const PassQuestion& pass) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, pass.player);
        if (const auto no = may_not_answer(seat)) return refuse(*no);
        if (!rules().passing) return refuse(Rejection::may_not_pass);
        if (bell_has_rung()) return refuse(Rejection::too_late);
        AnswerJudged answer = judged(*seat, std::nullopt, Fraction::zero(), std::nullopt);
        answer.passed = true;
        Decision events = happened(std::move(answer));
        if (rules().reveal_when_all_answered && is_over_with({*seat}, Fraction::zero())) append(*events, reveal());
        return events;
    }

    Decision operator()(const TakeHint& take) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(board_, take.player);
        if (const auto no = may_not_answer(seat)) return refuse(*no);
        const Asked& asked = board_.asked.back();
        if (!board_.program.rules.hints || asked.question->hint.empty()) return refuse(Rejection::no_hint);
        if (asked.attempts[*seat].hinted) return refuse(Rejection::hint_taken);
        return happened(HintTaken{number(), take.player});
    }

    Decision operator()(const CloseQuestion&) const {
        if (const auto no = not_running()) return refuse(*no);
        if (board_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        std::vector<Event> events;
        for (std::size_t seat = 0; seat < board_.players.size(); ++seat) {
            // Who never pressed has lost nothing.
            if (is_awaited(board_, seat) && rules().taking != Taking::buzzers)
                append(events, judged(seat, std::nullopt, Fraction::zero(), std::nullopt));
        }
        append(events, reveal());
        return events;
    }

    Decision operator()(const VoidQuestion& annul) const {
        if (const auto no = not_running()) return refuse(*no);
        if (annul.number < 1 || annul.number > static_cast<int>(board_.asked.size()))
            return refuse(Rejection::unknown_question);
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
        const bool all_asked =
            board_.phase != Phase::asked && static_cast<int>(board_.asked.size()) == board_.program.planned;
        const bool sat = board_.program.sitting && board_.phase != Phase::asked; // who leads it has nothing more to ask
        const bool complete = all_asked || bell_has_rung() || sat;
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
        if (std::holds_alternative<SessionStarted>(state_.log[first].body)) return refuse(Rejection::nothing_to_undo);
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

    [[nodiscard]] const Rules& rules() const { return board_.program.rules; }

    /// Why a seat may do nothing about the open question now, if so.
    [[nodiscard]] std::optional<Rejection> may_not_answer(std::optional<std::size_t> seat) const {
        if (!seat) return Rejection::unknown_player;
        if (board_.gone[*seat]) return Rejection::has_left;
        if (board_.phase != Phase::asked) return Rejection::no_open_question;
        const Asked& asked = board_.asked.back();
        const PlayerId& player = board_.players[*seat].id;
        if (asked.answers[*seat]) return Rejection::already_answered;
        if (rules().taking == Taking::turns && asked.turn != player) return Rejection::not_their_turn;
        if (rules().taking == Taking::buzzers && asked.buzzers.floor != player) return Rejection::not_their_turn;
        return std::nullopt;
    }

    /// Why nobody can press a buzzer or open them, if so.
    [[nodiscard]] std::optional<Rejection> no_buzzers() const {
        if (const auto no = not_running()) return no;
        if (board_.phase != Phase::asked) return Rejection::no_open_question;
        if (rules().taking != Taking::buzzers) return Rejection::no_buzzers;
        return std::nullopt;
    }

    /// Who is next: the seat after the one whose question was the last that counted.
    [[nodiscard]] std::optional<PlayerId> next_in_turn() const {
        std::size_t from = board_.players.size() - 1;
        for (const Asked& asked : board_.asked) {
            if (!asked.voided && asked.turn) from = seat_of(board_, *asked.turn).value_or(from);
        }
        for (std::size_t step = 1; step <= board_.players.size(); ++step) {
            const std::size_t seat = (from + step) % board_.players.size();
            if (!board_.gone[seat]) return board_.players[seat].id;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_too_late(std::size_t seat) const {
        return bell_has_rung() || (rules().clock && at_ > deadline_of(board_, seat));
    }

    /// Whether nobody else is to answer once these have.
    [[nodiscard]] bool is_over_with(const std::vector<std::size_t>& seats, Fraction credit) const {
        // The first right answer ends a question that is buzzed for.
        if (rules().taking == Taking::buzzers && credit != Fraction::zero()) return true;
        for (std::size_t other = 0; other < board_.players.size(); ++other) {
            if (is_awaited(board_, other) && std::find(seats.begin(), seats.end(), other) == seats.end()) return false;
        }
        return true;
    }

    /// The last event that counts and is not itself a mark of undoing. Pauses are no steps: they go by.
    [[nodiscard]] std::optional<std::size_t> last_live() const {
        for (std::size_t i = state_.log.size(); i-- > 0;) {
            const EventBody& body = state_.log[i].body;
            if (std::holds_alternative<Undone>(body) || std::holds_alternative<Redone>(body) || is_pause(body))
                continue;
            if (state_.live[i]) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool bell_has_rung() const { return quiz::bell_has_rung(board_.program.rules, at_); }

    [[nodiscard]] int number() const { return static_cast<int>(board_.asked.size()); }

    /// Whether a first answer to it may be mended: with two options the second try would be a gift.
    [[nodiscard]] bool may_be_mended(const Question& question) const {
        const Rules& rules = board_.program.rules;
        return rules.tries > 1 && !rules.certainty && !rules.clock && is_marked(question) &&
               options_of(question.body).size() != 2;
    }

    [[nodiscard]] AnswerJudged judged(std::size_t seat, std::optional<Response> response, Fraction credit,
                                      std::optional<Sureness> sure) const {
        const Asked& asked = board_.asked.back();
        // Nothing was claimed by who gave no answer.
        const bool claims = rules().certainty && response && is_marked(*asked.question);
        Judgement answer{.response = std::move(response),
                         .taken = at_ - asked.at,
                         .award = {},
                         .sure = claims ? sure : std::nullopt};
        answer.award = award_of(board_, asked, seat, answer, credit, board_.scores[seat].streak);
        return {number(), board_.players[seat].id, std::move(answer.response), answer.taken, answer.award, answer.sure};
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

bool is_pause(const EventBody& body) {
    return std::holds_alternative<Paused>(body) || std::holds_alternative<Resumed>(body);
}

bool bell_has_rung(const Rules& rules, Millis at) { return rules.bell.count > 0 && at >= rules.bell; }

QuestionTime time_of(const Question& question, const Clock& clock, int time_factor_percent) {
    std::size_t length = code_points(question.prompt);
    for (const Panel& panel : question.panels) length += code_points(panel.text);
    for (const Option& option : options_of(question.body)) length += code_points(option.text);
    const Millis reading = reading_time(length, time_factor_percent);
    const Millis limit{clock.limit.count * time_factor_percent / 100};
    return {reading, clock.after_reading ? reading + limit : limit};
}

Millis deadline_of(const Board& board, std::size_t seat) {
    const Asked& asked = board.asked.back();
    return asked.at +
           time_of(*asked.question, *board.program.rules.clock, board.players[seat].time_factor_percent).all +
           asked.more_time[seat];
}

bool is_awaited(const Board& board, std::size_t seat) {
    if (board.phase != Phase::asked || board.gone[seat]) return false;
    const Asked& asked = board.asked.back();
    return !asked.answers[seat] && (!asked.turn || *asked.turn == board.players[seat].id);
}

std::optional<std::size_t> seat_of(const Board& board, const PlayerId& player) {
    const std::string_view wanted = player.value;
    for (std::size_t seat = 0; seat < board.players.size(); ++seat) {
        const std::string_view id = board.players[seat].id.value;
        // In a full room this is most of the work of a step: ids that are counted differ at their end first.
        if (id.size() == wanted.size() && (id.empty() || id.back() == wanted.back()) && id == wanted) return seat;
    }
    return std::nullopt;
}

tl::expected<std::vector<Event>, Rejection> decide(const State& state, const Command& command) {
    if (command.at < state.now) return refuse(Rejection::time_went_back);
    return std::visit(Decider{state, command.at}, command.body);
}

} // namespace chelate::quiz
