// Runs the long repetitions of the tests: a tenth of each by default, all of it when asked.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"

namespace chelate::test {

/// The items of a test that is repeated many times. An item is a number from 0 up; it alone decides what the test
/// does, so an item does the same in every run. By default one item of every ten is drawn. Two variables of the
/// environment change that:
/// - CHELATE_LONG=1 runs all items;
/// - CHELATE_SEED=<n> draws the items that an earlier run drew. Each run prints its seed.
class Campaign {
public:
    /// Draws the items and prints how many there are.
    /// @param name what is repeated, such as "kills during commits"
    /// @param count how many items the whole campaign has
    Campaign(const char* name, std::uint64_t count) : count_(count) {
        const std::uint64_t step = is_long() ? 1 : 10;
        Rng rng = stream_of(seed(), count);
        for (std::uint64_t first = 0; first < count; first += step)
            items_.push_back(first + rng.below(std::min(step, count - first)));
        if (is_whole())
            (void)std::fprintf(stderr, "campaign %s: all %llu\n", name, static_cast<unsigned long long>(count));
        else
            (void)std::fprintf(
                stderr, "campaign %s: %zu of %llu, seed %llu (repeat: CHELATE_SEED=%llu, whole: CHELATE_LONG=1)\n",
                name, items_.size(), static_cast<unsigned long long>(count), static_cast<unsigned long long>(seed()),
                static_cast<unsigned long long>(seed()));
    }

    /// The items of this run, in ascending order.
    [[nodiscard]] auto begin() const { return items_.begin(); }
    [[nodiscard]] auto end() const { return items_.end(); }
    /// Returns how many items this run has.
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    /// Returns whether this run has every item.
    [[nodiscard]] bool is_whole() const { return items_.size() == count_; }

private:
    [[nodiscard]] static bool is_long() {
        const char* asked = std::getenv("CHELATE_LONG");
        return asked != nullptr && std::string(asked) == "1";
    }

    /// Returns the seed of this process. It is short, because people type it.
    [[nodiscard]] static std::uint64_t seed() {
        static const std::uint64_t drawn = [] {
            const char* given = std::getenv("CHELATE_SEED");
            return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}() % 1'000'000ULL;
        }();
        return drawn;
    }

    std::uint64_t count_;
    std::vector<std::uint64_t> items_;
};

} // namespace chelate::test
