#include "engine/interop/imported.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_id = 60;
constexpr std::size_t longest_topic = 100;
constexpr std::size_t longest_answer = 80; ///< of typed answers
constexpr std::size_t most_choices = 9;
constexpr std::size_t most_texts = 20;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Removes tags and replaces entities by their characters. @return whether anything was changed
bool without_markup(std::string& text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}, {"&#39;", "'"}}};
    std::string out;
    bool changed = false;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '<' && i + 1 < text.size() &&
            (text[i + 1] == '/' || (std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0))) {
            const std::size_t end = text.find('>', i);
            if (end != std::string::npos && end - i < 400) {
                const std::string_view tag(text.data() + i + 1, end - i - 1);
                if (tag.starts_with("br") || tag.starts_with("/p") || tag.starts_with("/li") || tag.starts_with("/div"))
                    out += '\n';
                i = end + 1;
                changed = true;
                continue;
            }
        }
        if (text[i] == '&') {
            const auto entity = std::find_if(entities.begin(), entities.end(), [&](const auto& known) {
                return text.compare(i, known.first.size(), known.first) == 0;
            });
            if (entity != entities.end()) {
                out += entity->second;
                i += entity->first.size();
                changed = true;
                continue;
            }
        }
        out += text[i++];
    }
    if (changed) text = std::move(out);
    return changed;
}

} // namespace

std::string id_of(std::string_view text) {
    std::string id;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) id += c;
        else if (c >= 'A' && c <= 'Z') id += static_cast<char>(c - 'A' + 'a');
        else if (!id.empty() && id.back() != '-') id += '-';
        if (id.size() == longest_id) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::string_view trimmed(std::string_view text) {
    const auto is_blank_sign = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank_sign(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank_sign(text.back())) text.remove_suffix(1);
    return text;
}

bool is_blank_line(std::string_view line) { return trimmed(line).empty(); }

std::optional<Decimal> decimal_of(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    Decimal number;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty() || !std::isfinite(number.value))
        return std::nullopt;
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos)
        number.decimals = static_cast<int>(std::min<std::size_t>(6, text.size() - point - 1));
    return number;
}

Lines::Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
    ended_ = rest_.empty();
}

