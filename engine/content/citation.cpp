#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "engine/content/draft.hpp"
#include "engine/content/pack.hpp"

namespace chelate::content {
namespace {

/// Adds a part as a sentence of its own. Adds a full stop unless the part already ends with '.', '?' or '!'.
void add_sentence(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += ' ';
    line += part;
    if (const char last = part.back(); last != '.' && last != '?' && last != '!') line += '.';
}

} // namespace

std::string citation(const Source& source) {
    if (source.kind == SourceKind::popular) return source.title;
    std::string line;
    add_sentence(line, source.authors);
    add_sentence(line, source.title);
    if (source.year) add_sentence(line, std::to_string(*source.year));
    add_sentence(line, source.publisher);
    if (!source.doi.empty()) line += (line.empty() ? "doi:" : " doi:") + source.doi;
    return line;
}

double rounded(double number, int decimals) {
    const double scale = std::pow(10.0, decimals);
    // The factor lifts a double that is slightly below the decimal number it represents.
    const double size = std::floor(std::abs(number) * scale * (1 + 1e-12) + 0.5) / scale;
    return number < 0 ? -size : size;
}

std::string with_decimals(double number, int decimals) {
    std::array<char, 400> digits{}; // the longest double has 309 digits before the point
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
    std::string text(digits.data(), end.ptr);
    const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
    if (is_zero && text.starts_with('-')) text.erase(0, 1);
    return text;
}

std::string shown_quantity(double quantity, int decimals, const std::string& unit, const Words& words) {
    std::string number = with_decimals(quantity, decimals);
    const std::size_t whole = std::min(number.find('.'), number.size());
    for (std::size_t at = whole; at > 3 && number[at - 4] != '-'; at -= 3) number.insert(at - 3, words.thousands);
    if (number.starts_with('-')) number.replace(0, 1, "−");
    return unit.empty() ? number : number + ' ' + unit;
}

std::string shown_value(const Fact& fact, const Attribute& attribute, const Words& words) {
    assert(fact.value);
    return shown_quantity(*fact.value, attribute.decimals, attribute.unit, words);
}

} // namespace chelate::content
