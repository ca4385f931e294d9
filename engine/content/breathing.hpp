// Ways to breathe for a pause: phases with their lengths, what to mind, and what is known of them. Plain values, no
// JSON.
#pragma once

#include <string>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::content {

using BreathingId = Id<struct BreathingTag>;

struct BreathPhase {
    std::string say;      ///< "Breathe in"
    int milliseconds = 0; ///< 500..20000
    int fill_percent = 0; ///< how full the breath is at its end, 0..100
    bool hold = false;    ///< the breath is held: left out unless somebody wants it
    bool operator==(const BreathPhase&) const = default;
};

struct BreathingPattern {
    BreathingId id;
    std::string name;
    std::string about;
    std::vector<BreathPhase> phases; ///< one after the other, again and again; at least two that are no holds
    int minutes = 1;                 ///< how long a pause with it is, 1..20
    std::string caution;
    std::vector<ClaimId> claims; ///< what is known of it
    std::vector<SourceId> sources;
};

/// That with this id. @pre there is one
[[nodiscard]] const BreathingPattern& pattern_of(const std::vector<BreathingPattern>& patterns, const BreathingId& id);

/// The phases one goes through. @param holds whether the breath is held where the pattern says so
[[nodiscard]] std::vector<BreathPhase> phases_of(const BreathingPattern& pattern, bool holds);

} // namespace chelate::content
