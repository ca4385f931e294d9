#include "engine/quiz/validation.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "engine/base/text.hpp"

namespace chelate::quiz {

namespace {

/// Why an event cannot follow; empty: it can.
using Fault = std::string_view;
constexpr Fault fine{};

constexpr std::size_t longest_id = 400; ///< bytes of an id or a name
constexpr std::size_t most_scenes = 10'000;
constexpr int most_steps = 1'000;             ///< of one scene
constexpr std::uint32_t last_index = 100'000; ///< of a question in its round
constexpr std::int64_t most_points_given = 1'000'000'000;

bool is_within(std::int64_t number, std::int64_t low, std::int64_t high) { return low <= number && number <= high; }

/// Returns whether a text is one line that may be shown. An id may be empty where nothing is named.
bool is_name(std::string_view text) {
    return text.size() <= longest_id && !first_invalid_utf8(text) && !first_unshowable(text) &&
           text.find('\n') == std::string_view::npos;
}

bool is_share(Fraction fraction) {
    return fraction.num >= 0 && fraction.den >= 1 && fraction.num <= fraction.den &&
           fraction == Fraction{fraction.num, fraction.den};
}

Fault fault_of(const Participant& participant) {
    if (!is_name(participant.id.value) || participant.id.empty()) return "a participant without a proper id";
    if (!is_name(participant.name)) return "a name that cannot be shown";
    if (!is_within(participant.time_factor_percent, 1, most_time_factor)) return "a time factor out of range";
    return fine;
}

Fault fault_of(const Rules& rules) {
    if (!is_within(rules.possible.count, 0, most_possible)) return "points out of range";
    if (rules.clock &&
        (!is_within(rules.clock->limit.count, 0, longest_limit) || !is_within(rules.clock->loss_quarters, 0, 2)))
        return "a clock out of range";
    if (!is_within(rules.tries, 1, 2)) return "a number of tries out of range";
    if (!is_within(rules.goal_percent, 0, 100)) return "a goal out of range";
    if (!is_within(rules.bell.count, 0, longest_session.count)) return "a bell out of range";
    return fine;
}

Fault fault_of(const SessionPlan& plan) {
    if (!is_name(plan.pack) || !is_name(plan.pack_hash) || !is_name(plan.round.value))
        return "a name that cannot be shown";
    if (!is_within(plan.planned, 0, most_planned)) return "a number of questions out of range";
    if (plan.own && !is_within(plan.own->count, 0, most_planned)) return "a number of questions out of range";
    if (plan.study_round && !is_within(plan.study_round->expected, 0, most_planned))
        return "a number of questions out of range";
    const auto& indices = plan.question_indices;
    if (!indices.empty() && indices.size() != static_cast<std::size_t>(plan.planned))
        return "a list of questions that is not as long as planned";
    if (std::any_of(indices.begin(), indices.end(), [](std::uint32_t index) { return index > last_index; }))
        return "a question that the round cannot have";
    if (plan.workshop) {
        const std::vector<int>& steps = plan.workshop->steps;
        if (!is_name(plan.workshop->script.value)) return "a name that cannot be shown";
        if (steps.empty() || steps.size() > most_scenes ||
            !std::all_of(steps.begin(), steps.end(), [](int count) { return is_within(count, 1, most_steps); }))
            return "a workshop without proper scenes";
    }
    return fault_of(plan.rules);
}

/// Checks one event against a history, with one overload for each kind of event.
class Validator {
public:
    Validator(const SessionHistory& history, Millis at) : history_(history), state_(history.state), at_(at) {}

    Fault operator()(const SessionStarted& started) const {
        if (!history_.log.empty()) return "a session that begins twice";
        if (!started.plan || !is_name(started.id.value)) return "a session without a proper plan";
        if (const Fault fault = fault_of(*started.plan); !fault.empty()) return fault;
        if (started.plan->workshop) return started.players.empty() ? fine : "participants of a workshop";
        if (started.players.empty() || started.players.size() > most_participants)
            return "a number of participants out of range";
        for (std::size_t i = 0; i < started.players.size(); ++i) {
            if (const Fault fault = fault_of(started.players[i]); !fault.empty()) return fault;
            for (std::size_t j = 0; j < i; ++j) {
                if (started.players[i].id == started.players[j].id) return "a participant who is named twice";
            }
        }
        return fine;
    }

    Fault operator()(const PlayerJoined& joined) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        if (state_.workshop) return "participants of a workshop";
        if (const Fault fault = fault_of(joined.player); !fault.empty()) return fault;
        const auto seat = seat_of(state_, joined.player.id);
        if (seat && !state_.gone[*seat]) return "a participant who joins twice";
        if (!seat && (state_.players.size() >= most_participants || !has_room(state_.players.size() + 1, asked())))
            return "too many participants";
        return fine;
    }

