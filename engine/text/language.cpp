#include "engine/text/language.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/base/folders.hpp"
#include "engine/json/document.hpp"

namespace chelate::text {
namespace {

constexpr std::size_t longest_separator = 4; ///< in bytes; enough for one character
constexpr std::string_view numbers_key = "numbers";

/// Fills the placeholders that have an argument. Placeholders inside an argument are not filled.
std::string filled(std::string_view text, const Args& args) {
    std::string result;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return result.append(text);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
        result += text.substr(0, open);
        if (arg != args.end()) result += arg->second;
        else result += text.substr(open, close + 1 - open);
        text.remove_prefix(close + 1);
    }
}

/// Returns the digits in groups of three.
std::string grouped(std::string_view digits, std::string_view separator) {
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) result += separator;
        result += digits[i];
    }
    return result;
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

} // namespace

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
    if (!problems.empty()) return broken(json::to_text(problems.front()));
    return language;
}

void Language::read(const json::Document& document, std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, document.root(), "a language file", problems);
    if (const auto numbers = reader.object(numbers_key, false)) {
        json::ObjectReader separators(document, *numbers, "the numbers of a language", problems);
        read_separator(separators, "group", group_);
        read_separator(separators, "decimal", decimal_);
        separators.finish();
    }
    reader.accept_rest();
    if (document.root().kind() != json::Kind::object) return;
    for (auto member = document.root().first(); member; member = member->next()) {
        const std::string_view key = member->key();
        if (key == numbers_key || key.starts_with("//")) continue;
        Forms forms;
        if (member->kind() == json::Kind::object) {
            json::ObjectReader plural_forms(document, *member, "a text with plural forms", problems);
            forms.one = plural_forms.string("one").value_or("");
            forms.other = plural_forms.string("other").value_or("");
            plural_forms.finish();
        } else if (auto text = reader.string(key)) {
            forms.other = std::move(*text);
        }
        texts_.insert_or_assign(std::string(key), std::move(forms));
    }
}

std::string Language::text(std::string_view key, const Args& args) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) return '[' + std::string(key) + ']';
    const Forms& forms = found->second;
    const auto count = std::find_if(args.begin(), args.end(), [](const auto& arg) { return arg.first == "count"; });
    const bool one = !forms.one.empty() && count != args.end() && count->second == "1";
    return filled(one ? forms.one : forms.other, args);
}

std::string Language::plural(std::string_view key, std::int64_t count, const Args& args) const {
    Args with_count{{"count", number(count)}};
    with_count.insert(with_count.end(), args.begin(), args.end());
    return text(key, with_count);
}

std::string Language::sentence(const Error& error) const {
    const std::string key = "error." + error.code;
    if (has(key)) return text(key, error.args);
    if (!has("error.unknown")) return error.code;
    return text("error.unknown", {{"code", error.code}});
}

std::string Language::number(std::int64_t value) const {
    const std::string digits = std::to_string(value);
    if (value < 0) return "−" + grouped(std::string_view(digits).substr(1), group_); // U+2212 is as wide as a plus sign
    return grouped(digits, group_);
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
    std::string result = value < 0 && !is_zero ? "-" : "";
    result += grouped(digits.substr(0, point), group_);
    if (point != std::string_view::npos) result += decimal_ + std::string(digits.substr(point + 1));
    return result;
}

bool Language::has(std::string_view key) const { return texts_.contains(key); }

std::vector<std::string> Language::keys() const {
    std::vector<std::string> result;
    result.reserve(texts_.size());
    for (const auto& [key, forms] : texts_) result.push_back(key);
    return result;
}

} // namespace chelate::text
