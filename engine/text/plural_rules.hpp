// Chooses the plural form of a text by the rules of its language, which are written as in Unicode CLDR.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace chelate::text {

/// The plural categories of CLDR. What they mean differs between languages.
enum class PluralForm : std::uint8_t { zero, one, two, few, many, other };

inline constexpr std::array<std::string_view, 6> plural_form_names{"zero", "one", "two", "few", "many", "other"};

/// Rules for whole numbers. Their syntax is that of Unicode Technical Standard #35, part 3, "Plural rules syntax", for
/// example "n % 10 = 2..4 and n % 100 != 12..14".
class PluralRules {
public:
    /// Sets the rule of a form other than `other`. What follows an @ are samples and is ignored. Returns false, and
    /// sets nothing, when the rule cannot be read.
    [[nodiscard]] bool set(PluralForm form, std::string_view rule);

    /// Returns whether this language uses a form. Every language uses `other`.
    [[nodiscard]] bool uses(PluralForm form) const;

    /// Returns the first form whose rule is true for a number, or `other`. The sign is ignored, as in CLDR.
    [[nodiscard]] PluralForm form_for(std::int64_t count) const;

private:
    struct Range {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };
    struct Relation {
        bool of_fraction = false;  ///< about the digits of a fraction, of which a whole number has none
        std::uint64_t divisor = 0; ///< the remainder of this division is compared; 0: the number itself
        bool negated = false;
        std::vector<Range> ranges{};

        [[nodiscard]] bool is_true_for(std::uint64_t number) const;
    };
    using AllOf = std::vector<Relation>;
    class Reader;

    std::array<std::vector<AllOf>, plural_form_names.size() - 1> rules_; ///< of each form: one of these must be true
};

} // namespace chelate::text
