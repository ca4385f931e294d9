#include "engine/figure/composition.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace chelate::figure {
namespace {

constexpr const char* name_space = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&') safe += "&amp;";
        else if (c == '<') safe += "&lt;";
        else safe += c;
    }
    return safe;
}

/// Adds three marks that point along a path.
void add_marks(std::string& svg, const FlowPath& flow) {
    for (const FlowMark& mark : marks_of(flow)) {
        svg += fmt::format("<path class=\"flow-mark\" transform=\"translate({:.1f} {:.1f}) rotate({:.1f})\" "
                           "opacity=\"{:.2f}\" d=\"M-9 -16 L9 0 L-9 16\"/>",
                           mark.at.x, mark.at.y, mark.degrees, flow.opacity);
    }
}

void add_label(std::string& svg, const content::Drawing& drawing, const std::string& anchor, const std::string& text) {
    static constexpr std::array<const char*, 3> aligned{"start", "middle", "end"};
    const Point at = drawing.anchors.at(anchor);
    const auto align = static_cast<std::size_t>(label_alignment(at.x, drawing.width) * 2);
    svg += fmt::format(
        "<text class=\"label{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{:.1f}\">{}</text>",
        anchor == "label-tag" ? " tag" : "", at.x, at.y + drawing.width * 0.01, aligned[align], drawing.width * 0.03,
        escaped(text));
}

void add_gauge(std::string& svg, const content::FigureGauge& gauge, double reading, const GaugeText& texts, double x,
               double y, double width, double height) {
    const double share = std::clamp((reading - gauge.from) / (gauge.to - gauge.from), 0.0, 1.0);
    const double size = width * 0.13;
    const double top = y + size * 1.6;
    const double tall = height - size * 4.2;
    const double bar = width * 0.2;
    const double left = x + width / 2 - bar / 2;
    const auto text = [&](double at, const char* kind, const std::string& words) {
        svg += fmt::format(
            "<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" font-size=\"{:.1f}\">{}</text>", kind,
            x + width / 2, at, size, escaped(words));
    };
    text(y + size, "label", texts.name);
    svg += fmt::format("<rect class=\"gauge\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\"/>",
                       left, top, bar, tall);
    svg += fmt::format(
        "<rect class=\"gauge-reading\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\"/>", left,
        top + tall * (1 - share), bar, std::max(tall * share, bar * 0.3));
    if (gauge.usual) {
        const double at = top + tall * (1 - (*gauge.usual - gauge.from) / (gauge.to - gauge.from));
        svg +=
            fmt::format("<path class=\"gauge-tick\" d=\"M{:.1f} {:.1f} h{:.1f}\"/>", left - bar * 0.4, at, bar * 1.8);
    }
    text(top + tall + size * 1.3, "label", texts.reading);
}

} // namespace

double label_alignment(double x, double width) {
    if (x < width * 0.2) return 0;
    return x > width * 0.8 ? 1 : 0.5;
}

std::string svg_of(const content::Drawing& drawing) {
    std::string svg = fmt::format("<svg {} viewBox=\"0 0 {} {}\" overflow=\"visible\"><defs>{}</defs>", name_space,
                                  drawing.width, drawing.height, drawing.definitions);
    for (const content::DrawingPart& part : drawing.parts) svg += part.xml;
    return svg + "</svg>";
}

std::string composed(const content::Figure& figure, const Frame& frame, const std::string& style,
                     const std::vector<GaugeText>& gauges) {
    const content::Drawing& drawing = *figure.drawing;
    const Point size = size_of(figure);
    std::string svg =
        fmt::format("<svg {} viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title><style>{}</style><defs>{}", name_space,
                    size.x, size.y, escaped(figure.alt), style, drawing.definitions);
    svg += "<filter id=\"chelate-glow\" filterUnits=\"userSpaceOnUse\" x=\"-200\" y=\"-200\" width=\"10400\" "
           "height=\"10400\">"
           "<feMorphology in=\"SourceAlpha\" operator=\"dilate\" radius=\"5\" result=\"grown\"/>"
           "<feFlood class=\"glow-light\" result=\"light\"/>"
           "<feComposite in=\"light\" in2=\"grown\" operator=\"in\" result=\"halo\"/>"
           "<feMerge><feMergeNode in=\"halo\"/><feMergeNode in=\"SourceGraphic\"/></feMerge></filter></defs>";
    svg += fmt::format("<clipPath id=\"chelate-edge\"><rect width=\"{}\" height=\"{}\"/></clipPath>", drawing.width,
                       drawing.height);
    svg += fmt::format("<rect class=\"paper\" width=\"{}\" height=\"{}\"/>", size.x, size.y);
    svg += "<g clip-path=\"url(#chelate-edge)\">";
    for (const PlacedPart& placed : frame.parts) {
        svg += fmt::format("<g transform=\"translate({:.2f} {:.2f})\" opacity=\"{:.3f}\"{}>{}</g>", placed.moved.x,
                           placed.moved.y, placed.opacity, placed.glow > 0 ? " filter=\"url(#chelate-glow)\"" : "",
                           drawing.parts[placed.part].xml);
    }
    for (const FlowPath& flow : frame.flows) add_marks(svg, flow);
    svg += "</g>";
    for (const auto& [anchor, text] : frame.labels) {
        if (!text.empty()) add_label(svg, drawing, anchor, text);
    }
    const double column = drawing.width * gauge_column;
    const double each = drawing.height / 3;
    for (std::size_t i = 0; i < gauges.size(); ++i)
        add_gauge(svg, figure.gauges[i], frame.gauges[i], gauges[i], drawing.width + column * 0.05,
                  each * static_cast<double>(i) + each * 0.05, column * 0.9, each * 0.95);
    return svg + "</svg>";
}

Point size_of(const content::Figure& figure) {
    const content::Drawing& drawing = *figure.drawing;
    return {drawing.width * (figure.gauges.empty() ? 1 : 1 + gauge_column), drawing.height};
}

} // namespace chelate::figure
