// Makes the outlines of the twelve shapes that represent compared things.
#include <cmath>
#include <numbers>

#include "engine/stage/mesh.hpp"

namespace chelate::stage {
namespace {

constexpr float whole_turn = 2 * std::numbers::pi_v<float>;

Vec on_circle(float turn, float radius) {
    return Vec{std::sin(turn * whole_turn), -std::cos(turn * whole_turn)} * radius;
}

Outline regular(int corners, float radius, float from_turn) {
    Outline points;
    for (int i = 0; i < corners; ++i) {
        points.push_back(on_circle(from_turn + static_cast<float>(i) / static_cast<float>(corners), radius));
    }
    return points;
}

// Rounds the corners a little, so that all shapes look related. A quadratic curve replaces each corner.
Outline softened(const Outline& sharp, float reach) {
    constexpr int pieces = 5;
    Outline points;
    const std::size_t count = sharp.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Vec corner = sharp[i];
        const auto towards = [&corner, reach](Vec other) {
            const Vec way = other - corner;
            return corner + way * std::min(0.4F, reach / std::hypot(way.x, way.y));
        };
        const Vec from = towards(sharp[(i + count - 1) % count]);
        const Vec to = towards(sharp[(i + 1) % count]);
        for (int k = 0; k <= pieces; ++k) {
            const float t = static_cast<float>(k) / pieces;
            points.push_back(from * ((1 - t) * (1 - t)) + corner * (2 * t * (1 - t)) + to * (t * t));
        }
    }
    return points;
}

Outline star() {
    Outline points;
    for (int i = 0; i < 10; ++i) points.push_back(on_circle(static_cast<float>(i) / 10, i % 2 == 0 ? 1.05F : 0.52F));
    return points;
}

Outline cross_outline() {
    constexpr float arm = 0.36F;
    constexpr float end = 0.95F;
    return {{-arm, -end}, {arm, -end}, {arm, -arm}, {end, -arm}, {end, arm},   {arm, arm},
            {arm, end},   {-arm, end}, {-arm, arm}, {-end, arm}, {-end, -arm}, {-arm, -arm}};
}

// A drop is a circle with a point at the top. The straight sides from the tip are tangents to the circle.
Outline drop() {
    constexpr float radius = 0.72F;
    constexpr float centre_y = 0.28F;
    constexpr float tip_y = -1.08F;
    const float touch = std::acos(radius / (centre_y - tip_y)) / whole_turn;
    Outline points{{0, tip_y}};
    for (int i = 0; i <= 28; ++i) {
        const float turn = touch + (1 - 2 * touch) * static_cast<float>(i) / 28;
        points.push_back(Vec{0, centre_y} + on_circle(turn, radius));
    }
    return points;
}

// A crescent is a disc with a bite taken out of its right side.
Outline crescent() {
    constexpr float bite = 0.78F;
    constexpr float bite_x = 0.48F;
    // The x where the two circles cross (radius 1 around 0, radius `bite` around bite_x).
    const float x = (1 - bite * bite + bite_x * bite_x) / (2 * bite_x);
    const float outer = std::atan2(x, std::sqrt(1 - x * x)) / whole_turn;
    const float inner = std::atan2(x - bite_x, std::sqrt(1 - x * x)) / whole_turn;
    Outline points;
    for (int i = 0; i <= 32; ++i) {
        points.push_back(on_circle(0.5F - outer + (0.5F + 2 * outer) * static_cast<float>(i) / 32, 1));
    }
    for (int i = 1; i < 22; ++i) {
        const float turn = 1 + inner - (0.5F + 2 * inner) * static_cast<float>(i) / 22;
        points.push_back(Vec{bite_x, 0} + on_circle(turn, bite));
    }
    for (Vec& p : points) p.x += 0.14F; // most of its area is on the left; this centres it
    return points;
}

Outline shield() {
    Outline points{{-0.82F, -0.78F}, {0, -0.98F}, {0.82F, -0.78F}};
    for (int i = 0; i <= 10; ++i) {
        const float t = static_cast<float>(i) / 10;
        points.push_back({0.82F * (1 - t * t), -0.1F + 1.12F * t});
    }
    for (int i = 9; i >= 0; --i) {
        const float t = static_cast<float>(i) / 10;
        points.push_back({-0.82F * (1 - t * t), -0.1F + 1.12F * t});
    }
    return points;
}

std::vector<Outline> unit_shape(std::string_view name) {
    if (name == "square") return {round_rect({-0.82F, -0.82F, 1.64F, 1.64F}, 0.14F, 4)};
    if (name == "triangle") return {softened({{0, -1.08F}, {1.08F, 0.8F}, {-1.08F, 0.8F}}, 0.24F)};
    if (name == "diamond") return {softened({{0, -1.14F}, {1.04F, 0}, {0, 1.14F}, {-1.04F, 0}}, 0.2F)};
    if (name == "hexagon") return {softened(regular(6, 1.02F, 0), 0.16F)};
    if (name == "pentagon") return {softened(regular(5, 1.06F, 0), 0.18F)};
    if (name == "star") return {softened(star(), 0.1F)};
    if (name == "cross") return {softened(cross_outline(), 0.12F)};
    if (name == "ring") return {arc({0, 0}, 1, 0, 1), arc({0, 0}, 0.62F, 0, 1)};
    if (name == "drop") return {drop()};
    if (name == "crescent") return {crescent()};
    if (name == "shield") return {shield()};
    return {};
}

} // namespace

std::vector<Outline> subject_shape(std::string_view name, Vec centre, float radius) {
    std::vector<Outline> shape = unit_shape(name);
    if (shape.empty()) return {arc(centre, radius * 0.95F, 0, 1)};
    if (name == "ring") return {arc(centre, radius * 0.98F, 0, 1), arc(centre, radius * 0.66F, 0, 1)};
    for (Outline& outline : shape) {
        for (Vec& p : outline) p = centre + p * radius;
    }
    return shape;
}

SymbolPlace symbol_place(std::string_view shape) {
    if (shape == "triangle") return {{0, 0.26F}, 1.0F};
    if (shape == "drop") return {{0, 0.28F}, 1.1F};
    if (shape == "star") return {{0, 0.04F}, 0.95F};
    if (shape == "cross") return {{0, 0}, 0.95F};
    if (shape == "ring") return {{0, 0}, 1.0F, true};
    if (shape == "crescent") return {{0.62F, 0}, 0.95F, true};
    if (shape == "shield") return {{0, -0.08F}, 1.2F};
    if (shape == "diamond" || shape == "pentagon") return {{0, 0.02F}, 1.15F};
    return {{0, 0}, 1.3F};
}

} // namespace chelate::stage
