// The words for named values in journals and recordings. They are part of the recording format.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "engine/content/asking.hpp"
#include "engine/quiz/hosting.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz::names {

inline constexpr std::array<std::string_view, 22> rule{"authored",
                                                       "greatest",
                                                       "least",
                                                       "greatest-first",
                                                       "least-first",
                                                       "steps",
                                                       "verdict",
                                                       "truth",
                                                       "subject-of-value",
                                                       "over-threshold",
                                                       "sides-of-threshold",
                                                       "odd-of-threshold",
                                                       "value-of-each",
                                                       "value-of-subject",
                                                       "name-of-value",
                                                       "most-in-label",
                                                       "amount-in-label",
                                                       "swapped-steps",
                                                       "place-of-step",
                                                       "seen-in",
                                                       "predicted-direction",
                                                       "predicted-value"};
inline constexpr std::array<std::string_view, 3> mixing{"shuffled", "fixed", "interleaved"};
inline constexpr std::array<std::string_view, 5> response_mode{"each", "turns", "buzzers", "hands", "cards"};
inline constexpr std::array<std::string_view, 4> reason{"fair-play", "good-reason", "counted-wrong", "other"};
inline constexpr std::array<std::string_view, 4> confidence{"", "guess", "think-so",
                                                            "sure"}; ///< a Confidence is 1, 2 or 3
inline constexpr std::array<std::string_view, 5> verdict{"supported", "mixed", "weak", "contradicted", "traditional"};
inline constexpr std::array<std::string_view, 5> seen_in{"people", "animals", "cells", "chemistry", "rule"};
inline constexpr std::array<std::string_view, 4> certainty{"high", "moderate", "low", "very-low"};
inline constexpr std::array<std::string_view, 6> size{"large", "medium", "small", "none", "harm", "unknown"};
inline constexpr std::array<std::string_view, 4> applies_to{"this-form", "another-form", "in-general", "no-form"};

/// Returns the word for an enumerator of the table's type.
template <std::size_t N, class E>
[[nodiscard]] constexpr std::string_view of(const std::array<std::string_view, N>& table, E value) {
    return table[static_cast<std::size_t>(value)];
}

/// Returns the enumerator for a word, or nothing when the table does not contain it.
template <class E, std::size_t N>
[[nodiscard]] constexpr std::optional<E> find(const std::array<std::string_view, N>& table, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i] == word) return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace chelate::quiz::names
