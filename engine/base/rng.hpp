// Generates seeded random numbers that are the same on every machine and with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace chelate {

/// SplitMix64 as a plain value: it can be part of a state and be copied, compared and saved.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
/// The standard distributions and std::shuffle differ between libraries, so this class has its own `below` and
/// `shuffle`. Tests pin their outputs, because recordings depend on them.
struct Rng {
    std::uint64_t state = 0;

    bool operator==(const Rng&) const = default;

    /// Returns the next 64 random bits.
    constexpr std::uint64_t next() {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// Returns a number in [0, bound); each is equally likely. Rejects the few draws that would favour small numbers.
    /// @param bound at least 1
    constexpr std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t skewed = (0 - bound) % bound;
        for (;;) {
            if (const std::uint64_t draw = next(); draw >= skewed) return draw % bound;
        }
    }

    /// Puts the items in a random order (Fisher-Yates); every order is equally likely.
    template <class T>
    constexpr void shuffle(std::vector<T>& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            using std::swap;
            swap(items[left - 1], items[below(left)]);
        }
    }
};

/// Returns a separate generator for part `stream` of something seeded with `seed`, for example for question 3 of a
/// round. Drawing more or fewer numbers in one part then never changes another part.
[[nodiscard]] constexpr Rng stream_of(std::uint64_t seed, std::uint64_t stream) {
    Rng mixer{seed ^ (stream * 0xD1342543DE82EF95ULL + 0x632BE59BD9B4E019ULL)};
    return Rng{mixer.next()};
}

} // namespace chelate
