#include "engine/stage/mesh.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace chelate::stage {
namespace {

constexpr float half_feather = 0.5F;
constexpr float full_turn = 2 * std::numbers::pi_v<float>;

Vec unit_normal(Vec a, Vec b) {
    const Vec d = b - a;
    const float length = std::hypot(d.x, d.y);
    return length < 1e-3F ? Vec{} : Vec{d.y / length, -d.x / length};
}

enum class Edge { before, after };

// Returns the normal of the edge that ends or begins at a corner. There is no edge between doubled corners (a rounded
// end has two), so the next distinct corner counts.
Vec edge_normal(const Outline& points, std::size_t at, Edge edge) {
    const std::size_t count = points.size();
    const std::size_t step = edge == Edge::after ? 1 : count - 1;
    for (std::size_t other = (at + step) % count; other != at; other = (other + step) % count) {
        const Vec normal =
            edge == Edge::after ? unit_normal(points[at], points[other]) : unit_normal(points[other], points[at]);
        if (normal != Vec{}) return normal;
    }
    return {};
}

// Returns the normals at the corners, lengthened so that parallel edges keep their distance, but limited at sharp
// corners. Those of a clockwise outline point outwards.
std::vector<Vec> corner_normals(const Outline& points, bool closed) {
    const std::size_t count = points.size();
    std::vector<Vec> normals(count);
    for (std::size_t i = 0; i < count; ++i) {
        const bool first = i == 0 && !closed;
        const bool last = i + 1 == count && !closed;
        const Vec before = first ? Vec{} : edge_normal(points, i, Edge::before);
        const Vec after = last ? Vec{} : edge_normal(points, i, Edge::after);
        Vec sum = before + after;
        const float length = std::hypot(sum.x, sum.y);
        if (length < 1e-4F) {
            normals[i] = after;
            continue;
        }
        sum = sum * (1 / length);
        const Vec edge = first ? after : before;
        const float along = std::max(1.0F / 3.0F, sum.x * edge.x + sum.y * edge.y);
        normals[i] = sum * (1 / along);
    }
    return normals;
}

void corner(Mesh& mesh, Vec p, Rgba colour) { mesh.emplace_back(sf::Vector2f(p.x, p.y), to_sfml(colour)); }

// Adds a strip between two rows with the same number of points. Each row has its own strength of the paint.
void band(Mesh& mesh, const Outline& a, float alpha_a, const Outline& b, float alpha_b, const Paint& paint,
          bool closed) {
    const std::size_t count = a.size();
    const std::size_t pieces = closed ? count : count - 1;
    for (std::size_t i = 0; i < pieces; ++i) {
        const std::size_t j = (i + 1) % count;
        const Rgba a_i = faded(paint.at(a[i].y), alpha_a);
        const Rgba a_j = faded(paint.at(a[j].y), alpha_a);
        const Rgba b_i = faded(paint.at(b[i].y), alpha_b);
        const Rgba b_j = faded(paint.at(b[j].y), alpha_b);
        corner(mesh, a[i], a_i);
        corner(mesh, a[j], a_j);
        corner(mesh, b[j], b_j);
        corner(mesh, a[i], a_i);
        corner(mesh, b[j], b_j);
        corner(mesh, b[i], b_i);
    }
}

float cross(Vec a, Vec b, Vec c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool is_convex(const Outline& clockwise) {
    const std::size_t count = clockwise.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (cross(clockwise[i], clockwise[(i + 1) % count], clockwise[(i + 2) % count]) < -1e-3F) return false;
    }
    return true;
}

bool inside(Vec p, Vec a, Vec b, Vec c) { return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0; }

void triangle(Mesh& mesh, Vec a, Vec b, Vec c, const Paint& paint) {
    corner(mesh, a, paint.at(a.y));
    corner(mesh, b, paint.at(b.y));
    corner(mesh, c, paint.at(c.y));
}

bool is_ear(const Outline& points, const std::vector<std::size_t>& left, std::size_t at) {
    const std::size_t count = left.size();
    const std::size_t before = left[(at + count - 1) % count];
    const std::size_t after = left[(at + 1) % count];
    if (cross(points[before], points[left[at]], points[after]) <= 0) return false;
    for (const std::size_t other : left) {
        if (other == before || other == left[at] || other == after) continue;
        if (inside(points[other], points[before], points[left[at]], points[after])) return false;
    }
    return true;
}

void clip_ears(Mesh& mesh, const Outline& clockwise, const Paint& paint) {
    std::vector<std::size_t> left(clockwise.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    while (left.size() > 2) {
        const std::size_t count = left.size();
        std::size_t ear = 0;
        while (ear < count && !is_ear(clockwise, left, ear)) ++ear;
        // Points that are all on one line have no ear. Cutting any corner of them loses no visible area.
        if (ear == count) ear = 0;
        triangle(mesh, clockwise[left[(ear + count - 1) % count]], clockwise[left[ear]],
                 clockwise[left[(ear + 1) % count]], paint);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
    }
}

Outline shifted(const Outline& points, const std::vector<Vec>& normals, float distance) {
    Outline out(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) out[i] = points[i] + normals[i] * distance;
    return out;
}

// Returns the pieces for a quarter circle. Their chords deviate from it by less than a seventh of a pixel.
int pieces_for(float radius) { return std::clamp(static_cast<int>(std::ceil(std::sqrt(radius) * 1.5F)), 3, 24); }

} // namespace

sf::Color to_sfml(Rgba colour) { return {colour.r, colour.g, colour.b, colour.a}; }

Rgba Paint::at(float y) const {
    if (top == bottom) return top;
    return mixed(top, bottom, (y - y0) / std::max(1e-3F, y1 - y0));
}

Outline round_rect(const Rect& rect, float radius, int segments) {
    radius = std::clamp(radius, 0.0F, std::max(0.0F, std::min(rect.w, rect.h) / 2));
    if (radius <= 0)
        return {{rect.right(), rect.y}, {rect.right(), rect.bottom()}, {rect.x, rect.bottom()}, {rect.x, rect.y}};
    if (segments == 0) segments = pieces_for(radius);
    const std::array<Vec, 4> centres{Vec{rect.right() - radius, rect.y + radius},
                                     {rect.right() - radius, rect.bottom() - radius},
                                     {rect.x + radius, rect.bottom() - radius},
                                     {rect.x + radius, rect.y + radius}};
    Outline points;
    points.reserve(4 * static_cast<std::size_t>(segments + 1));
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        for (int i = 0; i <= segments; ++i) {
            const float turn = (static_cast<float>(quarter) + static_cast<float>(i) / static_cast<float>(segments)) / 4;
            const float angle = turn * full_turn;
            points.push_back(centres[quarter] + Vec{std::sin(angle), -std::cos(angle)} * radius);
        }
    }
    return points;
}

