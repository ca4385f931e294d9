// A person's memory as the fold of their reviews: the same reviews give the same ledger to the last bit, whether they
// came
// one by one or all at once.
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

/// A person's own speed by kind of question: the median of the last answers, once there are enough to speak of one.
class Speeds {
public:
    static constexpr std::size_t least = 20; ///< answers before anything can be said
    static constexpr std::size_t most = 99;  ///< that are looked at: people become faster

    void add(std::uint8_t kind, Millis taken);
    /// Nothing before `least` answers.
    [[nodiscard]] std::optional<Millis> median(std::uint8_t kind) const;
    /// Over all kinds, each by how often it was asked lately.
    [[nodiscard]] std::optional<Millis> median() const;

private:
    std::map<std::uint8_t, std::vector<std::int64_t>> taken_; ///< milliseconds, the last `most`, a ring
    std::map<std::uint8_t, std::size_t> counts_;
};

/// Reviews in the order in which they count, their moments as they are believed (see calendar.hpp). Reviews whose
/// order of
/// writing is unknown come first, by their clock.
struct Settled {
    std::vector<memory::Review> reviews;
    bool doubtful = false; ///< some clock went back, so what comes next may change what is believed
};
[[nodiscard]] Settled settled(std::vector<memory::Review> reviews);

using MemoryRecords = std::map<ItemId, memory::MemoryRecord>;

/// Told of every review as it counts. @param days since the one before of its item; 0 for the first
using Watch = std::function<void(const memory::Review& review, int days, memory::Rating rating)>;

class LearnerModel {
public:
    explicit LearnerModel(const memory::StudySettings& settings = {});

    /// The fold of all reviews of a person, in any order.
    [[nodiscard]] static LearnerModel of(std::vector<memory::Review> reviews,
                                         const memory::StudySettings& settings = {}, const Watch& watch = {});

    /// Whether these can be added; if not, they change what came before, and the whole must be folded anew.
    [[nodiscard]] bool follows(std::span<const memory::Review> reviews) const;
    /// Adds reviews that follow. @return the items whose traces have changed, each once
    std::vector<ItemId> add(std::span<const memory::Review> reviews);

    [[nodiscard]] const MemoryRecords& records() const { return records_; }
    [[nodiscard]] const memory::MemoryRecord* find(const ItemId& item) const;
    /// The last moment something was written, as it is believed.
    [[nodiscard]] std::optional<Millis> last() const { return last_; }
    [[nodiscard]] const memory::StudySettings& settings() const { return settings_; }
    [[nodiscard]] const memory::Fsrs& fsrs() const { return fsrs_; }
    [[nodiscard]] const Speeds& speeds() const { return speeds_; }
    /// How many answers there were, and on which days.
    [[nodiscard]] int answers() const { return answers_; }
    [[nodiscard]] const std::map<int, int>& answers_by_day() const { return by_day_; }

private:
    void fold(const memory::Review& review, Millis moment, const Watch& watch = {});
    /// Remembers who wrote when.
    void note(const memory::Review& review);

    memory::StudySettings settings_;
    memory::Fsrs fsrs_;
    MemoryRecords records_;
    Speeds speeds_;
    std::map<int, int> by_day_;
    std::optional<Millis> last_;
    std::optional<Millis> last_own_;   ///< of this machine
    std::optional<Millis> last_other_; ///< of all others
    std::int64_t last_serial_ = 0;
    bool doubtful_ = false;
    bool fast_ = false; ///< the answer whose items are being folded came faster than usual
    int answers_ = 0;
};

/// Reviews as weights are fitted to them: in the order in which they count, with days of study between them. The same
/// in
/// every order. @param reviews of one person  @param start_hour see day_of
[[nodiscard]] std::vector<memory::FitReview> to_fit(std::vector<memory::Review> reviews, int start_hour);

} // namespace chelate::study
