#include "engine/text/languages.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace chelate::text {
namespace {

std::filesystem::path file_of(const std::filesystem::path& folder, std::string_view tag) {
    return folder / (std::string(tag) + ".json");
}

/// Returns whether a tag is made of letters, digits and dashes, so that it names no file elsewhere.
bool is_tag(std::string_view tag) {
    return !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Returns the names of all placeholders in all forms of a text.
std::set<std::string> placeholders_of(const Message& message) {
    std::set<std::string> names;
    const auto collect = [&](std::string_view text) {
        while (true) {
            const std::size_t open = text.find('{');
            const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
            if (close == std::string_view::npos) return;
            names.emplace(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
    };
    collect(message.other);
    for (const auto& [form, text] : message.forms) collect(text);
    return names;
}

void compare(const std::string& key, const Message& message, const Message& complete, const PluralRules& rules,
             std::vector<LanguageGap>& gaps) {
    const auto wanted = placeholders_of(complete);
    const auto present = placeholders_of(message);
    for (const std::string& name : wanted) {
        if (!present.contains(name)) gaps.push_back({key, "missing-placeholder", name});
    }
    for (const std::string& name : present) {
        if (!wanted.contains(name)) gaps.push_back({key, "unknown-placeholder", name});
    }
    if (complete.forms.empty()) return;
    for (std::size_t i = 0; i < plural_form_names.size() - 1; ++i) {
        const auto form = static_cast<PluralForm>(i);
        const bool has =
            std::any_of(message.forms.begin(), message.forms.end(), [&](const auto& one) { return one.first == form; });
        if (rules.uses(form) && !has) gaps.push_back({key, "missing-form", std::string(plural_form_names[i])});
    }
}

} // namespace

std::vector<FoundLanguage> find_languages(const std::filesystem::path& folder) {
    std::vector<FoundLanguage> found;
    std::error_code none; // a folder that cannot be read has no languages
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        const std::string tag = entry.path().stem().string();
        if (entry.path().extension() != ".json" || !is_tag(tag)) continue;
        const auto language = Language::load(entry.path());
        found.push_back({tag, language && !language->name().empty() ? language->name() : tag});
    }
    std::sort(found.begin(), found.end(), [](const FoundLanguage& a, const FoundLanguage& b) {
        return std::pair(a.tag != english, a.tag) < std::pair(b.tag != english, b.tag);
    });
    return found;
}

Result<Language> load_language(const std::filesystem::path& folder, const std::string& tag) {
    if (!is_tag(tag)) return fail("language-unknown", {{"tag", tag}});
    auto language = Language::load(file_of(folder, tag));
    if (!language && language.error().code == "file-missing") return fail("language-unknown", {{"tag", tag}});
    if (!language || tag == english) return language;
    auto fallback = Language::load(file_of(folder, english));
    if (!fallback) return fallback;
    language->fall_back_on(std::make_shared<const Language>(std::move(*fallback)));
    return language;
}

std::vector<LanguageGap> find_gaps(const Language& language, const Language& complete) {
    std::vector<LanguageGap> gaps;
    for (const auto& [key, message] : complete.messages()) {
        const auto own = language.messages().find(key);
        if (own == language.messages().end()) gaps.push_back({key, "missing-text", {}});
        else compare(key, own->second, message, language.plural_rules(), gaps);
    }
    for (const auto& [key, message] : language.messages()) {
        if (!complete.messages().contains(key)) gaps.push_back({key, "unknown-text", {}});
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return gaps;
}

} // namespace chelate::text