Outline arc(Vec centre, float radius, float from_turn, float share) {
    const bool whole = share >= 1;
    const int pieces =
        std::max(2, static_cast<int>(static_cast<float>(4 * pieces_for(radius)) * std::min(1.0F, share)));
    Outline points;
    for (int i = 0; i < pieces + (whole ? 0 : 1); ++i) {
        const float angle =
            (from_turn + std::min(1.0F, share) * static_cast<float>(i) / static_cast<float>(pieces)) * full_turn;
        points.push_back(centre + Vec{std::sin(angle), -std::cos(angle)} * radius);
    }
    return points;
}

float signed_area(const Outline& outline) {
    float twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec a = outline[i];
        const Vec b = outline[(i + 1) % outline.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

void fill(Mesh& mesh, const Outline& outline, const Paint& paint) {
    if (outline.size() < 3) return;
    Outline points = outline;
    if (signed_area(points) < 0) points.assign(outline.rbegin(), outline.rend());
    const std::vector<Vec> normals = corner_normals(points, true);
    const Outline core = shifted(points, normals, -half_feather);
    if (is_convex(points)) {
        for (std::size_t i = 1; i + 1 < core.size(); ++i) triangle(mesh, core[0], core[i], core[i + 1], paint);
    } else {
        clip_ears(mesh, core, paint);
    }
    band(mesh, core, 1, shifted(points, normals, half_feather), 0, paint, true);
}

void stroke(Mesh& mesh, const Outline& outline, float width, const Paint& paint, bool closed) {
    if (outline.size() < 2 || width <= 0) return;
    const std::vector<Vec> normals = corner_normals(outline, closed);
    // A line thinner than a pixel is drawn one pixel wide in a weaker colour.
    const float strength = std::min(1.0F, width);
    const float core = std::max(0.0F, std::max(1.0F, width) / 2 - half_feather);
    const float edge = core + 2 * half_feather;
    const Outline outer_core = shifted(outline, normals, core);
    const Outline inner_core = shifted(outline, normals, -core);
    band(mesh, shifted(outline, normals, edge), 0, outer_core, strength, paint, closed);
    if (core > 0) band(mesh, outer_core, strength, inner_core, strength, paint, closed);
    band(mesh, inner_core, strength, shifted(outline, normals, -edge), 0, paint, closed);
}

void halo(Mesh& mesh, const Rect& rect, float radius, float blur, Rgba colour, bool hollow) {
    // Steps of a Gaussian edge: the distance from the rectangle as a multiple of `blur`, and the strength there.
    struct Step {
        float at;
        float strength;
    };
    static constexpr std::array<Step, 8> steps{{{-0.5F, 1.0F},
                                                {-0.25F, 0.86F},
                                                {0.0F, 0.6F},
                                                {0.18F, 0.38F},
                                                {0.36F, 0.21F},
                                                {0.56F, 0.09F},
                                                {0.78F, 0.025F},
                                                {1.0F, 0.0F}}};
    const int segments = std::clamp(pieces_for(radius + blur / 2), 4, 7);
    const Paint paint = Paint::solid(colour);
    const float deepest = std::min(rect.w, rect.h) / 2;
    Outline before;
    for (std::size_t i = hollow ? 2 : 0; i < steps.size(); ++i) {
        const float grow = std::max(-deepest, steps[i].at * blur);
        Outline now = round_rect(rect.inset(-grow), std::max(0.5F, radius + grow), segments);
        if (!before.empty()) band(mesh, before, steps[i - 1].strength, now, steps[i].strength, paint, true);
        before = std::move(now);
    }
}

void glow(Mesh& mesh, Vec centre, float inner, float outer, Rgba colour) {
    static constexpr std::array<float, 6> strengths{1.0F, 0.72F, 0.42F, 0.19F, 0.055F, 0.0F};
    const Paint paint = Paint::solid(colour);
    Outline before = arc(centre, std::max(0.5F, inner), 0, 1);
    const std::size_t count = before.size();
    for (std::size_t k = 1; k + 1 < count; ++k) triangle(mesh, before[0], before[k], before[k + 1], paint);
    for (std::size_t i = 1; i < strengths.size(); ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(strengths.size() - 1);
        const float radius = std::max(0.5F, inner) + (outer - inner) * share;
        Outline now(count);
        for (std::size_t k = 0; k < count; ++k)
            now[k] =
                centre + (before[k] - centre) * (radius / std::hypot(before[k].x - centre.x, before[k].y - centre.y));
        band(mesh, before, strengths[i - 1], now, strengths[i], paint, true);
        before = std::move(now);
    }
}

void ring(Mesh& mesh, Vec centre, float radius, float width, float from_turn, float share, const Paint& paint) {
    if (share <= 0) return;
    const Outline path = arc(centre, radius, from_turn, share);
    stroke(mesh, path, width, paint, share >= 1);
    if (share >= 1) return;
    fill(mesh, arc(path.front(), width / 2, 0, 1), paint);
    fill(mesh, arc(path.back(), width / 2, 0, 1), paint);
}

} // namespace chelate::stage
