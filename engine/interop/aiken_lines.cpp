#include "engine/interop/aiken_lines.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Returns the length of `word` at the beginning of the line, in any case, or 0. @param word  in capitals
std::size_t starts_with_word(std::string_view line, std::string_view word) {
    if (line.size() < word.size()) return 0;
    const bool same =
        std::equal(word.begin(), word.end(), line.begin(), [](char a, char b) { return a == capital(b); });
    return same ? word.size() : 0;
}

/// Removes a colon, also a wide one, and white space from the beginning. Returns whether there was a colon.
bool take_colon(std::string_view& text) {
    text = trimmed(text);
    for (const std::string_view colon : {":", "："}) {
        if (!text.starts_with(colon)) continue;
        text = trimmed(text.substr(colon.size()));
        return true;
    }
    return false;
}

/// Returns whether a text without a colon before it can only be letters of choices: "B", "B." or "A, C".
bool is_letters_only(std::string_view text) {
    if (text.empty() || !is_ascii_letter(text.front())) return false;
    bool after_letter = false;
    for (const char c : text) {
        if (is_ascii_letter(c) && after_letter) return false;
        if (!is_ascii_letter(c) && std::string_view(" ,;.()&").find(c) == std::string_view::npos) return false;
        after_letter = is_ascii_letter(c);
    }
    return true;
}

} // namespace

std::string_view without_bold(std::string_view line) {
    line = trimmed(line);
    for (const std::string_view mark : {"**", "__"}) {
        if (!line.starts_with(mark)) continue;
        line.remove_prefix(mark.size());
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
        line = trimmed(line);
    }
    return line;
}

std::optional<AikenChoice> aiken_choice_in(std::string_view line) {
    const bool in_brackets = line.starts_with('(') || line.starts_with('[');
    const std::string_view from = line.substr(in_brackets ? 1 : 0);
    if (from.size() < 2 || !is_ascii_letter(from[0])) return std::nullopt;
    std::string_view rest = from.substr(1);
    if (in_brackets) {
        if (rest.front() != ')' && rest.front() != ']') return std::nullopt;
        rest.remove_prefix(1);
    } else if (rest.front() == ')' || rest.front() == '.' || rest.front() == ':') {
        rest.remove_prefix(1);
    } else {
        // A dash counts only between spaces, so that "T-shirts are ..." is no choice.
        bool dashed = false;
        for (const std::string_view dash : {" - ", " – ", " — ", "\t"}) {
            if (dashed || !rest.starts_with(dash)) continue;
            rest.remove_prefix(dash.size());
            dashed = true;
        }
        if (!dashed) return std::nullopt;
    }
    rest = trimmed(rest);
    if (rest.starts_with("**")) rest = trimmed(rest.substr(2)); // of "**A)** Cat"
    return AikenChoice{capital(from[0]), rest};
}

std::optional<std::string_view> aiken_answer_in(std::string_view line) {
    for (const std::string_view first : {"THE CORRECT ", "CORRECT ", "RIGHT ", ""}) {
        std::size_t at = starts_with_word(line, first);
        if (at == 0 && !first.empty()) continue;
        for (const std::string_view word : {"ANSWERS", "ANSWER(S)", "ANSWER", "ANS", "OPTION", "CHOICE", "KEY"}) {
            if (first.empty() && (word == "OPTION" || word == "CHOICE")) continue;
            const std::size_t length = starts_with_word(line.substr(at), word);
            if (length == 0) continue;
            std::string_view rest = line.substr(at + length);
            if (word == "ANS" && rest.starts_with('.')) rest.remove_prefix(1);
            if (rest.starts_with("**")) rest.remove_prefix(2); // of "**Answer**: B"
            if (take_colon(rest)) {
                if (rest.starts_with("**")) rest = trimmed(rest.substr(2)); // of "**Answer:** B"
                return rest;
            }
            if (starts_with_word(rest, "IS ") > 0) rest = trimmed(rest.substr(3));
            if (rest.starts_with("- ") || rest.starts_with("= ")) rest = trimmed(rest.substr(2));
            if (is_letters_only(rest)) return rest;
        }
    }
    if (std::string_view rest = line.substr(starts_with_word(line, "CORRECT"));
        rest.size() < line.size() && take_colon(rest))
        return rest;
    return std::nullopt;
}

std::optional<AikenRemark> aiken_remark_in(std::string_view line) {
    struct Word {
        std::string_view name;
        bool explains;
        bool only_below;
    };
    static constexpr std::array words{Word{"GENERAL FEEDBACK", true, false},
                                      Word{"FEEDBACK", true, false},
                                      Word{"EXPLANATION", true, false},
                                      Word{"RATIONALE", true, false},
                                      Word{"JUSTIFICATION", true, false},
                                      Word{"ERKLÄRUNG", true, false},
                                      Word{"EXPLAIN", true, true},
                                      Word{"REASON", true, true},
                                      Word{"SOLUTION", true, true},
                                      Word{"WHY", true, true},
                                      Word{"NOTE", true, true},
                                      Word{"COMMENT", true, true},
                                      Word{"POINTS", false, false},
                                      Word{"POINT", false, false},
                                      Word{"SCORE", false, false},
                                      Word{"MARKS", false, false},
                                      Word{"DIFFICULTY", false, false},
                                      Word{"LEVEL", false, false},
                                      Word{"TAGS", false, false},
                                      Word{"TOPIC", false, true},
                                      Word{"CATEGORY", false, true},
                                      Word{"REFERENCE", false, true},
                                      Word{"REF", false, true},
                                      Word{"SOURCE", false, true},
                                      Word{"CHAPTER", false, true},
                                      Word{"HINT", false, true},
                                      Word{"PAGE", false, true}};
    for (const Word& word : words) {
        const std::size_t length = starts_with_word(line, word.name);
        if (length == 0) continue;
        std::string_view rest = line.substr(length);
        if (rest.starts_with("**")) rest.remove_prefix(2);
        if (!take_colon(rest)) continue;
        if (rest.starts_with("**")) rest = trimmed(rest.substr(2));
        return AikenRemark{word.explains, word.only_below, line.substr(0, length), rest};
    }
    return std::nullopt;
}

bool is_separator_line(std::string_view line) {
    return std::none_of(line.begin(), line.end(), [](char c) {
        return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '?';
    });
}

std::optional<std::pair<int, std::string_view>> numbered_line(std::string_view line) {
    for (const std::string_view word : {"QUESTION ", "Q"}) {
        if (const std::size_t length = starts_with_word(line, word);
            length > 0 && line.size() > length && line[length] >= '0' && line[length] <= '9') {
            line.remove_prefix(length);
            break;
        }
    }
    int number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 6), number);
    if (error != std::errc() || number < 1) return std::nullopt;
    std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
    if (rest.empty() || (rest.front() != '.' && rest.front() != ')' && rest.front() != ':')) return std::nullopt;
    rest.remove_prefix(1);
    // "3.5 is ..." has no space after the point.
    if (rest.empty() || (rest.front() != ' ' && rest.front() != '\t')) return std::nullopt;
    return std::pair(number, trimmed(rest));
}

} // namespace chelate::interop
