// What a class is told: the letter and the sign of an option, and how a question was answered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

/// Returns the letter of an option, A to Z, by its position on the screen.
[[nodiscard]] std::string letter_of(std::size_t position);

/// Returns the name of the shape beside that letter, for example "circle". The shapes can be told apart from the back
/// of a classroom.
[[nodiscard]] std::string sign_of(std::size_t position);

/// Returns what share of the answers to a question or a topic was right. With too few answers it says so.
/// @param right  mean credit, 0..1
[[nodiscard]] std::string right_line(const text::Language& words, int answers, Fraction right);

/// Returns how well a question separated the better teams from the others.
/// @param separation  as in quiz::QuestionAnalysis; empty: not known
[[nodiscard]] std::string separation_line(const text::Language& words, const std::optional<double>& separation);

/// Returns a line for each option with how many chose it. Right options are marked.
/// @param chosen  by position on the screen
[[nodiscard]] std::vector<std::string> chosen_lines(const text::Language& words, const quiz::Question& question,
                                                    const quiz::Order& display_order, const std::vector<int>& chosen);

} // namespace chelate::wording
