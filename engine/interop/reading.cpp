// Splits a text into lines and reads the numbers that people write.
#include <algorithm>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/base/written_number.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
std::string_view trimmed(std::string_view text) {
    const auto is_blank_sign = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank_sign(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank_sign(text.back())) text.remove_suffix(1);
    return text;
}

bool is_blank_line(std::string_view line) { return trimmed(line).empty(); }

std::optional<LoneNumber> lone_number_in(std::string_view text) {
    constexpr std::size_t longest = 60;
    text = trimmed(text);
    if (text.size() > longest) return std::nullopt;
    const auto number = read_written_number(text);
    if (!number || !number->rest.empty()) return std::nullopt;
    const WrittenNumber::Reading* meant = number->meant();
    const bool ambiguous = meant == nullptr;
    if (ambiguous) meant = &*number->with_decimals;
    const double value = meant->value();
    if (!std::isfinite(value)) return std::nullopt;
    return LoneNumber{value, std::min(meant->written_decimals(), 9), ambiguous};
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
