#include "engine/interop/markup.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include "engine/base/encoding.hpp"
#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"
#include "engine/interop/entities.hpp"
#include "engine/interop/tags.hpp"

namespace chelate::interop {
namespace {

bool is_letter_or_digit(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct RaisedSign {
    std::string_view plain;
    std::string_view raised;  ///< empty: none
    std::string_view lowered; ///< empty: none
};
constexpr std::array<RaisedSign, 18> raised_signs{{{"0", "⁰", "₀"},
                                                   {"1", "¹", "₁"},
                                                   {"2", "²", "₂"},
                                                   {"3", "³", "₃"},
                                                   {"4", "⁴", "₄"},
                                                   {"5", "⁵", "₅"},
                                                   {"6", "⁶", "₆"},
                                                   {"7", "⁷", "₇"},
                                                   {"8", "⁸", "₈"},
                                                   {"9", "⁹", "₉"},
                                                   {"+", "⁺", "₊"},
                                                   {"-", "⁻", "₋"},
                                                   {"−", "⁻", "₋"},
                                                   {"–", "⁻", "₋"},
                                                   {"=", "⁼", "₌"},
                                                   {"(", "⁽", "₍"},
                                                   {")", "⁾", "₎"},
                                                   {"n", "ⁿ", ""}}};

/// Returns a text in superscript or subscript characters, or nothing when Unicode lacks one of them.
std::optional<std::string> in_signs(std::string_view text, bool raised) {
    std::string signs;
    while (!text.empty()) {
        const auto sign = std::find_if(raised_signs.begin(), raised_signs.end(),
                                       [&](const RaisedSign& one) { return text.starts_with(one.plain); });
        if (sign == raised_signs.end()) return std::nullopt;
        const std::string_view made = raised ? sign->raised : sign->lowered;
        if (made.empty()) return std::nullopt;
        signs += made;
        text.remove_prefix(sign->plain.size());
    }
    return signs;
}

/// Returns the content of a superscript or subscript as plain text. @param before  the text in front of it
std::string scripted(std::string_view content, std::string_view before, bool raised) {
    content = trimmed(content);
    if (content.empty()) return {};
    if (auto signs = in_signs(content, raised)) return std::move(*signs);
    // The ending of an ordinal number is only small print.
    static constexpr std::array<std::string_view, 10> endings{"st", "nd", "rd", "th", "er", "re", "e", "ème", "o", "a"};
    const bool after_digit = !before.empty() && std::isdigit(static_cast<unsigned char>(before.back())) != 0;
    if (raised && after_digit && std::find(endings.begin(), endings.end(), content) != endings.end())
        return std::string(content);
    return (raised ? "^(" : "_(") + std::string(content) + ")";
}

class PlainTextWriter {
public:
    PlainTextWriter(std::string_view text, TextFormat format)
        : text_(text), all_(format == TextFormat::html || is_surely_html(text)), scanner_(text) {
        plain_.text.reserve(text.size());
    }

    PlainText write() && {
        for (at_ = 0; at_ < text_.size();) {
            const char c = text_[at_];
            if (c == '<' && all_ && (comment() || element())) continue;
            if (c == '&' && reference()) continue;
            plain_.text += c;
            ++at_;
        }
        while (!scripts_.empty()) end_script(scripts_.back().raised);
        return std::move(plain_);
    }

private:
    struct Script {
        std::size_t begin = 0; ///< in the plain text
        bool raised = false;
    };

    bool comment() {
        if (!text_.substr(at_).starts_with("<!--")) return false;
        const std::size_t end = no_more_comments_ ? std::string_view::npos : text_.find("-->", at_ + 4);
        no_more_comments_ = end == std::string_view::npos;
        if (no_more_comments_) return false;
        at_ = end + 3;
        plain_.changed = true;
        return true;
    }

    bool element() {
        const auto tag = scanner_.tag_at(at_);
        if (!tag) return false;
        plain_.changed = true;
        at_ = tag->end;
        if (tag->role == TagRole::hidden && !tag->closes) skip_content(tag->name);
        if (tag->role == TagRole::media && !tag->closes) plain_.lost.push_back(media_name(tag->attributes));
        if (tag->role == TagRole::block) break_line();
        if (tag->role == TagRole::line_break) plain_.text += '\n';
        if (tag->role == TagRole::cell && !plain_.text.empty() && !is_white(plain_.text.back())) plain_.text += ' ';
        if (tag->role == TagRole::raised || tag->role == TagRole::lowered) {
            const bool raised = tag->role == TagRole::raised;
            if (tag->closes) end_script(raised);
            else scripts_.push_back({plain_.text.size(), raised});
        }
        return true;
    }

    /// Skips the content of an element that is not for people, such as a style sheet.
    void skip_content(std::string_view name) {
        if (no_more_ends_) return;
        for (std::size_t i = text_.find("</", at_); i != std::string_view::npos; i = text_.find("</", i + 2)) {
            if (folded(text_.substr(i + 2, name.size())) != name) continue;
            at_ = i;
            return;
        }
        no_more_ends_ = true;
    }

    void break_line() {
        while (!plain_.text.empty() && (plain_.text.back() == ' ' || plain_.text.back() == '\t'))
            plain_.text.pop_back();
        if (!plain_.text.empty() && plain_.text.back() != '\n') plain_.text += '\n';
    }

    void end_script(bool raised) {
        if (scripts_.empty() || scripts_.back().raised != raised) return;
        const std::size_t begin = std::min(scripts_.back().begin, plain_.text.size());
        scripts_.pop_back();
        const std::string content = plain_.text.substr(begin);
        plain_.text.resize(begin);
        plain_.text += scripted(content, plain_.text, raised);
    }

    /// Reads "&eacute;", "&#233;" or "&#xE9;". In a text without markup it is read only inside or beside a word, and
    /// "&lt;", "&gt;" and "&amp;" are not read, because such a text may be about these signs themselves.
    bool reference() {
        constexpr std::size_t longest = 12;
        const std::size_t end = text_.substr(at_, longest).find(';');
        if (end == std::string_view::npos || end < 3) return false;
        const std::string_view name = text_.substr(at_ + 1, end - 1);
        const auto sign = name.front() == '#' ? numbered(name.substr(1)) : entity_named(name);
        if (!sign) return false;
        if (!all_) {
            const bool beside_word = (at_ > 0 && is_letter_or_digit(text_[at_ - 1])) ||
                                     (at_ + end + 1 < text_.size() && is_letter_or_digit(text_[at_ + end + 1]));
            if (!beside_word || *sign == '<' || *sign == '>' || *sign == '&') return false;
        }
        append_utf8(plain_.text, *sign == 0xA0 ? 0x20 : *sign);
        plain_.changed = true;
        at_ += end + 1;
        return true;
    }

    static std::optional<std::uint32_t> numbered(std::string_view digits) {
        const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
        if (hexadecimal) digits.remove_prefix(1);
        std::uint32_t sign = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), sign, hexadecimal ? 16 : 10);
        const bool whole = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
        const bool valid =
            sign >= 0x20 && sign <= 0x10FFFF && (sign < 0x7F || sign > 0x9F) && (sign < 0xD800 || sign > 0xDFFF);
        return whole && (valid || sign == '\t' || sign == '\n') ? std::optional(sign) : std::nullopt;
    }

    std::string_view text_;
    bool all_; ///< every known tag is markup
    TagScanner scanner_;
    PlainText plain_;
    std::vector<Script> scripts_; ///< superscripts and subscripts that are open
    std::size_t at_ = 0;
    bool no_more_comments_ = false;
    bool no_more_ends_ = false;
};

} // namespace

PlainText without_markup(std::string_view text, TextFormat format) {
    if (format == TextFormat::plain || text.find_first_of("<&") == std::string_view::npos)
        return {std::string(text), false, {}};
    return PlainTextWriter(text, format).write();
}

} // namespace chelate::interop
