#include "engine/text/language.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::text {
namespace {

constexpr std::size_t longest_separator = 4; ///< in bytes; enough for one character
constexpr std::string_view language_key = "language";
constexpr std::string_view plurals_key = "plurals";
constexpr std::string_view numbers_key = "numbers";

/// Fills the placeholders that have an argument. Placeholders inside an argument are not filled. Arguments may come
/// from anywhere, such as a file's name, so only what can be shown on one line gets into the sentence.
std::string with_placeholders_filled(std::string_view text, const Args& args) {
    std::string result;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return result.append(text);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
        result += text.substr(0, open);
        if (arg != args.end()) result += showable_line(arg->second);
        else result += text.substr(open, close + 1 - open);
        text.remove_prefix(close + 1);
    }
}

/// Reads a separator. It may be a blank, which is not allowed for other texts. Keeps `target` when the file has none.
void read_separator(json::ObjectReader& reader, std::string_view key, std::string& target) {
    const auto value = reader.any(key);
    if (!value) return;
    if (value->kind() != json::Kind::string || value->as_string().size() > longest_separator) {
        reader.report(key, "wrong-type", "a separator is one character or none");
        return;
    }
    target = value->as_string();
}

/// Returns the whole number that a text is; nothing for any other text.
std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

const std::string& Message::in(PluralForm form) const {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& one) { return one.first == form; });
    return found == forms.end() ? other : found->second;
}

Result<Language> Language::load(const std::filesystem::path& file) {
    const auto broken = [&](std::string reason) {
        return fail("language-broken", {{"path", file.string()}, {"reason", std::move(reason)}});
    };
    auto bytes = read_file(file, json::max_bytes);
    if (!bytes && bytes.error().code == "file-missing") return tl::unexpected(bytes.error());
    if (!bytes) return broken(bytes.error().code);
    std::vector<json::Problem> problems;
    const auto document = json::Document::parse(file.generic_string(), std::move(*bytes), problems);
    Language language;
    if (document) language.read(*document, problems);
    json::sort(problems);
    if (!problems.empty()) {
        const std::string told = json::to_text(problems.front());
        return broken(told.substr(0, told.find('\n'))); // without the line of the file below it
    }
    return language;
}

void Language::read(const json::Document& document, std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, document.root(), "a language file", problems);
    name_ = reader.optional_string(language_key).value_or("");
    if (const auto rules = reader.object(plurals_key, false)) {
        json::ObjectReader of_rules(document, *rules, "the plural rules of a language", problems);
        read_plural_rules(of_rules);
    }
    if (const auto numbers = reader.object(numbers_key, false)) {
        json::ObjectReader of_numbers(document, *numbers, "the numbers of a language", problems);
        read_numbers(of_numbers);
    }
    reader.accept_rest();
    if (document.root().kind() != json::Kind::object) return;
    for (auto member = document.root().first(); member; member = member->next()) {
        const std::string_view key = member->key();
        if (key == language_key || key == plurals_key || key == numbers_key || key.starts_with("//")) continue;
        Message message;
        if (member->kind() == json::Kind::object) {
            json::ObjectReader forms(document, *member, "a text with plural forms", problems);
            message = read_forms(forms);
        } else if (auto text = reader.string(key)) {
            message.other = std::move(*text);
        }
        messages_.insert_or_assign(std::string(key), std::move(message));
    }
}

void Language::read_plural_rules(json::ObjectReader& rules) {
    for (const PluralForm form :
         {PluralForm::zero, PluralForm::one, PluralForm::two, PluralForm::few, PluralForm::many}) {
        const std::string_view name = plural_form_names[static_cast<std::size_t>(form)];
        const auto rule = rules.optional_string(name);
        if (rule && !rules_.set(form, *rule))
            rules.report(name, "bad-plural-rule", "this is no plural rule as Unicode CLDR has them: " + *rule);
    }
    rules.finish();
}

void Language::read_numbers(json::ObjectReader& numbers) {
    read_separator(numbers, "group", group_);
    read_separator(numbers, "decimal", decimal_);
    grouped_from_ = static_cast<std::size_t>(numbers.optional_integer("grouped_from_digits", 4, 6).value_or(4));
    numbers.finish();
}

Message Language::read_forms(json::ObjectReader& forms) const {
    Message message{forms.string("other").value_or("")};
    for (std::size_t i = 0; i < plural_form_names.size() - 1; ++i) {
        const auto form = static_cast<PluralForm>(i);
        if (!rules_.uses(form)) continue; // `finish` reports a form that no number of this language has
        if (auto text = forms.optional_string(plural_form_names[i])) message.forms.emplace_back(form, std::move(*text));
    }
    forms.finish();
    return message;
}

std::string Language::filled(std::string_view key, std::optional<std::int64_t> count, const Args& args) const {
    const auto found = messages_.find(key);
    if (found != messages_.end())
        return with_placeholders_filled(found->second.in(count ? rules_.form_for(*count) : PluralForm::other), args);
    return fallback_ ? fallback_->filled(key, count, args) : '[' + std::string(key) + ']';
}

std::string Language::text(std::string_view key, const Args& args) const {
    const auto count = std::find_if(args.begin(), args.end(), [](const auto& arg) { return arg.first == "count"; });
    return filled(key, count == args.end() ? std::nullopt : whole_number(count->second), args);
}

std::string Language::plural(std::string_view key, std::int64_t count, const Args& args) const {
    Args with_count{{"count", number(count)}};
    with_count.insert(with_count.end(), args.begin(), args.end());
    return filled(key, count, with_count);
}

std::string Language::sentence(const Error& error) const {
    const std::string key = "error." + error.code;
    if (has(key)) return text(key, error.args);
    if (!has("error.unknown")) return error.code;
    return text("error.unknown", {{"code", error.code}});
}

std::string Language::grouped(std::string_view digits) const {
    if (digits.size() < grouped_from_) return std::string(digits);
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) result += group_;
        result += digits[i];
    }
    return result;
}

std::string Language::number(std::int64_t value) const {
    const std::string digits = std::to_string(value);
    if (value < 0) return "−" + grouped(std::string_view(digits).substr(1)); // U+2212 is as wide as a plus sign
    return grouped(digits);
}

std::string Language::number_with_decimals(double value, int decimals) const {
    assert(std::isfinite(value) && decimals >= 0 && decimals <= 9);
    std::array<char, 400> buffer{}; // the longest double has 309 digits before the point
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed, decimals)
            .ptr;
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t point = digits.find('.');
    const bool is_zero = digits.find_first_not_of("0.") == std::string_view::npos;
    std::string result = value < 0 && !is_zero ? "−" : "";
    result += grouped(digits.substr(0, point));
    if (point != std::string_view::npos) result += decimal_ + std::string(digits.substr(point + 1));
    return result;
}

bool Language::has(std::string_view key) const { return messages_.contains(key) || (fallback_ && fallback_->has(key)); }

} // namespace chelate::text
