// Puts the unit of a quantity in its type: milliseconds, points and exact fractions of credit.
#pragma once

#include <compare>
#include <cstdint>
#include <numeric>

namespace chelate {

/// Milliseconds. Each use says which clock they belong to.
struct Millis {
    std::int64_t count = 0;

    auto operator<=>(const Millis&) const = default;
    friend constexpr Millis operator+(Millis a, Millis b) { return {a.count + b.count}; }
    friend constexpr Millis operator-(Millis a, Millis b) { return {a.count - b.count}; }
};

/// Points of a score. They are whole numbers, so that floating-point rounding never decides a winner.
struct Points {
    std::int64_t count = 0;

    auto operator<=>(const Points&) const = default;
    friend constexpr Points operator+(Points a, Points b) { return {a.count + b.count}; }
    friend constexpr Points operator-(Points a, Points b) { return {a.count - b.count}; }
};

/// An exact ratio in lowest terms with a positive denominator, so that equal credits compare equal.
struct Fraction {
    std::int64_t num = 0;
    std::int64_t den = 1;

    constexpr Fraction() = default;
    /// @param denominator not 0
    constexpr Fraction(std::int64_t numerator, std::int64_t denominator) : num(numerator), den(denominator) {
        if (den < 0) {
            num = -num;
            den = -den;
        }
        if (const std::int64_t common = std::gcd(num, den); common > 1) {
            num /= common;
            den /= common;
        }
    }

    static constexpr Fraction zero() { return {0, 1}; }
    static constexpr Fraction one() { return {1, 1}; }

    bool operator==(const Fraction&) const = default;
    friend constexpr Fraction operator*(Fraction a, Fraction b) { return {a.num * b.num, a.den * b.den}; }
    friend constexpr Fraction operator-(Fraction a, Fraction b) {
        return {a.num * b.den - b.num * a.den, a.den * b.den};
    }
    friend constexpr bool operator<(Fraction a, Fraction b) { return a.num * b.den < b.num * a.den; }
};

/// Returns `amount * fraction` as a whole number, rounded once, half away from zero (see engine/quiz/marking.hpp).
[[nodiscard]] constexpr std::int64_t rounded_product(std::int64_t amount, Fraction fraction) {
    const std::int64_t product = amount * fraction.num;
    const std::int64_t size = product < 0 ? -product : product;
    const std::int64_t rounded = (size + fraction.den / 2) / fraction.den;
    return product < 0 ? -rounded : rounded;
}

/// Returns `amount` times three fractions, rounded once, half away from zero. No product overflows as long as each
/// number is below 2^48.
[[nodiscard]] constexpr std::int64_t rounded_product(std::int64_t amount, Fraction a, Fraction b, Fraction c) {
    __extension__ using Wide = __int128; // two finely divided fractions need more than 64 bits
    const Wide den = Wide{a.den} * b.den * c.den;
    const Wide product = Wide{amount} * a.num * b.num * c.num;
    const Wide size = product < 0 ? -product : product;
    const auto rounded = static_cast<std::int64_t>((size + den / 2) / den);
    return product < 0 ? -rounded : rounded;
}

} // namespace chelate
