#include "tests/fuzz/sessions.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/validation.hpp"
#include "engine/quiz/view.hpp"
#include "engine/runner/recording.hpp"
#include "engine/study/crediting.hpp"
#include "tests/support/random_session.hpp"

namespace chelate::test {

namespace {

using namespace quiz;

void demand(bool is_so) {
    if (!is_so) std::abort();
}

/// Looks at a session as everybody who may. The scores must follow from the answers.
void look_at(const SessionHistory& history) {
    const SessionState& state = history.state;
    (void)project(history, {Role::host, {}});
    (void)project(history, {Role::everyone, {}});
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        const Audience audience{Role::player, state.players[seat].id};
        (void)project(history, audience);
        (void)revealed_questions(history, audience);
        (void)study::reviews_of(state.id, history, seat, std::vector<memory::Stamp>(history.log.size()));
        Points points{};
        for (const QuestionRecord& asked : state.asked) {
            if (!asked.revealed || asked.voided || !is_marked(*asked.question)) continue;
            if (seat >= asked.answers.size() || !asked.answers[seat]) continue;
            points = points + asked.answers[seat]->award.points;
            (void)terms_of(asked.answers[seat]->award);
        }
        for (const Adjustment& adjustment : state.adjustments) {
            if (adjustment.player == state.players[seat].id) points = points + adjustment.points;
        }
        demand(points == state.scores[seat].points);
    }
    demand(replay(history.log) == history);
    ValidatedFold fold;
    for (const Event& event : history.log) demand(fold.add(event).has_value());
    demand(fold.history() == history);
}

bool is_session_time(Millis at) { return Millis{} <= at && at <= longest_session; }

bool fold(SessionHistory& history, const Event& event) {
    const auto decoded = decode_event(encode(event));
    const bool is_valid = validate(history, event).has_value();
    if (is_valid) history = evolve(std::move(history), event);
    // What is valid can be stored and read back, as long as its texts can be shown.
    if (is_valid && decoded) demand(decoded->body == event.body);
    return is_valid;
}

/// Draws choices from bytes; 0 when they are used up.
class Choices {
public:
    explicit Choices(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] bool any() const { return !bytes_.empty(); }
    std::uint64_t below(std::uint64_t bound) {
        if (bytes_.empty()) return 0;
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return byte % bound;
    }
    /// Returns a small number, or now and then one at an edge.
    std::int64_t number() {
        static constexpr std::int64_t edges[]{-1, 0, 1, 1 << 16, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
        const std::uint64_t choice = below(64);
        return choice < std::size(edges) ? edges[choice] : static_cast<std::int64_t>(below(12));
    }

private:
    std::string_view bytes_;
};

Award an_award(Choices& from) {
    if (from.below(4) == 0) return confidence_award({from.number() & 7, 7}, static_cast<Confidence>(1 + from.below(3)));
    Award award =
        award_for({static_cast<std::int64_t>(1000 * from.below(2))}, {static_cast<std::int64_t>(from.below(5)), 4},
                  {static_cast<std::int64_t>(from.below(5)), 4}, streak_bonus(static_cast<int>(from.below(7))),
                  {1, static_cast<std::int64_t>(1 + from.below(4))});
    if (from.below(8) == 0) award.points = {from.number()};
    if (from.below(8) == 0) award.possible = {from.number()};
    return award;
}

QuestionRef a_question_of(Choices& from) {
    Rng rng{from.below(256)};
    Question question = a_random_question(rng);
    if (from.below(8) != 0) return QuestionRef(std::move(question));
    if (auto* one = std::get_if<PickOne>(&question.interaction)) one->key = static_cast<std::uint8_t>(from.number());
    if (auto* many = std::get_if<PickMany>(&question.interaction))
        many->key.push_back(static_cast<std::uint8_t>(from.number()));
    if (auto* assign = std::get_if<Assign>(&question.interaction))
        assign->key.push_back(static_cast<std::uint8_t>(from.number()));
    if (auto* number = std::get_if<EnterNumber>(&question.interaction)) number->scale.to = from.number();
    if (auto* spot = std::get_if<PointAt>(&question.interaction)) spot->spots.clear();
    if (auto* words = std::get_if<WriteText>(&question.interaction)) words->accepted.clear();
    return QuestionRef(std::move(question));
}

Order an_order(Choices& from, std::size_t count) {
    Order order;
    for (std::size_t i = 0; i < count; ++i) order.push_back(static_cast<std::uint8_t>(i));
    if (from.below(8) == 0 && !order.empty())
        order[from.below(order.size())] = static_cast<std::uint8_t>(from.number());
    if (from.below(16) == 0) order.resize(from.below(80));
    return order;
}

EventBody a_body(Choices& from, const SessionHistory& history) {
    const SessionState& state = history.state;
    const int number = from.below(8) == 0 ? static_cast<int>(from.number()) : static_cast<int>(state.asked.size());
    const PlayerId player{"p" + std::to_string(from.below(5))};
    Rng rng{from.below(256)};
    switch (from.below(23)) {
    case 0: {
        Rng commands{0};
        CommandBody start;
        do start = a_random_command(commands = Rng{rng.next()});
        while (!std::holds_alternative<StartSession>(start));
        auto& starting = std::get<StartSession>(start);
        SessionPlan plan = *starting.plan;
        if (from.below(8) == 0) plan.planned = static_cast<int>(from.number());
        if (from.below(8) == 0) plan.question_indices.push_back(static_cast<std::uint32_t>(from.number()));
        if (from.below(8) == 0) plan.workshop = WorkshopPlan{{}, {static_cast<int>(from.number()), 3}};
        return SessionStarted{starting.id, SessionPlanRef(std::move(plan)), starting.players};
    }
    case 1: return PlayerJoined{{player, "P", 100}};
    case 2:
    case 3:
    case 4: {
        QuestionRef question = a_question_of(from);
        Order order = an_order(from, options_of(question->interaction).size());
        const int next = number < std::numeric_limits<int>::max() ? number + 1 : number;
        return QuestionAsked{next, std::move(question), std::move(order), Rng{1},
                             from.below(4) == 0 ? std::optional(player) : std::nullopt};
    }
    case 5: return HintTaken{number, player};
    case 6: {
        const Millis taken = state.asked.empty() ? Millis{} : history.now - state.asked.back().at;
        return AnswerTried{
            number, player, a_random_response(rng), taken, {static_cast<std::int64_t>(from.below(4)), 4}};
    }
    case 7:
    case 8:
    case 9: {
        AnswerJudged judged{number, player, {}, {}, an_award(from)};
        if (!state.asked.empty()) judged.taken = history.now - state.asked.back().at;
        if (from.below(4) != 0) judged.response = a_random_response(rng);
        if (from.below(2) == 0 && state.phase == Phase::asked)
            judged.response = key_response(*state.asked.back().question, state.asked.back().display_order);
        if (from.below(4) == 0) judged.confidence = static_cast<Confidence>(1 + from.below(3));
        judged.passed = from.below(8) == 0;
        return judged;
    }
    case 10: return QuestionRevealed{number};
    case 11: return QuestionVoided{number};
    case 12: return from.below(2) == 0 ? EventBody{Paused{}} : EventBody{Resumed{{from.number()}}};
    case 13: return SessionFinished{};
    case 14: {
        if (from.below(4) == 0)
            return Undone{static_cast<std::size_t>(from.number()), static_cast<std::size_t>(from.number())};
        const StepRange last = history.steps.empty() ? StepRange{} : history.steps.back();
        return Undone{last.first, last.second};
    }
    case 15: {
        const StepRange last = history.redo.empty() ? StepRange{1, 1} : history.redo.back();
        return Redone{last.first, last.second};
    }
    case 16: return PlayerLeft{player};
    case 17:
        return from.below(2) == 0 ? EventBody{BuzzersOpened{number}}
                                  : EventBody{BuzzedEarly{number, player, history.now}};
    case 18: return Buzzed{.number = number, .player = player, .tied = std::vector<PlayerId>(from.below(3), player)};
    case 19: {
        if (state.asked.empty()) return KeyCorrected{number, a_question_of(from), {}, {}};
        const QuestionRecord& asked = state.asked[from.below(state.asked.size())];
        Question question = *asked.question;
        Order order = asked.display_order;
        (void)rekey(a_random_response(rng), question, order);
        return KeyCorrected{
            number, QuestionRef(std::move(question)), std::move(order), {{number, player, an_award(from)}}};
    }
    case 20: return PointsAdjusted{player, {from.number()}, Reason::other};
    case 21:
        return from.below(2) == 0 ? EventBody{SpeedLossSet{static_cast<int>(from.number())}}
                                  : EventBody{TimeGiven{number, player, {from.number()}}};
    default:
        return from.below(2) == 0
                   ? EventBody{SceneShown{static_cast<std::size_t>(from.number()), static_cast<int>(from.number())}}
                   : EventBody{VotesCounted{static_cast<std::size_t>(from.number()), from.below(4), {1, 2}}};
    }
}

} // namespace

void take_for_lines(std::string_view bytes) {
    (void)runner::replay_recording(bytes);
    SessionHistory history;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        if (const auto event = decode_event(line)) {
            (void)fold(history, *event);
        } else if (const auto command = decode_command(line)) {
            const auto events = decide(history, *command);
            if (!events) continue;
            for (const Event& decided : *events) {
                if (!fold(history, decided)) return;
            }
        }
    }
    look_at(history);
}

void take_for_events(std::string_view bytes) {
    Choices from(bytes);
    SessionHistory history;
    while (from.any()) {
        const auto later = static_cast<std::int64_t>(from.below(9));
        const Millis at = from.below(16) == 0 ? Millis{from.number()} : history.now + Millis{later};
        const std::uint32_t step = history.next_step - static_cast<std::uint32_t>(from.below(3) == 0 ? 1 : 0);
        SessionHistory before = history;
        before.now = is_session_time(at) ? at : history.now;
        (void)fold(history, {at, step, a_body(from, before)});
    }
    look_at(history);
}

} // namespace chelate::test
