#include "engine/quiz/awarding.hpp"

namespace chelate::quiz {

Award award_of(const SessionState& state, const QuestionRecord& asked, std::size_t seat, const Judgement& answer,
               Fraction credit, int streak) {
    const Rules& rules = state.plan.rules;
    if (!is_marked(*asked.question)) return {};
    Fraction help = Fraction::one();
    if (asked.attempts[seat].hints > 0) help = help * Fraction{1, 2};
    if (asked.attempts[seat].first) help = help * Fraction{1, 2};
    if (rules.confidence == ConfidenceUse::marked) return confidence_award(credit, answer.confidence, help);
    Fraction speed = Fraction::one();
    if (rules.clock && credit != Fraction::zero()) {
        const QuestionTime time = time_of(*asked.question, *rules.clock, state.players[seat].time_factor_percent);
        // A limit that leaves no time after reading leaves no speed to reward.
        if (time.all > time.reading) speed = speed_factor(answer.taken, time.reading, time.all, asked.loss_quarters);
    }
    Points bonus{};
    if (rules.streak && credit * help == Fraction::one()) bonus = streak_bonus(streak + 1);
    return award_for(rules.possible, credit, speed, bonus, help);
}

std::vector<Regrade> regraded(const SessionState& state, int number, const Question& question,
                              const Order& display_order) {
    std::vector<Regrade> regrades;
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        int streak = 0;
        for (std::size_t index = 0; index < state.asked.size(); ++index) {
            const QuestionRecord& asked = state.asked[index];
            const bool corrected = static_cast<int>(index) + 1 == number;
            if (seat >= asked.answers.size() || !asked.answers[seat] || !is_marked(*asked.question)) continue;
            const Judgement& answer = *asked.answers[seat];
            Award award = answer.award;
            if (static_cast<int>(index) + 1 >= number && answer.response) {
                const Fraction credit = corrected ? credit_of(*answer.response, question, display_order) : award.credit;
                award = award_of(state, asked, seat, answer, credit, streak);
                if (award != answer.award)
                    regrades.push_back({static_cast<int>(index) + 1, state.players[seat].id, award});
            }
            if (asked.revealed) streak = award.earned() == Fraction::one() ? streak + 1 : 0;
        }
    }
    return regrades;
}

} // namespace chelate::quiz
