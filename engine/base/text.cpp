#include "engine/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

#include <utf8proc.h>

namespace chelate {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; ///< U+FFFD
constexpr std::size_t most_marks = 4;                    ///< accents on one letter
constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Returns the offset of the first byte at or after `at` that is not ASCII, or text.size() when there is none.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
        at += 8;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

/// Skips eight bytes at a time while all of them are printable ASCII. The next byte may still be printable ASCII.
std::size_t skip_printable_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    while (at + 8 <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        const std::uint64_t deletes = eight ^ (0x7F * ones); // a zero byte at each U+007F
        // The borrow of a byte below the limit sets its high bit (Warren, "Hacker's Delight", zero-byte test). It may
        // also set the high bit of the byte above; that only ends the shortcut early.
        const std::uint64_t unfit = eight | (eight - 0x20 * ones) | (deletes - ones);
        if ((unfit & high_bits) != 0) break;
        at += 8;
    }
    return at;
}

bool is_ascii(std::string_view text) { return skip_ascii(text, 0) == text.size(); }

/// Returns the length of the well-formed sequence at `at`, or 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    else if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    else if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    else return 0;
    if (lead == 0xE0) low = 0xA0;  // excludes overlong forms
    if (lead == 0xED) high = 0x9F; // excludes surrogates
    if (lead == 0xF0) low = 0x90;  // excludes overlong forms
    if (lead == 0xF4) high = 0x8F; // excludes code points above U+10FFFF
    if (at + length > text.size()) return 0;
    if (byte_at(text, at + 1) < low || byte_at(text, at + 1) > high) return 0;
    for (std::size_t more = 2; more < length; ++more) {
        if ((byte_at(text, at + more) & 0xC0) != 0x80) return 0;
    }
    return length;
}

/// Reads the code point at `at` and moves past it. A byte that is not valid UTF-8 counts as U+FFFD.
utf8proc_int32_t take_code_point(std::string_view text, std::size_t& at) {
    utf8proc_int32_t code_point = 0xFFFD;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    at += length > 0 ? static_cast<std::size_t>(length) : 1;
    return length > 0 ? code_point : 0xFFFD;
}

bool is_space(utf8proc_int32_t code_point) {
    if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    if (code_point == 0x85) return true;
    const auto category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/// Returns the text trimmed, with each run of white space as one blank.
std::string with_single_blanks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool blank_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (is_space(take_code_point(text, at))) {
            blank_due = !result.empty();
            continue;
        }
        if (blank_due) result += ' ';
        blank_due = false;
        result.append(text.substr(begin, at - begin));
    }
    return result;
}

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto* input = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_map(input, static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                     static_cast<utf8proc_option_t>(options));
    if (length < 0) return std::string(text);
    std::string result(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    std::free(bytes); // NOLINT: utf8proc hands out malloc'd memory
    return result;
}

/// Folds ASCII text without a table. This must be fast: most text in packs is ASCII, and every choice is folded.
std::string folded_ascii(std::string_view text) {
    std::string result(text.size(), ' ');
    std::size_t size = 0;
    bool blank_due = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            blank_due = size > 0;
            continue;
        }
        if (c < ' ' || c == 0x7F) continue;
        size += blank_due ? 1 : 0; // the blank is already in the buffer
        blank_due = false;
        result[size++] = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    result.resize(size);
    return result;
}

