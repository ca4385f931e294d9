// Tests how a figure plays: what stays, what belongs to one step, and that the way to a step does not matter.
#include "engine/figure/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/content/reader.hpp"
#include "tests/figure/sample_figure.hpp"

using namespace chelate;
using namespace chelate::figure;

namespace {

const std::vector<Box> boxes = test::sample_boxes();
enum Part { wall, gate_closed, gate_open, copy_ion, ion };

const PlacedPart* find(const Frame& frame, std::size_t part) {
    const auto found = std::find_if(frame.parts.begin(), frame.parts.end(),
                                    [&](const PlacedPart& placed) { return placed.part == part; });
    return found == frame.parts.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("before the first step a figure looks as its author drew it") {
    const Frame frame = frame_at(test::sample_figure(), boxes, {}, 0, 0);
    CHECK(find(frame, wall));
    CHECK(find(frame, gate_closed));
    CHECK(find(frame, ion));
    CHECK_FALSE(find(frame, gate_open));
    CHECK_FALSE(find(frame, copy_ion));
    CHECK(frame.gauges == std::vector<double>{-70, 0}); // the usual reading, or else the lower end
    CHECK(frame.labels.at("label-wall") == "wall");
    CHECK_FALSE(frame.moving);
}

TEST_CASE("what opens, moves, is read and said stays, while flow and glow belong to their step") {
    const content::Figure figure = test::sample_figure();
    const Frame first = still_of(figure, boxes, {}, 1);
    CHECK(find(first, gate_open));
    CHECK_FALSE(find(first, gate_closed));
    CHECK(find(first, ion)->glow > 0);
    CHECK(first.gauges[0] == -20);
    const Frame second = still_of(figure, boxes, {}, 2);
    CHECK(find(second, gate_open));
    CHECK(find(second, ion)->glow == 0);
    CHECK(find(second, ion)->moved == Point{0, -60});
    CHECK(second.gauges == std::vector<double>{-20, 2});
    CHECK(second.labels.at("label-wall") == "open wall");
    REQUIRE(second.flows.size() == 1);
    CHECK(second.flows[0].points.size() == 3);
    const Frame third = still_of(figure, boxes, {}, 3);
    CHECK(third.flows.empty());
    CHECK_FALSE(find(third, ion)); // it moved and vanished
    CHECK(find(third, gate_closed));
}

TEST_CASE("within a step things move and fade, and at its end nothing moves") {
    const content::Figure figure = test::sample_figure();
    const Frame early = frame_at(figure, boxes, {}, 2, 0.3);
    CHECK(early.moving);
    CHECK(find(early, ion)->moved.y < 0);
    CHECK(find(early, ion)->moved.y > -60);
    CHECK(find(early, copy_ion)); // a copy is on its way
    CHECK(early.gauges[1] > 0);
    CHECK(early.gauges[1] < 2);
    CHECK(early.flows.empty());
    const Frame still = frame_at(figure, boxes, {}, 2, 99);
    CHECK_FALSE(still.moving);
    CHECK_FALSE(find(still, copy_ion));
    // A part that moves and vanishes in one step vanishes when it arrives.
    CHECK(find(frame_at(figure, boxes, {}, 3, 0.3), ion)->opacity == 1);
}

TEST_CASE("reduced motion shows where things go without moving them") {
    const content::Figure figure = test::sample_figure();
    Playing playing;
    playing.reduced_motion = true;
    const Frame frame = frame_at(figure, boxes, playing, 2, 1);
    CHECK_FALSE(find(frame, copy_ion));
    CHECK(find(frame, ion)->moved == Point{0, -60});
    CHECK(frame.flows.size() == 1);
    CHECK(frame_at(figure, boxes, playing, 2, 0).gauges == std::vector<double>{-20, 2});
    CHECK(still_of(figure, boxes, playing, 2).parts == still_of(figure, boxes, {}, 2).parts);
}

TEST_CASE("a variant changes the start and some steps, and nothing else") {
    const content::Figure figure = test::sample_figure();
    const Playing low{0};
    CHECK_FALSE(find(frame_at(figure, boxes, low, 0, 0), ion));
    CHECK(still_of(figure, boxes, low, 1).gauges[0] == -50);
    CHECK(seconds_of(figure, low, 1) == 1);
    CHECK(seconds_of(figure, {}, 1) == 2);
    CHECK(still_of(figure, boxes, low, 2).labels == still_of(figure, boxes, {}, 2).labels);
}

TEST_CASE("readings need no boxes and agree with the last picture of a step") {
    const content::Figure figure = test::sample_figure();
    for (std::size_t step = 0; step <= 3; ++step) {
        const std::vector<double> readings = readings_of(figure, {}, step);
        const Frame frame = still_of(figure, boxes, {}, step);
        CHECK(readings == frame.gauges);
    }
}

TEST_CASE("the marks of a flow point along it, beside its path") {
    const auto marks = marks_of({{{0, 0}, {100, 0}}, 1});
    REQUIRE(marks.size() == 3);
    CHECK(marks[1].at.x == doctest::Approx(50));
    CHECK(marks[1].degrees == doctest::Approx(0));
    CHECK(marks[1].at.y > 0);
    CHECK(marks_of({{{0, 0}, {-100, 0}}, 1})[1].at.y < 0); // the other way has a lane of its own
    CHECK(marks_of({{{5, 5}, {5, 5}}, 1}).empty());
}

TEST_CASE("every figure of the shipped packs plays through, and each step is the same whichever way one came") {
    const auto reading = content::read_pack(std::filesystem::path(CHELATE_SOURCE_DIR) / "content" / "magnesium");
    REQUIRE(reading.pack);
    int figures = 0;
    for (const auto& [id, mechanism] : reading.pack->mechanisms) {
        const content::Figure& figure = mechanism.figure;
        if (!figure) continue;
        ++figures;
        CAPTURE(id.value);
        CHECK(figure.steps.size() == mechanism.steps.size());
        const std::vector<Box> anywhere(figure.drawing->parts.size(), Box{{10, 20}, 30, 40});
        for (std::size_t variant = 0; variant <= figure.variants.size(); ++variant) {
            const Playing playing{variant};
            std::vector<Frame> forward;
            for (std::size_t step = 0; step <= figure.steps.size(); ++step)
                forward.push_back(still_of(figure, anywhere, playing, step));
            for (std::size_t step = figure.steps.size() + 1; step-- > 0;) {
                CHECK(still_of(figure, anywhere, playing, step) == forward[step]);
                for (const double share : {0.0, 0.2, 0.7}) {
                    const Frame frame =
                        frame_at(figure, anywhere, playing, step, share * seconds_of(figure, playing, step));
                    const auto copies =
                        std::count_if(frame.parts.begin(), frame.parts.end(), [&](const PlacedPart& one) {
                            return figure.drawing->parts[one.part].is_template();
                        });
                    CHECK(copies <= 48);
                    for (const PlacedPart& part : frame.parts) {
                        CHECK(std::isfinite(part.moved.x));
                        CHECK(std::isfinite(part.moved.y));
                        CHECK(part.opacity > 0);
                        CHECK(part.opacity <= 1);
                    }
                }
            }
        }
    }
    CHECK(figures == static_cast<int>(reading.pack->mechanisms.size()));
}
