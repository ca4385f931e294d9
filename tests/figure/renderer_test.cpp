// Tests that drawings become pixels in the colours of a stylesheet, whole and part by part.
#include "engine/figure/renderer.hpp"

#include <doctest/doctest.h>

#include <array>

#include "engine/base/folders.hpp"
#include "engine/base/picture_file.hpp"
#include "engine/content/reader.hpp"
#include "engine/figure/composition.hpp"
#include "tests/figure/sample_figure.hpp"

using namespace chelate;
using namespace chelate::figure;

namespace {

const std::string style = ".membrane-core { fill: #ff0000 } .head { fill: #0000ff } .paper { fill: #ffffff }";

std::array<int, 4> pixel(const Bitmap& bitmap, unsigned x, unsigned y) {
    const std::size_t at = (std::size_t{y} * bitmap.width + x) * 4;
    return {bitmap.rgba[at], bitmap.rgba[at + 1], bitmap.rgba[at + 2], bitmap.rgba[at + 3]};
}

} // namespace

TEST_CASE("a part is drawn at its place in the colour of its class") {
    const auto drawing = test::sample_drawing();
    const auto renderer = Renderer::open(*drawing, style);
    REQUIRE(renderer);
    const std::vector<Box>& boxes = renderer->boxes();
    const std::vector<Box> expected = test::sample_boxes();
    REQUIRE(boxes.size() == expected.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        CHECK(boxes[i].centre().x == doctest::Approx(expected[i].centre().x));
        CHECK(boxes[i].centre().y == doctest::Approx(expected[i].centre().y));
    }
    const PartPlace place = renderer->place(0, 2);
    CHECK(place.x <= 0);
    CHECK(place.y <= 80);
    CHECK(place.y >= 76);
    const Bitmap wall = renderer->part(0, 2);
    CHECK(wall.width == place.width);
    CHECK(wall.height == place.height);
    CHECK(pixel(wall, wall.width / 2, wall.height / 2) == std::array<int, 4>{255, 0, 0, 255});
    const Bitmap hidden = renderer->part(2, 2); // what the editor hid is drawn when a step shows it
    CHECK(pixel(hidden, hidden.width / 2, hidden.height / 2) == std::array<int, 4>{0, 0, 255, 255});
}

TEST_CASE("a whole picture has the parts of its step, its labels and its gauges") {
    const content::Figure figure = test::sample_figure();
    const std::vector<GaugeText> gauges{{"Voltage", "-20 mV"}, {"Calcium <b>", "high"}};
    const std::string before = composed(figure, still_of(figure, test::sample_boxes(), {}, 0), style, gauges);
    const std::string svg = composed(figure, still_of(figure, test::sample_boxes(), {}, 2), style, gauges);
    CHECK(before.find("id=\"gate-closed\"") != std::string::npos);
    CHECK(svg.find("id=\"gate-closed\"") == std::string::npos);
    CHECK(svg.find("open wall") != std::string::npos);
    CHECK(svg.find("Calcium &lt;b>") != std::string::npos);
    CHECK(svg.find("flow-mark") != std::string::npos);
    const Point size = size_of(figure);
    CHECK(size.x == doctest::Approx(200 * (1 + gauge_column)));
    const auto bitmap = draw(svg, 236, 100);
    REQUIRE(bitmap);
    CHECK(pixel(*bitmap, 10, 50) == std::array<int, 4>{255, 0, 0, 255}); // the wall
    CHECK(pixel(*bitmap, 150, 5)[3] == 255);                             // the ground is filled
    const auto png = png_of(svg, 236, 100);
    REQUIRE(png);
    const auto header = picture_header(*png);
    REQUIRE(header);
    CHECK(header->width == 236);
    CHECK(header->height == 100);
}

TEST_CASE("what is no SVG is refused") {
    CHECK(draw("no", 10, 10).error().code == "drawing-not-drawn");
    CHECK(png_of("<svg", 10, 10).error().code == "drawing-not-drawn");
}

TEST_CASE("each figure of the pack draws its steps in each theme, and a changed step looks different") {
    const std::filesystem::path source = CHELATE_SOURCE_DIR;
    const auto reading = content::read_pack(source / "content" / "magnesium");
    REQUIRE(reading.pack);
    for (const char* theme : {"dark", "light", "paper"}) {
        const auto css = read_file(source / "assets" / "themes" / (std::string(theme) + ".css"), 64 * 1024);
        REQUIRE(css);
        for (const auto& [id, mechanism] : reading.pack->mechanisms) {
            const content::Figure& figure = mechanism.figure;
            CAPTURE(id.value);
            CAPTURE(theme);
            const auto renderer = Renderer::open(*figure.drawing, *css);
            REQUIRE(renderer);
            const std::vector<GaugeText> gauges(figure.gauges.size());
            std::vector<std::uint8_t> last;
            for (std::size_t step = 0; step <= figure.steps.size(); ++step) {
                const auto bitmap =
                    draw(composed(figure, still_of(figure, renderer->boxes(), {}, step), *css, gauges), 118, 90);
                REQUIRE(bitmap);
                CHECK(bitmap->rgba != last);
                last = bitmap->rgba;
            }
        }
    }
}
