// Tests which drawings are taken, how they are taken apart, and what is said of the others.
#include "engine/content/drawing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/json/document.hpp"

using namespace chelate;
using namespace chelate::content;

namespace {

std::string drawing_with(const std::string& body, const std::string& root = {}) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 90\" " + root + ">\n" + body + "\n</svg>\n";
}

/// Returns the codes of what is wrong with a drawing, each with its line.
std::vector<std::pair<std::string, std::size_t>> faults_of(const std::string& svg) {
    std::vector<json::Problem> problems;
    const auto drawing = read_drawing("d.svg", "pack/d.svg", svg, problems);
    CHECK(drawing.has_value() == problems.empty());
    std::vector<std::pair<std::string, std::size_t>> faults;
    for (const json::Problem& problem : problems) {
        CHECK(problem.file == "pack/d.svg");
        CHECK_FALSE(problem.message.empty());
        faults.emplace_back(problem.code, problem.at.line);
    }
    return faults;
}

using Faults = std::vector<std::pair<std::string, std::size_t>>;

} // namespace

TEST_CASE("a drawing is taken apart into parts in drawing order, anchors and definitions") {
    std::vector<json::Problem> problems;
    const auto drawing =
        read_drawing("figures/d.svg", "d.svg", drawing_with(R"svg(<title>T</title><metadata>x</metadata>
<defs><linearGradient id="shade"><stop offset="0"/></linearGradient></defs>
<g id="wall"><path d="M0 0h9" fill="url(#shade)"/></g>
<g id="gate-open" style="display:none;opacity:1"><circle r="3"/></g>
<g id="copy-ion"><circle cx="5" cy="5" r="3"/></g>
<rect id="at-pore" x="40" y="50" width="8" height="4"/>
<g id="anchors"><circle id="label-wall" cx="7" cy="8" r="2"/></g>)svg"),
                     problems);
    REQUIRE(problems.empty());
    REQUIRE(drawing);
    CHECK(drawing->file == "figures/d.svg");
    CHECK(drawing->width == 100);
    CHECK(drawing->height == 90);
    REQUIRE(drawing->parts.size() == 3);
    CHECK(drawing->parts[0].id == "wall");
    CHECK_FALSE(drawing->parts[0].hidden);
    CHECK(drawing->parts[1].hidden);
    CHECK(drawing->parts[1].xml.find("display") == std::string::npos); // the step decides when it is seen
    CHECK(drawing->parts[2].is_template());
    CHECK(drawing->parts[2].hidden);
    CHECK(drawing->anchors.at("at-pore") == DrawingPoint{44, 52});
    CHECK(drawing->anchors.at("label-wall") == DrawingPoint{7, 8});
    CHECK(drawing->definitions.find("linearGradient") != std::string::npos);
    CHECK(drawing->find("gate-open") == 1);
    CHECK(drawing->find("nothing") == 3);
}

TEST_CASE("what an editor adds for itself is left out") {
    std::vector<json::Problem> problems;
    const auto drawing = read_drawing(
        "d.svg", "d.svg",
        drawing_with("<sodipodi:namedview id=\"v\"/><g id=\"a\" inkscape:label=\"A\"><path d=\"M0 0h1\"/></g>",
                     "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\""),
        problems);
    REQUIRE(drawing);
    CHECK(drawing->parts.size() == 1);
    CHECK(drawing->parts[0].xml.find("inkscape") == std::string::npos);
}

TEST_CASE("nothing in a drawing runs, and nothing leads out of it") {
    const std::string part = "<g id=\"a\"><path d=\"M0 0h1\"/></g>\n";
    CHECK(faults_of(drawing_with(part + "<script>alert(1)</script>")) == Faults{{"drawing-element", 3}});
    CHECK(faults_of(drawing_with(part + "<foreignObject/>")) == Faults{{"drawing-element", 3}});
    CHECK(faults_of(drawing_with(part + "<image href=\"http://x/y.png\"/>")) == Faults{{"drawing-element", 3}});
    CHECK(faults_of(drawing_with(part + "<style>@import 'x'</style>")) == Faults{{"drawing-element", 3}});
    CHECK(faults_of(drawing_with(part + "<svg:rect id=\"b\"/>")) == Faults{{"drawing-element", 3}});
    CHECK(faults_of(drawing_with("<g id=\"a\" onclick=\"x()\"/>")) == Faults{{"drawing-script", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"><use href=\"other.svg#b\"/></g>")) == Faults{{"drawing-reference", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"><use href=\"#b\"/></g>")) == Faults{{"drawing-reference", 2}});
    CHECK(
        faults_of(drawing_with("<g id=\"a\"><path id=\"p\" d=\"M0 0h1\"/></g>\n<g id=\"b\"><use href=\"#p\"/></g>")) ==
        Faults{{"drawing-reference", 3}});
    CHECK(faults_of(drawing_with("<rect id=\"at-x\"/><g id=\"a\"><use href=\"#at-x\"/></g>")) ==
          Faults{{"drawing-reference", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"><path id=\"p\" d=\"M0 0h1\"/><use href=\"#p\"/></g>")).empty());
    CHECK(faults_of(drawing_with("<symbol id=\"s\"/><g id=\"a\"><use href=\"#s\"/></g>")).empty());
    CHECK(faults_of(drawing_with("<g id=\"a\" fill=\"url(http://x/y)\"/>")) == Faults{{"drawing-reference", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\" fill=\"URL(http://x/y)\"/>")) == Faults{{"drawing-reference", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\" style=\"fill:u\\72l(x)\"/>")) == Faults{{"drawing-reference", 2}});
    CHECK(faults_of("<!DOCTYPE svg [<!ENTITY a \"b\">]>\n" + drawing_with(part)) == Faults{{"drawing-element", 1}});
}