    Fault operator()(const PlayerLeft& left) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return is_here(left.player) ? fine : "somebody who is not there";
    }

    Fault operator()(const QuestionAsked& event) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        if (state_.workshop) return "a question in a workshop";
        if (state_.phase == Phase::asked) return "a question before the last one is done";
        if (event.number != static_cast<int>(asked()) + 1 || event.number > state_.plan.planned)
            return "a number of a question that does not follow";
        if (!has_room(state_.players.size(), asked() + 1)) return "too many questions";
        if (!event.question || !can_be_asked(*event.question)) return "a question that cannot be asked";
        if (!is_order_of(event.display_order, *event.question)) return "an order that does not fit the question";
        const bool has_turns = state_.plan.rules.response_mode == ResponseMode::turns;
        if (has_turns != event.turn.has_value() || (event.turn && !seat_of(state_, *event.turn)))
            return "a turn that does not fit the round";
        return fine;
    }

    Fault operator()(const HintTaken& taken) const {
        if (const Fault fault = cannot_answer(taken.number, taken.player); !fault.empty()) return fault;
        const QuestionRecord& open = state_.asked.back();
        const bool is_there = open.attempts[seat(taken.player)].hints < hints_of(state_, open);
        return is_there ? fine : "a hint that is not there to take";
    }

    Fault operator()(const AnswerTried& tried) const {
        if (const Fault fault = cannot_answer(tried.number, tried.player); !fault.empty()) return fault;
        const QuestionRecord& open = state_.asked.back();
        if (!fits(tried.response, *open.question)) return "an answer that does not fit its question";
        if (!is_marked(*open.question) || state_.plan.rules.tries < 2 || open.attempts[seat(tried.player)].first)
            return "a try that the round does not give";
        if (!is_share(tried.credit) || tried.credit == Fraction::one()) return "a credit out of range";
        return is_time_since(open, tried.taken) ? fine : "a time that does not follow";
    }

    Fault operator()(const AnswerJudged& judged) const {
        if (const Fault fault = cannot_answer(judged.number, judged.player); !fault.empty()) return fault;
        const QuestionRecord& open = state_.asked.back();
        const Rules& rules = state_.plan.rules;
        if (judged.response && !fits(*judged.response, *open.question))
            return "an answer that does not fit its question";
        if (judged.passed && (judged.response || !rules.passing)) return "a pass that the round does not give";
        const bool claims = rules.confidence != ConfidenceUse::none && judged.response && is_marked(*open.question);
        if (judged.confidence && !claims) return "a confidence that was not asked for";
        if (!is_time_since(open, judged.taken)) return "a time that does not follow";
        return can_be_awarded(judged.award, *open.question, judged.response, judged.confidence)
                   ? fine
                   : "points that do not follow from the answer";
    }

    Fault operator()(const QuestionRevealed& revealed) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return is_open(revealed.number) ? fine : "a reveal without an open question";
    }

    Fault operator()(const QuestionVoided& voided) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        const QuestionRecord* record = record_of(voided.number);
        return record != nullptr && !record->voided ? fine : "a question that is not there to void";
    }

    Fault operator()(const Paused&) const { return not_running(); }

    Fault operator()(const Resumed& resumed) const {
        if (state_.phase == Phase::not_started || state_.phase == Phase::finished || !state_.paused)
            return "a pause that ends before it begins";
        return is_within(resumed.wall.count, 0, latest_wall.count) ? fine : "a time out of range";
    }

    Fault operator()(const SessionFinished&) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return state_.phase != Phase::asked ? fine : "an end before the last question is done";
    }

    Fault operator()(const Undone& undone) const {
        return fault_of_taking_back(Undo{}, undone, "an undo of no whole step");
    }
    Fault operator()(const Redone& redone) const {
        return fault_of_taking_back(Redo{}, redone, "a redo of nothing undone");
    }

    Fault operator()(const BuzzersOpened& opened) const {
        if (const Fault fault = no_buzzers(opened.number); !fault.empty()) return fault;
        return !state_.asked.back().buzzers.open ? fine : "buzzers that open twice";
    }

    Fault operator()(const Buzzed& buzzed) const {
        if (const Fault fault = no_buzzers(buzzed.number); !fault.empty()) return fault;
        const Buzzers& buzzers = state_.asked.back().buzzers;
        if (!buzzers.open || buzzers.floor) return "a press while the buzzers are closed";
        const auto may_press = [&](const PlayerId& player) {
            const auto pressed = seat_of(state_, player);
            return pressed && is_awaited(state_, *pressed);
        };
        const auto& tied = buzzed.tied;
        const bool fair = tied.empty() || std::find(tied.begin(), tied.end(), buzzed.player) != tied.end();
        return may_press(buzzed.player) && fair && tied.size() <= state_.players.size() &&
                       std::all_of(tied.begin(), tied.end(), may_press)
                   ? fine
                   : "a press by somebody who may not answer";
    }

    Fault operator()(const BuzzedEarly& early) const {
        if (const Fault fault = no_buzzers(early.number); !fault.empty()) return fault;
        if (!seat_of(state_, early.player)) return "somebody who is not there";
        return at_ <= early.until && early.until <= at_ + Millis{longest_limit} ? fine : "a time out of range";
    }

    Fault operator()(const KeyCorrected& corrected) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        const QuestionRecord* record = record_of(corrected.number);
        if (record == nullptr || record->voided || !corrected.question) return "a key of no question";
        if (!is_same_but_key(*record->question, *corrected.question)) return "a key of another question";
        if (!can_be_asked(*corrected.question) || !is_order_of(corrected.display_order, *corrected.question))
            return "a question that cannot be asked";
        for (const auto& answer : record->answers) {
            if (answer && answer->response && !fits(*answer->response, *corrected.question))
                return "a key that does not fit the answers";
        }
        const auto is_fair = [&](const Regrade& regrade) {
            const QuestionRecord* marked = record_of(regrade.number);
            const auto who = seat_of(state_, regrade.player);
            if (marked == nullptr || !who || *who >= marked->answers.size() || !marked->answers[*who]) return false;
            const Judgement& answer = *marked->answers[*who];
            return can_be_awarded(regrade.award, *marked->question, answer.response, answer.confidence);
        };
        return std::all_of(corrected.regrades.begin(), corrected.regrades.end(), is_fair)
                   ? fine
                   : "points that do not follow from the answer";
    }

    Fault operator()(const PointsAdjusted& adjusted) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        if (!seat_of(state_, adjusted.player)) return "somebody who is not there";
        return is_within(adjusted.points.count, -most_points_given, most_points_given) ? fine : "points out of range";
    }

    Fault operator()(const SpeedLossSet& set) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return state_.plan.rules.clock && is_within(set.quarters, 0, 2) ? fine : "a clock out of range";
    }

    Fault operator()(const TimeGiven& given) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        if (!is_open(given.number) || !state_.plan.rules.clock) return "time for no open question";
        if (!seat_of(state_, given.player)) return "somebody who is not there";
        return is_within(given.time.count, 0, longest_limit) ? fine : "a time out of range";
    }

    Fault operator()(const SceneShown& shown) const {
        if (const Fault fault = no_scene(shown.scene); !fault.empty()) return fault;
        return is_within(shown.step, 0, state_.plan.workshop->steps[shown.scene] - 1) ? fine : "a step of no scene";
    }

    Fault operator()(const VotesCounted& counted) const {
        if (const Fault fault = no_scene(counted.scene); !fault.empty()) return fault;
        const bool fits = !counted.hands.empty() && counted.hands.size() <= most_options &&
                          counted.place < static_cast<std::size_t>(most_steps) &&
                          std::all_of(counted.hands.begin(), counted.hands.end(),
                                      [](std::uint16_t hands) { return hands <= most_hands; });
        return fits ? fine : "votes that fit no question";
    }

