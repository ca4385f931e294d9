#include "engine/interop/tags.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

struct KnownTag {
    std::string_view name;
    TagRole role;
};
constexpr std::array known_tags{KnownTag{"a", TagRole::inline_style},
                                KnownTag{"abbr", TagRole::inline_style},
                                KnownTag{"address", TagRole::block},
                                KnownTag{"article", TagRole::block},
                                KnownTag{"aside", TagRole::block},
                                KnownTag{"audio", TagRole::media},
                                KnownTag{"b", TagRole::inline_style},
                                KnownTag{"big", TagRole::inline_style},
                                KnownTag{"blockquote", TagRole::block},
                                KnownTag{"br", TagRole::line_break},
                                KnownTag{"caption", TagRole::block},
                                KnownTag{"center", TagRole::block},
                                KnownTag{"cite", TagRole::inline_style},
                                KnownTag{"code", TagRole::inline_style},
                                KnownTag{"col", TagRole::inline_style},
                                KnownTag{"colgroup", TagRole::inline_style},
                                KnownTag{"dd", TagRole::block},
                                KnownTag{"del", TagRole::inline_style},
                                KnownTag{"dfn", TagRole::inline_style},
                                KnownTag{"div", TagRole::block},
                                KnownTag{"dl", TagRole::block},
                                KnownTag{"dt", TagRole::block},
                                KnownTag{"em", TagRole::inline_style},
                                KnownTag{"embed", TagRole::media},
                                KnownTag{"figcaption", TagRole::block},
                                KnownTag{"figure", TagRole::block},
                                KnownTag{"font", TagRole::inline_style},
                                KnownTag{"footer", TagRole::block},
                                KnownTag{"h1", TagRole::block},
                                KnownTag{"h2", TagRole::block},
                                KnownTag{"h3", TagRole::block},
                                KnownTag{"h4", TagRole::block},
                                KnownTag{"h5", TagRole::block},
                                KnownTag{"h6", TagRole::block},
                                KnownTag{"header", TagRole::block},
                                KnownTag{"hr", TagRole::block},
                                KnownTag{"i", TagRole::inline_style},
                                KnownTag{"iframe", TagRole::media},
                                KnownTag{"img", TagRole::media},
                                KnownTag{"ins", TagRole::inline_style},
                                KnownTag{"kbd", TagRole::inline_style},
                                KnownTag{"li", TagRole::block},
                                KnownTag{"mark", TagRole::inline_style},
                                KnownTag{"nobr", TagRole::inline_style},
                                KnownTag{"o:p", TagRole::inline_style},
                                KnownTag{"object", TagRole::media},
                                KnownTag{"ol", TagRole::block},
                                KnownTag{"p", TagRole::block},
                                KnownTag{"picture", TagRole::inline_style},
                                KnownTag{"pre", TagRole::block},
                                KnownTag{"q", TagRole::inline_style},
                                KnownTag{"s", TagRole::inline_style},
                                KnownTag{"samp", TagRole::inline_style},
                                KnownTag{"script", TagRole::hidden},
                                KnownTag{"section", TagRole::block},
                                KnownTag{"small", TagRole::inline_style},
                                KnownTag{"source", TagRole::inline_style},
                                KnownTag{"span", TagRole::inline_style},
                                KnownTag{"strike", TagRole::inline_style},
                                KnownTag{"strong", TagRole::inline_style},
                                KnownTag{"style", TagRole::hidden},
                                KnownTag{"sub", TagRole::lowered},
                                KnownTag{"sup", TagRole::raised},
                                KnownTag{"table", TagRole::block},
                                KnownTag{"tbody", TagRole::block},
                                KnownTag{"td", TagRole::cell},
                                KnownTag{"tfoot", TagRole::block},
                                KnownTag{"th", TagRole::cell},
                                KnownTag{"thead", TagRole::block},
                                KnownTag{"tr", TagRole::block},
                                KnownTag{"tt", TagRole::inline_style},
                                KnownTag{"u", TagRole::inline_style},
                                KnownTag{"ul", TagRole::block},
                                KnownTag{"var", TagRole::inline_style},
                                KnownTag{"video", TagRole::media},
                                KnownTag{"wbr", TagRole::inline_style}};
constexpr std::size_t longest_name = 10;

constexpr std::array<std::string_view, 9> bare_attributes{
    "allowfullscreen", "autoplay", "checked", "controls", "disabled", "hidden", "loop", "nowrap", "reversed"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_sign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == ':' || c == '.';
}
bool is_word_sign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

