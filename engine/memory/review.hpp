// What is kept of answers for the sake of memory: each one's word on each item it exercised, and the trace these leave.
//
// Memory is kept for facts, claims and mechanisms, and for pairs of things that may be confused (see study::pair_item).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/item_id.hpp"
#include "engine/base/units.hpp"
#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// How an item was recalled in one answer. study::rating_of says what it is worth.
enum class Recall : std::uint8_t {
    wrong,              ///< less than half the credit, or no answer
    wrong_pair,         ///< it stood on the wrong side of another in an order
    partly,             ///< half the credit or more, not all
    helped,             ///< full after a hint or at a second try
    guessed,            ///< full, and said to be a guess
    guessed_then_wrong, ///< wrong, after a guess on it was right in the same round
    right,              ///< full
    sure                ///< full, and said to be sure
};
inline constexpr std::array<std::string_view, 8> recall_names{"wrong",   "wrong-pair",         "partly", "helped",
                                                              "guessed", "guessed-then-wrong", "right",  "sure"};

/// When and where an answer was written down.
struct Stamp {
    Millis wall{};             ///< milliseconds since 1970, UTC, as the clock said
    int zone = 0;              ///< minutes by which local time was ahead of UTC
    std::int64_t serial = 0;   ///< counts everything one machine has written, in the order of writing; 0: unknown
    std::uint32_t machine = 0; ///< 0: this one; others are counted as they come
    bool operator==(const Stamp&) const = default;
};

/// One answer's word on one item.
struct Review {
    ItemId item;
    std::string session;
    int number = 0;    ///< of the question in its session, 1-based
    bool first = true; ///< the first item of its answer: counts the answer itself once
    Stamp stamp{};
    Recall recall = Recall::wrong;
    std::uint8_t kind = 0; ///< of the question
    bool two_way = false;  ///< it had two answers, one of them right
    int confidence = 0;    ///< 1 guess, 2 think so, 3 sure; 0: not asked
    int credit = 0;        ///< thousandths
    int chance = 0;        ///< thousandths of credit that knowing nothing earns in the mean
    Millis taken{};
    bool operator==(const Review&) const = default;
};

/// What all reviews of an item have left.
struct MemoryRecord {
    State state{};
    int reviews = 0;
    int lapses = 0;    ///< times it was forgotten after it was known: Again on a later day than the first
    int first_day = 0; ///< days since 1970 as study::day_of counts them
    int last_day = 0;
    Rating last_rating = Rating::again;
    Recall last_recall = Recall::wrong;
    bool sure_and_wrong = false; ///< at the last review: certain of what is not so
    int misses = 0;              ///< times it was rated Again
    bool last_two_way = false;   ///< the last question on it had two answers
    bool operator==(const MemoryRecord&) const = default;
};

} // namespace chelate::memory
