#include <algorithm>

#include "engine/quiz/awarding.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::quiz {

namespace {

using Decision = tl::expected<std::vector<Event>, Rejection>;

tl::unexpected<Rejection> refuse(Rejection rejection) { return tl::unexpected<Rejection>(rejection); }

/// The rules, with one overload for each command. The state is only read.
class Decider {
public:
    Decider(const SessionHistory& history, Millis at) : history_(history), state_(history.state), at_(at) {}

    Decision operator()(const StartSession& start) const {
        if (state_.phase != Phase::not_started) return refuse(Rejection::already_started);
        if (start.plan->workshop) return begin_workshop(start);
        if (start.players.empty()) return refuse(Rejection::nobody_plays);
        for (std::size_t i = 0; i < start.players.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (start.players[i].id == start.players[j].id) return refuse(Rejection::name_taken);
            }
        }
        return happened(SessionStarted{start.id, start.plan, start.players});
    }

    Decision operator()(const JoinPlayer& join) const {
        if (const auto no = not_running()) return refuse(*no);
        if (state_.workshop) return refuse(Rejection::is_workshop);
        // A player who left can rejoin and keeps their points.
        if (const auto seat = seat_of(state_, join.player.id); seat && !state_.gone[*seat])
            return refuse(Rejection::name_taken);
        return happened(PlayerJoined{join.player});
    }

    Decision operator()(const LeavePlayer& leave) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(state_, leave.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (state_.gone[*seat]) return refuse(Rejection::has_left);
        return happened(PlayerLeft{leave.player});
    }

    Decision operator()(const AskQuestion& ask) const {
        if (const auto no = not_running()) return refuse(*no);
        if (state_.workshop) return refuse(Rejection::is_workshop);
        if (state_.phase == Phase::asked) return refuse(Rejection::question_open);
        if (static_cast<int>(state_.asked.size()) >= state_.plan.planned || bell_has_rung())
            return refuse(Rejection::all_asked);
        if (!ask.question || !can_be_asked(*ask.question)) return refuse(Rejection::question_does_not_fit);
        Rng rng = state_.rng;
        Order display_order =
            ask.may_come_solved ? draw_any_display_order(*ask.question, rng) : draw_display_order(*ask.question, rng);
        std::optional<PlayerId> turn;
        if (rules().response_mode == ResponseMode::turns) {
            turn = next_in_turn();
            if (!turn) return refuse(Rejection::nobody_plays);
        }
        return happened(QuestionAsked{static_cast<int>(state_.asked.size()) + 1, ask.question, std::move(display_order),
                                      rng, std::move(turn)});
    }

