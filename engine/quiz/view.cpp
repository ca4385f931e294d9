#include "engine/quiz/view.hpp"

namespace chelate::quiz {

namespace {

/// Returns the mechanism whose steps a question is about; empty when it is about something else.
content::MechanismId mechanism_of(const Question& question) {
    return question.chain.empty() || question.mechanisms.size() != 1 ? content::MechanismId{} : question.mechanisms[0];
}

} // namespace

QuestionView show(const Question& question, const Order& display_order) {
    return {.kind = question.kind,
            .topic = question.topic,
            .prompt = question.prompt,
            .panels = question.panels,
            .image = question.image,
            .mechanism = mechanism_of(question),
            .answer =
                std::visit([&](const auto& interaction) -> AnswerView { return view_of(interaction, display_order); },
                           question.interaction),
            .answered = {}};
}

namespace {

QuestionView question_of_session(const SessionHistory& history, std::size_t index, std::optional<std::size_t> seat) {
    const SessionState& state = history.state;
    const QuestionRecord& asked = state.asked[index];
    const Question& question = *asked.question;
    QuestionView view = show(question, asked.display_order);
    view.number = static_cast<int>(index) + 1;
    view.asked_at = asked.at;
    if (const auto& clock = state.plan.rules.clock) {
        view.time = time_of(question, *clock, seat ? state.players[*seat].time_factor_percent : 100);
    }
    for (const auto& answer : asked.answers) view.answered.push_back(answer.has_value());
    if (seat && *seat < asked.answers.size() && asked.answers[*seat]) view.response = asked.answers[*seat]->response;
    view.turn = asked.turn;
    view.buzzers = asked.buzzers;
    view.marked = is_marked(question);
    view.voided = asked.voided;
    const bool open = state.phase == Phase::asked && index + 1 == state.asked.size();
    view.untouched = open && std::holds_alternative<QuestionAsked>(history.log.back().body);
    for (std::size_t i = 0; i < state.players.size(); ++i) view.awaited.push_back(open && is_awaited(state, i));
    view.more_time = asked.more_time;
    view.hints_there = hints_of(state, asked);
    if (seat && *seat < asked.attempts.size()) {
        view.first = asked.attempts[*seat].first;
        for (const std::string& hint : question.hints) {
            if (std::ssize(view.hints) < asked.attempts[*seat].hints) view.hints.push_back(hint);
        }
    }
    return view;
}

bool can_undo(const SessionHistory& history) {
    const auto undone = decide(history, {history.now, Undo{}});
    return undone || undone.error() == Rejection::paused;
}

RevealView revealed(const QuestionRecord& asked, Role role, std::optional<std::size_t> seat) {
    RevealView view{.question = asked.question,
                    .display_order = asked.display_order,
                    .voided = asked.voided,
                    .corrected = asked.corrected};
    if (seat && *seat < asked.answers.size()) view.judgement = asked.answers[*seat];
    if (role != Role::player) view.everybody = asked.answers;
    return view;
}

} // namespace

View look_back(const SessionHistory& history, const Audience& audience, int number) {
    const SessionState& state = history.state;
    View view{.phase = state.phase,
              .paused = state.paused,
              .round = state.plan.round,
              .planned = state.plan.planned,
              .study_round = state.plan.study_round,
              .rules = state.plan.rules,
              .can_undo = can_undo(history),
              .can_redo = !history.redo.empty(),
              .standings = {},
              .adjustments = state.adjustments};
    if (state.workshop)
        view.workshop = WorkshopView{state.plan.workshop->script, state.workshop->scene, state.workshop->step,
                                     state.workshop->votes};
    std::optional<std::size_t> seat;
    if (audience.role == Role::player) seat = seat_of(state, audience.player);
    if (number >= 1 && number <= static_cast<int>(state.asked.size())) {
        const std::size_t index = static_cast<std::size_t>(number) - 1;
        view.question = question_of_session(history, index, seat);
        if (audience.role == Role::host) {
            for (const auto& answer : state.asked[index].answers)
                view.question->given.push_back(answer ? answer->response : std::nullopt);
        }
        if (state.asked[index].revealed) view.reveal = revealed(state.asked[index], audience.role, seat);
    }
    for (std::size_t i = 0; i < state.players.size(); ++i) {
        view.standings.push_back({state.players[i].id, state.players[i].name, state.scores[i], state.gone[i]});
    }
    return view;
}

View project(const SessionHistory& history, const Audience& audience) {
    return look_back(history, audience, static_cast<int>(history.state.asked.size()));
}

std::vector<RevealedQuestion> revealed_questions(const SessionHistory& history, const Audience& audience) {
    const SessionState& state = history.state;
    std::optional<std::size_t> seat;
    if (audience.role == Role::player) seat = seat_of(state, audience.player);
    std::vector<RevealedQuestion> all;
    for (std::size_t i = 0; i < state.asked.size(); ++i) {
        const QuestionRecord& asked = state.asked[i];
        if (!asked.revealed) continue;
        all.push_back({static_cast<int>(i) + 1, asked.turn, revealed(asked, audience.role, seat)});
    }
    return all;
}

} // namespace chelate::quiz
