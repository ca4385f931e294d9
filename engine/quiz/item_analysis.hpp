// After a session: how hard each question was, how well it told the better from the others, which answers drew how
// many,
// and what went badly. Classical test theory, from the board alone.
#pragma once

#include <optional>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Below this many answers nothing can be said of a question: chance alone moves a share by a fifth.
/// Source: marking rules, sections 7 and 8.
inline constexpr int least_answers = 20;

struct QuestionAnalysis {
    int number = 0;                    ///< 1-based
    int answers = 0;                   ///< that were given: hands, or seats
    Fraction right = Fraction::zero(); ///< mean credit of them; what is not enough to say is for who shows it
    /// Mean credit of the upper third of the seats by points in the session less that of the lower third, -1..1.
    /// Nothing with
    /// fewer than `least_answers` answers or three seats.
    std::optional<double> separation{};
    std::vector<int> chosen{}; ///< by position on the screen; empty when nothing is picked
    bool operator==(const QuestionAnalysis&) const = default;
};

struct TopicAnalysis {
    content::TopicId topic;
    int answers = 0;
    Fraction right = Fraction::zero();
    bool operator==(const TopicAnalysis&) const = default;
};

/// Of every question that was revealed, is marked, and counts; in order.
[[nodiscard]] std::vector<QuestionAnalysis> analyse_questions(const SessionState& state);
/// The same by topic, the worst first.
[[nodiscard]] std::vector<TopicAnalysis> analyse_topics(const SessionState& state);

} // namespace chelate::quiz
