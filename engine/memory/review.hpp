// Reviews, which record how each answer recalled each item it exercised, and the memory records computed from them.
//
// Memory is kept for facts, claims and mechanisms, for pairs of things that may be confused (see study::pair_item), and
// for questions that exercise none of these.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/item_id.hpp"
#include "engine/base/units.hpp"
#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// How an item was recalled in one answer. study::rating_of gives the rating for it.
enum class Recall : std::uint8_t {
    wrong,              ///< less than half the credit, or no answer
    wrong_pair,         ///< the item was placed on the wrong side of another in an order
    partly,             ///< half the credit or more, but not all
    helped,             ///< full credit after a hint or at a second try
    guessed,            ///< full credit, and the person called it a guess
    guessed_then_wrong, ///< wrong, after a guess on the item was right in the same session
    right,              ///< full credit
    sure                ///< full credit, and the person said they were sure
};
inline constexpr std::array<std::string_view, 8> recall_names{"wrong",   "wrong-pair",         "partly", "helped",
                                                              "guessed", "guessed-then-wrong", "right",  "sure"};

/// When and where an answer was recorded.
struct Stamp {
    Millis wall{}; ///< milliseconds since 1970, UTC, as the clock reported it
    int zone = 0;  ///< minutes by which local time was ahead of UTC
    /// Counts everything one machine has written, in the order of writing; 0: unknown.
    std::int64_t serial = 0;
    std::uint32_t machine = 0; ///< 0: this machine; other machines are numbered as they appear
    bool operator==(const Stamp&) const = default;
};

/// How one answer recalled one item.
struct Review {
    ItemId item;
    std::string session;
    int number = 0;    ///< number of the question in its session, counted from 1
    bool first = true; ///< whether this is the first item of its answer, so that each answer is counted once
    Stamp stamp{};
    Recall recall = Recall::wrong;
    std::uint8_t kind = 0; ///< kind of the question
    bool two_way = false;  ///< the question had two options, one of them right
    int confidence = 0;    ///< 1 guess, 2 think so, 3 sure; 0: not asked
    int credit = 0;        ///< thousandths of full credit
    int chance = 0;        ///< thousandths of credit that someone who knows nothing earns on average
    /// Time taken to answer.
    Millis taken{};
    bool operator==(const Review&) const = default;
};

/// What all reviews of one item add up to.
struct MemoryRecord {
    State state{};
    int reviews = 0;
    /// Times the item was forgotten after it was known: rated Again on a later day than the first.
    int lapses = 0;
    int first_day = 0; ///< days since 1970, as study::day_of counts them
    int last_day = 0;
    Rating last_rating = Rating::again;
    Recall last_recall = Recall::wrong;
    bool sure_and_wrong = false; ///< at the last review the person was sure and the answer was wrong
    int misses = 0;              ///< times it was rated Again
    bool last_two_way = false;   ///< the last question on the item had two options
    bool operator==(const MemoryRecord&) const = default;
};

} // namespace chelate::memory
