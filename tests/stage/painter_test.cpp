#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/stage/animation.hpp"
#include "engine/stage/mesh.hpp"
#include "engine/stage/painter.hpp"

using namespace chelate::stage;

namespace {

// Returns the area of all triangles, weighted by their mean alpha. A shape's feather counts half, so this is its area.
double covered(const Mesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.size(); i += 3) {
        const auto& a = mesh[i].position;
        const auto& b = mesh[i + 1].position;
        const auto& c = mesh[i + 2].position;
        const double area = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2.0;
        sum += area * (mesh[i].color.a + mesh[i + 1].color.a + mesh[i + 2].color.a) / (3.0 * 255);
    }
    return sum;
}

const Paint white = Paint::solid({255, 255, 255, 255});

} // namespace

TEST_CASE("a filled square covers its area and fades over one pixel") {
    Mesh mesh;
    fill(mesh, {{10, 10}, {30, 10}, {30, 30}, {10, 30}}, white);
    CHECK(covered(mesh) == doctest::Approx(400).epsilon(0.01));
    float left = 100;
    for (const auto& v : mesh) left = std::min(left, v.position.x);
    CHECK(left == doctest::Approx(9.5));
    for (const auto& v : mesh) {
        if (v.position.x == doctest::Approx(9.5)) CHECK(v.color.a == 0);
        if (v.position.x == doctest::Approx(10.5)) CHECK(v.color.a == 255);
    }
}

TEST_CASE("which way round an outline runs makes no difference") {
    Mesh clockwise;
    Mesh counter;
    fill(clockwise, {{0, 0}, {20, 0}, {20, 20}, {0, 20}}, white);
    fill(counter, {{0, 20}, {20, 20}, {20, 0}, {0, 0}}, white);
    CHECK(covered(clockwise) == doctest::Approx(covered(counter)));
}

TEST_CASE("every subject's shape is filled to its own area, concave or not") {
    for (const char* name : {"circle", "square", "triangle", "diamond", "hexagon", "pentagon", "star", "cross", "drop",
                             "crescent", "shield"}) {
        CAPTURE(name);
        const auto outlines = subject_shape(name, {100, 100}, 60);
        REQUIRE(outlines.size() == 1);
        Mesh mesh;
        fill(mesh, outlines[0], white);
        const double area = std::abs(signed_area(outlines[0]));
        CHECK(area > 0.25 * 3.14159 * 60 * 60);
        CHECK(covered(mesh) == doctest::Approx(area).epsilon(0.03));
        for (const Vec& p : outlines[0]) {
            CHECK(std::hypot(p.x - 100, p.y - 100) <= 60 * 1.32);
        }
    }
    CHECK(subject_shape("ring", {0, 0}, 10).size() == 2);
    CHECK(subject_shape("unheard-of", {0, 0}, 10).size() == 1);
}

TEST_CASE("a stroke covers its length times its width, also when thinner than a pixel") {
    for (const float width : {0.5F, 1.0F, 2.0F, 6.0F}) {
        CAPTURE(width);
        Mesh mesh;
        stroke(mesh, {{0, 0}, {100, 0}}, width, white, false);
        CHECK(covered(mesh) == doctest::Approx(100.0 * width).epsilon(0.02));
        // The same side is up at both ends, so the strip is not twisted.
        for (std::size_t i = 0; i + 2 < mesh.size(); i += 3) {
            float low = 1000;
            float high = -1000;
            for (std::size_t k = i; k < i + 3; ++k) {
                low = std::min(low, mesh[k].position.y);
                high = std::max(high, mesh[k].position.y);
            }
            CHECK(high - low <= std::max(1.0F, width - 1) + 0.01F);
        }
    }
}

TEST_CASE("the rounded ends of a bar do not stick out") {
    Mesh mesh;
    const Rect bar{10, 10, 200, 6};
    fill(mesh, round_rect(bar, 3), white);
    stroke(mesh, round_rect(bar, 3), 1, white, true);
    for (const auto& v : mesh) {
        CHECK(v.position.x >= 10 - 1.1F);
        CHECK(v.position.x <= 210 + 1.1F);
    }
}

