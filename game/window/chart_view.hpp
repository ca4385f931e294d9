// Draws charts of what a person knows: columns, a line, or the days of a year. They can be read without colour, and
// the pointer shows their numbers.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Returns the height that a chart takes, in pixels.
[[nodiscard]] float chart_height(const Context& context, const screens::ChartModel& model, float width);

/// Draws a chart. The words above it describe the point under the pointer, or else that of the focused row.
/// @param row  the focused row of those below the chart; -1: none
void draw_chart(Context& context, const screens::ChartModel& model, const Rect& rect, int row);

/// Fills a rectangle with one of the fillings of a bar.
void filled(Context& context, screens::Filling filling, const Rect& rect);

/// Draws a bar of several fillings, one after the other.
void bar_of_parts(Context& context, const std::vector<screens::BarPart>& parts, const Rect& track);

/// Draws what the fillings mean and returns the height taken. Only measures when not `visible`.
float draw_legend(Context& context, const std::vector<std::pair<screens::Filling, std::string>>& legend, Vec at,
                  float width, bool visible);

} // namespace chelate::window
