// Analyses a finished session: how hard each question was, how well it separated strong players from weak ones, how
// many chose each option, and what went badly. Uses classical test theory, on the session state alone.
#pragma once

#include <optional>
#include <vector>

#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// With fewer answers than this, nothing can be said about a question: chance alone moves a share by a fifth.
inline constexpr int least_answers = 20;

struct QuestionAnalysis {
    int number = 0;  ///< 1-based
    int answers = 0; ///< answers given: hands counted, or participants who answered
    /// mean credit of these answers; the caller decides whether there are enough to show it
    Fraction right = Fraction::zero();
    /// Mean credit of the top third of participants, by points in the session, minus that of the bottom third, -1..1.
    /// Empty with fewer than `least_answers` answers or fewer than three participants.
    std::optional<double> separation{};
    std::vector<int> chosen{}; ///< by position on the screen; empty when no option is picked
    bool operator==(const QuestionAnalysis&) const = default;
};

struct TopicAnalysis {
    content::TopicId topic;
    int answers = 0;
    Fraction right = Fraction::zero();
    bool operator==(const TopicAnalysis&) const = default;
};

/// Returns an analysis of every question that is marked, was revealed and was not voided, in order.
[[nodiscard]] std::vector<QuestionAnalysis> analyse_questions(const SessionState& state);
/// Returns the same by topic, lowest mean credit first.
[[nodiscard]] std::vector<TopicAnalysis> analyse_topics(const SessionState& state);

} // namespace chelate::quiz
