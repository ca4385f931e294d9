// Reads numbers as people write them: with thousands, a decimal comma, any minus sign, a power of ten, or a unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chelate {

/// Which sign begins the decimals, where a comma or a point could also group thousands.
enum class DecimalSign : std::uint8_t { unknown, comma, point };

/// The number that a text begins with. It has one reading, or two: "1,234" may be a thousand or a little more than 1.
struct WrittenNumber {
    /// A number as its digits: `digits` times ten to the power of `power`. "2.50" is 250 and -2.
    struct Reading {
        bool negative = false; ///< false for 0
        std::string digits{};  ///< without zeros in front; empty: the number is 0
        int power = 0;

        /// Returns how many decimals are written; those of "2.50" are 2.
        [[nodiscard]] int written_decimals() const;
        /// Returns how many decimals the value needs; "2.50" needs 1.
        [[nodiscard]] int needed_decimals() const;
        /// Returns the nearest double; infinity when the number is too large for one.
        [[nodiscard]] double value() const;
        /// Returns the number with a decimal point and all its digits, such as "-12.5".
        [[nodiscard]] std::string plain() const;
    };

    std::optional<Reading> whole{};               ///< when each sign in it groups thousands, or there is none
    std::optional<Reading> with_decimals{};       ///< when its last sign begins the decimals
    DecimalSign last_sign = DecimalSign::unknown; ///< its last comma or point; unknown: a blank or none comes last
    std::string rest{}; ///< what follows the number, such as a unit, without blanks at its ends

    /// Returns the meant reading, or null when it cannot be known. Where nothing else is known, a point begins the
    /// decimals, but a comma may be either.
    [[nodiscard]] const Reading* meant(DecimalSign known = DecimalSign::unknown) const;
    /// Returns what this number shows about others in the same table.
    [[nodiscard]] DecimalSign shows() const;
};

/// Returns the number that a text begins with, or nothing. Takes 1,000,000 and 1.000.000 and 1'000'000 and 1 000 000
/// (with any blank), 10,00,000, 2.50, 2,5, .5, 5., +2.5, every minus sign, 1e6, 3 x 10^6 and 3 × 10⁶. Signs that make
/// no sense together, as in 1.2.3 or 1 00, give nothing. @param text  valid UTF-8
[[nodiscard]] std::optional<WrittenNumber> read_written_number(std::string_view text);

/// Returns the text with "-", "+", a blank or "'" for each of the signs that people and programs write for them.
[[nodiscard]] std::string with_plain_signs(std::string_view text);

} // namespace chelate
