// The words beside a figure: what its gauges read.
#pragma once

#include <vector>

#include "engine/figure/composition.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

/// Returns the texts of a figure's gauges for these readings: "-70 mV", "low".
[[nodiscard]] std::vector<figure::GaugeText> gauge_texts(const text::Language& words, const content::Figure& figure,
                                                         const std::vector<double>& readings);

} // namespace chelate::wording
