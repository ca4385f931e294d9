#include <algorithm>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

namespace {

/// Adds or takes back one award.
void count(Score& score, const Award& award, int sign) {
    score.points = score.points + Points{sign * award.points.count};
    score.possible = score.possible + Points{sign * award.possible.count};
    score.asked += sign;
    if (award.earned() == Fraction::one()) score.right += sign;
}

/// Adds or takes back what one question is worth to everybody.
void count(Board& board, const Asked& asked, int sign) {
    if (!is_marked(*asked.question)) return;
    for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
        if (asked.answers[seat]) count(board.scores[seat], asked.answers[seat]->award, sign);
    }
}

void seat(Board& board, const Seat& player) {
    board.players.push_back(player);
    board.scores.emplace_back();
    board.gone.push_back(false);
}

/// Room at a question for everybody who is there.
void make_room(const Board& board, Asked& asked) {
    const std::size_t seats = board.players.size();
    asked.answers.resize(seats);
    asked.attempts.resize(seats);
    asked.buzzers.waits.resize(seats);
    asked.more_time.resize(seats);
}

/// Full answers in a row, with a question that has been revealed. It leaves those alone whose question it was not.
void count_streaks(Board& board, const Asked& asked) {
    if (!is_marked(*asked.question)) return;
    for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
        if (!asked.answers[seat]) continue;
        const bool full = asked.answers[seat]->award.earned() == Fraction::one();
        board.scores[seat].streak = full ? board.scores[seat].streak + 1 : 0;
    }
}

void recount_streaks(Board& board) {
    for (Score& score : board.scores) score.streak = 0;
    for (const Asked& asked : board.asked) {
        if (asked.revealed) count_streaks(board, asked);
    }
}

/// What each event does to the board, one overload an event.
struct Advance {
    Board& board;
    Millis at;

    void operator()(const SessionStarted& started) const {
        board.phase = Phase::between;
        board.id = started.id;
        board.program = *started.program;
        board.rng = Rng{board.program.seed};
        for (const Seat& player : started.players) seat(board, player);
    }
    void operator()(const PlayerJoined& joined) const {
        if (const auto before = seat_of(board, joined.player.id)) {
            board.gone[*before] = false;
            return;
        }
        seat(board, joined.player);
        if (board.phase == Phase::asked) make_room(board, board.asked.back());
    }
    void operator()(const PlayerLeft& left) const {
        const auto seat = seat_of(board, left.player);
        if (!seat) return;
        board.gone[*seat] = true;
        if (board.phase == Phase::asked && board.asked.back().buzzers.floor == left.player)
            board.asked.back().buzzers.floor.reset();
    }
    void operator()(const QuestionAsked& asked) const {
        board.phase = Phase::asked;
        board.rng = asked.rng_after;
        board.asked.push_back(
            Asked{.question = asked.question, .shown = asked.shown, .at = at, .answers = {}, .attempts = {}});
        Asked& now = board.asked.back();
        now.turn = asked.turn;
        if (board.program.rules.clock) now.loss_quarters = board.program.rules.clock->loss_quarters;
        make_room(board, now);
    }
    void operator()(const BuzzersOpened&) const {
        if (!board.asked.empty()) board.asked.back().buzzers.open = true;
    }
    void operator()(const Buzzed& buzzed) const {
        board.rng = buzzed.rng_after;
        if (board.asked.empty()) return;
        board.asked.back().buzzers.floor = buzzed.player;
        board.asked.back().buzzers.tied = buzzed.tied;
    }
    void operator()(const BuzzedEarly& early) const {
        const auto seat = seat_of(board, early.player);
        if (!seat || board.asked.empty() || *seat >= board.asked.back().buzzers.waits.size()) return;
        board.asked.back().buzzers.waits[*seat] = early.until;
    }
    void operator()(const TimeGiven& given) const {
        const auto seat = seat_of(board, given.player);
        if (!seat || board.asked.empty() || *seat >= board.asked.back().more_time.size()) return;
        Millis& more = board.asked.back().more_time[*seat];
        more = more + given.time;
    }
    void operator()(const SpeedLossSet& set) const {
        if (board.program.rules.clock) board.program.rules.clock->loss_quarters = set.quarters;
    }
    void operator()(const PointsAdjusted& adjusted) const {
        const auto seat = seat_of(board, adjusted.player);
        if (!seat) return;
        board.adjustments.push_back({adjusted.player, adjusted.points, adjusted.reason});
        board.scores[*seat].points = board.scores[*seat].points + adjusted.points;
    }
    void operator()(const KeyCorrected& corrected) const {
        const auto index = static_cast<std::size_t>(corrected.number) - 1;
        if (index >= board.asked.size()) return;
        board.asked[index].question = corrected.question;
        board.asked[index].shown = corrected.shown;
        board.asked[index].corrected = true;
        for (const Remark& remark : corrected.remarks) {
            const auto seat = seat_of(board, remark.player);
            const auto place = static_cast<std::size_t>(remark.number) - 1;
            if (!seat || place >= board.asked.size() || *seat >= board.asked[place].answers.size() ||
                !board.asked[place].answers[*seat])
                continue;
            Asked& asked = board.asked[place];
            Judgement& answer = *asked.answers[*seat];
            if (asked.revealed && !asked.voided) count(board.scores[*seat], answer.award, -1);
            answer.award = remark.award;
            if (asked.revealed && !asked.voided) count(board.scores[*seat], answer.award, 1);
        }
        recount_streaks(board);
    }
    void operator()(const HintTaken& taken) const {
        if (Attempt* attempt = attempt_of(taken.player)) attempt->hinted = true;
    }
    void operator()(const AnswerTried& tried) const {
        if (Attempt* attempt = attempt_of(tried.player)) {
            attempt->first = tried.response;
            attempt->first_credit = tried.credit;
        }
    }
    void operator()(const AnswerJudged& judged) const {
        const auto seat = seat_of(board, judged.player);
        if (!seat || board.asked.empty() || *seat >= board.asked.back().answers.size()) return;
        board.asked.back().answers[*seat] =
            Judgement{judged.response, judged.taken, judged.award, judged.sure, judged.passed};
        board.asked.back().buzzers.floor.reset(); // the others may press
    }
    void operator()(const QuestionRevealed&) const {
        if (board.asked.empty()) return;
        Asked& asked = board.asked.back();
        board.phase = Phase::revealed;
        asked.revealed = true;
        // Counted only now: before the reveal a score would tell who is right.
        count(board, asked, 1);
        count_streaks(board, asked);
    }
    void operator()(const QuestionVoided& voided) const {
        const auto index = static_cast<std::size_t>(voided.number) - 1;
        if (index >= board.asked.size()) return;
        Asked& asked = board.asked[index];
        asked.voided = true;
        if (asked.revealed) {
            count(board, asked, -1);
        } else {
            board.phase = Phase::between;
        }
    }
    void operator()(const Paused&) const { board.paused = true; }
    void operator()(const Resumed&) const { board.paused = false; }
    void operator()(const SessionFinished&) const { board.phase = Phase::finished; }
    void operator()(const Undone&) const {}
    void operator()(const Redone&) const {}

