// Which typed characters answer or do something, wherever no text is being written.
#pragma once

#include <optional>

#include "game/screens/model/actions.hpp"

namespace chelate::screens {

/// Returns the choice that a digit stands for: 1 to 9. 0 chooses nothing.
[[nodiscard]] constexpr std::optional<int> choice_of_digit(char32_t typed) {
    if (typed < U'1' || typed > U'9') return std::nullopt;
    return static_cast<int>(typed - U'0');
}

/// Returns the choice that a letter stands for, small or capital: A is 1, I is 9 (see Keys::letters).
[[nodiscard]] constexpr std::optional<int> choice_of_letter(char32_t typed) {
    const char32_t small = typed | 0x20U;
    if (small < U'a' || small > U'i') return std::nullopt;
    return static_cast<int>(small - U'a') + 1;
}

/// Returns whether a character chooses, counts, holds something up, or is the key of an action.
[[nodiscard]] constexpr bool is_answer_key(char32_t typed) {
    if (choice_of_letter(typed) || (typed >= U'0' && typed <= U'9') || typed == U' ') return true;
    for (const ActionRow& row : action_table) {
        if (row.key.size() == 1 && static_cast<char32_t>(row.key.front()) == typed) return true;
    }
    return false;
}

} // namespace chelate::screens
