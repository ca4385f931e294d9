// Grades a question from study rows: how certain the answer is, how large the effect, and what it applies to. This is
// a teaching rule whose every step can be counted, not an assessment of full papers. It starts high for trials and
// takes points off for known weaknesses. content/README.md describes the rule.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/content/studies.hpp"

namespace chelate::content {

/// The reason for a step. content/README.md lists when each applies.
enum class StepKind : std::uint8_t { bias, disagreement, few_people, not_matched, money, bonus, one_study };

struct GradeStep {
    StepKind kind = StepKind::bias;
    int points = 0; ///< added to the score; negative for a weakness
    bool operator==(const GradeStep&) const = default;
};

/// The result of grading, with everything that led to it.
struct Grading {
    Certainty certainty = Certainty::very_low;
    Direction finding = Direction::mixed;
    EffectSize size = EffectSize::unknown;
    AppliesTo applies_to = AppliesTo::in_general;
    SeenIn seen_in = SeenIn::people;
    /// Start of the rows that counted: 4 trials, 3 laboratory measures in people, 2 observations, 1 animals, cells.
    int start = 1;
    std::vector<GradeStep> steps{};
    int score = 1;                   ///< start plus steps; 4 or more: high, 3: moderate, 2: low, 1 or less: very low
    int people = 0;                  ///< people who count, or animals where only animals count
    std::vector<SubjectId> tested{}; ///< tested in the rows that counted, sorted
    std::vector<StudyId> counted{};  ///< the rows that counted, in the order given
};

/// The smallest values that make an effect small, medium and large.
struct SizeLimits {
    double small;
    double medium;
    double large;
};
inline constexpr SizeLimits standardised_limits{0.2, 0.5, 0.8}; ///< SMD, Cohen d, Hedges g
inline constexpr SizeLimits ratio_limits{1.2, 1.7, 3};          ///< RR, OR, HR; below 1 the inverse counts
inline constexpr SizeLimits share_limits{5, 15, 30};            ///< percentage points
inline constexpr SizeLimits yardstick_limits{0.25, 1, 2};       ///< effect divided by the yardstick of its unit

/// Returns how large an effect is, or nothing when its unit has no limits and no yardstick, or a ratio is 0.
[[nodiscard]] std::optional<EffectSize> size_of(const Effect& effect, const std::vector<Yardstick>& yardsticks);

/// Grades a question from its rows. The order of rows matters only where two rows have the same weight.
/// @param asked  the subjects that the question names; empty: none in particular
/// @pre there is at least one row
[[nodiscard]] Grading graded(QuestionAbout about, const std::vector<SubjectId>& asked,
                             const std::vector<const Study*>& rows, const std::vector<Yardstick>& yardsticks);

} // namespace chelate::content