const KnownTag* known_tag(std::string_view name) {
    std::array<char, longest_name> lower{};
    if (name.empty() || name.size() > lower.size()) return nullptr;
    std::transform(name.begin(), name.end(), lower.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    const std::string_view wanted(lower.data(), name.size());
    const auto found =
        std::find_if(known_tags.begin(), known_tags.end(), [&](const KnownTag& one) { return one.name == wanted; });
    return found == known_tags.end() ? nullptr : &*found;
}

/// Returns whether the line break between `begin` and `end` follows or precedes a word or the end of a sentence.
bool breaks_at_a_word(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin == 0 || end >= text.size()) return false;
    const char before = text[begin - 1];
    const char after = text[end];
    const bool ends_sentence = std::string_view(".,;:!?").find(before) != std::string_view::npos;
    return is_word_sign(before) || ends_sentence || is_word_sign(after) || after == '\n' || after == '\r';
}

} // namespace

std::size_t TagScanner::end_of_attributes(std::size_t at) {
    const auto skip = [&](auto wanted) {
        while (at < text_.size() && steps_left_ > 0 && wanted(text_[at])) {
            ++at;
            --steps_left_;
        }
        return at < text_.size() && steps_left_ > 0;
    };
    for (;;) {
        if (!skip([](char c) { return is_space(c) || c == '/'; })) return std::string_view::npos;
        if (text_[at] == '>') return at;
        const std::size_t begin = at;
        if (!skip(is_name_sign)) return std::string_view::npos;
        const std::string_view name = text_.substr(begin, at - begin);
        if (name.empty() || !skip(is_space)) return std::string_view::npos;
        if (text_[at] != '=') {
            if (std::find(bare_attributes.begin(), bare_attributes.end(), name) == bare_attributes.end())
                return std::string_view::npos;
            continue;
        }
        ++at;
        if (!skip(is_space)) return std::string_view::npos;
        const char quote = text_[at];
        if (quote == '"' || quote == '\'') {
            ++at;
            if (!skip([quote](char c) { return c != quote; })) return std::string_view::npos;
            ++at;
        } else if (!skip([](char c) { return !is_space(c) && c != '>' && c != '<' && c != '"'; })) {
            return std::string_view::npos;
        }
        if (at < text_.size() && text_[at] == '<') return std::string_view::npos;
    }
}

std::optional<Tag> TagScanner::tag_at(std::size_t at) {
    std::size_t begin = at + 1;
    const bool closes = begin < text_.size() && text_[begin] == '/';
    if (closes) ++begin;
    std::size_t end = begin;
    while (end < text_.size() && end - begin <= longest_name && is_name_sign(text_[end])) ++end;
    const KnownTag* known = known_tag(text_.substr(begin, end - begin));
    if (known == nullptr || steps_left_ == 0) return std::nullopt;
    const std::size_t close = end_of_attributes(end);
    if (close == std::string_view::npos) return std::nullopt;
    return Tag{known->name, known->role, closes, trimmed(text_.substr(end, close - end)), close + 1};
}

bool is_surely_html(std::string_view text) {
    TagScanner scanner(text);
    struct Opened {
        std::size_t begin = std::string_view::npos;
        std::size_t end = 0;
    };
    std::array<Opened, known_tags.size()> opened; // by tag: the last one that was opened
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        const auto tag = scanner.tag_at(at);
        if (!tag) {
            ++at;
            continue;
        }
        Opened& last = opened[static_cast<std::size_t>(known_tag(tag->name) - known_tags.data())];
        if (!tag->closes) {
            if (tag->role == TagRole::media && tag->attributes.find('=') != std::string_view::npos) return true;
            if (tag->role == TagRole::line_break && breaks_at_a_word(text, at, tag->end)) return true;
            last = {at, tag->end};
        } else if (last.begin != std::string_view::npos && at > last.end) {
            const bool tight = !is_space(text[last.end]) && !is_space(text[at - 1]);
            if (tight || (last.begin == 0 && tag->end == text.size())) return true;
        }
        at = tag->end;
    }
    return false;
}

std::string media_name(std::string_view attributes) {
    for (const std::string_view key : {"src", "data"}) {
        for (std::size_t at = attributes.find(key); at != std::string_view::npos; at = attributes.find(key, at + 1)) {
            if (at > 0 && !is_space(attributes[at - 1])) continue;
            std::string_view value = trimmed(attributes.substr(at + key.size()));
            if (!value.starts_with('=')) continue;
            value = trimmed(value.substr(1));
            const bool quoted = value.starts_with('"') || value.starts_with('\'');
            if (quoted) value = value.substr(1, value.find(value.front(), 1) - 1);
            else value = value.substr(0, value.find_first_of(" \t\r\n"));
            if (value.starts_with("data:")) return "data:";
            value = value.substr(0, value.find_first_of("?#"));
            return std::string(value.substr(value.rfind('/') + 1).substr(0, 200));
        }
    }
    return std::string(attributes.substr(0, 60));
}

} // namespace chelate::interop
