// Charts of what is known: columns, a line, the days of a year. They read without colour, and the pointer asks them
// for numbers.
#pragma once

#include "game/window/pieces.hpp"

namespace chelate::window {

/// Height a chart takes.
[[nodiscard]] float chart_height(const Context& context, const screens::ChartModel& model, float width);

/// Draws it. What the pointer is over, else what belongs to the focused row, is said in words above it.
/// @param row the focused one of the rows below; -1: none
void draw_chart(Context& context, const screens::ChartModel& model, const Rect& rect, int row);

/// One filling of a bar.
void filled(Context& context, screens::Filling filling, const Rect& rect);

/// A bar of several fillings, one after the other.
void bar_of_parts(Context& context, const std::vector<screens::BarPart>& parts, const Rect& track);

/// What the fillings mean; returns the height taken. Not `visible`: only measures.
float draw_legend(Context& context, const std::vector<std::pair<screens::Filling, std::string>>& legend, Vec at,
                  float width, bool visible);

} // namespace chelate::window