    /// That of a player at the open question; null when there is none.
    [[nodiscard]] Attempt* attempt_of(const PlayerId& player) const {
        const auto seat = seat_of(board, player);
        if (!seat || board.asked.empty() || *seat >= board.asked.back().attempts.size()) return nullptr;
        return &board.asked.back().attempts[*seat];
    }
};

void refold(State& state) {
    state.board = Board{};
    for (std::size_t i = 0; i < state.log.size(); ++i) {
        if (state.live[i]) std::visit(Advance{state.board, state.log[i].at}, state.log[i].body);
    }
}

void mark(State& state, std::size_t first, std::size_t last, bool live) {
    for (std::size_t i = first; i <= last && i < state.live.size(); ++i) state.live[i] = live;
    refold(state);
}

} // namespace

State evolve(State&& state, const Event& event) {
    state.now = std::max(state.now, event.at);
    state.next_step = event.step + 1;
    state.log.push_back(event);
    state.live.push_back(true);
    if (const auto* undone = std::get_if<Undone>(&event.body)) {
        mark(state, undone->first, undone->last, false);
        state.redo.emplace_back(undone->first, undone->last);
    } else if (const auto* redone = std::get_if<Redone>(&event.body)) {
        mark(state, redone->first, redone->last, true);
        if (!state.redo.empty()) state.redo.pop_back();
    } else {
        std::visit(Advance{state.board, event.at}, event.body);
        if (!is_pause(event.body)) state.redo.clear();
    }
    return std::move(state);
}

State replay(const std::vector<Event>& events) {
    // What was undone is known before anything is folded: a journal with many steps taken back is folded once.
    State state;
    state.log = events;
    state.live.assign(events.size(), true);
    const auto set_live = [&](std::size_t first, std::size_t last, bool live) {
        for (std::size_t i = first; i <= last && i < state.live.size(); ++i) state.live[i] = live;
    };
    for (const Event& event : events) {
        state.now = std::max(state.now, event.at);
        state.next_step = event.step + 1;
        if (const auto* undone = std::get_if<Undone>(&event.body)) {
            set_live(undone->first, undone->last, false);
            state.redo.emplace_back(undone->first, undone->last);
        } else if (const auto* redone = std::get_if<Redone>(&event.body)) {
            set_live(redone->first, redone->last, true);
            if (!state.redo.empty()) state.redo.pop_back();
        } else if (!is_pause(event.body)) {
            state.redo.clear();
        }
    }
    refold(state);
    return state;
}

} // namespace chelate::quiz
