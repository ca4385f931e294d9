// Finds out which choices an answer in a table refers to. Private to this module.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::interop {

/// One choice of a row.
struct TableChoice {
    std::string text{};  ///< clean, not empty
    int number = -1;     ///< in the name of its column, where A is 1; -1: none
    std::size_t nth = 1; ///< its place among the choice columns, from 1
};

/// What the answers of the whole file say about how they refer to choices.
struct AnswerHabits {
    bool has_zero = false;             ///< an answer is 0 and no choice is "0"
    bool has_last = false;             ///< an answer is the number of the last choice
    bool has_numbers = false;          ///< an answer is a number and no choice has this text
    std::size_t only_by_text = 0;      ///< answers that look like places but are none, and are the text of a choice
    std::size_t only_by_place = 0;     ///< answers that are places and not the text of a choice
    bool columns_are_numbered = false; ///< the names of the choice columns have numbers, from 1
    bool numbered_from_0 = false;      ///< the same, but from 0
    int stated_base = -1;              ///< the name of the answer column says how they are counted; -1: it does not
    bool is_index = false;             ///< the name of the answer column says so
    bool is_position = false;          ///< the name of the answer column says that it has numbers of choices

    /// Returns the number of the first choice: 0 or 1; nothing if both fit, or neither does.
    [[nodiscard]] std::optional<int> base() const;
    /// Takes the answer of a row into account.
    void count(std::string_view answer, const std::vector<TableChoice>& choices);
};

/// The choices that an answer refers to, or why they are not clear.
struct RightChoices {
    std::vector<std::size_t> indices{}; ///< without duplicates; empty: see `problem`
    std::string problem{};              ///< code of a note
    std::string detail{};
};

/// Finds the choices by their text, letter or number. Several are separated by "|", ";", a comma, a line break, "and"
/// or "&"; letters may stand together ("AC").
[[nodiscard]] RightChoices right_choices(std::string_view answer, const std::vector<TableChoice>& choices,
                                         const AnswerHabits& habits);

/// A word for true or false.
struct TruthWord {
    bool truth = true;
    bool is_english = false; ///< "true" or "false", which are never anything else
    bool is_letter = false;  ///< T or F
    bool is_number = false;  ///< 1 or 0
};
[[nodiscard]] std::optional<TruthWord> truth_word(std::string_view text);

/// Returns whether an answer is one letter or number, or a list of them, so that it only refers to something.
[[nodiscard]] bool is_reference(std::string_view answer);

/// Splits a text at a sign and leaves out blank parts.
[[nodiscard]] std::vector<std::string> split_at(std::string_view text, std::string_view sign);

} // namespace chelate::interop
