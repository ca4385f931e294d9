#include <algorithm>
#include <bit>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

namespace {

/// Adds one award to a score, or takes it back.
void count(Score& score, const Award& award, int sign) {
    score.points = score.points + Points{sign * award.points.count};
    score.possible = score.possible + Points{sign * award.possible.count};
    score.asked += sign;
    if (award.earned() == Fraction::one()) score.right += sign;
}

/// Adds what one question is worth to every player's score, or takes it back.
void count(SessionState& state, const QuestionRecord& asked, int sign) {
    if (!is_marked(*asked.question)) return;
    for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
        if (asked.answers[seat]) count(state.scores[seat], asked.answers[seat]->award, sign);
    }
}

void seat(SessionState& state, const Participant& player) {
    state.players.push_back(player);
    state.scores.emplace_back();
    state.gone.push_back(false);
}

/// Makes room in a question's record for every participant.
void make_room(const SessionState& state, QuestionRecord& asked) {
    const std::size_t participants = state.players.size();
    asked.answers.resize(participants);
    asked.attempts.resize(participants);
    asked.buzzers.waits.resize(participants);
    asked.more_time.resize(participants);
}

/// Updates the streaks of full answers after a reveal. Players with no answer to the question keep their streak.
void count_streaks(SessionState& state, const QuestionRecord& asked) {
    if (!is_marked(*asked.question)) return;
    for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
        if (!asked.answers[seat]) continue;
        const bool full = asked.answers[seat]->award.earned() == Fraction::one();
        state.scores[seat].streak = full ? state.scores[seat].streak + 1 : 0;
    }
}

void recount_streaks(SessionState& state) {
    for (Score& score : state.scores) score.streak = 0;
    for (const QuestionRecord& asked : state.asked) {
        if (asked.revealed) count_streaks(state, asked);
    }
}

/// Applies each event to the session state, with one overload for each event.
struct Advance {
    SessionState& state;
    Millis at;

