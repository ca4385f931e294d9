// Finds the language files of a folder, loads one by its tag, and compares one with English.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/text/language.hpp"

namespace chelate::text {

/// The tag of the language that every other one falls back on.
inline constexpr std::string_view english = "en";

struct FoundLanguage {
    std::string tag;  ///< name of its file without the ending, such as "pt-BR"
    std::string name; ///< in the language itself; the tag when the file does not say it or cannot be read

    bool operator==(const FoundLanguage&) const = default;
};

/// Returns the languages of a folder, English first, then by tag.
[[nodiscard]] std::vector<FoundLanguage> find_languages(const std::filesystem::path& folder);

/// Loads a language that takes what it lacks from English. Errors: language-unknown {tag}; those of Language::load for
/// its file, and for English.
[[nodiscard]] Result<Language> load_language(const std::filesystem::path& folder, const std::string& tag);

/// What a language file lacks, or has too much.
struct LanguageGap {
    std::string key;    ///< of the text
    std::string code;   ///< missing-text, unknown-text, missing-form, missing-placeholder or unknown-placeholder
    std::string detail; ///< the form or the placeholder; empty where the whole text is meant

    bool operator==(const LanguageGap&) const = default;
};

/// Compares a language's own texts with those of another, which is taken as complete. Sorted by key.
[[nodiscard]] std::vector<LanguageGap> find_gaps(const Language& language, const Language& complete);

} // namespace chelate::text