private:
    [[nodiscard]] std::size_t asked() const { return state_.asked.size(); }
    [[nodiscard]] static bool has_room(std::size_t players, std::size_t questions) {
        return players * questions <= most_answers;
    }

    [[nodiscard]] Fault not_running() const {
        if (state_.phase == Phase::not_started) return "an event before the session begins";
        if (state_.phase == Phase::finished) return "an event after the end";
        return state_.paused ? "an event during a pause" : fine;
    }
    [[nodiscard]] Fault no_scene(std::size_t scene) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return state_.workshop && scene < state_.plan.workshop->steps.size() ? fine : "a scene that is not there";
    }
    [[nodiscard]] Fault no_buzzers(int number) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        return is_open(number) && state_.plan.rules.response_mode == ResponseMode::buzzers
                   ? fine
                   : "buzzers that are not there";
    }

    [[nodiscard]] bool is_open(int number) const {
        return state_.phase == Phase::asked && number == static_cast<int>(asked());
    }
    [[nodiscard]] const QuestionRecord* record_of(int number) const {
        return is_within(number, 1, static_cast<std::int64_t>(asked()))
                   ? &state_.asked[static_cast<std::size_t>(number) - 1]
                   : nullptr;
    }
    [[nodiscard]] bool is_here(const PlayerId& player) const {
        const auto found = seat_of(state_, player);
        return found && !state_.gone[*found];
    }
    /// @pre the player has a seat
    [[nodiscard]] std::size_t seat(const PlayerId& player) const { return *seat_of(state_, player); }

    /// Returns why a participant has nothing to answer now, if they have not.
    [[nodiscard]] Fault cannot_answer(int number, const PlayerId& player) const {
        if (const Fault fault = not_running(); !fault.empty()) return fault;
        if (!is_open(number)) return "an answer without an open question";
        if (!is_here(player)) return "somebody who is not there";
        const QuestionRecord& open = state_.asked.back();
        if (open.answers[seat(player)]) return "an answer that was given before";
        const bool must_press = state_.plan.rules.response_mode == ResponseMode::buzzers;
        const bool may = must_press ? open.buzzers.floor == player : !open.turn || *open.turn == player;
        return may ? fine : "an answer out of turn";
    }

    [[nodiscard]] bool is_time_since(const QuestionRecord& open, Millis taken) const { return taken == at_ - open.at; }

    /// Returns whether a question differs from another only in its key and in what follows from it.
    [[nodiscard]] static bool is_same_but_key(const Question& before, const Question& after) {
        const auto texts = [](const Question& question) {
            std::vector<std::string_view> all;
            for (const Option& option : options_of(question.interaction)) all.push_back(option.text);
            std::sort(all.begin(), all.end()); // the key of an order is the order of its items
            return all;
        };
        return before.id == after.id && before.kind == after.kind && before.prompt == after.prompt &&
               before.interaction.index() == after.interaction.index() && texts(before) == texts(after);
    }

    [[nodiscard]] bool can_be_awarded(const Award& award, const Question& question,
                                      const std::optional<Response>& response,
                                      std::optional<Confidence> confidence) const {
        if (!is_marked(question)) return award == Award{};
        const Rules& rules = state_.plan.rules;
        const std::array helps{Fraction::one(), Fraction{1, 2}, Fraction{1, 4}};
        if (!is_share(award.credit) || std::find(helps.begin(), helps.end(), award.help) == helps.end()) return false;
        if (!response && award.credit != Fraction::zero()) return false;
        if (rules.confidence == ConfidenceUse::marked)
            return award == confidence_award(award.credit, confidence, award.help);
        const bool is_quick = is_share(award.speed) && !(award.speed < Fraction{1, 2});
        if (!is_quick || (!rules.clock && award.speed != Fraction::one())) return false;
        const bool has_streak = award.streak.count != 0;
        if (has_streak && (!rules.streak || award.earned() != Fraction::one())) return false;
        if (!is_within(award.streak.count, 0, streak_bonus(std::numeric_limits<int>::max()).count) ||
            award.streak.count % streak_bonus(2).count != 0)
            return false;
        return award == award_for(rules.possible, award.credit, award.speed, award.streak, award.help);
    }

    /// Compares an undo or redo with the only one that can follow now.
    template <class TakenBack>
    [[nodiscard]] Fault fault_of_taking_back(CommandBody command, const TakenBack& event, Fault fault) const {
        const auto decided = decide(history_, {at_, std::move(command)});
        return decided && decided->front().body == EventBody(event) ? fine : fault;
    }

    const SessionHistory& history_;
    const SessionState& state_;
    Millis at_;
};