    void operator()(const SessionStarted& started) const {
        state.phase = Phase::between;
        state.id = started.id;
        state.plan = *started.plan;
        state.rng = Rng{state.plan.seed};
        for (const Participant& player : started.players) seat(state, player);
        if (state.plan.workshop) state.workshop.emplace();
    }
    void operator()(const PlayerJoined& joined) const {
        if (const auto before = seat_of(state, joined.player.id)) {
            state.gone[*before] = false;
            return;
        }
        seat(state, joined.player);
        if (state.phase == Phase::asked) make_room(state, state.asked.back());
    }
    void operator()(const PlayerLeft& left) const {
        const auto seat = seat_of(state, left.player);
        if (!seat) return;
        state.gone[*seat] = true;
        if (state.phase == Phase::asked && state.asked.back().buzzers.floor == left.player)
            state.asked.back().buzzers.floor.reset();
    }
    void operator()(const QuestionAsked& asked) const {
        state.phase = Phase::asked;
        state.rng = asked.rng_after;
        state.asked.push_back(QuestionRecord{
            .question = asked.question, .display_order = asked.display_order, .at = at, .answers = {}, .attempts = {}});
        QuestionRecord& now = state.asked.back();
        now.turn = asked.turn;
        if (state.plan.rules.clock) now.loss_quarters = state.plan.rules.clock->loss_quarters;
        make_room(state, now);
    }
    void operator()(const BuzzersOpened&) const {
        if (!state.asked.empty()) state.asked.back().buzzers.open = true;
    }
    void operator()(const Buzzed& buzzed) const {
        state.rng = buzzed.rng_after;
        if (state.asked.empty()) return;
        state.asked.back().buzzers.floor = buzzed.player;
        state.asked.back().buzzers.tied = buzzed.tied;
    }
    void operator()(const BuzzedEarly& early) const {
        const auto seat = seat_of(state, early.player);
        if (!seat || state.asked.empty() || *seat >= state.asked.back().buzzers.waits.size()) return;
        state.asked.back().buzzers.waits[*seat] = early.until;
    }
    void operator()(const TimeGiven& given) const {
        const auto seat = seat_of(state, given.player);
        if (!seat || state.asked.empty() || *seat >= state.asked.back().more_time.size()) return;
        Millis& more = state.asked.back().more_time[*seat];
        more = more + given.time;
    }
    void operator()(const SpeedLossSet& set) const {
        if (state.plan.rules.clock) state.plan.rules.clock->loss_quarters = set.quarters;
    }
    void operator()(const PointsAdjusted& adjusted) const {
        const auto seat = seat_of(state, adjusted.player);
        if (!seat) return;
        state.adjustments.push_back({adjusted.player, adjusted.points, adjusted.reason});
        state.scores[*seat].points = state.scores[*seat].points + adjusted.points;
    }
    void operator()(const KeyCorrected& corrected) const {
        const auto index = static_cast<std::size_t>(corrected.number) - 1;
        if (index >= state.asked.size()) return;
        state.asked[index].question = corrected.question;
        state.asked[index].display_order = corrected.display_order;
        state.asked[index].corrected = true;
        for (const Regrade& regrade : corrected.regrades) {
            const auto seat = seat_of(state, regrade.player);
            const auto place = static_cast<std::size_t>(regrade.number) - 1;
            if (!seat || place >= state.asked.size() || *seat >= state.asked[place].answers.size() ||
                !state.asked[place].answers[*seat])
                continue;
            QuestionRecord& asked = state.asked[place];
            Judgement& answer = *asked.answers[*seat];
            if (asked.revealed && !asked.voided) count(state.scores[*seat], answer.award, -1);
            answer.award = regrade.award;
            if (asked.revealed && !asked.voided) count(state.scores[*seat], answer.award, 1);
        }
        recount_streaks(state);
    }
    void operator()(const HintTaken& taken) const {
        if (Attempt* attempt = attempt_of(taken.player)) ++attempt->hints;
    }
    void operator()(const AnswerTried& tried) const {
        if (Attempt* attempt = attempt_of(tried.player)) {
            attempt->first = tried.response;
            attempt->first_credit = tried.credit;
        }
    }
    void operator()(const AnswerJudged& judged) const {
        const auto seat = seat_of(state, judged.player);
        if (!seat || state.asked.empty() || *seat >= state.asked.back().answers.size()) return;
        state.asked.back().answers[*seat] =
            Judgement{judged.response, judged.taken, judged.award, judged.confidence, judged.passed};
        state.asked.back().buzzers.floor.reset(); // now the others may press
    }
    void operator()(const QuestionRevealed&) const {
        if (state.asked.empty()) return;
        QuestionRecord& asked = state.asked.back();
        state.phase = Phase::revealed;
        asked.revealed = true;
        // Points count only now: before the reveal a score would show who is right.
        count(state, asked, 1);
        count_streaks(state, asked);
    }
    void operator()(const QuestionVoided& voided) const {
        const auto index = static_cast<std::size_t>(voided.number) - 1;
        if (index >= state.asked.size()) return;
        QuestionRecord& asked = state.asked[index];
        asked.voided = true;
        if (asked.revealed) {
            count(state, asked, -1);
        } else {
            state.phase = Phase::between;
        }
    }
    void operator()(const Paused&) const { state.paused = true; }
    void operator()(const Resumed&) const { state.paused = false; }
    void operator()(const SessionFinished&) const { state.phase = Phase::finished; }
    void operator()(const SceneShown& shown) const {
        if (!state.workshop) return;
        state.workshop->scene = shown.scene;
        state.workshop->step = shown.step;
    }
    void operator()(const VotesCounted& counted) const {
        if (state.workshop) state.workshop->votes[{counted.scene, counted.place}] = counted.hands;
    }
    void operator()(const Undone&) const {}
    void operator()(const Redone&) const {}

    /// Returns a player's attempt at the open question, or null when there is none.
    [[nodiscard]] Attempt* attempt_of(const PlayerId& player) const {
        const auto seat = seat_of(state, player);
        if (!seat || state.asked.empty() || *seat >= state.asked.back().attempts.size()) return nullptr;
        return &state.asked.back().attempts[*seat];
    }
};

void mark(SessionHistory& history, const StepRange& step, bool live) {
    for (std::size_t i = step.first; i <= step.second && i < history.live.size(); ++i) history.live[i] = live;
}

