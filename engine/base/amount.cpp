#include "engine/base/amount.hpp"

#include <algorithm>
#include <array>

namespace chelate {
namespace {

/// Units of the SI with the prefixes that people use, and others that go with them. No word of a language is among
/// them that often follows a number.
constexpr std::array<std::string_view, 57> units{
    "‰",    "kg",   "g",   "mg", "µg", "μg",  "ng", "mcg", "kL", "L",   "l",  "dL",  "dl",   "mL",   "ml",
    "µL",   "μL",   "km",  "m",  "cm", "mm",  "µm", "μm",  "nm", "mol", "kJ", "J",   "kcal", "mmol", "µmol",
    "μmol", "nmol", "mEq", "IU", "h",  "min", "s",  "ms",  "µs", "μs",  "Hz", "kHz", "MHz",  "mmHg", "Pa",
    "kPa",  "hPa",  "bar", "K",  "°C", "°F",  "V",  "mV",  "W",  "kW",  "Da", "kDa"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Returns whether a byte belongs to a letter, here or in UTF-8.
bool is_of_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}

} // namespace

bool is_inside_amount(std::string_view text, std::size_t blank) {
    if (blank == 0) return false;
    const std::string_view after = text.substr(blank + 1);
    if (after.starts_with('%')) return true; // also after digits of other scripts
    if (!is_digit(text[blank - 1])) return false;
    return std::any_of(units.begin(), units.end(), [&](std::string_view unit) {
        if (!after.starts_with(unit)) return false;
        const std::string_view rest = after.substr(unit.size());
        // "5 g" is an amount, "5 girls" is none. Raised digits and dashes are no letters, but begin with such a byte.
        return rest.empty() || !is_of_letter(rest.front()) || rest.starts_with("\xE2") || rest.starts_with("\xC2");
    });
}

std::string with_unbroken_amounts(std::string_view text) {
    std::string joined;
    joined.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' && is_inside_amount(text, at)) joined += "\u00a0";
        else joined += text[at];
    }
    return joined;
}

} // namespace chelate