TEST_CASE("a drawing that would take much time is refused before it is drawn") {
    // Each symbol uses the one before it ten times: 10^6 elements in a few lines.
    std::string bomb = "<defs><g id=\"s0\"><path d=\"M0 0h1\"/></g>";
    for (int i = 1; i <= 6; ++i) {
        bomb += "<g id=\"s" + std::to_string(i) + "\">";
        for (int k = 0; k < 10; ++k) bomb += "<use href=\"#s" + std::to_string(i - 1) + "\"/>";
        bomb += "</g>";
    }
    CHECK(faults_of(drawing_with(bomb + "</defs><g id=\"a\"><use href=\"#s6\"/></g>")) ==
          Faults{{"drawing-too-large", 1}});
    CHECK(faults_of(drawing_with("<g id=\"a\"><use href=\"#a\"/></g>")) == Faults{{"drawing-too-large", 1}});
    std::string deep = "<g id=\"a\">";
    for (std::size_t i = 0; i < deepest_drawing + 5; ++i) deep += "<g>";
    for (std::size_t i = 0; i < deepest_drawing + 5; ++i) deep += "</g>";
    CHECK(faults_of(drawing_with(deep + "</g>")) == Faults{{"drawing-too-large", 2}});
    CHECK(faults_of(std::string(largest_drawing + 1, ' ')) == Faults{{"drawing-too-large", 1}});
    // What is left out may not be deep either, and a long chain of uses costs neither time nor memory.
    std::string hidden;
    for (int i = 0; i < 100'000; ++i) hidden += "<a>";
    for (int i = 0; i < 100'000; ++i) hidden += "</a>";
    CHECK(faults_of(drawing_with("<metadata>" + hidden + "</metadata><g id=\"a\"/>")) ==
          Faults{{"drawing-too-large", 2}});
    std::string chain = "<defs>";
    for (int i = 0; i < 5'000; ++i)
        chain += "<use id=\"u" + std::to_string(i) + "\" href=\"#u" + std::to_string(i + 1) + "\"/>";
    CHECK(faults_of(drawing_with(chain + "<g id=\"u5000\"/></defs><g id=\"a\"><use href=\"#u0\"/></g>")) ==
          Faults{{"drawing-too-large", 1}});
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "<a/>";
    CHECK(faults_of(drawing_with(many)).size() == json::max_told);
}

TEST_CASE("each other fault of a drawing is told with its line") {
    CHECK(faults_of("<svg") == Faults{{"drawing-syntax", 1}});
    CHECK(faults_of("") == Faults{{"drawing-syntax", 1}});
    CHECK(faults_of("<html/>") == Faults{{"drawing-syntax", 1}});
    CHECK(faults_of("<svg viewBox=\"0 0 0 900\"><g id=\"a\"/></svg>") == Faults{{"drawing-size", 1}});
    CHECK(faults_of("<svg viewBox=\"5 0 100 900\"><g id=\"a\"/></svg>") == Faults{{"drawing-size", 1}});
    CHECK(faults_of("<svg viewBox=\"0 0 nan 900\"><g id=\"a\"/></svg>") == Faults{{"drawing-size", 1}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/>\n<g id=\"a\"/>")) == Faults{{"drawing-id", 3}});
    CHECK(faults_of(drawing_with("<g id=\"a b\"/>")) == Faults{{"drawing-id", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/>\n<path d=\"M0 0h1\"/>")) == Faults{{"drawing-part", 3}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/><path id=\"at-x\" d=\"M0 0h1\"/>")) == Faults{{"drawing-part", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/><rect id=\"at-x\" transform=\"scale(2)\"/>")) ==
          Faults{{"drawing-part", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/><circle id=\"at-x\" cx=\"5mm\" cy=\"1\"/>")) ==
          Faults{{"drawing-part", 2}});
    CHECK(faults_of(drawing_with("<g id=\"a\"/><g id=\"anchors\"><circle cx=\"5\"/></g>")) ==
          Faults{{"drawing-part", 2}});
    CHECK(faults_of(drawing_with("<desc>empty</desc>")) == Faults{{"drawing-part", 1}});
}
