// Puts a picture of a figure together as one SVG file, for paper and for picture files.
#pragma once

#include <string>
#include <vector>

#include "engine/figure/timeline.hpp"

namespace chelate::figure {

/// Space beside a figure for its gauges, as a share of the drawing's width.
inline constexpr double gauge_column = 0.21;

/// Returns where the text at an anchor begins, by where the anchor is: 0 at it, 0.5 centred on it, 1 it ends there. So
/// the texts near an edge stay inside the picture.
/// @param x  of the anchor  @param width  of the drawing
[[nodiscard]] double label_alignment(double x, double width);

/// The texts of one gauge, ready to show.
struct GaugeText {
    std::string name;
    std::string reading; ///< "-70 mV", "low"
    bool operator==(const GaugeText&) const = default;
};

/// Returns the drawing as a whole, with all parts as they are drawn, for measuring and drawing single parts.
[[nodiscard]] std::string svg_of(const content::Drawing& drawing);

/// Returns the picture as an SVG file with its colours, labels and gauges.
/// @param style  a CSS stylesheet; assets/themes has one for each theme
/// @param gauges  as many as the figure has
[[nodiscard]] std::string composed(const content::Figure& figure, const Frame& frame, const std::string& style,
                                   const std::vector<GaugeText>& gauges);

/// Returns the size of such a picture in units of the drawing.
[[nodiscard]] Point size_of(const content::Figure& figure);

} // namespace chelate::figure
