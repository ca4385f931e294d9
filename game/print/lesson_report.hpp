// Makes the report on a lesson: a page to print and a table for a spreadsheet. Teams are named, pupils are not.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/item_analysis.hpp"
#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

/// What one team answered to a question.
struct TeamAnswer {
    std::string team;                         ///< the team's name
    std::optional<quiz::Response> response{}; ///< empty: the team had no answer
    Points points{};
    Points possible{};
    std::optional<quiz::Confidence> confidence{}; ///< how sure the team was; empty: not asked or not said
};

struct LessonQuestion {
    quiz::QuestionAnalysis analysis;
    quiz::QuestionRef question;
    quiz::Order display_order;
    bool corrected = false;            ///< the host changed its key during the lesson
    std::vector<TeamAnswer> answers{}; ///< of the teams that were judged
};

struct TeamResult {
    std::string team; ///< the team's name
    Points points{};
    Points possible{};
};

/// The answers that teams gave with one level of confidence.
struct ConfidenceCount {
    int answers = 0;
    int right = 0; ///< with full credit
};

struct LessonReport {
    std::string round;                         ///< name of the round
    Fraction reached = Fraction::zero();       ///< share of all possible points that the class earned
    std::vector<LessonQuestion> questions{};   ///< in the order asked
    std::vector<TeamResult> teams{};           ///< in the order of the page
    std::vector<quiz::TopicAnalysis> topics{}; ///< in the order of the page
    /// By level: guess, think so, sure. Nothing: the lesson did not ask for it.
    std::optional<std::array<ConfidenceCount, 3>> confidence{};
};

/// Returns the report as a page of HTML: by question, by team, by topic and, where it was asked, by confidence.
/// @param css  see Page
[[nodiscard]] Document make_lesson_page(const content::Pack& pack, const text::Language& words,
                                        const LessonReport& report, const std::string& css);

/// Returns the report as a CSV table with one line for each question and team.
[[nodiscard]] Document make_lesson_table(const content::Pack& pack, const text::Language& words,
                                         const LessonReport& report);

} // namespace chelate::print
