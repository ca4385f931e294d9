// The learner model: a person's memory, computed from their reviews. The same reviews give the same model to the last
// bit, whether they come one by one or all at once.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/memory/fit.hpp"
#include "engine/memory/fsrs.hpp"
#include "engine/memory/review.hpp"
#include "engine/study/calendar.hpp"

namespace chelate::study {

/// A person's own speed for each kind of question: the median time of their latest answers, once there are enough.
class Speeds {
public:
    static constexpr std::size_t least = 20; ///< answers needed before there is a median
    /// Latest answers that count for each kind; older ones are dropped because people become faster.
    static constexpr std::size_t most = 99;

    /// Records the time taken for one answer to a question of this kind.
    void add(std::uint8_t kind, Millis taken);
    /// Returns the median for one kind; nothing below `least` answers.
    [[nodiscard]] std::optional<Millis> median(std::uint8_t kind) const;
    /// Returns the median over all kinds; each kind weighs as much as it has recent answers. Nothing below `least`
    /// answers.
    [[nodiscard]] std::optional<Millis> median() const;

private:
    std::map<std::uint8_t, std::vector<std::int64_t>> taken_; ///< milliseconds, ring buffers of the latest `most`
    /// Answers so far, by kind.
    std::map<std::uint8_t, std::size_t> counts_;
};

/// Reviews in the order in which they count, with corrected moments (see `believed` in calendar.hpp).
struct Settled {
    std::vector<memory::Review> reviews;
    bool doubtful = false; ///< some clock went back, so later reviews may change what is believed
};
/// Returns the reviews in that order. On each machine, reviews whose order of writing is unknown come before the
/// others, by their clock.
[[nodiscard]] Settled settled(std::vector<memory::Review> reviews);

using MemoryRecords = std::map<ItemId, memory::MemoryRecord>;

/// Called for every review in the order in which it counts.
/// @param days  since the previous review of its item; 0 for the first
using Watch = std::function<void(const memory::Review& review, int days, memory::Rating rating)>;

/// The memory of one person, updated review by review.
class LearnerModel {
public:
    explicit LearnerModel(const memory::StudySettings& settings = {});

    /// Returns the model of all reviews of a person, which may be in any order.
    [[nodiscard]] static LearnerModel of(std::vector<memory::Review> reviews,
                                         const memory::StudySettings& settings = {}, const Watch& watch = {});

    /// Returns whether these reviews can be added. If not, they change what came before, and the model must be
    /// computed again.
    [[nodiscard]] bool follows(std::span<const memory::Review> reviews) const;
    /// Adds reviews for which `follows` is true.
    /// @return the items whose memory records have changed, each once
    std::vector<ItemId> add(std::span<const memory::Review> reviews);

    [[nodiscard]] const MemoryRecords& records() const { return records_; }
    /// Returns the memory record of an item; null when it was never reviewed.
    [[nodiscard]] const memory::MemoryRecord* find(const ItemId& item) const;
    /// Returns the believed moment of the latest review that was written on this machine. Other machines have clocks of
    /// their own, which say nothing about the time here.
    [[nodiscard]] std::optional<Millis> last_here() const { return last_own_; }
    [[nodiscard]] const memory::StudySettings& settings() const { return settings_; }
    [[nodiscard]] const memory::Fsrs& fsrs() const { return fsrs_; }
    [[nodiscard]] const Speeds& speeds() const { return speeds_; }
    /// Returns how many answers there were, in all and on each day.
    [[nodiscard]] int answers() const { return answers_; }
    [[nodiscard]] const std::map<int, int>& answers_by_day() const { return by_day_; }
    /// Returns whether the person has ever said how sure they were of an answer.
    [[nodiscard]] bool has_said_confidence() const { return said_confidence_; }

private:
    void fold(const memory::Review& review, Millis moment, const Watch& watch = {});
    /// Remembers the latest moment and serial, for `follows`.
    void note(const memory::Review& review);

    memory::StudySettings settings_;
    memory::Fsrs fsrs_;
    MemoryRecords records_;
    Speeds speeds_;
    std::map<int, int> by_day_;
    std::optional<Millis> last_own_;   ///< latest moment of this machine
    std::optional<Millis> last_other_; ///< latest moment of all other machines
    std::int64_t last_serial_ = 0;
    bool doubtful_ = false;
    /// Whether the answer that is being added was faster than usual; it applies to all its items.
    bool fast_ = false;
    int answers_ = 0;
    bool said_confidence_ = false;
};

/// Returns the reviews that weights are fitted to: in the order in which they count, with the study days between
/// them. The order of `reviews` does not matter.
/// @param reviews  of one person
/// @param start_hour  see day_of
[[nodiscard]] std::vector<memory::FitReview> to_fit(std::vector<memory::Review> reviews, int start_hour);

} // namespace chelate::study
