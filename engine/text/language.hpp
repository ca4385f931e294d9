// Reads a language file: every sentence a person sees, by key, with placeholders, plurals and number formats.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.hpp"

namespace chelate::json {
class Document;
struct Problem;
} // namespace chelate::json

namespace chelate::text {

using Args = std::vector<std::pair<std::string, std::string>>;

/// Texts of one language. A text may contain `{name}` placeholders. A text with plural forms is an object with the
/// categories "one" and "other"; the argument `count` chooses the form. The file's member "numbers" contains
/// "group" and "decimal", the separators between thousands and before a fraction (default "," and "."). Keys that
/// begin with "//" are comments.
class Language {
public:
    /// Reads assets/i18n/<tag>.json. Errors: file-missing {path}, language-broken {path, reason}.
    static Result<Language> load(const std::filesystem::path& file);

    /// Returns the text with its placeholders filled. A key that is not in the file gives "[key]"; a test finds all
    /// of them. A placeholder without an argument is left unchanged.
    [[nodiscard]] std::string text(std::string_view key, const Args& args = {}) const;

    /// Returns the text for a number of things: chooses the plural form and fills `{count}` with the number as
    /// this language writes it.
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t count, const Args& args = {}) const;

    /// Returns the sentence for an error: key "error.<code>" with its arguments. A code without a sentence gives
    /// "error.unknown" with the argument `code`, or the bare code when the file does not have that key either.
    [[nodiscard]] std::string sentence(const Error& error) const;

    /// Returns a whole number with this language's separator, for example "12,345".
    [[nodiscard]] std::string number(std::int64_t value) const;

    /// Returns a number with `decimals` digits after the point, for example "1,234.50".
    /// @param value  finite
    /// @param decimals  0 to 9
    [[nodiscard]] std::string number_with_decimals(double value, int decimals) const;

    [[nodiscard]] bool has(std::string_view key) const;
    /// Returns all keys, sorted, except "numbers".
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    void read(const json::Document& document, std::vector<json::Problem>& problems);

    struct Forms {
        std::string one; ///< empty: the text has no plural forms
        std::string other;
    };
    std::map<std::string, Forms, std::less<>> texts_;
    std::string group_ = ",";
    std::string decimal_ = ".";
};

} // namespace chelate::text
