// Reads a language file: every sentence a person sees, by key, with placeholders, plurals and number formats.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/text/plural_rules.hpp"

namespace chelate::json {
class Document;
class ObjectReader;
struct Problem;
} // namespace chelate::json

namespace chelate::text {

using Args = std::vector<std::pair<std::string, std::string>>;

/// A text of a language file with its plural forms.
struct Message {
    std::string other;
    std::vector<std::pair<PluralForm, std::string>> forms{}; ///< the forms besides `other`; empty: it has none

    /// Returns the text of a form, or of `other` when it has no such form.
    [[nodiscard]] const std::string& in(PluralForm form) const;
};

/// Texts of one language. A text may contain `{name}` placeholders. A text with plural forms is an object with the
/// categories of CLDR that the language uses, "other" at least; the argument `count` chooses the form. Three members
/// are no texts: "language" is the name of the language in that language, "plurals" has the plural rules (see
/// PluralRules), and "numbers" says how numbers are written. Keys that begin with "//" are comments.
class Language {
public:
    /// Reads assets/i18n/<tag>.json. Errors: file-missing {path}, language-broken {path, reason}.
    static Result<Language> load(const std::filesystem::path& file);

    /// Takes the texts that this language lacks from another one.
    void fall_back_on(std::shared_ptr<const Language> other) { fallback_ = std::move(other); }

    /// Returns the text with its placeholders filled. Of an argument it takes what can be shown on one line (see
    /// showable_line). A placeholder without an argument is left unchanged. A key that no file has gives "[key]"; a
    /// test finds all of them.
    [[nodiscard]] std::string text(std::string_view key, const Args& args = {}) const;

    /// Returns the text for a number of things: chooses the plural form and fills `{count}` with the number as
    /// this language writes it.
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t count, const Args& args = {}) const;

    /// Returns the sentence for an error: key "error.<code>" with its arguments. A code without a sentence gives
    /// "error.unknown" with the argument `code`, or the bare code when no file has that key either.
    [[nodiscard]] std::string sentence(const Error& error) const;

    /// Returns a whole number with this language's separator, for example "12,345".
    [[nodiscard]] std::string number(std::int64_t value) const;

    /// Returns a number with `decimals` digits after the point, for example "1,234.50".
    /// @param value  finite
    /// @param decimals  0 to 9
    [[nodiscard]] std::string number_with_decimals(double value, int decimals) const;

    /// Returns whether this language, or the one it falls back on, has a text.
    [[nodiscard]] bool has(std::string_view key) const;

    /// Returns the name of the language in that language, such as "English"; empty when the file does not say it.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const PluralRules& plural_rules() const { return rules_; }
    /// Returns all texts of this language's own file, by key.
    [[nodiscard]] const std::map<std::string, Message, std::less<>>& messages() const { return messages_; }

private:
    void read(const json::Document& document, std::vector<json::Problem>& problems);
    void read_numbers(json::ObjectReader& numbers);
    void read_plural_rules(json::ObjectReader& rules);
    [[nodiscard]] Message read_forms(json::ObjectReader& forms) const;
    /// Fills the form of a text for a count, or its form `other`.
    [[nodiscard]] std::string filled(std::string_view key, std::optional<std::int64_t> count, const Args& args) const;
    [[nodiscard]] std::string grouped(std::string_view digits) const;

    std::string name_;
    PluralRules rules_;
    std::map<std::string, Message, std::less<>> messages_;
    std::shared_ptr<const Language> fallback_; ///< null: none
    std::string group_ = ",";
    std::string decimal_ = ".";
    std::size_t grouped_from_ = 4; ///< digits of the smallest number with a separator between thousands
};

} // namespace chelate::text