/// Adds an event to the live steps: to the last one, when one command gave both.
void add_to_steps(SessionHistory& history, std::size_t index) {
    const std::vector<Event>& log = history.log;
    std::vector<StepRange>& steps = history.steps;
    if (!steps.empty() && steps.back().second + 1 == index && log[index - 1].step == log[index].step)
        steps.back().second = index;
    else steps.emplace_back(index, index);
}

/// Moves the last step from the live ones to those that Redo can bring back.
void undo(SessionHistory& history, const StepRange& step) {
    mark(history, step, false);
    if (!history.steps.empty()) history.steps.pop_back();
    history.redo.push_back(step);
}

void redo(SessionHistory& history, const StepRange& step) {
    mark(history, step, true);
    if (!history.redo.empty()) history.redo.pop_back();
    history.steps.push_back(step);
}

void fold(SessionState& state, const std::vector<Event>& log, const StepRange& step) {
    for (std::size_t i = step.first; i <= step.second && i < log.size(); ++i)
        std::visit(Advance{state, log[i].at}, log[i].body);
}

/// Removes waypoints between two others that lie close together, seen from the end. So there are never more than twice
/// the logarithm of the number of steps.
void thin_out(std::vector<Waypoints::Waypoint>& waypoints, std::size_t end) {
    for (std::size_t i = waypoints.size(); i-- > 2;) {
        if (waypoints[i].steps - waypoints[i - 2].steps <= end - waypoints[i].steps)
            waypoints.erase(waypoints.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

} // namespace

bool takes_back(const EventBody& body) {
    return std::holds_alternative<Undone>(body) || std::holds_alternative<Redone>(body);
}

// Folds the live steps anew, from the last waypoint on. On the way it leaves waypoints that lie closer the nearer they
// are to the end, so that many undos in a row fold each step only a few times.
void refold(SessionHistory& history) {
    auto& waypoints = history.waypoints.list;
    const std::size_t end = history.steps.size();
    const bool paused = history.state.paused; // a pause is no step, so nothing takes it back
    while (!waypoints.empty() && waypoints.back().steps > end) waypoints.pop_back();
    std::size_t folded = 0;
    history.state = SessionState{};
    if (!waypoints.empty()) {
        folded = waypoints.back().steps;
        history.state = waypoints.back().state;
    }
    for (; folded < end; ++folded) {
        if (std::has_single_bit(end - folded) && (waypoints.empty() || waypoints.back().steps < folded))
            waypoints.push_back({folded, history.state});
        fold(history.state, history.log, history.steps[folded]);
    }
    thin_out(waypoints, end);
    history.state.paused = paused;
}

void take_back(SessionHistory& history, const Event& event) {
    history.now = std::max(history.now, event.at);
    history.next_step = event.step + 1;
    history.log.push_back(event);
    history.live.push_back(true);
    if (const auto* undone = std::get_if<Undone>(&event.body)) undo(history, {undone->first, undone->last});
    if (const auto* redone = std::get_if<Redone>(&event.body)) redo(history, {redone->first, redone->last});
}

SessionHistory evolve(SessionHistory&& history, const Event& event) {
    if (takes_back(event.body)) {
        take_back(history, event);
        refold(history);
        return std::move(history);
    }
    history.now = std::max(history.now, event.at);
    history.next_step = event.step + 1;
    history.log.push_back(event);
    history.live.push_back(true);
    std::visit(Advance{history.state, event.at}, event.body);
    if (!is_pause(event.body)) {
        add_to_steps(history, history.log.size() - 1);
        history.redo.clear();
    }
    return std::move(history);
}

SessionHistory replay(const std::vector<Event>& events) {
    // Find out what was undone before folding, so that a journal with many undone steps is folded only once.
    SessionHistory history;
    history.log = events;
    history.live.assign(events.size(), true);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        history.now = std::max(history.now, event.at);
        history.next_step = event.step + 1;
        if (const auto* undone = std::get_if<Undone>(&event.body)) {
            undo(history, {undone->first, undone->last});
        } else if (const auto* redone = std::get_if<Redone>(&event.body)) {
            redo(history, {redone->first, redone->last});
        } else if (is_pause(event.body)) {
            history.state.paused = std::holds_alternative<Paused>(event.body);
        } else {
            add_to_steps(history, i);
            history.redo.clear();
        }
    }
    refold(history);
    history.waypoints = {}; // most journals are never undone
    return history;
}

} // namespace chelate::quiz