TEST_CASE("a ring of half a turn covers half the band") {
    Mesh whole;
    Mesh half;
    Mesh none;
    ring(whole, {0, 0}, 50, 10, 0, 1, white);
    ring(half, {0, 0}, 50, 10, 0, 0.5F, white);
    ring(none, {0, 0}, 50, 10, 0, 0, white);
    CHECK(covered(whole) == doctest::Approx(2 * 3.14159 * 50 * 10).epsilon(0.01));
    // There are two round ends of half a disc each, which overlap the band a little.
    CHECK(covered(half) == doctest::Approx(3.14159 * 50 * 10 + 3.14159 * 25).epsilon(0.05));
    CHECK(none.empty());
}

TEST_CASE("a shadow reaches its blur and no further, and ends in nothing") {
    Mesh mesh;
    const Rect card{100, 100, 200, 80};
    halo(mesh, card, 16, 24, {0, 0, 0, 200}, false);
    float left = 1000;
    for (const auto& v : mesh) left = std::min(left, v.position.x);
    CHECK(left == doctest::Approx(76));
    for (const auto& v : mesh) {
        if (v.position.x == doctest::Approx(76)) CHECK(v.color.a == 0);
    }
}

TEST_CASE("a painter moves and fades what it draws, and starts layers only when something is drawn") {
    auto fonts = Fonts::open();
    REQUIRE(fonts);
    fonts->build({14, 18, 26, 44});
    Painter painter(*fonts);
    painter.layer();
    painter.layer(Rect{0.4F, 0.4F, 9.2F, 9.2F});
    CHECK(painter.layers().size() == 1);
    CHECK(painter.layers().back().clip == Rect{0, 0, 10, 10});
    painter.push({5, 7}, 0.5F);
    painter.panel({0, 0, 10, 10}, 0, {255, 255, 255, 255}, {255, 255, 255, 255});
    painter.pop();
    float left = 100;
    int strongest = 0;
    for (const auto& v : painter.layers().back().shapes) {
        left = std::min(left, v.position.x);
        strongest = std::max(strongest, static_cast<int>(v.color.a));
    }
    CHECK(left == doctest::Approx(4.5));
    CHECK(strongest == 128);
    painter.lift();
    CHECK(painter.layers().size() == 2);
    CHECK(painter.layers().back().clip == Rect{0, 0, 10, 10});
    painter.begin();
    CHECK(painter.vertex_count() == 0);
}

TEST_CASE("what lies wholly above or below the clip costs nothing") {
    auto fonts = Fonts::open();
    REQUIRE(fonts);
    fonts->build({14, 18, 26, 44});
    Painter painter(*fonts);
    painter.layer(Rect{0, 100, 300, 100});
    painter.panel({10, 10, 50, 50}, 4, {255, 255, 255, 255}, {255, 255, 255, 255});
    painter.text(lay_out(*fonts, "unseen", {}, {0, 0, 1.4F, false}), {10, 240}, {255, 255, 255, 255});
    CHECK(painter.vertex_count() == 0);
    painter.panel({10, 60, 50, 50}, 4, {255, 255, 255, 255}, {255, 255, 255, 255});
    CHECK(painter.vertex_count() > 0);
}

TEST_CASE("a glide arrives on time, slows down, and turns round without a jump") {
    Glide glide(0);
    glide.aim(1, 10, 0.2F);
    CHECK(glide.value(10) == doctest::Approx(0));
    CHECK(glide.value(10.1) > 0.5F);
    CHECK(glide.moving(10.1));
    const float on_the_way = glide.value(10.1);
    glide.aim(0, 10.1, 0.2F);
    CHECK(glide.value(10.1) == doctest::Approx(on_the_way));
    CHECK(glide.value(10.4) == doctest::Approx(0));
    CHECK_FALSE(glide.moving(10.4));
    glide.aim(3, 11, 0);
    CHECK(glide.value(11) == doctest::Approx(3));
}
