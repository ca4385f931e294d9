#include <algorithm>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

namespace {

/// Adds or takes back what one question is worth to everybody.
void count(Board& board, const Asked& asked, int sign) {
    if (!is_marked(*asked.question)) return;
    for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
        if (!asked.answers[seat]) continue;
        const Award& award = asked.answers[seat]->award;
        Score& score = board.scores[seat];
        score.points = score.points + Points{sign * award.points.count};
        score.possible = score.possible + Points{sign * award.possible.count};
        score.asked += sign;
        if (award.earned() == Fraction::one()) score.right += sign;
    }
}

void seat(Board& board, const Seat& player) {
    board.players.push_back(player);
    board.scores.emplace_back();
}

/// What each event does to the board, one overload an event.
struct Advance {
    Board& board;
    Millis at;

    void operator()(const SessionStarted& started) const {
        board.phase = Phase::between;
        board.id = started.id;
        board.program = started.program;
        board.rng = Rng{started.program.seed};
        for (const Seat& player : started.players) seat(board, player);
    }
    void operator()(const PlayerJoined& joined) const { seat(board, joined.player); }
    void operator()(const QuestionAsked& asked) const {
        board.phase = Phase::asked;
        board.rng = asked.rng_after;
        board.asked.push_back(Asked{.question = asked.question, .shown = asked.shown, .at = at, .answers = {}, .attempts = {}});
        board.asked.back().answers.resize(board.players.size());
        board.asked.back().attempts.resize(board.players.size());
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
        board.asked.back().answers[*seat] = Judgement{judged.response, judged.taken, judged.award, judged.sure, judged.passed};
    }
    void operator()(const QuestionRevealed&) const {
        if (board.asked.empty()) return;
        Asked& asked = board.asked.back();
        board.phase = Phase::revealed;
        asked.revealed = true;
        // Counted only now: before the reveal a score would tell who is right.
        count(board, asked, 1);
        if (!is_marked(*asked.question)) return;
        for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
            const bool full = asked.answers[seat] && asked.answers[seat]->award.earned() == Fraction::one();
            board.scores[seat].streak = full ? board.scores[seat].streak + 1 : 0;
        }
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
        state.redo.clear();
    }
    return std::move(state);
}

State replay(const std::vector<Event>& events) {
    State state;
    for (const Event& event : events) state = evolve(std::move(state), event);
    return state;
}

} // namespace chelate::quiz
