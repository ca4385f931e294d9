#include "game/wording/figure_words.hpp"

#include <cmath>

namespace chelate::wording {

std::vector<figure::GaugeText> gauge_texts(const text::Language& words, const content::Figure& figure,
                                           const std::vector<double>& readings) {
    std::vector<figure::GaugeText> texts;
    for (std::size_t i = 0; i < figure.gauges.size(); ++i) {
        const content::FigureGauge& gauge = figure.gauges[i];
        const double reading = readings.at(i);
        figure::GaugeText text{gauge.name, {}};
        if (!gauge.levels.empty()) {
            text.reading = gauge.levels.at(static_cast<std::size_t>(std::lround(reading)));
        } else {
            const bool whole = std::abs(reading - std::round(reading)) < 0.05;
            text.reading = words.number_with_decimals(reading, whole ? 0 : 1);
            if (!gauge.unit.empty()) text.reading += "\u00A0" + gauge.unit;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace chelate::wording