bool turns_direction(utf8proc_int32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool separates_lines(utf8proc_int32_t c) { return c == 0x2028 || c == 0x2029; }

bool is_noncharacter(utf8proc_int32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

bool is_mark(utf8proc_int32_t c) {
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/// Calls `visit(begin)` with the first byte of each grapheme until it returns false.
template <class Visit>
void each_grapheme(std::string_view text, Visit visit) {
    utf8proc_int32_t state = 0;
    utf8proc_int32_t previous = -1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const utf8proc_int32_t current = take_code_point(text, at);
        const bool starts = previous < 0 || utf8proc_grapheme_break_stateful(previous, current, &state) != 0;
        if (starts && !visit(begin)) return;
        previous = current;
    }
}

/// Returns the number of edits between two words (insert, delete, replace, swap of neighbours). Returns more than
/// `limit` when there are more.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t best = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t graphemes(std::string_view text) {
    std::size_t count = 0;
    each_grapheme(text, [&](std::size_t) {
        ++count;
        return true;
    });
    return count;
}

std::string_view first_graphemes(std::string_view text, std::size_t count) {
    std::size_t seen = 0;
    std::size_t end = text.size();
    each_grapheme(text, [&](std::size_t begin) {
        if (seen++ < count) return true;
        end = begin;
        return false;
    });
    return text.substr(0, end);
}

std::string tidied(std::string_view text) {
    if (is_ascii(text)) return with_single_blanks(text);
    return with_single_blanks(mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) return folded_ascii(text);
    // Control characters are kept until blanks are collapsed, because a line feed is one of them. They are removed
    // afterwards, as in folded_ascii.
    const std::string plain = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                               UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::string result = with_single_blanks(plain);
    std::erase_if(result, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
    return result;
}

namespace {

/// Returns the offset of the next character from `at` on that cannot be shown, and moves `at` behind it.
/// @param marks  accents so far on the letter before `at`
std::optional<std::size_t> next_unshowable(std::string_view text, std::size_t& at, std::size_t& marks) {
    while (at < text.size()) {
        const std::size_t begin = at;
        if (const unsigned char byte = byte_at(text, at); byte < 0x80) {
            ++at;
            if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return begin;
            at = skip_printable_ascii(text, at);
            marks = 0;
            continue;
        }
        const utf8proc_int32_t c = take_code_point(text, at);
        if (c < 0xA0 || turns_direction(c) || separates_lines(c) || is_noncharacter(c)) return begin;
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks > most_marks) return begin;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> first_unshowable(std::string_view text) {
    std::size_t at = 0;
    std::size_t marks = 0;
    return next_unshowable(text, at, marks);
}

std::string without_unshowable(std::string_view text) {
    std::string shown;
    std::size_t from = 0;
    std::size_t at = 0;
    std::size_t marks = 0;
    while (const auto bad = next_unshowable(text, at, marks)) {
        shown += text.substr(from, *bad - from);
        from = at;
        marks = std::min(marks, most_marks); // the mark that was left out is not counted
    }
    return shown.append(text.substr(from));
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    while (const auto bad = first_invalid_utf8(text)) {
        valid += text.substr(0, *bad);
        valid += replacement;
        text.remove_prefix(*bad + 1);
    }
    return valid.append(text);
}

std::string showable(std::string_view bytes) {
    const std::string valid = valid_utf8(bytes);
    std::string_view text = valid;
    std::string result;
    while (const auto bad = first_unshowable(text)) {
        result += text.substr(0, *bad);
        if (text[*bad] == '\t') result += ' ';
        else result += replacement;
        text.remove_prefix(*bad + sequence_length(text, *bad));
    }
    result += text;
    return result;
}

std::string showable_line(std::string_view text) {
    std::string result = showable(text);
    std::replace(result.begin(), result.end(), '\n', ' ');
    return result;
}

std::string shortened(std::string_view text, std::size_t count) {
    constexpr std::size_t largest_grapheme = 48; // in bytes, such as a family of four; there is no limit to it
    std::size_t cut = std::min(text.size(), largest_grapheme * count);
    while (cut < text.size() && cut > 0 && (byte_at(text, cut) & 0xC0) == 0x80) --cut;
    const std::string_view kept = first_graphemes(text.substr(0, cut), count);
    if (kept.size() == text.size()) return std::string(text);
    return std::string(first_graphemes(kept, count - 1)) + "…";
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8proc_int32_t c = take_code_point(text, at);
        if (is_space(c) || c == 0x2800) continue; // U+2800: the empty braille pattern
        const auto category = utf8proc_category(c);
        const bool unseen = category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CC ||
                            category == UTF8PROC_CATEGORY_CN || is_mark(c);
        if (!unseen) return false;
    }
    return true;
}

std::size_t terminal_cells(std::string_view text) {
    std::size_t cells = 0;
    for (std::size_t at = 0; at < text.size();) {
        const int width = utf8proc_charwidth(take_code_point(text, at));
        cells += width > 0 ? static_cast<std::size_t>(width) : 0;
    }
    return cells;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    const std::string* best = nullptr;
    std::size_t best_edits = allowed + 1;
    for (const std::string& candidate : candidates) {
        // One edit turns any one-letter word into any other, so such a pair is not similar.
        const std::size_t longer = std::max(word.size(), candidate.size());
        const std::size_t distance = edits(word, candidate, best_edits - 1);
        if (distance < best_edits && distance < longer) {
            best = &candidate;
            best_edits = distance;
        }
        if (best_edits == 0) break;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

} // namespace chelate
