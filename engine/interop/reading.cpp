// Splits a text into lines and reads the numbers that people write.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

/// Returns the text with plain signs: U+2212 as "-", and no spaces between digits (blank, no-break, thin) nor
/// apostrophes as thousands separators.
std::string with_plain_signs(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        std::size_t length = 1;
        bool groups = text.front() == ' ' || text.front() == '\'';
        for (const std::string_view sign : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"}) {
            if (!text.starts_with(sign)) continue;
            length = sign.size();
            groups = true;
        }
        if (text.starts_with("\xE2\x88\x92")) {
            plain += '-';
            length = 3;
        } else if (groups) {
            // Only before a group of exactly three digits.
            const std::string_view next = text.substr(length);
            const bool three = next.size() >= 3 && std::all_of(next.begin(), next.begin() + 3, is_ascii_digit) &&
                               (next.size() == 3 || !is_ascii_digit(next[3]));
            if (!three || plain.empty() || !is_ascii_digit(plain.back())) plain += ' '; // which is no number
        } else {
            plain += text.front();
        }
        text.remove_prefix(length);
    }
    return plain;
}

/// Removes thousands separators and makes the decimal separator a point. Returns nothing when the separators make no
/// sense together.
std::optional<std::string> with_decimal_point(std::string text, bool& ambiguous) {
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto points = std::count(text.begin(), text.end(), '.');
    if (commas == 0 && points <= 1) return text;
    const std::size_t digits_end = std::min(text.find_first_of("eE"), text.size());
    const std::size_t last = text.find_last_of(",.");
    if (last > digits_end) return std::nullopt;
    // Groups of three digits between separators of thousands.
    const auto groups_are_sound = [&](char separator, std::size_t end) {
        for (std::size_t at = text.find(separator); at != std::string::npos && at < end;
             at = text.find(separator, at + 1)) {
            if (at == 0 || !is_ascii_digit(text[at - 1]) || at + 4 > end) return false;
            if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at + 1),
                             text.begin() + static_cast<std::ptrdiff_t>(at + 4), is_ascii_digit))
                return false;
            if (at + 4 < end && is_ascii_digit(text[at + 4])) return false;
        }
        return true;
    };
    if (commas > 0 && points > 0) {
        const char decimal = text[last];
        const char thousands = decimal == ',' ? '.' : ',';
        if (std::count(text.begin(), text.end(), decimal) != 1 || !groups_are_sound(thousands, last))
            return std::nullopt;
        std::erase(text, thousands);
        std::replace(text.begin(), text.end(), ',', '.');
        return text;
    }
    const char separator = commas > 0 ? ',' : '.';
    if (std::max(commas, points) > 1) {
        if (!groups_are_sound(separator, digits_end)) return std::nullopt;
        std::erase(text, separator);
        return text;
    }
    // One comma: "3,5" and "0,125" are decimal numbers, "1,234" may be either.
    const std::string_view whole = std::string_view(text).substr(0, last);
    const std::string_view bare = whole.substr(std::min(whole.find_first_not_of("+-"), whole.size()));
    ambiguous =
        digits_end - last == 4 && groups_are_sound(',', digits_end) && bare.size() <= 3 && !bare.starts_with('0');
    text[last] = '.';
    return text;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const auto is_blank_sign = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank_sign(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank_sign(text.back())) text.remove_suffix(1);
    return text;
}

bool is_blank_line(std::string_view line) { return trimmed(line).empty(); }

std::optional<Decimal> decimal_of(std::string_view text) {
    text = trimmed(text);
    constexpr std::size_t longest = 60;
    if (text.empty() || text.size() > longest) return std::nullopt;
    Decimal number;
    std::string plain(text);
    if (text.find_first_not_of("0123456789.+-eE") != std::string_view::npos) plain = with_plain_signs(text);
    const auto pointed = with_decimal_point(std::move(plain), number.ambiguous);
    if (!pointed) return std::nullopt;
    std::string_view digits = *pointed;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number.value))
        return std::nullopt;
    const std::size_t exponent = std::min(digits.find_first_of("eE"), digits.size());
    const std::size_t point = digits.find('.');
    int decimals = point < exponent ? static_cast<int>(exponent - point - 1) : 0;
    if (exponent < digits.size()) {
        int power = 0;
        std::string_view written = digits.substr(exponent + 1);
        if (written.starts_with('+')) written.remove_prefix(1);
        (void)std::from_chars(written.data(), written.data() + written.size(), power);
        decimals -= std::clamp(power, -20, 20);
    }
    number.decimals = std::clamp(decimals, 0, 9);
    return number;
}

Lines::Lines(std::string_view text) : text_(text), has_returns_(text.find('\r') != std::string_view::npos) {
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    line_feed_ = text_.find('\n', at_);
}

std::optional<std::string_view> Lines::next() {
    if (at_ >= text_.size()) return std::nullopt;
    ++number_;
    if (line_feed_ < at_) line_feed_ = text_.find('\n', at_);
    std::string_view line = text_.substr(at_, line_feed_ == std::string_view::npos ? line_feed_ : line_feed_ - at_);
    std::size_t next = line_feed_ == std::string_view::npos ? text_.size() : line_feed_ + 1;
    if (has_returns_) {
        // The search stops at the first return, so every character is looked at once, also without any line feed.
        const std::size_t end = line.find('\r');
        if (end != std::string_view::npos) {
            next = text_.substr(at_ + end).starts_with("\r\n") ? at_ + end + 2 : at_ + end + 1;
            line = line.substr(0, end);
        }
    }
    at_ = next;
    return line;
}

} // namespace chelate::interop
