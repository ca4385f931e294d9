// Study rows: one result of one study for one outcome, from which grades are computed. Plain values, no JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::content {

enum class Design : std::uint8_t {
    rct,
    crossover_rct,
    meta_analysis,
    systematic_review,
    non_randomised,
    cohort,
    cross_sectional,
    case_series,
    animal,
    in_vitro
};

/// What was given or looked at: one compared thing, several of them, one nobody named, one the pack does not hold,
/// what people took in, a level in the body, or something else than the things compared.
enum class Tested : std::uint8_t { one, several, unstated, other, intake, level, unrelated };

/// What came of it for the people: better or more, worse or less, no difference, or not to be told.
enum class Direction : std::uint8_t { favours, against, no_difference, mixed };
enum class RiskOfBias : std::uint8_t { low, some, high, unknown };

/// Whether a maker or seller paid for the study or took part in it.
enum class MakersMoney : std::uint8_t { yes, no, unknown };

/// What a review pools.
enum class Pools : std::uint8_t { trials, observational, mixed };

/// As printed: the sign belongs to the measure, not to good or bad. Ratios compare with 1, all else with 0.
struct Effect {
    double size = 0;
    std::string unit{};
    std::optional<double> low{}; ///< 95 % interval
    std::optional<double> high{};
    bool operator==(const Effect&) const = default;
};

struct Study {
    StudyId id{};
    SourceId source{};
    Design design = Design::rct;
    std::optional<int> people{}; ///< nothing: not stated, which is not nobody
    std::string population{};
    Tested tested_as = Tested::one;
    std::vector<SubjectId> tested{}; ///< one when `tested_as` is one, those known when several
    std::string amount{};            ///< may be empty
    std::optional<double> weeks{};
    std::string comparator{}; ///< may be empty
    std::string outcome{};
    Direction direction = Direction::mixed;
    std::optional<Effect> effect{}; ///< nothing: no figure that compares was read
    RiskOfBias bias = RiskOfBias::unknown;
    MakersMoney money = MakersMoney::unknown;
    std::optional<Pools> pools{}; ///< of reviews, and only of them
    std::optional<double> i2{};   ///< heterogeneity, percent
    bool dose_response = false;
    std::string note{}; ///< may be empty
};

/// Whether it sums up other studies.
[[nodiscard]] constexpr bool is_review(Design design) {
    return design == Design::meta_analysis || design == Design::systematic_review;
}

/// A change in some unit that people would notice, by which effects of that unit are measured.
struct Yardstick {
    std::string unit{};
    double change = 1;
};

} // namespace chelate::content
