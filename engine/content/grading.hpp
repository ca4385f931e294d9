// How certainty, size and reach of an answer follow from study rows. A teaching rule whose every step can be counted,
// not an assessment of full papers: it begins high for trials and takes steps down for known weaknesses.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/content/studies.hpp"

namespace chelate::content {

enum class StepKind : std::uint8_t { bias, disagreement, few_people, not_matched, money, bonus, one_study };

struct GradeStep {
    StepKind kind = StepKind::bias;
    int points = 0; ///< what the score rises or falls by
    bool operator==(const GradeStep&) const = default;
};

/// The outcome of grading, with everything that led to it.
struct Grading {
    Certainty certainty = Certainty::very_low;
    Direction finding = Direction::mixed;
    EffectSize size = EffectSize::unknown;
    AppliesTo applies_to = AppliesTo::in_general;
    SeenIn seen_in = SeenIn::people;
    /// of the rows that counted: 4 trials, 3 laboratory measures in people, 2 observations, 1 animals and cells
    int start = 1;
    std::vector<GradeStep> steps{};
    int score = 1;                   ///< start and steps; 4 and more: high, 3: moderate, 2: low
    int people = 0;                  ///< that count
    std::vector<SubjectId> tested{}; ///< in the rows that counted, sorted
    std::vector<StudyId> counted{};  ///< rows, in the order given
};

/// Sizes from which an effect is small, medium and large.
struct SizeLimits {
    double small;
    double medium;
    double large;
};
inline constexpr SizeLimits standardised_limits{0.2, 0.5, 0.8}; ///< SMD, Cohen d, Hedges g
inline constexpr SizeLimits ratio_limits{1.2, 1.7, 3};          ///< RR, OR, HR; below 1 its inverse is taken
inline constexpr SizeLimits share_limits{5, 15, 30};            ///< percentage points
inline constexpr SizeLimits yardstick_limits{0.25, 1, 2};       ///< effect divided by a yardstick of its unit

/// How large an effect is; nothing when its unit says nothing.
[[nodiscard]] std::optional<EffectSize> size_of(const Effect& effect, const std::vector<Yardstick>& yardsticks);

/// The grade of a question from its rows. @param asked  what the question names; empty: nothing in particular
/// @pre at least one row; the order matters only where two rows weigh the same
[[nodiscard]] Grading graded(QuestionAbout about, const std::vector<SubjectId>& asked,
                             const std::vector<const Study*>& rows, const std::vector<Yardstick>& yardsticks);

} // namespace chelate::content
