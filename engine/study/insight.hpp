// What reviews say beyond each memory: how right somebody is when they are sure, and how hard each item is.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/memory/fit.hpp"
#include "engine/memory/review.hpp"

namespace chelate::study {

/// From so many answers on a share means something.
inline constexpr int enough_answers = 20;

/// The answers given with one sureness.
struct Sureness {
    int answers = 0;
    int right = 0; ///< full credit
    [[nodiscard]] double share() const { return answers > 0 ? static_cast<double>(right) / answers : 0; }
    bool operator==(const Sureness&) const = default;
};
/// By sureness: a guess, think so, sure. Answers that did not say are left out.
using Calibration = std::array<Sureness, 3>;
[[nodiscard]] Calibration calibration_of(std::span<const memory::Review> reviews);

/// Between which shares of right answers each sureness pays best (certainty-based marking of three levels: 2/3 and
/// 0.8 are where
/// the means of two levels meet).
struct ShareRange {
    double low;
    double high;
};
inline constexpr std::array<ShareRange, 3> fair_shares{ShareRange{0, 2.0 / 3}, ShareRange{2.0 / 3, 0.8},
                                                       ShareRange{0.8, 1}};

/// How hard items are, by everybody's first answer to each: Elo as a running Rasch model with a term for guessing,
/// P = c + (1 - c) / (1 + exp(-(skill - difficulty))), both moved by `step` (right - P). Source: Pelánek 2016,
/// "Applications of
/// the Elo rating system in adaptive educational systems"; the constant step did as well as a falling one in a
/// simulation.
class Difficulties {
public:
    static constexpr double step = 0.1;
    static constexpr int least_answers = 30; ///< before a figure means anything

    /// Takes somebody's answer; only their first to each item counts. @param right 0 to 1
    /// @param chance of a right answer that knows nothing, 0 to below 1
    void add(const std::string& person, const std::string& item, double right, double chance);

    /// In logits, 0: as hard as somebody new is able. Nothing below `least_answers`.
    [[nodiscard]] std::optional<double> of(std::string_view item) const;
    /// First answers there were to it.
    [[nodiscard]] int answers(std::string_view item) const;

private:
    struct Item {
        double difficulty = 0;
        std::vector<std::string> answered_by{};
    };
    std::map<std::string, Item, std::less<>> items_;
    std::map<std::string, double, std::less<>> skills_;
};

/// Reviews as weights are fitted to them: in the order in which they count, with days of study between them. The same
/// in
/// every order. @param reviews of one person  @param start_hour see day_of
[[nodiscard]] std::vector<memory::FitReview> to_fit(std::vector<memory::Review> reviews, int start_hour);

} // namespace chelate::study