/// Returns whether the event may have this step: a new one, or that of the event before it when one command gave both.
bool may_have_step(const SessionHistory& history, const Event& event) {
    if (event.step >= std::numeric_limits<std::uint32_t>::max() - 1) return false;
    if (event.step >= history.next_step) return true;
    if (history.log.empty() || event.step + 1 != history.next_step) return false;
    const EventBody& before = history.log.back().body;
    return !takes_back(before) && !takes_back(event.body) && !is_pause(before);
}

} // namespace

tl::expected<void, std::string_view> validate(const SessionHistory& history, const Event& event) {
    Fault fault = fine;
    if (history.log.size() >= most_events) fault = "too many events";
    else if (event.at < history.now || event.at < Millis{} || event.at > longest_session) fault = "a time out of range";
    else if (!may_have_step(history, event)) fault = "a step that does not follow";
    else fault = std::visit(Validator{history, event.at}, event.body);
    if (!fault.empty()) return tl::unexpected<std::string_view>(fault);
    return {};
}

tl::expected<void, std::string_view> ValidatedFold::add(const Event& event) {
    // Whether an undo or redo can follow does not depend on what the state lacks.
    const bool is_taking_back = takes_back(event.body);
    if (auto valid = validate(is_taking_back ? history_ : history(), event); !valid) return valid;
    if (is_taking_back) take_back(history_, event);
    else history_ = evolve(std::move(history_), event);
    is_behind_ = is_taking_back;
    return {};
}

const SessionHistory& ValidatedFold::history() {
    if (is_behind_) refold(history_);
    is_behind_ = false;
    return history_;
}

SessionHistory ValidatedFold::take() && {
    (void)history();
    return std::move(history_);
}

} // namespace chelate::quiz
