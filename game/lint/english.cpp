#include "game/lint/english.hpp"

#include <algorithm>
#include <array>

#include "engine/base/text.hpp"
#include "engine/content/pack_texts.hpp"

namespace chelate::lint {

namespace {

constexpr std::size_t longest_label = 6;      ///< words of a short text that is no sentence
constexpr std::size_t shown_of_sentence = 60; ///< characters of a long sentence that its finding shows

/// Returns how many words a text has, taking what stands between white space as one if it has a letter or a digit.
std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool in_word = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_sign = byte < 0x80 && std::string_view("=+-/|()[]{}<>*.,:;!?").find(c) != std::string_view::npos;
        if (c == ' ' || c == '\n') in_word = false;
        else if (!in_word && !is_sign) ++words;
        if (c != ' ' && c != '\n' && !is_sign) in_word = true;
    }
    return words;
}

} // namespace

std::vector<StyleFinding> style_findings(std::string_view text, TextPlace place, const content::WordingRules& rules) {
    using Scope = content::StyleRule::Scope;
    std::vector<StyleFinding> findings;
    if (rules.longest_sentence > 0) {
        for (const std::string& sentence : content::sentences_of(text, ".!?")) {
            const std::size_t words = count_words(sentence);
            if (words <= rules.longest_sentence) continue;
            findings.push_back(
                {"long-sentence",
                 std::to_string(words) + ": " + std::string(first_graphemes(sentence, shown_of_sentence)),
                 {}});
        }
    }
    if (const std::size_t spaces = text.find("  "); !rules.style.empty() && spaces != std::string_view::npos) {
        const std::string_view before = text.substr(0, spaces);
        findings.push_back({"double-space", std::string(before.substr(before.rfind(' ') + 1)), {}});
    }
    const std::vector<std::string> sentences = content::sentences_of(text);
    for (const content::StyleRule& rule : rules.style) {
        const bool applies = rule.scope == Scope::everywhere ||
                             (rule.scope == Scope::program && place != TextPlace::pack) || place == TextPlace::label;
        if (!applies) continue;
        const auto caught = std::find_if(sentences.begin(), sentences.end(),
                                         [&](const std::string& sentence) { return rule.catches(sentence); });
        if (caught != sentences.end()) findings.push_back({rule.id, *caught, rule.why});
    }
    return findings;
}

bool is_label(std::string_view key, std::string_view text) {
    constexpr std::array<std::string_view, 6> endings{".title", ".heading", ".yes", ".no", ".ok", ".name"};
    const bool named =
        key.starts_with("does.") ||
        std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return key.ends_with(end); });
    if (named) return true;
    // A placeholder may stand for a whole sentence, and a text in small letters is part of one.
    const bool starts_one = !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
    const bool ends_one = !text.empty() && std::string_view(".!?:").find(text.back()) != std::string_view::npos;
    return starts_one && !ends_one && text.find('{') == std::string_view::npos && count_words(text) <= longest_label;
}

} // namespace chelate::lint
