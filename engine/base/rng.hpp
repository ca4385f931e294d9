// Seeded randomness that gives the same numbers on every machine and with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace chelate {

/// SplitMix64 as a plain value: it can live in a state, be copied, compared and written down.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
/// The standard distributions and std::shuffle differ between libraries, hence `below` and `shuffle` here; their
/// outputs are pinned by tests, because recordings depend on them.
struct Rng {
    std::uint64_t state = 0;

    bool operator==(const Rng&) const = default;

    /// The next 64 random bits.
    constexpr std::uint64_t next() {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// A number in [0, bound), each equally likely. @param bound at least 1
    /// Rejects the few draws that would favour small numbers.
    constexpr std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t skewed = (0 - bound) % bound;
        for (;;) {
            if (const std::uint64_t draw = next(); draw >= skewed) return draw % bound;
        }
    }

    /// Puts the items in a random order (Fisher-Yates), every order equally likely.
    template <class T>
    constexpr void shuffle(std::vector<T>& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            using std::swap;
            swap(items[left - 1], items[below(left)]);
        }
    }
};

/// A generator of its own for the part `stream` of something seeded with `seed` (question 3 of a round, say), so that
/// drawing more or less in one part never moves another.
[[nodiscard]] constexpr Rng stream_of(std::uint64_t seed, std::uint64_t stream) {
    Rng mixer{seed ^ (stream * 0xD1342543DE82EF95ULL + 0x632BE59BD9B4E019ULL)};
    return Rng{mixer.next()};
}

} // namespace chelate
