// Study rows, the basis of grades. Each row is one result of one study for one outcome. Plain values, no JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// What was given or observed: one subject of the pack, several of them, one that the study does not name, one
/// that is not in the pack, what people took in, a level in the body, or something unrelated to the subjects.
enum class Tested : std::uint8_t { one, several, unstated, other, intake, level, unrelated };

/// How the outcome changed: better or more, worse or less, no difference, or no clear direction.
enum class Direction : std::uint8_t { favours, against, no_difference, mixed };
/// How likely the study's methods are to have distorted its result.
enum class RiskOfBias : std::uint8_t { low, some, high, unknown };

/// Whether a manufacturer or seller paid for the study or took part in it.
enum class MakersMoney : std::uint8_t { yes, no, unknown };

/// The kind of studies that a review pools.
enum class Pools : std::uint8_t { trials, observational, mixed };

/// An effect as published. The sign belongs to the measure and does not mean good or bad. No effect is 1 for ratios
/// and 0 for all other units.
struct Effect {
    double size = 0;
    std::string unit{};
    std::optional<double> low{};  ///< lower end of the 95 % interval
    std::optional<double> high{}; ///< upper end of the 95 % interval
    bool operator==(const Effect&) const = default;
};

/// One arm of a trial.
struct StudyArm {
    std::string name{};          ///< "magnesium"
    int people = 0;              ///< 1 or more
    std::optional<int> events{}; ///< people of this arm who had the row's outcome; nothing: not stated
    bool operator==(const StudyArm&) const = default;
};

/// One study row.
struct Study {
    StudyId id{};
    SourceId source{};
    Design design = Design::rct;
    std::optional<int> people{}; ///< nothing: not stated, which does not mean 0
    std::string population{};
    Tested tested_as = Tested::one;
    std::vector<SubjectId> tested{}; ///< exactly one for `one`, the known ones for `several`, otherwise empty
    std::string amount{};            ///< may be empty
    std::optional<double> weeks{};   ///< duration, more than 0 and at most 5200
    std::string comparator{};        ///< may be empty
    std::string outcome{};
    Direction direction = Direction::mixed;
    std::optional<Effect> effect{}; ///< nothing: no comparative figure was read
    std::vector<StudyArm> arms{};   ///< in the author's order; empty: the people of each arm were not read
    RiskOfBias bias = RiskOfBias::unknown;
    MakersMoney money = MakersMoney::unknown;
    std::optional<Pools> pools{}; ///< set for reviews, and only for them
    std::optional<double> i2{};   ///< heterogeneity I², in percent
    bool dose_response = false;   ///< a larger dose had a larger effect
    std::string note{};           ///< may be empty
};

/// Returns the arm with this name, or null when the row has none.
[[nodiscard]] const StudyArm* arm_named(const Study& study, std::string_view name);

/// Returns whether studies of this design sum up other studies.
[[nodiscard]] constexpr bool is_review(Design design) {
    return design == Design::meta_analysis || design == Design::systematic_review;
}

/// A change that people would notice, in some unit. Effects in that unit are measured against it.
struct Yardstick {
    std::string unit{};
    double change = 1;
};

} // namespace chelate::content
