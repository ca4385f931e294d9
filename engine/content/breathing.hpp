// Breathing patterns for a pause: their phases, a caution, and what is known about them. Plain values, no JSON.
#pragma once

#include <string>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::content {

using BreathingId = Id<struct BreathingTag>;

struct BreathPhase {
    std::string say;      ///< instruction on screen, such as "Breathe in"
    int milliseconds = 0; ///< length of the phase, 500..20000
    int fill_percent = 0; ///< how full the lungs are at the end of the phase, 0..100
    bool hold = false;    ///< the breath is held; skipped unless the user turns holds on
    bool operator==(const BreathPhase&) const = default;
};

struct BreathingPattern {
    BreathingId id;
    std::string name;
    std::string about;
    std::vector<BreathPhase> phases; ///< repeated in this order; at least two are not holds
    int minutes = 1;                 ///< length of a pause with this pattern, 1..20
    std::string caution;
    std::vector<ClaimId> claims; ///< what is known about the pattern
    std::vector<SourceId> sources;
};

/// Returns the pattern with this id. @pre the list contains it
[[nodiscard]] const BreathingPattern& pattern_of(const std::vector<BreathingPattern>& patterns, const BreathingId& id);

/// Returns the phases to go through. @param holds  whether to include the phases in which the breath is held
[[nodiscard]] std::vector<BreathPhase> phases_of(const BreathingPattern& pattern, bool holds);

} // namespace chelate::content
