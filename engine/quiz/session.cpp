// What can be asked of a session state without a command.
#include "engine/quiz/session.hpp"

#include "engine/base/text.hpp"

namespace chelate::quiz {

bool is_pause(const EventBody& body) {
    return std::holds_alternative<Paused>(body) || std::holds_alternative<Resumed>(body);
}

bool bell_has_rung(const Rules& rules, Millis at) { return rules.bell.count > 0 && at >= rules.bell; }

QuestionTime time_of(const Question& question, const Clock& clock, int time_factor_percent) {
    std::size_t length = code_points(question.prompt);
    for (const Panel& panel : question.panels) length += code_points(panel.text);
    for (const Option& option : options_of(question.interaction)) length += code_points(option.text);
    const Millis reading = reading_time(length, time_factor_percent);
    const Millis limit{clock.limit.count * time_factor_percent / 100};
    return {reading, clock.after_reading ? reading + limit : limit};
}

Millis deadline_of(const SessionState& state, std::size_t seat) {
    const QuestionRecord& asked = state.asked.back();
    return asked.at + time_of(*asked.question, *state.plan.rules.clock, state.players[seat].time_factor_percent).all +
           asked.more_time[seat];
}

bool is_awaited(const SessionState& state, std::size_t seat) {
    if (state.phase != Phase::asked || state.gone[seat]) return false;
    const QuestionRecord& asked = state.asked.back();
    return !asked.answers[seat] && (!asked.turn || *asked.turn == state.players[seat].id);
}

std::optional<std::size_t> seat_of(const SessionState& state, const PlayerId& player) {
    const std::string_view wanted = player.value;
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        const std::string_view id = state.players[seat].id.value;
        // In a full class, most of a step is spent here. Numbered ids differ at their end, so compare that first.
        if (id.size() == wanted.size() && (id.empty() || id.back() == wanted.back()) && id == wanted) return seat;
    }
    return std::nullopt;
}

} // namespace chelate::quiz
