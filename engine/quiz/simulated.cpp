#include "engine/quiz/simulated.hpp"

namespace chelate::quiz {

std::vector<std::uint8_t> simulated_picks(const Question& question, const Order& display_order, int players,
                                          int right_percent, Rng& rng) {
    std::vector<std::uint8_t> right;
    std::vector<std::uint8_t> wrong;
    for (std::uint8_t position = 0; position < display_order.size(); ++position) {
        const bool is_right =
            is_marked(question) && credit_of(Picked{position}, question, display_order) == Fraction::one();
        (is_right ? right : wrong).push_back(position);
    }
    std::vector<std::uint8_t> picks;
    for (int player = 0; player < players; ++player) {
        const bool knows = !right.empty() && (wrong.empty() || static_cast<int>(rng.below(100)) < right_percent);
        const auto& among = knows ? right : wrong;
        picks.push_back(among[rng.below(among.size())]);
    }
    return picks;
}

} // namespace chelate::quiz
