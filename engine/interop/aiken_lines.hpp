// The lines of an Aiken file, in the spellings that people use. Private to this module.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace chelate::interop {

/// Returns a line without white space and marks of bold text ("**ANSWER: B**") around it.
[[nodiscard]] std::string_view without_bold(std::string_view line);

struct AikenChoice {
    char letter = 'A'; ///< a capital
    std::string_view text{};
};

/// Reads a line such as "B) Oxygen", "b. Oxygen", "(B) Oxygen", "B - Oxygen" or "B: Oxygen". Nothing: another line.
/// @param line  see without_bold
[[nodiscard]] std::optional<AikenChoice> aiken_choice_in(std::string_view line);

/// Returns what follows the word for the answer in a line such as "ANSWER: B", "Answer B" or "Correct answer: A".
/// Nothing: another line. @param line  see without_bold
[[nodiscard]] std::optional<std::string_view> aiken_answer_in(std::string_view line);

/// What else people write below an answer.
struct AikenRemark {
    bool explains = false;   ///< false: something that is not used, such as points
    bool only_below = false; ///< only right below an answer; elsewhere such a word may begin a question
    std::string_view name{};
    std::string_view text{};
};

/// Reads a line such as "FEEDBACK: Hens do fly." or "Points: 1". Nothing: another line.
[[nodiscard]] std::optional<AikenRemark> aiken_remark_in(std::string_view line);

/// Returns whether a line has no letter and no digit, such as "-----".
[[nodiscard]] bool is_separator_line(std::string_view line);

/// Returns the number at the beginning of a line such as "12. Which ...", with the rest of the line. Nothing: none.
[[nodiscard]] std::optional<std::pair<int, std::string_view>> numbered_line(std::string_view line);

} // namespace chelate::interop