    Decision operator()(const SubmitAnswer& submit) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(state_, submit.player);
        if (const auto no = may_not_answer(seat)) return refuse(*no);
        const QuestionRecord& asked = state_.asked.back();
        if (!fits(submit.response, *asked.question)) return refuse(Rejection::answer_does_not_fit);
        const Millis taken = at_ - asked.at;
        if (is_too_late(*seat)) return refuse(Rejection::too_late);
        const Fraction credit = credit_of(submit.response, *asked.question, asked.display_order);
        const Attempt& attempt = asked.attempts[*seat];
        if (attempt.first == submit.response) return refuse(Rejection::already_tried);
        if (!attempt.first && credit != Fraction::one() && may_be_mended(*asked.question)) {
            return happened(AnswerTried{number(), submit.player, submit.response, taken, credit});
        }
        Decision events = happened(judged(*seat, submit.response, credit, submit.confidence));
        if (rules().reveal_when_all_answered && is_over_with({*seat}, credit)) append(*events, reveal());
        return events;
    }

    Decision operator()(const CountHands& count) const {
        if (const auto no = not_running()) return refuse(*no);
        std::vector<std::size_t> participants;
        std::vector<Event> events;
        for (const Count& one : count.counts) {
            const auto seat = seat_of(state_, one.player);
            if (const auto no = may_not_answer(seat)) return refuse(*no);
            if (std::find(participants.begin(), participants.end(), *seat) != participants.end())
                return refuse(Rejection::already_answered);
            const QuestionRecord& asked = state_.asked.back();
            if (!fits(one.raised, *asked.question)) return refuse(Rejection::answer_does_not_fit);
            if (is_too_late(*seat)) return refuse(Rejection::too_late);
            participants.push_back(*seat);
            append(events, judged(*seat, one.raised, credit_of(one.raised, *asked.question, asked.display_order),
                                  std::nullopt));
        }
        if (participants.empty()) return refuse(Rejection::answer_does_not_fit);
        if (rules().reveal_when_all_answered && is_over_with(participants, Fraction::zero())) append(events, reveal());
        return events;
    }

    Decision operator()(const OpenBuzzers&) const {
        if (const auto no = no_buzzers()) return refuse(*no);
        if (state_.asked.back().buzzers.open) return refuse(Rejection::buzzers_open);
        return happened(BuzzersOpened{number()});
    }

    Decision operator()(const Buzz& buzz) const {
        if (const auto no = no_buzzers()) return refuse(*no);
        const QuestionRecord& asked = state_.asked.back();
        if (asked.buzzers.floor) return refuse(Rejection::buzzers_closed);
        std::vector<std::size_t> participants;
        for (const PlayerId& player : buzz.players) {
            const auto seat = seat_of(state_, player);
            if (!seat) return refuse(Rejection::unknown_player);
            const bool again = std::find(participants.begin(), participants.end(), *seat) != participants.end();
            if (!again && is_awaited(state_, *seat)) participants.push_back(*seat);
        }
        std::sort(participants.begin(), participants.end()); // the result must not depend on who is named first
        if (!asked.buzzers.open) {
            std::vector<Event> events;
            for (const std::size_t seat : participants)
                append(events, BuzzedEarly{number(), state_.players[seat].id, at_ + false_start_wait});
            return participants.empty() ? Decision{refuse(Rejection::already_answered)} : Decision{std::move(events)};
        }
        std::erase_if(participants, [&](std::size_t seat) { return asked.buzzers.waits[seat] > at_; });
        if (participants.empty()) return refuse(Rejection::must_wait);
        Buzzed buzzed{.number = number(), .player = state_.players[participants.front()].id, .rng_after = state_.rng};
        if (participants.size() > 1) {
            buzzed.player = state_.players[participants[buzzed.rng_after.below(participants.size())]].id;
            for (const std::size_t seat : participants) buzzed.tied.push_back(state_.players[seat].id);
        }
        return happened(std::move(buzzed));
    }

    Decision operator()(const CorrectKey& correct) const {
        if (const auto no = not_running()) return refuse(*no);
        if (correct.number < 1 || correct.number > number()) return refuse(Rejection::unknown_question);
        const QuestionRecord& asked = state_.asked[static_cast<std::size_t>(correct.number) - 1];
        if (asked.voided) return refuse(Rejection::already_voided);
        if (!fits(correct.right, *asked.question)) return refuse(Rejection::answer_does_not_fit);
        Question question = *asked.question;
        Order display_order = asked.display_order;
        if (!rekey(correct.right, question, display_order)) return refuse(Rejection::no_other_key);
        if (question == *asked.question) return refuse(Rejection::no_other_key);
        question.basis = {}; // the new key no longer follows from the facts
        auto regrades = regraded(state_, correct.number, question, display_order);
        return happened(KeyCorrected{correct.number, QuestionRef(std::move(question)), std::move(display_order),
                                     std::move(regrades)});
    }

    Decision operator()(const AdjustPoints& adjust) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!seat_of(state_, adjust.player)) return refuse(Rejection::unknown_player);
        return happened(PointsAdjusted{adjust.player, adjust.points, adjust.reason});
    }

    Decision operator()(const SetSpeedLoss& set) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!rules().clock) return refuse(Rejection::no_clock);
        return happened(SpeedLossSet{set.quarters});
    }

    Decision operator()(const GiveTime& give) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(state_, give.player);
        if (!seat) return refuse(Rejection::unknown_player);
        if (state_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        if (!rules().clock) return refuse(Rejection::no_clock);
        return happened(TimeGiven{number(), give.player, give.time});
    }

    Decision operator()(const PassQuestion& pass) const {
        if (const auto no = not_running()) return refuse(*no);
        const auto seat = seat_of(state_, pass.player);
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
        const auto seat = seat_of(state_, take.player);
        if (const auto no = may_not_answer(seat)) return refuse(*no);
        const QuestionRecord& asked = state_.asked.back();
        if (hints_of(state_, asked) == 0) return refuse(Rejection::no_hint);
        if (asked.attempts[*seat].hints == hints_of(state_, asked)) return refuse(Rejection::hint_taken);
        return happened(HintTaken{number(), take.player});
    }

    Decision operator()(const CloseQuestion&) const {
        if (const auto no = not_running()) return refuse(*no);
        if (state_.phase != Phase::asked) return refuse(Rejection::no_open_question);
        std::vector<Event> events;
        for (std::size_t seat = 0; seat < state_.players.size(); ++seat) {
            // In a round with buzzers, a player who never pressed has lost nothing.
            if (is_awaited(state_, seat) && rules().response_mode != ResponseMode::buzzers)
                append(events, judged(seat, std::nullopt, Fraction::zero(), std::nullopt));
        }
        append(events, reveal());
        return events;
    }

    Decision operator()(const VoidQuestion& annul) const {
        if (const auto no = not_running()) return refuse(*no);
        if (annul.number < 1 || annul.number > static_cast<int>(state_.asked.size()))
            return refuse(Rejection::unknown_question);
        if (state_.asked[static_cast<std::size_t>(annul.number) - 1].voided) return refuse(Rejection::already_voided);
        return happened(QuestionVoided{annul.number});
    }

    Decision operator()(const Pause&) const {
        if (const auto no = not_running()) return refuse(*no);
        return happened(Paused{});
    }

    Decision operator()(const Resume& resume) const {
        if (state_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (state_.phase == Phase::finished) return refuse(Rejection::finished);
        if (!state_.paused) return refuse(Rejection::not_paused);
        return happened(Resumed{resume.wall});
    }

    Decision operator()(const FinishSession&) const {
        if (const auto no = not_running()) return refuse(*no);
        std::vector<Event> events;
        // A question that nobody can answer any more counts for nobody.
        if (state_.phase == Phase::asked) append(events, QuestionVoided{static_cast<int>(state_.asked.size())});
        const bool all_asked =
            state_.phase != Phase::asked && static_cast<int>(state_.asked.size()) == state_.plan.planned;
        const bool sat =
            state_.plan.study_round && state_.phase != Phase::asked; // the study session has nothing more to ask
        const bool complete = state_.workshop ? shows_last_picture() : all_asked || bell_has_rung() || sat;
        append(events, SessionFinished{complete});
        return events;
    }

    Decision operator()(const ShowScene& show) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!state_.workshop) return refuse(Rejection::not_a_workshop);
        const std::vector<int>& steps = state_.plan.workshop->steps;
        if (show.scene >= steps.size() || show.step < 0 || show.step >= steps[show.scene])
            return refuse(Rejection::no_such_scene);
        // A picture that is shown already is no step, so that Undo never seems to do nothing.
        if (show.scene == state_.workshop->scene && show.step == state_.workshop->step)
            return refuse(Rejection::already_shown);
        return happened(SceneShown{show.scene, show.step});
    }

    Decision operator()(const CountVotes& count) const {
        if (const auto no = not_running()) return refuse(*no);
        if (!state_.workshop) return refuse(Rejection::not_a_workshop);
        if (count.scene >= state_.plan.workshop->steps.size()) return refuse(Rejection::no_such_scene);
        if (count.hands.empty()) return refuse(Rejection::votes_do_not_fit);
        const auto before = state_.workshop->votes.find({count.scene, count.place});
        if (before != state_.workshop->votes.end() && before->second == count.hands)
            return refuse(Rejection::already_counted);
        return happened(VotesCounted{count.scene, count.place, count.hands});
    }

    Decision operator()(const Undo&) const {
        if (state_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (state_.paused) return refuse(Rejection::paused);
        if (history_.steps.size() < 2) return refuse(Rejection::nothing_to_undo); // the first step starts the session
        return happened(Undone{history_.steps.back().first, history_.steps.back().second});
    }

    Decision operator()(const Redo&) const {
        if (state_.phase == Phase::not_started) return refuse(Rejection::not_started);
        if (state_.paused) return refuse(Rejection::paused);
        if (history_.redo.empty()) return refuse(Rejection::nothing_to_redo);
        return happened(Redone{history_.redo.back().first, history_.redo.back().second});
    }

private:
    /// Returns why the session does not accept an ordinary command now, if it does not.
    [[nodiscard]] std::optional<Rejection> not_running() const {
        if (state_.phase == Phase::not_started) return Rejection::not_started;
        if (state_.phase == Phase::finished) return Rejection::finished;
        if (state_.paused) return Rejection::paused;
        return std::nullopt;
    }

    [[nodiscard]] Decision begin_workshop(const StartSession& start) const {
        if (!start.players.empty()) return refuse(Rejection::is_workshop);
        const std::vector<int>& steps = start.plan->workshop->steps;
        const bool every_scene_has_a_step =
            std::all_of(steps.begin(), steps.end(), [](int count) { return count > 0; });
        if (steps.empty() || !every_scene_has_a_step) return refuse(Rejection::no_such_scene);
        return happened(SessionStarted{start.id, start.plan, {}});
    }

    [[nodiscard]] bool shows_last_picture() const {
        const std::vector<int>& steps = state_.plan.workshop->steps;
        return state_.workshop->scene + 1 == steps.size() && state_.workshop->step + 1 == steps.back();
    }

    [[nodiscard]] const Rules& rules() const { return state_.plan.rules; }

    /// Returns why a participant cannot act on the open question now, if they cannot.
    [[nodiscard]] std::optional<Rejection> may_not_answer(std::optional<std::size_t> seat) const {
        if (!seat) return Rejection::unknown_player;
        if (state_.gone[*seat]) return Rejection::has_left;
        if (state_.phase != Phase::asked) return Rejection::no_open_question;
        const QuestionRecord& asked = state_.asked.back();
        const PlayerId& player = state_.players[*seat].id;
        if (asked.answers[*seat]) return Rejection::already_answered;
        if (rules().response_mode == ResponseMode::turns && asked.turn != player) return Rejection::not_their_turn;
        if (rules().response_mode == ResponseMode::buzzers && asked.buzzers.floor != player)
            return Rejection::not_their_turn;
        return std::nullopt;
    }

    /// Returns why nobody can press or open the buzzers now, if nobody can.
    [[nodiscard]] std::optional<Rejection> no_buzzers() const {
        if (const auto no = not_running()) return no;
        if (state_.phase != Phase::asked) return Rejection::no_open_question;
        if (rules().response_mode != ResponseMode::buzzers) return Rejection::no_buzzers;
        return std::nullopt;
    }

    /// Returns the next player in turn: the one after the player whose question was the last that counted.
    [[nodiscard]] std::optional<PlayerId> next_in_turn() const {
        std::size_t from = state_.players.size() - 1;
        for (const QuestionRecord& asked : state_.asked) {
            if (!asked.voided && asked.turn) from = seat_of(state_, *asked.turn).value_or(from);
        }
        for (std::size_t step = 1; step <= state_.players.size(); ++step) {
            const std::size_t seat = (from + step) % state_.players.size();
            if (!state_.gone[seat]) return state_.players[seat].id;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_too_late(std::size_t seat) const {
        return bell_has_rung() || (rules().clock && at_ > deadline_of(state_, seat));
    }

    /// Returns whether nobody else still has to answer once these participants have.
    [[nodiscard]] bool is_over_with(const std::vector<std::size_t>& participants, Fraction credit) const {
        // With buzzers, the first answer with credit ends the question.
        if (rules().response_mode == ResponseMode::buzzers && credit != Fraction::zero()) return true;
        for (std::size_t other = 0; other < state_.players.size(); ++other) {
            if (is_awaited(state_, other) &&
                std::find(participants.begin(), participants.end(), other) == participants.end())
                return false;
        }
        return true;
    }

    [[nodiscard]] bool bell_has_rung() const { return quiz::bell_has_rung(state_.plan.rules, at_); }

    [[nodiscard]] int number() const { return static_cast<int>(state_.asked.size()); }

    /// Returns whether a first answer to the question may be corrected. With two options it would be a gift.
    [[nodiscard]] bool may_be_mended(const Question& question) const {
        const Rules& rules = state_.plan.rules;
        return rules.tries > 1 && rules.confidence != ConfidenceUse::marked && !rules.clock && is_marked(question) &&
               options_of(question.interaction).size() != 2;
    }

    [[nodiscard]] AnswerJudged judged(std::size_t seat, std::optional<Response> response, Fraction credit,
                                      std::optional<Confidence> confidence) const {
        const QuestionRecord& asked = state_.asked.back();
        // A player who gave no answer claimed no confidence.
        const bool claims = rules().confidence != ConfidenceUse::none && response && is_marked(*asked.question);
        Judgement answer{.response = std::move(response),
                         .taken = at_ - asked.at,
                         .award = {},
                         .confidence = claims ? confidence : std::nullopt};
        answer.award = award_of(state_, asked, seat, answer, credit, state_.scores[seat].streak);
        return {number(),     state_.players[seat].id, std::move(answer.response), answer.taken,
                answer.award, answer.confidence};
    }

    [[nodiscard]] QuestionRevealed reveal() const { return {number()}; }

    void append(std::vector<Event>& events, EventBody body) const {
        events.push_back(Event{at_, history_.next_step, std::move(body)});
    }
    [[nodiscard]] std::vector<Event> happened(EventBody body) const {
        std::vector<Event> events;
        append(events, std::move(body));
        return events;
    }

    const SessionHistory& history_;
    const SessionState& state_;
    Millis at_;
};

} // namespace

tl::expected<std::vector<Event>, Rejection> decide(const SessionHistory& history, const Command& command) {
    if (command.at < history.now) return refuse(Rejection::time_went_back);
    return std::visit(Decider{history, command.at}, command.body);
}

} // namespace chelate::quiz