std::optional<std::string_view> Lines::next() {
    if (ended_) return std::nullopt;
    ++number_;
    std::size_t end = rest_.find('\n');
    end = std::min(end, rest_.substr(0, end).find('\r'));
    const std::string_view line = rest_.substr(0, end);
    if (end == std::string_view::npos) {
        rest_ = {};
    } else {
        rest_.remove_prefix(rest_.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    ended_ = rest_.empty();
    return line;
}

void Collector::begin(std::size_t line) {
    line_ = line;
    refused_ = false;
    told_markup_ = false;
    ++number_;
}

void Collector::repaired(std::string_view code, std::string_view detail) {
    import_.notes.push_back({line_, std::string(code), std::string(detail), false});
}

void Collector::refused(std::string_view code, std::string_view detail) {
    if (refused_) return; // the first reason is enough
    refused_ = true;
    import_.notes.push_back({line_, std::string(code), std::string(detail), true});
}

std::string Collector::clean(std::string text) {
    if (!is_ascii(text)) {
        if (const auto bad = first_invalid_utf8(text)) {
            refused("not-utf8", std::to_string(*bad));
            return {};
        }
    }
    const bool may_hold_markup = text.find('<') != std::string::npos || text.find('&') != std::string::npos;
    if (may_hold_markup && without_markup(text) && !told_markup_) {
        told_markup_ = true;
        repaired("markup-taken-out");
    }
    std::replace(text.begin(), text.end(), '\t', ' ');
    if (first_unshowable(text)) {
        std::replace(text.begin(), text.end(), '\r', ' ');
        text = without_unshowable(text);
        if (!told_markup_) repaired("signs-taken-out");
        told_markup_ = true;
    }
    const std::string_view bare = trimmed(text);
    if (bare.size() != text.size()) text = std::string(bare);
    if (!is_ascii(text) && is_blank(text)) return {}; // only characters of no width
    return text;
}

void Collector::topic(std::string_view name) {
    std::string shown = is_blank(name) ? "Imported" : std::string(name);
    for (std::size_t most = longest_topic; code_points(shown) > longest_topic; most /= 2)
        shown = first_graphemes(shown, most);
    if (shown.empty()) shown = "Imported"; // a single grapheme longer than any name
    std::string id = id_of(shown);
    if (id.empty()) id = "topic-" + std::to_string(import_.topics.size() + 1);
    topic_ = id;
    const bool known = std::any_of(import_.topics.begin(), import_.topics.end(),
                                   [&](const ImportedTopic& one) { return one.id == id; });
    if (!known) import_.topics.push_back({id, std::move(shown)});
}

void Collector::check_length(const std::string& text, std::size_t most) {
    if (text.size() > most && code_points(text) > most) refused("too-long");
}

void Collector::take(content::AuthoredQuestion question, std::string_view wanted_id) {
    if (refused_) return;
    if (question.prompt.empty()) return refused("no-text");
    check_length(question.prompt, longest_text);
    check_length(question.explanation, longest_text);
    if (refused_) return;
    std::string id = id_of(wanted_id);
    if (id.empty()) id = "question-" + std::to_string(number_);
    std::string free = id;
    for (int again = 2; !ids_.insert(free).second; ++again) free = id + '-' + std::to_string(again);
    question.id.value = std::move(free);
    if (topic_.empty()) topic({});
    question.topic.value = topic_;
    question.unsourced = true;
    import_.questions.push_back({std::move(question), line_});
}

void Collector::take_choices(content::AuthoredQuestion question, std::vector<content::AuthoredChoice> choices,
                             bool several, std::string_view wanted_id) {
    if (choices.size() < 2) return refused("too-few-choices");
    if (choices.size() > most_choices) return refused("too-many-choices", std::to_string(choices.size()));
    std::vector<std::string> seen;
    for (const content::AuthoredChoice& choice : choices) {
        if (is_blank(choice.text)) return refused("empty-choice");
        check_length(choice.text, longest_text);
        check_length(choice.why, longest_text);
        std::string same = folded(choice.text);
        if (std::find(seen.begin(), seen.end(), same) != seen.end()) return refused("equal-choices", choice.text);
        seen.push_back(std::move(same));
    }
    const auto right = std::count_if(choices.begin(), choices.end(),
                                     [](const content::AuthoredChoice& choice) { return choice.right; });
    if (right == 0) return refused("no-right-choice");
    if (!several && right > 1) return refused("several-right");
    // When one of two choices is right, the player picks one instead of ticking several.
    question.kind = several && choices.size() > 2 ? content::Kind::multiple : content::Kind::single;
    if (question.kind == content::Kind::single && right > 1) return refused("several-right");
    question.authored = content::Choices{std::move(choices), {}, true};
    take(std::move(question), wanted_id);
}

void Collector::take_texts(content::AuthoredQuestion question, std::vector<content::AcceptedText> accepted,
                           std::string_view wanted_id) {
    std::erase_if(accepted, [](const content::AcceptedText& text) { return is_blank(text.text); });
    if (accepted.empty()) return refused("no-answer");
    if (accepted.size() > most_texts) return refused("too-many-answers", std::to_string(accepted.size()));
    for (const content::AcceptedText& text : accepted) check_length(text.text, longest_answer);
    std::vector<std::string> seen;
    std::erase_if(accepted, [&](const content::AcceptedText& text) {
        std::string same = folded(text.text);
        if (std::find(seen.begin(), seen.end(), same) != seen.end()) return true;
        seen.push_back(std::move(same));
        return false;
    });
    if (std::none_of(accepted.begin(), accepted.end(),
                     [](const content::AcceptedText& text) { return text.percent == 100; }))
        return refused("no-right-choice");
    const bool has_gap = question.prompt.find("___") != std::string::npos;
    question.kind = has_gap ? content::Kind::gap : content::Kind::typed;
    question.authored = content::Texts{std::move(accepted), {}};
    take(std::move(question), wanted_id);
}

Import Collector::finish() && {
    std::stable_sort(import_.notes.begin(), import_.notes.end(),
                     [](const ImportNote& a, const ImportNote& b) { return a.line < b.line; });
    return std::move(import_);
}

} // namespace chelate::interop
