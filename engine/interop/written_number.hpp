// Reads numbers as people write them in a table. Private to this module.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chelate::interop {

/// What a comma, or a single point with three digits after it, means in a table.
enum class Separators { unknown, decimal_comma, decimal_point };

/// A number, or what is known about it when it has two readings.
struct WrittenNumber {
    std::string digits{}; ///< as JSON writes it
    std::string other{};  ///< the second reading of "12,104"; empty: there is only one
    std::string rest{};   ///< what follows the number, such as a unit, without blanks at its ends
    /// What the number shows about the whole table; unknown: nothing.
    Separators shows = Separators::unknown;
};

/// Returns the number that a cell begins with, or nothing when it begins with none.
/// @param separators  what the rest of the table shows about its separators
[[nodiscard]] std::optional<WrittenNumber> read_written_number(std::string_view cell, Separators separators);

/// Returns the value of `digits`. @param digits  from a WrittenNumber
[[nodiscard]] double value_of_digits(const std::string& digits);

/// Returns how many decimals a number needs, or nothing when there are more than `most`.
[[nodiscard]] std::optional<int> decimals_of(double value, int most);

} // namespace chelate::interop
