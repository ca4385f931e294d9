// A figure of a mechanism as a screen shows it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/figure/composition.hpp"

namespace chelate::screens {

/// A figure at one moment of a step.
struct FigureModel {
    const content::Figure* figure = nullptr; ///< of the pack, which outlives the screen; null: there is none
    std::size_t variant = figure::no_variant;
    std::size_t step = 0;
    double seconds = 0;   ///< since the step began
    bool playing = false; ///< time goes on
    /// The view itself plays the steps from this one to `step`, once, and rests there; 0: it does not. For screens
    /// whose own time does not depend on it, such as a reveal.
    std::size_t play_from = 0;
    bool labels = true;
    std::vector<figure::GaugeText> gauges{}; ///< what they read at the end of the step; empty: none is shown
    bool operator==(const FigureModel&) const = default;
};

} // namespace chelate::screens
