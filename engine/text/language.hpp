// A language file: every sentence a person reads, by key, with placeholders, plurals and its way to write numbers.
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

/// Texts of one language. A text may hold `{name}` placeholders. A text with plural forms is an object of the
/// categories
/// "one" and "other"; the argument `count` chooses. The member "numbers" of the file holds "group" and "decimal", what
/// stands between thousands and before a fraction (default "," and "."). Keys that begin with "//" are comments.
class Language {
public:
    /// Reads assets/i18n/<tag>.json. Errors: file-missing {path}, language-broken {path, reason}.
    static Result<Language> load(const std::filesystem::path& file);

    /// The text with its placeholders filled. A key the file lacks gives "[key]" (a test finds all of them); a
    /// placeholder without an argument stays as it is.
    [[nodiscard]] std::string text(std::string_view key, const Args& args = {}) const;

    /// As above for a number of things: chooses the plural form, and `{count}` is the number as this language writes
    /// it.
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t count, const Args& args = {}) const;

    /// The sentence of an error: key "error.<code>" with its arguments. A code without one gives the code itself in a
    /// general sentence ("error.unknown" with the argument `code`).
    [[nodiscard]] std::string sentence(const Error& error) const;

    /// "12,345" with this language's separator.
    [[nodiscard]] std::string number(std::int64_t value) const;

    /// "1,234.50": a number with so many digits after the point.
    /// @param value  finite @param decimals  0 to 9
    [[nodiscard]] std::string number_with_decimals(double value, int decimals) const;

    [[nodiscard]] bool has(std::string_view key) const;
    /// All keys, sorted; "numbers" is none.
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
