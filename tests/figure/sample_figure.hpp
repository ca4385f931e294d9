// A small figure: a gate that opens, an ion that leaves through it, a stream of copies, and two gauges.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "engine/content/figure.hpp"
#include "engine/figure/timeline.hpp"

namespace chelate::test {

inline std::shared_ptr<const content::Drawing> sample_drawing() {
    std::vector<json::Problem> problems;
    auto drawing =
        content::read_drawing("d.svg", "d.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<g id="wall"><rect class="membrane-core" x="0" y="40" width="200" height="20"/></g>
<g id="gate-closed"><rect class="head" x="90" y="45" width="20" height="10"/></g>
<g id="gate-open" display="none"><rect class="head" x="70" y="45" width="10" height="10"/></g>
<g id="copy-ion"><circle class="head" cx="10" cy="10" r="5"/></g>
<g id="ion"><circle class="head" cx="100" cy="80" r="5"/></g>
<rect id="at-below" x="98" y="78" width="4" height="4"/>
<rect id="at-gate" x="98" y="48" width="4" height="4"/>
<rect id="at-above" x="98" y="18" width="4" height="4"/>
<rect id="label-wall" x="10" y="30" width="4" height="4"/></svg>)",
                              problems);
    REQUIRE(drawing);
    return std::make_shared<const content::Drawing>(std::move(*drawing));
}

/// Where the parts of the drawing lie, as the renderer says.
inline std::vector<figure::Box> sample_boxes() {
    return {{{0, 40}, 200, 20}, {{90, 45}, 20, 10}, {{70, 45}, 10, 10}, {{5, 5}, 10, 10}, {{95, 75}, 10, 10}};
}

inline content::Figure sample_figure() {
    using content::ChangeKind;
    content::Figure figure;
    figure.drawing = sample_drawing();
    figure.alt = "A wall with a gate.";
    figure.labels = {{"label-wall", "wall"}};
    figure.gauges = {{"voltage", "Voltage", "mV", -90, 0, -70.0, {}},
                     {"calcium", "Calcium", {}, 0, 2, {}, {"low", "usual", "high"}}};
    figure.steps = {
        {{},
         2,
         {{ChangeKind::open, {"gate"}},
          {ChangeKind::glow, {"ion"}},
          {ChangeKind::gauge, {"voltage"}, {}, {}, {}, 1, -20}}},
        {{},
         3,
         {{ChangeKind::move, {"ion"}, {}, "at-gate", "at-above"},
          {ChangeKind::flow, {"copy-ion"}, "at-below", "at-gate", "at-above", 4},
          {ChangeKind::gauge, {"calcium"}, {}, {}, {}, 1, 2},
          {ChangeKind::label, {"label-wall"}, {}, {}, {}, 1, 0, "open wall"}}},
        {{},
         2,
         {{ChangeKind::close, {"gate"}}, {ChangeKind::move, {"ion"}, {}, {}, "at-gate"}, {ChangeKind::hide, {"ion"}}}},
    };
    content::FigureVariant low{"low", "What if it is low?",          "cells", "Only in a dish.",
                               {},    {{ChangeKind::hide, {"ion"}}}, {}};
    low.steps[0] = {"Few come in.", 1, {{ChangeKind::gauge, {"voltage"}, {}, {}, {}, 1, -50}}};
    figure.variants.push_back(std::move(low));
    return figure;
}

} // namespace chelate::test
