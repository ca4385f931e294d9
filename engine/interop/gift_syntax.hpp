// The signs of GIFT: escapes, format marks, and lists of answers. Private to this module.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/interop/markup.hpp"

namespace chelate::interop {

constexpr bool is_gift_escapable(char c) {
    return c == ':' || c == '#' || c == '=' || c == '{' || c == '}' || c == '~' || c == '\\';
}

/// Returns the position of the first of these signs that has no backslash before it.
template <char... signs>
std::size_t find_plain(std::string_view text, std::size_t from = 0) {
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && is_gift_escapable(text[i + 1])) {
            ++i;
            continue;
        }
        if (((c == signs) || ...)) return i;
    }
    return std::string_view::npos;
}

/// Returns the text with its escapes resolved; "\n" is a line break.
[[nodiscard]] std::string gift_unescaped(std::string_view text);

/// Removes a format mark such as "[html]" from the beginning. Returns nothing when there is none.
std::optional<TextFormat> take_format_mark(std::string_view& text);

/// One answer of a list: its sign, its weight in percent, its text and its feedback.
struct GiftAnswer {
    char sign = '=';
    double percent = 100;
    bool weighted = false;
    std::optional<TextFormat> format{}; ///< only when the answer has a mark of its own
    std::string_view text{};
    std::string_view feedback{};
};

struct GiftAnswers {
    std::vector<GiftAnswer> list{};
    bool has_slip = false; ///< "~=right" was read as "=right"
};

/// Splits a list into its answers. A text without a sign is one answer.
[[nodiscard]] GiftAnswers split_gift_answers(std::string_view text);

/// Returns the position and length of the arrow in a pair, or npos. Word processors turn "->" into other signs.
[[nodiscard]] std::pair<std::size_t, std::size_t> arrow_in(std::string_view pair);

/// Returns whether a pair of braces contains a cloze question, such as "1:MC:~a~=b".
[[nodiscard]] bool is_cloze(std::string_view answers);

/// The right answers to a question for a number.
struct NumberRange {
    double low = 0;
    double high = 0;
    int decimals = 0;
    bool ambiguous = false; ///< a comma may be of thousands or of decimals
};

/// Reads "5", "5:0.1", "3..4", and as people write them "5±0.1", "3–4", "3…4". Returns nothing for anything else.
[[nodiscard]] std::optional<NumberRange> number_range_of(std::string_view text);

} // namespace chelate::interop
