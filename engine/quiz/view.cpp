#include "engine/quiz/view.hpp"

namespace chelate::quiz {

QuestionView show(const Question& question, const Order& shown) {
    return {.kind = question.kind,
            .topic = question.topic,
            .prompt = question.prompt,
            .panels = question.panels,
            .answer = std::visit([&](const auto& way) -> AnswerView { return view_of(way, shown); }, question.body),
            .answered = {}};
}

namespace {

QuestionView question_of_session(const Board& board, std::size_t index, std::optional<std::size_t> seat) {
    const Asked& asked = board.asked[index];
    const Question& question = *asked.question;
    QuestionView view = show(question, asked.shown);
    view.number = static_cast<int>(index) + 1;
    view.asked_at = asked.at;
    if (const auto& clock = board.program.rules.clock) {
        view.time = time_of(question, *clock, seat ? board.players[*seat].time_factor_percent : 100);
    }
    for (const auto& answer : asked.answers) view.answered.push_back(answer.has_value());
    if (seat && *seat < asked.answers.size() && asked.answers[*seat]) view.response = asked.answers[*seat]->response;
    view.turn = asked.turn;
    view.buzzers = asked.buzzers;
    view.has_hint = board.program.rules.hints && !question.hint.empty();
    if (seat && *seat < asked.attempts.size()) {
        view.first = asked.attempts[*seat].first;
        if (asked.attempts[*seat].hinted) view.hint = question.hint;
    }
    return view;
}

RevealView revealed(const Asked& asked, Role role, std::optional<std::size_t> seat) {
    RevealView view{
        .question = asked.question, .shown = asked.shown, .voided = asked.voided, .corrected = asked.corrected};
    if (seat && *seat < asked.answers.size()) view.judgement = asked.answers[*seat];
    if (role != Role::player) view.everybody = asked.answers;
    return view;
}

} // namespace

View look_back(const State& state, const Audience& audience, int number) {
    const Board& board = state.board;
    View view{.phase = board.phase,
              .paused = board.paused,
              .round = board.program.round,
              .planned = board.program.planned,
              .sitting = board.program.sitting,
              .standings = {}};
    std::optional<std::size_t> seat;
    if (audience.role == Role::player) seat = seat_of(board, audience.player);
    if (number >= 1 && number <= static_cast<int>(board.asked.size())) {
        const std::size_t index = static_cast<std::size_t>(number) - 1;
        view.question = question_of_session(board, index, seat);
        if (audience.role == Role::host) {
            for (const auto& answer : board.asked[index].answers)
                view.question->given.push_back(answer ? answer->response : std::nullopt);
        }
        if (board.asked[index].revealed) view.reveal = revealed(board.asked[index], audience.role, seat);
    }
    for (std::size_t i = 0; i < board.players.size(); ++i) {
        view.standings.push_back({board.players[i].id, board.players[i].name, board.scores[i], board.gone[i]});
    }
    return view;
}

View project(const State& state, const Audience& audience) {
    return look_back(state, audience, static_cast<int>(state.board.asked.size()));
}

} // namespace chelate::quiz
