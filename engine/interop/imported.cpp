#include "engine/interop/imported.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_id = 60;
constexpr std::size_t longest_topic = 100;
constexpr std::size_t longest_answer = 80; ///< of typed answers
constexpr std::size_t longest_detail = 80; ///< of a note
constexpr std::size_t most_choices = content::row_of(content::Kind::single).most;
constexpr std::size_t most_texts = content::row_of(content::Kind::typed).most;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Returns what the map gives out for a wanted id: the id itself, or the id with a number that makes it unique.
std::string unique_id(std::unordered_map<std::string, int>& taken, const std::string& wanted) {
    const auto [place, is_new] = taken.try_emplace(wanted, 2);
    if (is_new) return wanted;
    for (int& again = place->second;;) {
        std::string id = wanted + '-' + std::to_string(again++);
        if (taken.try_emplace(id, 2).second) return id;
    }
}

/// Returns what a note shows of a text: one line, and not too long.
std::string shown_detail(std::string_view text) {
    const bool cut = text.size() > 8 * longest_detail; // nobody needs to measure megabytes
    std::string shown = tidied(showable_line(valid_utf8(text.substr(0, 8 * longest_detail))));
    shown = shortened(shown, longest_detail);
    return cut && !shown.ends_with("…") ? shown + "…" : shown;
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

std::string pack_id_of(std::string_view name) {
    const std::string plain = folded(valid_utf8(name));
    std::string id = id_of(plain);
    if (is_ascii(plain) && !id.empty()) return id;
    // FNV-1a, 32 bits (Fowler, Noll, Vo): the same on every machine, which the id of a pack must be.
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string suffix;
    for (int shift = 28; shift >= 0; shift -= 4) suffix += digits[(hash >> shift) & 15U];
    if (id.empty()) id = "pack";
    id.resize(std::min(id.size(), longest_id - 1 - suffix.size()));
    while (id.ends_with('-')) id.pop_back();
    return id + '-' + suffix;
}

void Collector::begin(std::size_t line) {
    line_ = line;
    refused_ = false;
    told_markup_ = false;
    ++number_;
}

void Collector::note(std::size_t line, NoteKind kind, std::string_view code, std::string_view detail,
                     std::size_t limit) {
    import_.notes.push_back({line, std::string(code), shown_detail(detail), limit, kind});
}

void Collector::repaired(std::string_view code, std::string_view detail) {
    note(line_, NoteKind::repaired, code, detail, 0);
}

void Collector::refused(std::string_view code, std::string_view detail, std::size_t limit) {
    if (refused_) return; // the first reason is enough
    refused_ = true;
    note(line_, NoteKind::left_out, code, detail, limit);
}

void Collector::noted(std::size_t line, std::string_view code, std::string_view detail) {
    note(line, NoteKind::file, code, detail, 0);
}

std::string Collector::clean(std::string text, TextFormat format) {
    if (!is_ascii(text)) {
        if (const auto bad = first_invalid_utf8(text)) {
            refused("not-utf8", std::to_string(*bad));
            return {};
        }
    }
    if (format != TextFormat::plain && text.find_first_of("<&") != std::string::npos) {
        PlainText plain = without_markup(text, format);
        for (const std::string& name : plain.lost) repaired("media-lost", name);
        if (plain.changed) {
            if (!told_markup_) repaired("markup-taken-out");
            told_markup_ = true;
            text = std::move(plain.text);
        }
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
    const auto [known, is_new] = topics_.try_emplace(folded(shown));
    if (is_new) {
        std::string id = id_of(shown);
        if (id.empty()) id = "topic-" + std::to_string(import_.topics.size() + 1);
        known->second = unique_id(topic_ids_, id);
        import_.topics.push_back({known->second, std::move(shown)});
    }
    topic_ = known->second;
}

void Collector::check_length(const std::string& text, std::size_t most) {
    if (text.size() <= most) return;
    if (const std::size_t length = code_points(text); length > most) refused("too-long", std::to_string(length), most);
}

void Collector::take(content::AuthoredQuestion question, std::string_view wanted_id) {
    if (refused_) return;
    if (question.prompt.empty()) return refused("no-text");
    check_length(question.prompt, longest_text);
    check_length(question.explanation, longest_text);
    if (refused_) return;
    std::string id = id_of(wanted_id);
    if (id.empty()) id = "question-" + std::to_string(number_);
    question.id.value = unique_id(ids_, id);
    if (topic_.empty()) topic({});
    question.topic.value = topic_;
    question.unsourced = true;
    import_.questions.push_back({std::move(question), line_});
}

void Collector::take_choices(content::AuthoredQuestion question, std::vector<content::AuthoredChoice> choices,
                             bool several, std::string_view wanted_id) {
    if (choices.size() < 2) return refused("too-few-choices");
    if (choices.size() > most_choices) return refused("too-many-choices", std::to_string(choices.size()), most_choices);
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
    if (accepted.size() > most_texts) return refused("too-many-answers", std::to_string(accepted.size()), most_texts);
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
    if (is_full()) {
        import_ = {};
        noted(line_, "too-many-questions", {});
        import_.notes.back().limit = most_imported;
    }
    std::stable_sort(import_.notes.begin(), import_.notes.end(),
                     [](const ImportNote& a, const ImportNote& b) { return a.line < b.line; });
    return std::move(import_);
}

} // namespace chelate::interop
